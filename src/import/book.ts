/** Where the steps of an import put what they tell and ask. */
import type { Arrival } from '../model/import/arrival.ts';
import type { Answered, AnswerRefusal, DecisionRow } from '../model/import/decision.ts';
import type { ImportNote, NoteCode } from '../model/import/report.ts';

export interface ImportBook {
  readonly notes: ImportNote[];
  readonly rows: DecisionRow[];
}

export const makeBook = (): ImportBook => ({ notes: [], rows: [] });

export interface Who {
  readonly arrival: Arrival;
  readonly name: string;
  readonly subject?: string;
}

export function note(book: ImportBook, who: Who, code: NoteCode, there = '', became = ''): void {
  const { arrival, name, subject } = who;
  const place = arrival.source.place;
  book.notes.push({ code, name, ...(subject !== undefined && { subject }), place, there, became });
}

type Asked = Omit<DecisionRow, keyof Answered | 'waits' | 'refusal'>;

/** `settled`: the answer, or what the files say by themselves, can be followed. */
export function ask(
  book: ImportBook,
  asked: Asked,
  said: Answered,
  settled: boolean,
  refusal?: AnswerRefusal,
): void {
  const { answer, document, date } = said;
  const isRefused = refusal !== undefined && !settled && answer !== '';
  book.rows.push({ ...asked, answer, document, date, waits: !settled, ...(isRefused && { refusal }) });
}
