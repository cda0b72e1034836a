/** Gives the next free id of a person, in the series most ids are of: one that nobody has or ever had. */

/**
 * The number after the highest. `used` are the ids of the directory and of everybody the history still knows: an id is
 * never given again. Undefined where there is none to go on from.
 */
export function nextPersonId(used: Iterable<string>): string | undefined {
  const series = new Map<string, { count: number; highest: bigint; width: number }>();
  for (const id of used) {
    const [, word, digits] = /^([A-Z][A-Z0-9]*)-([0-9]{1,30})$/.exec(id) ?? [];
    if (word === undefined || digits === undefined) continue;
    const { count, highest, width } = series.get(word) ?? { count: 0, highest: 0n, width: 0 };
    const number = BigInt(digits);
    series.set(word, {
      count: count + 1,
      highest: number > highest ? number : highest,
      width: Math.max(width, digits.length),
    });
  }
  const [first] = [...series].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
  if (first === undefined) return undefined;
  const [word, { highest, width }] = first;
  return `${word}-${String(highest + 1n).padStart(width, '0')}`;
}

/** As many free ids as are asked for, one after another; none where there is none to go on from. */
export function nextPersonIds(used: Iterable<string>, count: number): readonly string[] {
  const first = nextPersonId(used);
  const [, word = '', digits = ''] = /^(.*-)([0-9]+)$/.exec(first ?? '') ?? [];
  if (first === undefined) return [];
  return Array.from(
    { length: count },
    (_, index) => `${word}${String(BigInt(digits) + BigInt(index)).padStart(digits.length, '0')}`,
  );
}
