// A real replica that forwards logins to the provider: they arrive, nobody else gets through, and an absent provider keeps nobody out.

import { Control } from 'ldapts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect } from '../../../src/ldap/connect/connect.ts';
import { readReplicas } from '../../../src/ldap/read/replicas.ts';
import {
  bound,
  caughtUp,
  dnOf,
  edit,
  logIn,
  look,
  people,
  plannerAt,
  remove,
  type Served,
  startProvider,
  startReplica,
  until,
} from '../../support/replica-fixture.ts';
import { code, goodPassword, readPid, replace, resultOf } from '../../support/slapd-fixture.ts';
import { type Certificates, makeCertificates } from '../../support/tls.ts';

const [an, binh, cuong] = people;
const relax = new Control('1.3.6.1.4.1.4203.666.5.12', { critical: true });
const referral = 10;
let certificates: Certificates;
let provider: Served;
let replica: Served;

beforeEach(async () => {
  certificates = await makeCertificates();
  provider = await startProvider(certificates);
  replica = await startReplica(provider, certificates, 'forward');
});
afterEach(async () => {
  await remove(replica, provider);
  await certificates.remove();
});

const timeAt = async (server: Served, id: string) => (await look(server, dnOf(server, id))).authTimestamp;
const setTime = (server: Served, dn: string, password: string, id: string) =>
  bound(server, dn, password, (client) =>
    resultOf(client.modify(dnOf(server, id), replace('authTimestamp', '20200101000000Z'), relax)),
  );

it('a login at the replica stands at the provider at once, and at the replica after it', async () => {
  await logIn(replica, an);
  const time = await timeAt(provider, an);
  expect(time).toMatch(/^\d{14}Z$/);
  await caughtUp(provider, replica);
  expect(await timeAt(replica, an)).toBe(time);
});

it('nobody but the replica itself gets through as the forwarder', async () => {
  const holder = dnOf(replica, an);
  await logIn(replica, binh);
  expect(await setTime(replica, holder, goodPassword, binh)).toBe(referral);
  expect(await timeAt(provider, binh)).not.toBe('20200101000000Z');
  // Without the line that names whom it may speak for, anybody would.
  await replica.process().stop();
  await edit(replica, (text) => text.replace(/^chain-idassert-authzFrom .*$/m, ''));
  await replica.again();
  expect(await setTime(replica, holder, goodPassword, binh)).toBe(code.success);
  expect(await timeAt(provider, binh)).toBe('20200101000000Z');
});

it('a provider that is gone keeps nobody out; what it missed is not told later', async () => {
  await provider.process().stop();
  await logIn(replica, an);
  await provider.again();
  expect(await timeAt(provider, an)).toBeUndefined();
  await until(async () => {
    await logIn(replica, an);
    return (await timeAt(provider, an)) !== undefined;
  });
});

it('a provider that hangs delays a login and refuses none', async () => {
  const pid = await readPid(provider.directory);
  process.kill(pid, 'SIGSTOP');
  try {
    await logIn(replica, cuong);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
});

it('named in policy.yaml it is unread: what it shows is the provider’s record', async () => {
  const settings = await plannerAt(provider);
  const main = await connect(settings);
  try {
    await logIn(replica, an);
    await caughtUp(provider, replica);
    const allowed = [replica.url];
    const { unread } = await readReplicas(allowed, {
      main,
      allowed,
      settings,
      tree: provider,
      now: new Date(),
    });
    expect(unread).toMatchObject([{ url: replica.url, detail: { says: 'replica-silent.copied' } }]);
  } finally {
    await main.close();
  }
});
