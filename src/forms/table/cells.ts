/** Takes a list apart that was pasted from Excel, Word or Markdown: rows of cells, empty rows left out. */

type Cells = readonly string[];

/** Each cell in one line, composed, with single spaces: how wide a column was pasted says nothing. */
export function parseCells(text: string): readonly Cells[] {
  const plain = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => !/^ {0,3}(?:```|~~~)/.test(line))
    .join('\n');
  const rows = isPiped(plain) ? pipedRows(plain) : tabbedRows(plain);
  return rows.map((cells) => cells.map(tidy)).filter((cells) => cells.some((cell) => cell !== ''));
}

const tidy = (cell: string): string =>
  cell
    .normalize('NFC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();

/** GitHub makes Markdown of what is pasted from Excel. */
const isPiped = (text: string): boolean =>
  !text.includes('\t') && text.split('\n').every((line) => line.trim() === '' || line.includes('|'));

function pipedRows(text: string): readonly Cells[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !/^[|:\- ]*-[|:\- ]*$/.test(line))
    .map((line) => {
      const cells = line
        .split(/(?<!\\)\|/)
        .map((cell) => cell.replaceAll('\\|', '|').replace(/<br ?\/?>/gi, ' '));
      return cells.slice(
        line.startsWith('|') ? 1 : 0,
        cells.length > 1 && /(?<!\\)\|$/.test(line) ? -1 : undefined,
      );
    });
}

function tabbedRows(text: string): readonly Cells[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const quoted = quotedCell(text, at);
    const end = quoted?.end ?? cellEnd(text, at);
    cells.push(quoted?.cell ?? text.slice(at, end));
    if (text[end] !== '\t') {
      rows.push(cells);
      cells = [];
    }
    at = end + 1;
  }
  return rows;
}

function cellEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '\t' || text[at] === '\n') return at;
  return text.length;
}

/**
 * Excel puts a cell of several lines in quotes. What only begins with a quote is a cell like others, and none reaches
 * over a tab: else one stray quote would swallow the rows up to the next.
 */
function quotedCell(text: string, from: number): { readonly cell: string; readonly end: number } | undefined {
  if (text[from] !== '"') return undefined;
  let cell = '';
  for (let at = from + 1; at < text.length && text[at] !== '\t'; at++) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') cell += text[at++];
    else {
      const after = text[at + 1];
      return after === undefined || after === '\t' || after === '\n' ? { cell, end: at + 1 } : undefined;
    }
  }
  return undefined;
}
