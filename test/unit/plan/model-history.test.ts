/** Random histories of edits, merges, days, logins, crashes and half reads: the invariants hold after every run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeKinds } from '../../../src/model/plan.ts';
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
    login: async ({ key }, today) => server.login(key, `${today.replaceAll('-', '')}030000Z`),
  };
}

describe('any history', () => {
  it('keeps one live mailbox each, every address to one holder, every term, and settles in one run', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(historyArbitrary(60), (steps) => live(steps, inMemory(seen))),
      { numRuns: 1000 },
    );
    // The histories are worth something: everything a plan can do was done in them.
    expect([...seen]).toEqual(
      expect.arrayContaining(changeKinds.filter((kind) => kind !== 'password-policy')),
    );
    const reasons = [
      'inactive',
      'missing',
      'removed',
      'moved',
      'dissolved',
      'declared-again',
      'term-elapsed',
    ];
    expect([...seen]).toEqual(
      expect.arrayContaining([...reasons, 'retention-elapsed', 'restoration-declared']),
    );
  }, 120_000);
});
