/** A process that keeps much gives back what it does not need before it makes more; what is done in little room is done as anywhere. */
import { getHeapStatistics } from 'node:v8';
import { expect, it } from 'vitest';
import { inLittleRoom } from '../../../src/process/memory.ts';

/** Objects of so many megabytes. */
const make = (megabytes: number) =>
  Array.from({ length: megabytes * 8192 }, (_, number) => ({ number, list: [number, number, number] }));

it.each([0, 96])('gives what is made in it, and lets pass what is thrown, beside %d megabytes', (kept) => {
  const others = make(kept);
  expect(inLittleRoom(() => others.length)).toBe(kept * 8192);
  const wrong = new Error('wrong');
  expect(() =>
    inLittleRoom(() => {
      throw wrong;
    }),
  ).toThrow(wrong);
  expect('gc' in globalThis).toBe(false);
});

it('gives back beforehand what is not needed any more', () => {
  let kept = make(96);
  const before = getHeapStatistics().total_heap_size;
  kept = kept.slice(0, 1);
  expect(inLittleRoom(() => getHeapStatistics().total_heap_size)).toBeLessThan(before - 32e6);
  expect(kept).toHaveLength(1);
});
