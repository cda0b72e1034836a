/**
 * Tells why a text is no YAML, or not what was meant, by the slips of the hands that type it: each once, at its line;
 * and gives the text as it would read without them, so that the rest of the file is still looked at.
 */
import { withoutConflicts } from './conflicts.ts';
import { slipsIn } from './detectors.ts';
import { makeLayout } from './layout.ts';
import { type Cause, type Row, rowsOf, type Told } from './row.ts';

export interface Mended {
  readonly text: string;
  readonly rows: readonly Row[];
  readonly causes: readonly Cause[];
}

/** In one pass over the lines. No promise that the text can be read: who mends reads it again. */
export function mendText(text: string, isOrganization: boolean): Mended {
  const decided = withoutConflicts(rowsOf(text));
  const layout = isOrganization ? makeLayout() : undefined;
  const rows: Row[] = [];
  const causes: Cause[] = [];
  const moved: number[] = [];
  const nextText = makeNextText(decided.rows);
  const tell = (told: Told & { readonly key?: string }, line: number, column: number) => {
    const { code, args, key } = told;
    const row = rows.length;
    causes.push({ code, args, line, column, rows: [row, row], ...(key !== undefined && { key }) } as Cause);
  };
  for (const [index, row] of decided.rows.entries()) {
    moved.push(rows.length);
    const { slips, rows: found } = layout?.goesOn(row.text) === true ? untouched(row) : slipsIn(row);
    for (const slip of slips) tell(slip, row.line, slip.column);
    for (const one of found) {
      const misplaced = layout?.place(one, nextText(index));
      if (misplaced === undefined) {
        rows.push(one);
        continue;
      }
      // Text that goes on is told where it begins.
      const isOfOneBefore = misplaced.code === 'yaml-syntax' && misplaced.args.reason === '';
      // What a line is taken for, and where it stands, follows from a slip in it.
      const isTold = slips.length > 0 || isSameAsBefore(causes.at(-1), misplaced, rows.length);
      if (isTold && !isOfOneBefore) {
        const row = rows.length;
        const { code, args } = misplaced;
        causes.push({ code, args, line: one.line, column: 0, rows: [row, row], isHidden: true } as Cause);
      } else if (!isOfOneBefore) tell(misplaced, one.line, misplaced.column + one.shift);
      const shift = one.shift + one.text.length - misplaced.mended.length;
      rows.push({ text: misplaced.mended, line: one.line, shift: misplaced.mended === '' ? 0 : shift });
    }
  }
  const conflicts = decided.causes.map((cause): Cause => {
    const [first, last] = cause.rows;
    return { ...cause, rows: [moved[first] ?? 0, moved[last] ?? 0] };
  });
  return { text: rows.map((row) => row.text).join('\n'), rows, causes: [...conflicts, ...causes] };
}

/** Lines moved together are one slip. */
function isSameAsBefore(before: Cause | undefined, { code, args }: Told, row: number): boolean {
  if (before?.code !== 'yaml-indent' || code !== 'yaml-indent' || before.rows[1] !== row - 1) return false;
  return before.args.found === args.found && before.args.expected === args.expected;
}

const untouched = (row: Row): ReturnType<typeof slipsIn> => ({ slips: [], rows: [row] });

/** The next row that says something; looked for once, from the end. */
function makeNextText(rows: readonly Row[]): (index: number) => string | undefined {
  const next: (string | undefined)[] = [];
  let found: string | undefined;
  for (let index = rows.length - 1; index >= 0; index--) {
    next[index] = found;
    const text = rows[index]?.text ?? '';
    if (text.trim() !== '' && !text.trimStart().startsWith('#')) found = text;
  }
  return (index) => next[index];
}
