/** Random histories of edits, merges, days, logins, crashes and half reads: the invariants hold after every run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangeKind, changeKinds } from '../../../src/model/plan/plan.ts';
import { type HistoryServer, live } from '../../support/lifecycle-history.ts';
import { historyArbitrary } from '../../support/lifecycle-province.ts';
import { makeLifecycleServer } from '../../support/lifecycle-server.ts';

function inMemory(seen: Set<string>): HistoryServer {
  const server = makeLifecycleServer();
  return {
    observe: async () => ({ accounts: server.accounts(), tombstones: server.tombstones() }),
    perform: async (change) => {
      seen.add(change.kind).add(change.why.code);
      return server.perform(change);
    },
    layOnly: async (change) => server.layOnly(change),
    hand: async ({ was, entry }) => server.force(was, entry),
    login: async ({ dn }, today) => server.enter(dn, `${today.replaceAll('-', '')}030000Z`),
  };
}

describe('any history', () => {
  it('keeps one live mailbox each, every address to one holder, every term, and settles in one run', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(historyArbitrary(60), (steps) => live(steps, inMemory(seen))),
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
