/** Sets one person's lines aside where they alone cannot be read, so that a slip in them hides nobody else. */
import { composeYaml } from '../read/compose-yaml.ts';
import type { Mended } from './mend.ts';
import { type Cause, indentOf, type Row } from './row.ts';

/** The rows of the list of people: the first after its key, and the first that is no more of it. */
export function peopleRows(rows: readonly Row[]): readonly [number, number] | undefined {
  const start = rows.findIndex(({ text }) => /^people *:/.test(text));
  if (start < 0) return undefined;
  const end = rows.findIndex(({ text }, index) => index > start && /^[A-Za-z.%]/.test(text));
  return [start + 1, end < 0 ? rows.length : end];
}

/** The same, without the lines of every person that cannot be read; each is told once, by its slip or its first error. */
export function isolate(mended: Mended): Mended | undefined {
  const people = peopleRows(mended.rows);
  if (people === undefined) return undefined;
  const [start, end] = people;
  const rows = [...mended.rows];
  const causes: Cause[] = [...mended.causes];
  const told = toldRows(mended);
  const anchors = new Set(Array.from(mended.text.matchAll(/&([^\s,[\]{}]+)/g), ([, name]) => name));
  for (const [first, last] of itemsOf(rows, start, end)) {
    const item = rows.slice(first, last + 1);
    const text = item.map((row) => row.text).join('\n');
    const { errors, lines } = composeYaml(text);
    const [error] = errors;
    if (error === undefined) continue;
    const { line, col } = lines.linePos(Math.min(error.offset, text.length));
    const at = item[Math.max(1, line) - 1] ?? (item[0] as Row);
    const { code: reason, detail } = error;
    const words =
      reason === 'DUPLICATE_KEY'
        ? ({ code: 'yaml-duplicate-key', args: { key: detail } } as const)
        : ({ code: 'yaml-syntax', args: { reason, detail } } as const);
    const isTold = told.countUpTo(last) > told.countUpTo(first - 1);
    // An anchor of another person's lines is no slip of these.
    const isElsewhere = reason === 'BAD_ALIAS' && anchors.has(detail);
    const column = Math.max(0, col - 1 + at.shift);
    causes.push({ ...words, line: at.line, column, rows: [first, last], isHidden: isTold || isElsewhere });
    const indent = indentOf(item[0]?.text ?? '');
    for (let index = first; index <= last; index++) rows[index] = { ...(rows[index] as Row), text: '' };
    rows[first] = { ...(item[0] as Row), text: `${' '.repeat(indent)}- {}` };
  }
  return { text: rows.map((row) => row.text).join('\n'), rows, causes };
}

/** How many rows up to one have a slip that is told. */
function toldRows({ rows, causes }: Mended): { readonly countUpTo: (row: number) => number } {
  const counts = new Uint32Array(rows.length + 1);
  for (const cause of causes) for (let row = cause.rows[0]; row <= cause.rows[1]; row++) counts[row + 1] = 1;
  for (let row = 1; row < counts.length; row++) counts[row] = (counts[row] ?? 0) + (counts[row - 1] ?? 0);
  return { countUpTo: (row) => counts[row + 1] ?? 0 };
}

/** The rows of each item: from its mark to the next one's. */
function itemsOf(rows: readonly Row[], start: number, end: number): readonly (readonly [number, number])[] {
  const isItem = ({ text }: Row) => /^ *-(?: |$)/.test(text);
  const first = rows.slice(start, end).find(isItem);
  if (first === undefined) return [];
  const mark = indentOf(first.text);
  const starts: number[] = [];
  for (let index = start; index < end; index++) {
    const row = rows[index];
    if (row !== undefined && isItem(row) && indentOf(row.text) === mark) starts.push(index);
  }
  return starts.map((from, index) => [from, (starts[index + 1] ?? end) - 1] as const);
}
