/** The marks of an axis: round numbers from nothing to a little more than the largest value. */

/** At most five steps, of 1, 2 or 5 times a power of ten; counts are whole, so no step is smaller than one. */
export function axisMarks(largest: number): readonly number[] {
  const rough = Math.max(largest, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? 1);
  const steps = Math.ceil(Math.max(largest, 1) / step);
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}
