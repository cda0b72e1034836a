/** Finds what a merge of Git left undecided, and reads on with the first of the two sides. */
import type { Cause, Row } from './row.ts';

const opening = /^<{7}(?: .*)?$/;
const inside = /^(?:\|{7}|={7})(?: .*)?$/;
const closing = /^>{7}(?: .*)?$/;

/** Rows keep their number: what is left out becomes empty. */
export function withoutConflicts(rows: readonly Row[]): { readonly rows: Row[]; readonly causes: Cause[] } {
  const kept = [...rows];
  const causes: Cause[] = [];
  const ends = findEnds(rows);
  for (let first = 0; first < rows.length; first++) {
    const { text } = rows[first] as Row;
    if (!opening.test(text) && !inside.test(text) && !closing.test(text)) continue;
    const last = ends[first] ?? first;
    // Where the marks are not whole, nobody can tell what belongs to which side: all of it is kept.
    let isLeftOut = false;
    for (let index = first; index <= last; index++) {
      const row = rows[index] as Row;
      const isMark = opening.test(row.text) || inside.test(row.text) || closing.test(row.text);
      if (inside.test(row.text)) isLeftOut = opening.test(text);
      if (isMark || isLeftOut) kept[index] = { ...row, text: '' };
    }
    const lines = { first: (rows[first]?.line ?? 0) + 1, last: (rows[last]?.line ?? 0) + 1 };
    causes.push({
      code: 'yaml-conflict-markers',
      args: lines,
      line: lines.first - 1,
      column: 0,
      rows: [first, last],
    });
    first = last;
  }
  return { rows: kept, causes };
}

/** For each row the last mark of the region that begins there: its end, or itself where another begins first. */
function findEnds(rows: readonly Row[]): readonly number[] {
  const ends: number[] = [];
  let end: number | undefined;
  for (let index = rows.length - 1; index >= 0; index--) {
    const text = rows[index]?.text ?? '';
    if (closing.test(text)) end = index;
    ends[index] = end ?? index;
    if (opening.test(text)) end = undefined;
  }
  return ends;
}
