/** Answers a list row by row: who gets which address, and what is to be put right; no text of it is markup. */
import type { RequestKind } from '../../model/github/request.ts';
import type { AnsweredRow, MadePull, RowNote } from '../../model/github/request-answer.ts';
import { markdown } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';
import { inBoth, operatorNote, wrongWords } from './request.ts';
import { breakAddresses, breakable } from './safe.ts';
import { rowNoteWords } from './words/request-list.ts';
import { requestKindWords } from './words/request-terms.ts';

/** A comment has room for 65,536 characters, and a list for 200 rows. */
const hintedRows = 30;
const nameLimit = 50;
const hintedLimit = 400;
const plainLimit = 90;

export const titleOfMany = (count: number): string => `${count} người`;

/** Every row has its line; what is to be put right stands before what is right. */
export function renderRequestList(
  kind: RequestKind,
  rows: readonly AnsweredRow[],
  unused: readonly string[],
  pull: MadePull | undefined,
): string {
  const wrong = rows.filter((row) => 'wrong' in row);
  const right = rows.filter((row) => 'key' in row);
  const good = right.length;
  const { vi, en } = requestKindWords[kind];
  const operator = pull?.operator === true;
  const vietnamese = [
    lead.vi(vi, good, wrong.length, pull),
    ...(operator ? ['', operatorNote.vi] : []),
    ...(unused.length > 0 ? ['', `Cột không dùng đến: ${unused.map(markdown).join(', ')}.`] : []),
    ...tableOf('cần sửa', wrong, (row, index) => `❌ ${told(row, 'vi', index < hintedRows)}`),
    ...tableOf('kết quả', right, rightCell),
  ];
  const english = [
    lead.en(en, good, wrong.length, pull),
    ...(operator ? ['', operatorNote.en] : []),
    ...(unused.length > 0 ? ['', `Columns nobody looked at: ${unused.map(markdown).join(', ')}.`] : []),
    '',
    ...wrong.slice(0, hintedRows).map((row) => `- ${row.row}: ${told(row, 'en', true)}`),
    ...englishNotes(rows),
  ];
  return inBoth(vietnamese, english);
}

type WrongRow = Extract<AnsweredRow, { wrong: unknown }>;
type RightRow = Exclude<AnsweredRow, WrongRow>;

/** One of each sort: a long answer would leave the names beside it no room. */
const tableOf = <T extends AnsweredRow>(
  title: string,
  rows: readonly T[],
  tell: (row: T, index: number) => string,
): readonly string[] => [
  ...(rows.length === 0 ? [] : ['', `| dòng | họ và tên | ${title} |`, '|---|---|---|']),
  ...rows.map(
    (row, index) => `| ${row.row} | ${markdown(shortly(row.name, nameLimit))} | ${tell(row, index)} |`,
  ),
];

const rightCell = (row: RightRow): string =>
  [
    '✅',
    ...(row.address === undefined ? [] : [breakable(row.address)]),
    ...notesOf(row).map((note) => `(${rowNoteWords[note].vi})`),
  ].join(' ');

const notesOf = (row: AnsweredRow): readonly RowNote[] => ('key' in row ? (row.notes ?? []) : []);

/** One line for all rows of which the same is said. */
function englishNotes(rows: readonly AnsweredRow[]): readonly string[] {
  const noted = rows.flatMap((row) => notesOf(row).map((note) => [note, row.row] as const));
  return [...Map.groupBy(noted, ([note]) => note)].map(
    ([note, of]) => `- ${of.map(([, row]) => row).join(', ')}: ${rowNoteWords[note].en}`,
  );
}

function told({ wrong }: WrongRow, language: Language, hinted: boolean): string {
  const words = wrongWords(wrong, language).map(({ message, hint }) =>
    hinted && hint !== '' ? `${message}. ${hint}` : message,
  );
  return breakAddresses(markdown(shortly(words.join('; '), hinted ? hintedLimit : plainLimit)));
}

const shortly = (text: string, limit: number): string =>
  text.length > limit ? `${text.slice(0, limit - 1).toWellFormed()}…` : text;

const lead = {
  vi: (kind: string, good: number, wrong: number, pull: MadePull | undefined): string => {
    const fix = 'Sửa phiếu ở trên (nút «…» › Edit) rồi lưu lại; câu trả lời này sẽ đổi theo';
    if (pull === undefined) return `**Chưa thực hiện được đề nghị ${kind}: ${wrong} dòng còn sai.** ${fix}.`;
    const done = `**Đã lập thay đổi #${pull.number}** cho đề nghị ${kind}: ${good} người, ${markdown(pull.organization)}. Người đại diện của cơ quan xem và duyệt ở đó.`;
    return wrong === 0
      ? `${done} Sửa phiếu này thì thay đổi được lập lại.`
      : `${done}\n\n**Còn ${wrong} dòng chưa đưa vào.** ${fix}. Đã duyệt và gộp rồi thì gửi phiếu mới cho các dòng đó.`;
  },
  en: (kind: string, good: number, wrong: number, pull: MadePull | undefined): string => {
    if (pull === undefined)
      return `The request (${kind}) cannot be carried out yet: ${wrong} rows are wrong.`;
    const done = `Pull request #${pull.number} records the request (${kind}) for ${good} people.`;
    return wrong === 0
      ? done
      : `${done} ${wrong} rows are not in it: edit the form above and save it; after the merge, send a new form for them.`;
  },
};
