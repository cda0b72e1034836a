/** One try: limits before the server is asked, one answer for all that is refused, and no sooner for one than another. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChangeAnswer } from '../../../src/model/password-page/change.ts';
import { openAttempts } from '../../../src/password-page/attempt.ts';
import { openLimits } from '../../../src/password-page/limits.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const wish = { address: 'annv.sotttt@laichau.gov.vn', present: 'a', next: 'b' };
const failures: unknown[] = [];

/** A server that takes so long for its answer. */
function open(answer: ChangeAnswer | Error, milliseconds = 0, limits = { address: 4, source: 30 }) {
  const asked = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const fail = (thrown: unknown) => void failures.push(thrown);
  return { asked, attempt: openAttempts({ change: asked, limits: openLimits(limits), fail }) };
}

/** When the answer came, in milliseconds. */
async function timed(answer: Promise<unknown>): Promise<number> {
  const begun = performance.now();
  let ended: number | undefined;
  void answer.then(() => (ended = performance.now() - begun));
  for (let step = 0; step < 5000 && ended === undefined; step++) await vi.advanceTimersByTimeAsync(1);
  return ended ?? Number.NaN;
}

test.each([0, 5, 40, 300, 900])('a refusal after %i ms is told after a second', async (milliseconds) => {
  const { attempt } = open({ result: 'refused' }, milliseconds);
  expect(Math.round(await timed(attempt(wish, 's')))).toBeGreaterThanOrEqual(1000);
  const again = await timed(attempt(wish, 's'));
  expect(again).toBeLessThan(1010);
});

test('a slow refusal waits for the next beat', async () => {
  const { attempt } = open({ result: 'refused' }, 1200);
  const ended = await timed(attempt(wish, 's'));
  expect(ended).toBeGreaterThanOrEqual(1999);
  expect(ended).toBeLessThan(2010);
});

test('what is told of a right password need not wait', async () => {
  const { attempt } = open({ result: 'changed' }, 20);
  expect(await timed(attempt(wish, 's'))).toBeLessThan(100);
});

test('the fifth wrong try of an address does not reach the server', async () => {
  const { attempt, asked } = open({ result: 'refused' });
  for (let n = 0; n < 4; n++) await timed(attempt(wish, `s${n}`));
  const fifth = attempt(wish, 's5');
  await vi.advanceTimersByTimeAsync(1);
  expect(await fifth).toEqual({ says: 'limited', minutes: 15 });
  expect(asked).toHaveBeenCalledTimes(4);
});

test.each<ChangeAnswer>([
  { result: 'expired' },
  { result: 'unsuitable', why: 'used', administrator: false },
  { result: 'changed' },
])('$result is no wrong try', async (answer) => {
  const { attempt } = open(answer);
  for (let n = 0; n < 20; n++) {
    const tried = attempt(wish, 's');
    await vi.advanceTimersByTimeAsync(1);
    expect((await tried).says).toBe(answer.result);
  }
});

test('a server that does not answer is told, counts for nobody, and is told to the operator', async () => {
  const broken = new Error('ECONNREFUSED');
  const { attempt } = open(broken);
  for (let n = 0; n < 20; n++) {
    const tried = attempt(wish, 's');
    await vi.advanceTimersByTimeAsync(1);
    expect(await tried).toEqual({ says: 'unavailable' });
  }
  expect(failures.at(-1)).toBe(broken);
});

test('more than 256 at once are asked to come back, and four at most reach the server', async () => {
  const { attempt, asked } = open({ result: 'changed' }, 1000, { address: 1000, source: 1000 });
  const all = Array.from({ length: 257 }, () => attempt(wish, 's'));
  expect(await all.at(-1)).toEqual({ says: 'busy' });
  await vi.advanceTimersByTimeAsync(10);
  expect(asked).toHaveBeenCalledTimes(4);
});
