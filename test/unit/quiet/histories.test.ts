/** In any history, at every look: the plan made without the quiet people is the plan made of everybody. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serverInMemory } from '../../support/history-in-memory.ts';
import { planInPart } from '../../support/in-part.ts';
import { live } from '../../support/lifecycle-history.ts';
import { historyArbitrary } from '../../support/lifecycle-province.ts';

describe('a plan made in part', () => {
  it('is the plan of the whole, after any history', async () => {
    const seen = { looks: 0, whole: 0, leftOut: 0 };
    await fc.assert(
      fc.asyncProperty(historyArbitrary(60), (steps) =>
        live(steps, serverInMemory(), (input, plan) => {
          const part = planInPart(input);
          seen.looks++;
          seen.leftOut += part?.leftOut ?? 0;
          if (part === undefined) seen.whole++;
          else expect([part.plan, part.problems]).toEqual([plan, input.problems]);
        }),
      ),
      { numRuns: 100 },
    );
    // The histories are worth something: most looks leave somebody out, and few need everybody.
    expect(seen.leftOut).toBeGreaterThan(seen.looks);
    expect(seen.whole * 20).toBeLessThan(seen.looks);
  }, 600_000);
});
