/** Lays out columns for a terminal: Vietnamese letters take one column however they are encoded. */

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** How many columns a text without control characters takes. */
export const columnsOf = (text: string): number => [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;

const pad = (text: string, to: number, align: Column['align']): string => {
  const space = ' '.repeat(Math.max(0, to - columnsOf(text)));
  return align === 'right' ? space + text : text + space;
};

/** The rows under their titles, columns two spaces apart, each line indented by two. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ title }, index) =>
    rows.reduce((widest, row) => Math.max(widest, columnsOf(row[index] ?? '')), columnsOf(title)),
  );
  const line = (cells: readonly string[]) =>
    `  ${columns.map(({ align }, index) => pad(cells[index] ?? '', widths[index] ?? 0, align)).join('  ')}`.trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)];
}
