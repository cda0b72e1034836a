/** Rows of numbers, one for each quiet person, and an index of them by a hash of two words. */

/** The words of a row: whom, which entry, which address. Which of the file's people it is, its place tells: see `quietIndexes`. */
export const row = {
  keyLow: 0,
  keyHigh: 1,
  digestLow: 2,
  digestHigh: 3,
  addressLow: 4,
  addressHigh: 5,
  length: 6,
} as const;

export const countRows = (rows: Uint32Array): number => rows.length / row.length;

export interface RowIndex {
  /** The number of the row; -1 where there is none. */
  readonly find: (low: number, high: number) => number;
  /** Rows that have a hash another has: all of them. */
  readonly doubles: readonly number[];
}

/** Slots for each row: with fewer, whoever is looked for stands farther from where he should. */
const room = 1.3;

/**
 * By the words at `column` and behind it. A slot has the number of its row, and one more: 0 is free. What such a number
 * leaves of 32 bits has as many of the second word: hardly ever the row of another has to be looked at.
 */
export function makeRowIndex(rows: Uint32Array, column: number): RowIndex {
  const count = countRows(rows);
  const size = Math.ceil(count * room) + 1;
  const scale = size / 2 ** 32;
  const bits = 32 - Math.clz32(count);
  const ofNumber = 2 ** bits - 1;
  const slots = new Uint32Array(size);
  const doubles = new Set<number>();
  const slotOf = (low: number, high: number): number => {
    // Comparing as words without a sign, as the rows have them.
    const first = low >>> 0;
    const second = high >>> 0;
    const mark = second << bits;
    for (let slot = Math.floor(first * scale); ; slot = slot + 1 === size ? 0 : slot + 1) {
      const found = slots[slot] as number;
      if (found === 0) return slot;
      if ((found ^ mark) >>> bits !== 0) continue;
      const at = ((found & ofNumber) - 1) * row.length + column;
      if (rows[at] === first && rows[at + 1] === second) return slot;
    }
  };
  for (let number = 0; number < count; number++) {
    const at = number * row.length + column;
    const second = rows[at + 1] as number;
    const slot = slotOf(rows[at] as number, second);
    const there = slots[slot] as number;
    if (there === 0) slots[slot] = (second << bits) | (number + 1);
    else doubles.add((there & ofNumber) - 1).add(number);
  }
  return {
    find: (low, high) => ((slots[slotOf(low, high)] as number) & ofNumber) - 1,
    doubles: [...doubles],
  };
}

/** Those of one file, both in the order of its people; `isBefore` tells of a row of each, by their numbers, which person is first. */
export function mergeRows(
  some: Uint32Array,
  others: Uint32Array,
  isBefore: (some: number, other: number) => boolean,
): Uint32Array {
  if (others.length === 0) return some;
  const merged = new Uint32Array(some.length + others.length);
  let [one, other] = [0, 0];
  for (let at = 0; at < merged.length; at += row.length) {
    const isOne = one < countRows(some) && (other === countRows(others) || isBefore(one, other));
    const from = isOne ? some : others;
    const start = row.length * (isOne ? one++ : other++);
    for (let word = 0; word < row.length; word++) merged[at + word] = from[start + word] as number;
  }
  return merged;
}
