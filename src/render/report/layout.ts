/** What a report is laid out in, before anybody shows it: notes, and sections of rows under titled columns. */
import type { Cell } from '../../model/workbook.ts';
import type { ColumnForm } from './rows.ts';

export interface Sheet {
  readonly title: string;
  /** What is said before the tables. */
  readonly notes: readonly Note[];
  readonly sections: readonly Section[];
}

/** `doubt`: what could not be looked at; that nothing was found then says nothing. */
export type Note =
  | { readonly says: 'counts'; readonly counts: readonly Count[] }
  | { readonly says: 'doubt' | 'told'; readonly text: string };

export interface Count {
  readonly status: string;
  readonly word: string;
  readonly count: number;
}

export const noteText = (note: Note): string =>
  note.says === 'counts' ? note.counts.map(({ word, count }) => `${word}: ${count}`).join(' · ') : note.text;

export interface SheetColumn extends ColumnForm {
  readonly title: string;
}

export interface SheetRow {
  readonly cells: readonly Cell[];
  /** The id of whose row it is. */
  readonly organization?: string;
}

export interface Section {
  /** `group`: of those rows that have something in common; `sums`: told over the others again. */
  readonly kind: 'whole' | 'group' | 'sums';
  /** What stands above it, without the number of its rows. */
  readonly heading?: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** How to put right what the rows have in common. */
  readonly hint?: string;
  /** Records for ldapmodify, below the hint, each to be copied as it is. */
  readonly ldif?: readonly string[];
}

/** As it is read: rows of a group are counted. */
export const headingOf = ({ kind, heading, rows }: Section): string | undefined =>
  kind === 'group' ? `${heading}: ${rows.length}` : heading;
