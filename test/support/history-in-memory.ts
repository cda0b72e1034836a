/** The server of a history that nothing stands behind but memory. */
import type { Change } from '../../src/model/plan/plan.ts';
import type { HistoryServer } from './lifecycle-history.ts';
import { makeLifecycleServer } from './lifecycle-server.ts';

/** `told` is told of each change before it is made. */
export function serverInMemory(told: (change: Change) => void = () => {}): HistoryServer {
  const server = makeLifecycleServer();
  return {
    observe: async () => ({ accounts: server.accounts(), tombstones: server.tombstones() }),
    perform: async (change) => {
      told(change);
      return server.perform(change);
    },
    layOnly: async (change) => server.layOnly(change),
    hand: async ({ was, entry }) => server.force(was, entry),
    login: async ({ dn }, today) => server.enter(dn, `${today.replaceAll('-', '')}030000Z`),
  };
}
