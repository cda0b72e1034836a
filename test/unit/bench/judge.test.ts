import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type Measured, median, type Run } from '../../../bench/judge.ts';
import type { ContestantName, Goal, Row } from '../../../bench/rows.ts';

const run = (seconds: number, megabytes = 100): Run => ({ seconds, megabytes });

const rowWith = (goal: Goal): Row => ({
  name: 'plan-warm',
  what: '',
  ours: 'plan-warm',
  peer: 'ldapsearch',
  goals: { '10k': goal },
});

const measuredAs = (ours: Measured, peer: Measured): ReadonlyMap<ContestantName, Measured> =>
  new Map([
    ['plan-warm', ours],
    ['ldapsearch', peer],
  ]);

describe('median', () => {
  it.each([
    [[3], 3],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('has as many values below as above', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  it('is none of nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('a row', () => {
  const ours = { runs: [run(2, 90), run(3, 120), run(1, 100)] };
  const peer = { runs: [run(1, 130), run(1, 110)] };

  it.each<[Goal, string]>([
    [{ ratio: 2 }, 'passed'],
    [{ ratio: 1.99 }, 'missed'],
    [{ megabytes: 120 }, 'passed'],
    [{ megabytes: 119 }, 'missed'],
    [{ ratio: 2, megabytes: 119 }, 'missed'],
    [{ lessMemory: true }, 'passed'],
    [{}, 'unjudged'],
  ])('with the goal %j is %s', (goal, verdict) => {
    expect(judge(rowWith(goal), '10k', measuredAs(ours, peer))).toMatchObject({ verdict, ratio: 2, goal });
  });

  it('takes as much memory as its largest run, and as much is not less', () => {
    const result = judge(rowWith({ lessMemory: true }), '10k', measuredAs(ours, { runs: [run(1, 120)] }));
    expect(result).toMatchObject({
      verdict: 'missed',
      ours: { least: 1, median: 2, most: 3, megabytes: 120 },
    });
  });

  it.each<[string, Measured, Measured]>([
    ['plan-warm: ended with 1, not 0', { failed: 'ended with 1, not 0' }, peer],
    ['ldapsearch: not installed', ours, { failed: 'not installed' }],
  ])('that could not be measured says why: %s', (why, one, other) => {
    const result = judge(rowWith({ ratio: 2 }), '10k', measuredAs(one, other));
    expect(result).toMatchObject({ verdict: 'unmeasured', why });
    expect(result.ratio).toBeUndefined();
  });

  it('is not judged at a size it is not measured at', () => {
    expect(() => judge(rowWith({}), '1m', new Map())).toThrow('plan-warm is not measured at 1m');
  });
});
