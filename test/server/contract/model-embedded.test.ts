/** The random histories of the pure core, against the embedded server: danhba's own reading and writing in between. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makePassword } from '../../../src/credentials/password.ts';
import { layTombstone } from '../../../src/ldap/read/tombstones.ts';
import { startEmbeddedSubject } from '../../contract/subjects.ts';
import { type Bench, startBench } from '../../support/lifecycle-fixture.ts';
import { type HistoryServer, live } from '../../support/lifecycle-history.ts';
import { historyArbitrary } from '../../support/lifecycle-province.ts';

let changes = 0;
let logins = 0;

function onServer(bench: Bench): HistoryServer {
  const passwords = new Map<string, string>();
  const observe = async () => {
    const { accounts, tombstones, passwordPolicies } = await bench.observe();
    return { accounts, tombstones, passwordPolicies };
  };
  return {
    observe,
    perform: async (change) => {
      const secret = change.credential ? { password: makePassword(10) } : {};
      const result = await bench.perform(change, secret);
      if (result.result !== 'applied' && result.result !== 'already') {
        throw new Error(`${change.id}: ${JSON.stringify(result)}`);
      }
      changes++;
      if (secret.password !== undefined) {
        const key = change.key;
        const made = (await observe()).accounts.find((account) => account.key === key);
        passwords.set(made?.uuid ?? '', secret.password);
      }
      return result.result;
    },
    layOnly: async (change) => {
      const { client } = await bench.connection.live();
      const holder = 'base' in change ? change.base.key : change.key;
      for (const { address, until } of change.retires ?? []) {
        await layTombstone(client, bench.subject, { address, holder, until });
      }
    },
    login: async ({ uuid, dn }, today) => {
      const password = passwords.get(uuid);
      if (password === undefined) throw new Error(`${dn} was issued without a password`);
      logins++;
      const entered = (await bench.login(dn, password)) === 0;
      // The server writes the real time of a login; the history lives on another day.
      if (entered) await bench.force(dn, 'authTimestamp', `${today.replaceAll('-', '')}030000Z`);
      // Ten refusals would lock the account by themselves (pwdMaxFailure), which is not what is looked at here.
      else await bench.force(dn, 'pwdFailureTime');
      return entered;
    },
  };
}

it('keeps the same promises on a real directory', async () => {
  await fc.assert(
    fc.asyncProperty(historyArbitrary(40), async (steps) => {
      const bench = await startBench(startEmbeddedSubject);
      try {
        await live(steps, onServer(bench));
      } finally {
        await bench.stop();
      }
    }),
    { numRuns: 40 },
  );
  // The histories were worth something.
  expect(changes).toBeGreaterThan(100);
  expect(logins).toBeGreaterThan(10);
}, 180_000);
