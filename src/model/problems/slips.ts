/** Slips of the hands that type, paste, save and copy files: each told by its cause, not by what follows from it. */
import type { EncodingSort } from './naming.ts';

export interface SlipArgs {
  /** What a merge of Git left undecided; lines of the file, from 1. */
  'yaml-conflict-markers': { first: number; last: number };
  'yaml-foreign-space': { codePoint: string; where: 'indent' | 'colon' | 'line' };
  /** `sign` is what stands in the place of the colon, or the colon itself. */
  'yaml-missing-space': { key: string; sign: string };
  /** `joined`: no blank after it; `appended`: on a line that was not ended; `lost`, `missing`: not there at all. */
  'yaml-list-mark': { mark: string; slip: 'mark' | 'joined' | 'appended' | 'lost' | 'missing' };
  'yaml-indent': { found: number; expected: number };
  /** A value YAML takes for something else: by its first sign, or by a colon in it. */
  'yaml-quote-needed': { key: string; sign: string };
  /** What a file says and nobody reads: after `#`, in an anchor `&` nobody uses, in a tag `!`; quoted nowhere, it may be private. */
  'yaml-text-lost': { key: string; sign: '#' | '&' | '!' };
  /** Broken text outside of names, which have a code of their own. */
  'text-encoding': { value: string; sort: EncodingSort };
  /** `likely` only where it is no guess: capitals with marks, or syllables all others of the file spell alike. */
  'name-spelling': { name: string; sort: 'capitals' | 'unmarked'; likely?: string };
}

/** Files that are not there, or not what they seem. */
export interface FileArgs {
  'file-empty': Record<never, never>;
  /** `of` is the file it seems to be a copy of. */
  'file-copy': { name: string; of: string };
  'file-ending': { name: string; wanted: string };
  /** Of a year whose terms are counted from now on; `file` is the one to be made. */
  'calendar-missing': { year: number; file: string };
  /** A file the directory had, by Git; `commit` is the last one that has it. */
  'file-deleted': { path: string; file: string; commit: string };
}
