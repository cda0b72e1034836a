/** A table as CSV (RFC 4180) that Excel opens with the right letters, and in which no cell is a formula. */

/** Spreadsheets look for this before they believe that a file is UTF-8. */
export const byteOrderMark = '\ufeff';

/** A number is written as it is: -3 is no formula. */
type Row = readonly (string | number)[];

export const renderCsv = (rows: readonly Row[]): string => byteOrderMark + csvRows(rows);

export const csvRows = (rows: readonly Row[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  // What begins so is computed by Excel and LibreOffice; an apostrophe before it makes it a text.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
