/** What an import did with each thing it saw, and what `check` will say of the files. */
import type { Problem } from '../problems/problem.ts';

/** In the order they are told in. */
export const noteCodes = [
  'file-unedited',
  'no-organization',
  'no-name',
  'entry-unknown',
  'service',
  'skipped',
  'agency',
  'agency-second',
  'disabled',
  'locked-by-map',
  'ended-there',
  'duplicate',
  'no-address',
  'alias-kept',
  'alias-dated',
  'name-chosen',
  'name-ascii',
  'name-tidied',
  'value-second',
  'value-left-out',
  'phones-dropped',
  'phones-unmanaged',
  'broken-attribute',
  'numbered',
] as const;

export type NoteCode = (typeof noteCodes)[number];

export interface ImportNote {
  readonly code: NoteCode;
  readonly name: string;
  /** The key it has in the files; absent for what is in none. */
  readonly subject?: string;
  readonly place: string;
  readonly there: string;
  readonly became: string;
}

export interface LocatedProblem {
  readonly problem: Problem;
  readonly line: number;
}

export interface ImportCounts {
  readonly entries: number;
  readonly people: number;
  readonly agencies: number;
  readonly organizations: number;
  /** Addresses that are as the rules give them: taken over silently. */
  readonly byRule: number;
  /** People and organizations that were in the files already. */
  readonly known: number;
  readonly added: number;
  readonly waiting: number;
}

export interface ImportReport {
  readonly counts: ImportCounts;
  readonly notes: readonly ImportNote[];
  readonly problems: readonly LocatedProblem[];
}
