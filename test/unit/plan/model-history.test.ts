/** Random histories of edits, merges, days, logins, crashes and half reads: the invariants hold after every run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HistoryServer, live } from '../../support/lifecycle-history.ts';
import { historyArbitrary } from '../../support/lifecycle-province.ts';
import { makeLifecycleServer } from '../../support/lifecycle-server.ts';

function inMemory(): HistoryServer {
  const server = makeLifecycleServer();
  return {
    observe: async () => ({ accounts: server.accounts(), tombstones: server.tombstones() }),
    perform: async (change) => server.perform(change),
    layOnly: async (change) => server.layOnly(change),
    login: async ({ key }, today) => server.login(key, `${today.replaceAll('-', '')}030000Z`),
  };
}

describe('any history', () => {
  it('keeps one live mailbox each, every address to one holder, every term, and settles in one run', async () => {
    await fc.assert(
      fc.asyncProperty(historyArbitrary(60), (steps) => live(steps, inMemory())),
      {
        numRuns: Number(process.env.RUNS ?? 300),
        ...(process.env.SEED && { seed: Number(process.env.SEED) }),
      },
    );
    expect(true).toBe(true);
  }, 120_000);
});
