/** Shows problems as the Markdown page of a step on GitHub, private values left out: every one, as far as there is room. */
import type { Problem } from '../../model/problems/problem.ts';
import { markdown } from '../text/escape.ts';
import { countProblems, type ProblemContext, placeProblems, wordsOf } from './problems.ts';

/** "Job step summaries are isolated between steps and each step is restricted to a maximum size of 1MiB." */
export const summaryLimit = 1024 * 1024;

/** Room for the last line, which tells how many are left out. */
const reserve = 512;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** A table in the order of the files; @param room bytes of UTF-8 it may take. Empty where there is not even room for its head. */
export function renderProblemsSummary(
  problems: readonly Problem[],
  { language, locate }: ProblemContext,
  room: number,
): string {
  const vi = language === 'vi';
  const head = `## danhba check: ${countProblems(problems, language)}`;
  const rest = (count: number) =>
    vi
      ? `\nCòn ${count} mục nữa: xem nhật ký của bước này.\n`
      : `\n${count} more: see the log of this step.\n`;
  const titles = vi
    ? '| tệp và dòng | mức | mã | có gì sai | cách sửa |'
    : '| file and line | severity | code | what is wrong | how to mend it |';
  const lines = [head, '', titles, '|---|---|---|---|---|'];
  let left = room - reserve - bytesOf(`${lines.join('\n')}\n`);
  if (left < 0) return '';
  let shown = 0;
  for (const { problem, at } of placeProblems(problems, locate)) {
    const { message, hint } = wordsOf(problem, language, 'everybody');
    const severity = problem.severity === 'error' ? (vi ? 'lỗi' : 'error') : vi ? 'cảnh báo' : 'warning';
    const place = `${markdown(problem.at.file)}:${at.line}`;
    const line = `| ${[place, severity, problem.code, markdown(message), markdown(hint)].join(' | ')} |`;
    left -= bytesOf(line) + 1;
    if (left < 0) break;
    lines.push(line);
    shown++;
  }
  return `${lines.join('\n')}\n${shown < problems.length ? rest(problems.length - shown) : ''}`;
}
