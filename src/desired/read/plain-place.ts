/** Finds a place in lines of the plain block style (block-yaml.ts) without a parser: where the full one says it is, or nowhere. */

/** The first key of a mapping, from 0. */
export interface Corner {
  readonly line: number;
  readonly column: number;
}

/**
 * The place of what the path leads to, from 0; where it is missing, of the last that is there. `lines` are of one person, in
 * a file that was read as plain. Undefined where more than blocks stand there: only the full parser knows.
 */
export function findPlainPlace(
  lines: readonly string[],
  corner: Corner,
  path: readonly (string | number)[],
  onKey: boolean,
): Corner | undefined {
  // Where a comment between two lines belongs is for the full parser to say.
  if (lines.some((line) => line.includes('#'))) return undefined;
  let node = corner;
  for (const [depth, step] of path.entries()) {
    const sign = (lines[node.line] as string)[node.column];
    if (sign === '{' || sign === '[') return undefined;
    const inList = isSequence(lines, node);
    if (!inList && !isKey(lines, node)) return node;
    const found = inList ? itemAt(lines, node, Number(step)) : keyAt(lines, node, String(step));
    if (found === undefined || (onKey && !inList && depth === path.length - 1)) return found ?? node;
    const value = inList ? found : valueAt(lines, found);
    if (value === undefined) return undefined;
    node = value;
  }
  return node;
}

const key = /[A-Za-z][A-Za-z0-9_-]*:(?= |$)/y;

function isKey(lines: readonly string[], { line, column }: Corner): boolean {
  key.lastIndex = column;
  return key.test(lines[line] as string);
}

const isSequence = (lines: readonly string[], { line, column }: Corner): boolean =>
  (lines[line] as string).startsWith('- ', column);

/** Where the mapping has this key. */
function keyAt(lines: readonly string[], { line, column }: Corner, name: string): Corner | undefined {
  for (const at of siblings(lines, line, column)) {
    if ((lines[at] as string).startsWith(`${name}:`, column)) return { line: at, column };
  }
  return undefined;
}

/** Where the item of the sequence begins. */
function itemAt(lines: readonly string[], { line, column }: Corner, index: number): Corner | undefined {
  let count = 0;
  for (const at of siblings(lines, line, column)) {
    if (!(lines[at] as string).startsWith('- ', column)) return undefined;
    if (count++ === index) return { line: at, column: contentAfter(lines[at] as string, column + 2) };
  }
  return undefined;
}

/** The lines that stand as deep as the first, up to the one that stands less deep. */
function* siblings(lines: readonly string[], first: number, column: number): Generator<number> {
  yield first;
  for (let at = first + 1; at < lines.length; at++) {
    const line = lines[at] as string;
    const indent = contentAfter(line, 0);
    if (indent === line.length || indent > column) continue;
    if (indent < column) return;
    yield at;
  }
}

/** What stands behind the colon, or below. */
function valueAt(lines: readonly string[], { line, column }: Corner): Corner | undefined {
  const text = lines[line] as string;
  const inline = contentAfter(text, text.indexOf(':', column) + 1);
  if (inline < text.length) return { line, column: inline };
  for (let at = line + 1; at < lines.length; at++) {
    const indent = contentAfter(lines[at] as string, 0);
    if (indent < (lines[at] as string).length) return { line: at, column: indent };
  }
  return undefined;
}

function contentAfter(line: string, from: number): number {
  let at = from;
  while (line.charCodeAt(at) === 0x20) at++;
  return at;
}
