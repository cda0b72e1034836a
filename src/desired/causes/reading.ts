/** What can be read of a text that is no YAML: everything but the slips in it, each with its cause and its place. */
import { parseBlockYaml } from '../read/block-yaml.ts';
import { composeYaml } from '../read/compose-yaml.ts';
import { isolate, peopleRows } from './isolate.ts';
import { type Mended, mendText } from './mend.ts';
import type { Cause, Row } from './row.ts';

export interface Reading extends Mended {
  /** False where the text cannot be read even so: then the causes are all there is. */
  readonly isReadable: boolean;
}

/** By its keys: the other files of a directory have none of these. */
const isOrganization = (text: string): boolean => /^(?:people|kind|parent|code)\s*[:：]/m.test(text);

export function readSpoiled(text: string): Reading {
  const mended = mendText(text, isOrganization(text));
  if (isReadable(mended.text)) return { ...mended, isReadable: true };
  const isolated = isolate(mended);
  if (isolated === undefined || !isReadable(isolated.text)) return { ...mended, isReadable: false };
  return { ...isolated, isReadable: true };
}

const isReadable = (text: string): boolean => {
  if (parseBlockYaml(text) !== undefined) return true;
  const { document, errors } = composeYaml(text);
  return document !== undefined && errors.length === 0;
};

/** The offset in the file of a line and a column, both from 0. */
export function makeOffsets(text: string): (line: number, column: number) => number {
  const starts = [text.startsWith('\ufeff') ? 1 : 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (line, column) => Math.min((starts[line] ?? text.length) + column, text.length);
}

/** The indexes of the people whose lines a cause is in, by the row each begins in; undefined outside of the list. */
export function makePeopleOf(
  rows: readonly Row[],
  itemRows: readonly number[],
): (cause: Pick<Cause, 'rows'>) => readonly number[] | undefined {
  const people = peopleRows(rows);
  return ({ rows: [first, last] }) => {
    if (people === undefined || first < people[0] || last >= people[1] || itemRows.length === 0)
      return undefined;
    const from = Math.max(0, lastUpTo(itemRows, first));
    const to = Math.max(0, lastUpTo(itemRows, last));
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  };
}

/** The index of the last of these ascending numbers that is not above the bound; -1 for none. */
function lastUpTo(numbers: readonly number[], bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= bound) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
