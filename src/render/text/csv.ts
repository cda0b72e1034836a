/** A table as CSV (RFC 4180) that Excel opens with the right letters, and in which no cell is a formula. */

import { withoutUnseen } from './escape.ts';

/** Spreadsheets look for this before they believe that a file is UTF-8. */
export const byteOrderMark = '\ufeff';

/** A number is written as it is: -3 is no formula. */
type Row = readonly (string | number)[];

export const renderCsv = (rows: readonly Row[]): string => byteOrderMark + csvRows(rows);

export const csvRows = (rows: readonly Row[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** What begins so is computed by Excel and LibreOffice: by some after spaces too, and as a Japanese keyboard writes it. */
const formula = /^\t|^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** Digits alone compute nothing, and an address book would keep the apostrophe. */
const telephone = /^\+\d[\d ]{6,}$/;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = withoutUnseen(value);
  // An apostrophe before it makes it a text.
  const safe = formula.test(text) && !telephone.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
