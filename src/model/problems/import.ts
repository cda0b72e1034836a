/** Why nothing could be imported: what was given could not be read, or not be told apart. */
interface At {
  readonly at: string;
}
interface Cause {
  readonly cause: string;
}
/** A line of an LDIF file. */
type Line = At & { readonly text: string };

export interface ImportErrorFacts {
  /** What lies beside the directory is not what an import has written. */
  'import-decisions.adoption': At;
  'import-decisions.columns': At & { readonly columns: readonly string[] };
  'import-encoding': At & { readonly encoding: string };
  'import-file.ending': At;
  'import-file.size': At & { readonly limit: number };
  'import-file.unreadable': At & Cause;
  'import-ldif.base64': Line;
  'import-ldif.changes': Line;
  'import-ldif.dn': Line;
  'import-ldif.line': Line;
  'import-ldif.url': Line;
  'import-map.exists': At;
  'import-map.missing': At;
  /** The problems, in the language of whoever asked. */
  'import-map.unusable': { readonly problems: string };
  'import-policy': At;
  'import-table.column': At & { readonly column: string };
  'import-table.empty': At;
  'import-table.quote': At;
  'import-xlsx.sheet': At & { readonly sheet: string; readonly sheets: readonly string[] };
  'import-xlsx.sheets': At & { readonly sheets: readonly string[] };
  'import-xlsx.unreadable': At & Cause;
}
