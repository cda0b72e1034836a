/** Random histories of edits, merges, days, logins, crashes and half reads: the invariants hold after every run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangeKind, changeKinds } from '../../../src/model/plan/plan.ts';
import { serverInMemory } from '../../support/history-in-memory.ts';
import { live } from '../../support/lifecycle-history.ts';
import { historyArbitrary } from '../../support/lifecycle-province.ts';

describe('any history', () => {
  it('keeps one live mailbox each, every address to one holder, every term, and settles in one run', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(historyArbitrary(60), (steps) =>
        live(
          steps,
          serverInMemory(({ kind, why }) => seen.add(kind).add(why.code)),
        ),
      ),
      { numRuns: 1000 },
    );
    // The histories are worth something: everything a plan can do to an entry was done in them.
    const others = new Set<ChangeKind>([
      ...(['password-policy', 'end-sessions', 'deactivate-script'] as const),
      // An operator's own, and in no plan.
      ...(['lock', 'lift', 'adopt', 'unadopt'] as const),
    ]);
    expect([...seen]).toEqual(expect.arrayContaining(changeKinds.filter((kind) => !others.has(kind))));
    const reasons = [
      'inactive',
      'missing',
      'removed',
      'moved',
      'dissolved',
      'term-elapsed',
      'first-seen',
      'completed',
      'returned',
    ];
    expect([...seen]).toEqual(
      expect.arrayContaining([...reasons, 'retention-elapsed', 'restoration-declared']),
    );
  }, 600_000);
});
