/** Shows problems: to people with the line and a caret, to programs as JSON, to GitHub as annotations. */
import { isPrivate } from '../../model/account/private.ts';
import type { Place, Problem } from '../../model/problems/problem.ts';
import { renderJson, visible, workflowData, workflowProperty } from '../text/escape.ts';
import { foldText, noScreen, type Screen } from '../text/screen.ts';
import { columnsOf } from '../text/table.ts';
import type { Audience, Language, Words } from '../text/wording.ts';
import { hiddenValueWords, problemWords } from './words/problems.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface ProblemContext {
  readonly language: Language;
  readonly locate: (place: Place) => Position;
  /** The text of a file, for the excerpt; undefined where it could not be read. */
  readonly textOf: (file: string) => string | undefined;
}

/** What is wrong and how to put it right, in one language, as far as the reader may know. */
export function wordsOf(problem: Problem, language: Language, audience: Audience): Words {
  if (audience === 'everybody' && isPrivate(problem)) {
    return { message: hiddenValueWords[language], hint: '' };
  }
  // The table is complete by type; only its union of functions cannot be called without this step.
  const table = problemWords as unknown as Record<string, Record<Language, (args: unknown) => Words>>;
  const words = table[problem.code]?.[language](problem.args);
  return words ?? { message: problem.code, hint: '' };
}

interface Placed {
  readonly problem: Problem;
  readonly at: Position;
}

/** By file, then place: the order somebody works through them in. */
export function placeProblems(
  problems: readonly Problem[],
  locate: ProblemContext['locate'],
): readonly Placed[] {
  const placed = problems.map((problem) => ({ problem, at: locate(problem.at) }));
  return placed.sort(
    (a, b) =>
      compare(a.problem.at.file, b.problem.at.file) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column ||
      compare(a.problem.code, b.problem.code),
  );
}

export function renderProblemsText(
  problems: readonly Problem[],
  context: ProblemContext,
  screen: Screen = noScreen,
): string {
  const lineOf = makeLineReader(context.textOf);
  const shown = placeProblems(problems, context.locate).map((placed) =>
    renderOne(placed, lineOf, context.language, screen),
  );
  return `${[...shown, countProblems(problems, context.language)].join('\n')}\n`;
}

export function countProblems(problems: readonly Problem[], language: Language): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  if (language === 'vi') return `${errors} lỗi, ${warnings} cảnh báo`;
  const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  return `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
}

type LineReader = (file: string, line: number) => string | undefined;

/** A file is cut into lines once, however many of them have problems. */
function makeLineReader(textOf: ProblemContext['textOf']): LineReader {
  const lines = new Map<string, readonly string[]>();
  return (file, line) => {
    let ofFile = lines.get(file);
    if (ofFile === undefined) {
      // A byte-order mark takes no column, here as in the place.
      ofFile = (textOf(file) ?? '').replace(/^\ufeff/, '').split('\n');
      lines.set(file, ofFile);
    }
    return ofFile[line - 1]?.replace(/\r$/, '');
  };
}

function renderOne(
  { problem, at }: Placed,
  lineOf: LineReader,
  language: Language,
  { width, paint }: Screen,
): string {
  const { line, column } = at;
  const { file } = problem.at;
  const { message, hint } = wordsOf(problem, language, 'desk');
  const vi = language === 'vi';
  const severity = problem.severity === 'error' ? (vi ? 'lỗi' : 'error') : vi ? 'cảnh báo' : 'warning';
  const tone = problem.severity === 'error' ? 'bad' : 'warning';
  const told = paint(tone, severity);
  const head = `${visible(`${file}:${line}:${column}`)}: ${told} [${problem.code}] ${visible(message)}`;
  const help = hint === '' ? [] : [foldText(`   = ${visible(hint)}`, width)];
  const cut = excerpt(lineOf(file, line), line, column, paint(tone, '^'), width);
  return [foldText(head, width), ...cut, ...help, ''].join('\n');
}

/** So much of a line is shown where nobody knows the screen, and such a part of it before the place. */
const longestExcerpt = 100;
const shareBefore = 0.6;

/** The line itself and a caret under the place; long lines are cut around it. */
function excerpt(
  raw: string | undefined,
  line: number,
  column: number,
  caret: string,
  width: number = Number.POSITIVE_INFINITY,
): string[] {
  if (raw === undefined || raw.trim() === '') return [];
  const digits = String(line).length;
  const room = Math.min(longestExcerpt, width - digits - 4);
  const start = Math.max(0, column - Math.floor(room * shareBefore));
  const before = shownPart(raw.slice(start, column - 1));
  const shown = before + shownPart(raw.slice(column - 1, start + room));
  return [` ${line} | ${shown}`, ` ${' '.repeat(digits)} | ${' '.repeat(columnsOf(before))}${caret}`];
}

/** A tab takes one column, so that the caret stands right on every terminal. */
function shownPart(text: string): string {
  return visible(text.replaceAll('\t', ' '));
}

export function renderProblemsJson(problems: readonly Problem[], context: ProblemContext): string {
  const list = placeProblems(problems, context.locate).map(({ problem, at: { line, column } }) => {
    const { message, hint } = wordsOf(problem, context.language, 'desk');
    const { code, severity, at } = problem;
    return { code, severity, file: at.file, line, column, message, ...(hint !== '' && { hint }) };
  });
  return `${renderJson({ problems: list }, 2)}\n`;
}

export function renderProblemsGithub(problems: readonly Problem[], context: ProblemContext): string {
  const lines = placeProblems(problems, context.locate).map(({ problem, at: { line, column } }) => {
    const { message, hint } = wordsOf(problem, context.language, 'everybody');
    const properties = [
      `file=${workflowProperty(visible(problem.at.file))}`,
      `line=${line}`,
      `col=${column}`,
      `title=${workflowProperty(problem.code)}`,
    ].join(',');
    const data = workflowData(visible(hint === '' ? message : `${message}. ${hint}`));
    return `::${problem.severity} ${properties}::${data}\n`;
  });
  return lines.join('');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
