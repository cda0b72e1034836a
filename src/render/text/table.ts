/** Lays out columns for a terminal: Vietnamese letters take one column however they are encoded. */

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Its texts may be broken into lines where the screen is narrow; first of all those longer than this. */
  readonly breaks?: number;
}

/** Colour, which takes no room; no text of others has an escape character left once it is `visible`. */
const colour = /\u001b\[[\d;]*m/g;

/**
 * How many columns a text without control characters takes: one for each letter, with all its marks. No letter of Latin
 * script takes two, so that neither Node's tables nor a package's are asked.
 */
export const columnsOf = (text: string): number =>
  [...text.replace(colour, '').normalize('NFC').replace(/\p{M}/gu, '')].length;

/** Lines of whole words; a word that is wider stands alone, so that it can be copied. @param later all lines but the first. */
export function wrap(text: string, width: number, later = width): readonly string[] {
  if (columnsOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columnsOf(longer) > (lines.length === 0 ? width : later)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

const pad = (text: string, to: number, align: Column['align']): string => {
  const space = ' '.repeat(Math.max(0, to - columnsOf(text)));
  return align === 'right' ? space + text : text + space;
};

/** The rows under their titles, columns two spaces apart, each line indented by two. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = naturalWidths(columns, rows);
  const line = (cells: readonly string[]) =>
    `  ${columns.map(({ align }, index) => pad(cells[index] ?? '', widths[index] ?? 0, align)).join('  ')}`.trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)];
}

/** The table with its longer texts going on below, as far as the screen asks for it; it may be wider all the same. */
export function renderBrokenTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  screen: number,
): string[] {
  const least = columns.map(({ title, breaks }, index) =>
    breaks === undefined ? undefined : Math.max(columnsOf(title), longestWord(rows, index)),
  );
  const pleasant = columns.map(({ breaks = 0 }, index) => {
    const limit = least[index];
    return limit === undefined ? undefined : Math.max(limit, breaks);
  });
  const widths = narrow(narrow(naturalWidths(columns, rows), pleasant, screen), least, screen);
  const broken = rows.flatMap((row) => {
    const pieces = row.map((cell, index) => wrap(cell, widths[index] ?? screen));
    const height = Math.max(...pieces.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => pieces.map((piece) => piece[line] ?? ''));
  });
  return renderTable(columns, broken);
}

/**
 * A table that fits the screen: where its columns cannot, or would be so narrow that a list is shorter, each row is a
 * list of its cells with their titles.
 */
export function renderFittingTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  screen: number,
): string[] {
  const table = renderBrokenTable(columns, rows, screen);
  const list = stack(columns, rows, screen);
  const isFit = table.every((line) => columnsOf(line) <= screen);
  return isFit && table.length <= list.length + 1 ? table : list;
}

function stack(columns: readonly Column[], rows: readonly (readonly string[])[], screen: number): string[] {
  return rows.flatMap((row) => {
    const told = columns.flatMap(({ title }, index) => {
      const cell = row[index] ?? '';
      const [first = '', ...more] = wrap(`${title}: ${cell}`, screen - 4, screen - 6);
      return cell === '' ? [] : [first, ...more.map((line) => `  ${line}`)];
    });
    return told.map((line, index) => `${index === 0 ? '  · ' : '    '}${line}`);
  });
}

const naturalWidths = (columns: readonly Column[], rows: readonly (readonly string[])[]): readonly number[] =>
  columns.map(({ title }, index) =>
    rows.reduce((widest, row) => Math.max(widest, columnsOf(row[index] ?? '')), columnsOf(title)),
  );

/** Narrows the widest columns that may be broken, one step at a time, until the table fits or cannot. */
function narrow(
  natural: readonly number[],
  least: readonly (number | undefined)[],
  screen: number,
): readonly number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width + 2, 0) - screen;
  for (; excess > 0; excess--) {
    let widest: number | undefined;
    for (const [index, width] of widths.entries()) {
      const limit = least[index];
      if (limit === undefined || width <= limit) continue;
      if (widest === undefined || width > (widths[widest] ?? 0)) widest = index;
    }
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function longestWord(rows: readonly (readonly string[])[], index: number): number {
  let longest = 0;
  for (const row of rows) {
    for (const word of (row[index] ?? '').split(' ')) longest = Math.max(longest, columnsOf(word));
  }
  // An address or a path is not worth a column of its own width.
  return Math.min(longest, 20);
}
