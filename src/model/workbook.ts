/** Tables for a spreadsheet program: what a workbook is made of, whichever library writes it. */

/** A number is computed with, a `YYYY-MM-DD` day is sorted as one, a text is never a formula. */
export type Cell = string | number | { readonly day: string } | undefined;

export interface WorkbookColumn {
  readonly title: string;
  /** In characters; what the longest cell needs, within bounds, where nothing is said. */
  readonly width?: number;
}

export interface WorkbookSheet {
  /** The tab. What a spreadsheet program refuses in it is left out, and it is cut at 31 characters. */
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly (readonly Cell[])[];
}
