/** Answers a form: what came of it, or what is wrong, in Vietnamese and in English; no text of it is markup. */
import type { RequestKind, RequestProblem, RequestProblemArgs } from '../../model/github/request.ts';
import type { MadePull, RowNote, WrongRow } from '../../model/github/request-answer.ts';
import { withDates } from '../text/dates.ts';
import { markdown, visible } from '../text/escape.ts';
import type { Language, WordingTable, Words } from '../text/wording.ts';
import { requestFormWords } from './words/request.ts';
import { requestListWords, rowNoteWords } from './words/request-list.ts';
import { requestMoveWords } from './words/request-move.ts';
import { requestNoticeWords } from './words/request-notice.ts';
import { refusedWords, uneditableWords } from './words/request-refused.ts';
import { requestTargetWords } from './words/request-target.ts';
import { requestKindWords } from './words/request-terms.ts';

const requestWords: WordingTable<RequestProblemArgs> = {
  ...requestFormWords,
  ...requestTargetWords,
  ...requestMoveWords,
  ...requestListWords,
  ...requestNoticeWords,
};

/** The message and hint of one problem. */
export function requestProblemWords(problem: RequestProblem, language: Language): Words {
  // The table is complete by type; only its union of functions cannot be called without this step.
  const table = requestWords as unknown as Record<string, Record<Language, (args: unknown) => Words>>;
  return table[problem.code]?.[language](problem.args) ?? { message: problem.code, hint: '' };
}

/** The title of the pull request, and of its commit: one line, whatever the name holds. */
export function requestTitle(kind: RequestKind, name: string, organization: string): string {
  const { vi } = requestKindWords[kind];
  const whose = isAgency(name, organization) ? organization : `${name} (${organization})`;
  return visible(`${vi[0]?.toUpperCase()}${vi.slice(1)}: ${whose}`);
}

/** Of the agency's own mailbox: one of several of that name is told with whose it is. */
const isAgency = (name: string, organization: string): boolean =>
  name === organization || organization.startsWith(`${name} (`);

/** By 5.2.b an address is not decided by who asks for it. */
export const operatorNote = {
  vi: 'Địa chỉ do quyết định đặt cần **đơn vị vận hành** cùng duyệt (khoản 5.2.b).',
  en: 'The operator has to agree to a decided address too (5.2.b).',
} as const;

/** From the day of a notice the term until a deletion runs (8.1): that is the operator's word alone. */
const noticeNote = {
  vi: 'Chưa gộp thì chưa tính thời hạn nào (khoản 8.1). Đối chiếu danh sách người trong thay đổi với thông báo đã ký.',
  en: 'An operator has to agree; no term runs before the merge (8.1). Compare the people of the change with the notice that was signed.',
} as const;

/** The comment under the issue once there is a pull request for it. */
export function renderRequestDone(
  kind: RequestKind,
  name: string,
  { number, organization, operator }: MadePull,
  notes: readonly RowNote[] = [],
): string {
  const { vi, en } = requestKindWords[kind];
  const whose = isAgency(name, organization)
    ? markdown(organization)
    : `${markdown(name)}, ${markdown(organization)}`;
  return inBoth(
    [
      `**Đã lập thay đổi #${number}** cho đề nghị ${vi}: ${whose}. ${kind === 'notice' ? 'Đơn vị vận hành' : 'Người đại diện của cơ quan'} xem và duyệt ở đó; sửa phiếu này thì thay đổi được lập lại.`,
      ...(operator ? ['', operatorNote.vi] : []),
      ...(kind === 'notice' ? ['', noticeNote.vi] : []),
      ...notes.flatMap((note) => ['', sentence(rowNoteWords[note].vi)]),
    ],
    [
      [
        `Pull request #${number} records the request (${en}).`,
        ...(operator ? [operatorNote.en] : []),
        ...(kind === 'notice' ? [noticeNote.en] : []),
        ...notes.map((note) => sentence(rowNoteWords[note].en)),
      ].join(' '),
    ],
  );
}

const sentence = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}.`;

/** What is added where the form has been edited into something that cannot be carried out. */
export function renderRequestStale(number: number): string {
  return inBoth(
    [
      `Thay đổi #${number} lập từ bản trước của phiếu vẫn còn mở: **đừng gộp**. Sửa xong phiếu thì thay đổi đó được lập lại; không cần nữa thì đóng cả hai.`,
    ],
    [`Pull request #${number} records what the form said before: do not merge it.`],
  );
}

export const staleRequestPrefix = 'phiếu: ';

/** On the pull request of a form that says something else by now. */
export const staleRequestLabel = {
  name: `${staleRequestPrefix}đã sửa, đừng gộp`,
  color: 'b60205',
  description: 'Phiếu đã sửa và chưa thực hiện được: thay đổi này theo bản trước',
} as const;

/** The comment where the files say already what is asked for, or somebody else works on the branch of the request. */
export function renderRequestStopped(why: 'nothing' | 'foreign', branch: string): string {
  const [vi, en] =
    why === 'nothing'
      ? [
          'Tệp của cơ quan đã ghi đúng như phiếu này: không có gì phải sửa.',
          'The file says so already: nothing to change.',
        ]
      : [
          `Nhánh ${markdown(branch)} đã được người khác sửa: danhba không ghi đè. Sửa tiếp trong thay đổi đó, hoặc xóa nhánh rồi lưu lại phiếu.`,
          `Somebody else has pushed to ${markdown(branch)}, which is not overwritten. Go on there, or delete the branch and save the form again.`,
        ];
  return inBoth([vi], [en]);
}

/** The comment where exactly this was proposed before and its pull request closed: how it is asked for anew. */
export function renderRequestClosed({
  number,
  merged,
}: {
  readonly number: number;
  readonly merged: boolean;
}): string {
  const [vi, en] = merged
    ? [
        `**Thay đổi #${number} của phiếu này đã được gộp**, sau đó tệp lại được sửa khác đi, và phiếu không đề nghị điều gì mới: danhba không tự lập lại.`,
        `Pull request #${number} of this form was merged, the file was changed again since, and the form asks for nothing new: it is not proposed again.`,
      ]
    : [
        `**Thay đổi #${number} của phiếu này đã bị từ chối** (đóng mà không gộp), và phiếu không đề nghị điều gì mới: danhba không lập lại. Lý do, nếu có, ghi ở #${number}.`,
        `Pull request #${number} of this form was refused (closed without a merge), and the form asks for nothing new: it is not proposed again.`,
      ];
  return inBoth(
    [
      vi,
      '',
      `Muốn đề nghị lại: sửa nội dung phiếu (ví dụ ghi số văn bản mới), hoặc gửi phiếu mới${merged ? '' : `; người đã từ chối cũng có thể mở lại #${number}`}.`,
    ],
    [
      `${en} To ask anew: change what the form asks for (the number of a new document), or send a new form${merged ? '' : `; who refused it may also reopen #${number}`}.`,
    ],
  );
}

/** Everything that is wrong with one row, or with a form about one person. */
export function wrongWords(wrong: WrongRow, language: Language): readonly Words[] {
  return wordsOf(wrong, language).map(({ message, hint }) => ({
    message: withDates(message, language),
    hint: withDates(hint, language),
  }));
}

function wordsOf(wrong: WrongRow, language: Language): readonly Words[] {
  if ('problems' in wrong) return wrong.problems.map((problem) => requestProblemWords(problem, language));
  if ('refusal' in wrong) return [uneditableWords(wrong.refusal, language)];
  return wrong.broken.map((problem) => refusedWords(problem, language));
}

/** The comment where nothing can be proposed; private values are not repeated. */
export function renderRequestWrong(kind: RequestKind, wrong: WrongRow): string {
  const lines = (language: Language) =>
    wrongWords(wrong, language).map(
      ({ message, hint }) => `- ${markdown(message)}${hint === '' ? '' : `. ${markdown(hint)}`}`,
    );
  const done = 'problems' in wrong && wrong.problems.every(({ code }) => isDone(code, kind));
  return answer(kind, lines, done ? 'done' : 'wrong');
}

/** The comment where the answers themselves are wrong. */
export const renderRequestProblems = (kind: RequestKind, problems: readonly RequestProblem[]): string =>
  renderRequestWrong(kind, { problems });

/** Nothing is wrong with the form: what it asks for is so already. */
function isDone(code: RequestProblem['code'], kind: RequestKind): boolean {
  const asked = ['already-suspended', 'already-requested', 'nothing-changes'];
  return asked.includes(code) || (code === 'already-terminated' && kind === 'terminate');
}

const leads = {
  wrong: {
    vi: (kind) =>
      `**Chưa thực hiện được đề nghị ${kind}.** Sửa phiếu ở trên (nút «…» › Edit) rồi lưu lại; câu trả lời này sẽ đổi theo:`,
    en: (kind) => `The request (${kind}) cannot be carried out yet. Edit the form above and save it:`,
  },
  done: {
    vi: (kind) =>
      `**Đề nghị ${kind} không còn gì phải làm.** Đúng ý thì đóng phiếu (Close issue); ghi nhầm thì sửa phiếu ở trên (nút «…» › Edit) rồi lưu lại:`,
    en: (kind) => `The request (${kind}) is fulfilled already. Close the issue, or edit the form above:`,
  },
} satisfies Record<string, Record<Language, (kind: string) => string>>;

function answer(
  kind: RequestKind,
  lines: (language: Language) => readonly string[],
  lead: keyof typeof leads = 'wrong',
): string {
  const { vi, en } = requestKindWords[kind];
  return inBoth([leads[lead].vi(vi), '', ...lines('vi')], [leads[lead].en(en), '', ...lines('en')]);
}

/** English is folded: who fills a form reads Vietnamese. */
export const inBoth = (vi: readonly string[], en: readonly string[]): string =>
  [...vi, '', '<details><summary>English</summary>', '', ...en, '', '</details>', ''].join('\n');
