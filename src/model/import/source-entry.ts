/** One entry or row as it stands where it is imported from. */
export interface SourceEntry {
  /** Where it stands, for people: its DN, or "file.csv:17". */
  readonly place: string;
  readonly dn?: string;
  readonly uuid?: string;
  /** By attribute or column name in lower case (options as in "title;lang-en" keep their own name). */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Names of attributes whose bytes were no UTF-8; their values are given as best they can be read. */
  readonly broken?: readonly string[];
}

/** All that was read of one source. */
export interface Source {
  readonly kind: 'ldap' | 'ldif' | 'csv' | 'xlsx';
  readonly entries: readonly SourceEntry[];
  /** The sheets that hold something, of a workbook; the first of them, or the one that was named, was read. */
  readonly sheets?: readonly string[];
}

/** How a map calls an attribute or a column: as it is written there, whatever its spaces, case and Unicode form. */
export const columnName = (text: string): string =>
  text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
