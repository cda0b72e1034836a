/** What stands beside the comment of a review: notes on lines, one-click suggestions, labels. */

import type { Review } from '../../model/github/review.ts';
import type { Problem } from '../../model/problems/problem.ts';
import { type ProblemContext, wordsOf } from '../problems/problems.ts';
import { visible } from '../text/escape.ts';
import { type Names, namedProblem } from '../text/named.ts';
import type { Language } from '../text/wording.ts';
import { blockedOf } from './headline.ts';
import { reviewWords } from './words/review.ts';

interface Note {
  readonly path: string;
  readonly line: number;
  readonly level: 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/** GitHub takes so much for one note. */
const longestNote = 4000;

/** One for each problem, on its line; private data is not repeated. */
export function problemNotes(
  problems: readonly Problem[],
  { language, locate }: ProblemContext,
  names: Names,
): readonly Note[] {
  return problems.map((problem) => {
    const { message, hint } = wordsOf(namedProblem(problem, names), language, 'everybody');
    const told = `${message}\n${hint}`.trim();
    return {
      path: problem.at.file,
      line: locate(problem.at).line,
      level: problem.severity === 'error' ? 'failure' : 'warning',
      title: problem.code,
      message: told.split('\n').map(visible).join('\n').slice(0, longestNote).toWellFormed(),
    };
  });
}

/** The Markdown of a suggestion that GitHub shows with a button; the line holds no fence of its own. */
export function renderSuggestion(line: string, language: Language): string {
  return `${reviewWords[language].suggestion}\n\`\`\`suggestion\n${line}\n\`\`\``;
}

interface Label {
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/** By what somebody has to do; the names are Vietnamese, for the units read them in the list. */
export function reviewLabels(review: Review, prefix: string): readonly Label[] {
  const { problems, verdict, plan, removed = [], conflicts = [] } = review;
  const wrong = problems.some(({ severity }) => severity === 'error');
  const label = (name: string, color: string, description: string) => ({
    name: `${prefix}${name}`,
    color,
    description,
  });
  const blocked = blockedOf(plan);
  const isGuarded = blocked.some(({ code }) => code === 'guard');
  const isStuck = conflicts.length > 0;
  const isSound = !wrong && !isStuck && verdict.allowed && blocked.length === 0 && removed.length === 0;
  return [
    ...(isStuck ? [label('chưa gộp được', 'd73a4a', 'Nhánh chính vừa đổi cùng chỗ')] : []),
    ...(wrong ? [label('có lỗi', 'd73a4a', 'Tệp có lỗi phải sửa')] : []),
    ...(removed.length > 0 ? [label('xóa người', 'd93f0b', 'Xóa người khỏi tệp mà chưa ghi lý do')] : []),
    ...(verdict.allowed ? [] : [label('chờ duyệt', 'fbca04', 'Chờ người đại diện của đơn vị duyệt')]),
    ...(isGuarded ? [label('vượt ngưỡng', '5319e7', 'Số thay đổi vượt ngưỡng, cần duyệt một lần')] : []),
    ...(blocked.length > 0 && !isGuarded
      ? [label('còn giữ lại', 'd4c5f9', 'Gộp rồi vẫn có việc chưa làm: xem bình luận của danhba')]
      : []),
    ...(isSound ? [label('đạt', '0e8a16', 'Đúng quy tắc, có thể gộp')] : []),
  ];
}

/** The term of a pull request, and that it is near or over; `term` is the label the term is read from again. */
export function deadlineLabels(
  term: string,
  days: number,
  status: 'overdue' | 'soon' | 'running',
  prefix: string,
): readonly Label[] {
  const counted = {
    name: term,
    color: 'c5def5',
    description: `Phải làm trong ${days} ngày làm việc (6.2, 8.2)`,
  };
  if (status === 'running') return [counted];
  const [name, color, description] =
    status === 'soon'
      ? ['sắp đến', 'fbca04', 'Còn nhiều nhất một ngày làm việc']
      : ['quá hạn', 'b60205', 'Đã quá hạn của Quy chế'];
  return [counted, { name: `${prefix}${name}`, color, description }];
}
