import { expect, it } from 'vitest';
import { measure, type RunOnce } from '../../../bench/measure.ts';
import type { ContestantName } from '../../../bench/rows.ts';

const contestants = (['ldapsearch', 'plan-warm', 'python'] as const).map((name) => ({ name }));

/** Each run takes as many seconds as there were runs before it. */
function counting(failsAt: Partial<Record<ContestantName, number>> = {}) {
  const runs: string[] = [];
  const runOnce: RunOnce<{ name: ContestantName }> = async ({ name }, round) => {
    const seconds = runs.push(`${round} ${name}`) - 1;
    return failsAt[name] === round ? { failed: `in round ${round}` } : { seconds, megabytes: 1 };
  };
  return { runs, runOnce };
}

it('runs all in every round, in an order that turns, and discards the first round', async () => {
  const { runs, runOnce } = counting();
  const measured = await measure(contestants, 2, runOnce);
  expect(runs).toEqual([
    ...['0 ldapsearch', '0 plan-warm', '0 python'],
    ...['1 plan-warm', '1 python', '1 ldapsearch'],
    ...['2 python', '2 ldapsearch', '2 plan-warm'],
  ]);
  expect(measured.get('ldapsearch')).toEqual({
    runs: [
      { seconds: 5, megabytes: 1 },
      { seconds: 7, megabytes: 1 },
    ],
  });
});

it.each([0, 1, 2])('leaves out whom round %d ends otherwise, and measures the others', async (round) => {
  const { runs, runOnce } = counting({ 'plan-warm': round });
  const measured = await measure(contestants, 2, runOnce);
  expect(measured.get('plan-warm')).toEqual({ failed: `in round ${round}` });
  expect(runs.filter((run) => run.endsWith('plan-warm'))).toHaveLength(round + 1);
  expect(measured.get('python')).toMatchObject({ runs: [{ megabytes: 1 }, { megabytes: 1 }] });
});
