// A replica in the plan: a login seen there alone keeps a mailbox, and one that is silent keeps all of them.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Relax } from '../../contract/bench.ts';
import { listenSince } from '../../support/listening.ts';
import {
  asRoot,
  caughtUp,
  dnOf,
  logIn,
  remove,
  type Served,
  startProvider,
  startReplica,
} from '../../support/replica-fixture.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { goodPassword, replace } from '../../support/slapd-fixture.ts';
import { type Certificates, makeCertificates } from '../../support/tls.ts';
import { organizationText, policyText, testRecipient } from '../../support/world.ts';

let certificates: Certificates;
let provider: Served;
let replica: Served;
let work: Workplace;

const people = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lò Văn Chi', 'Vàng A Dũng'].map(
  (name, at) => `id: LC-10000${at}, name: ${name}`,
);

beforeAll(async () => {
  certificates = await makeCertificates();
  provider = await startProvider(certificates);
  // danhba's own people stand in the place of the fixture's.
  await asRoot(provider, async (client) => {
    for (const id of ['LC-000001', 'LC-000002', 'LC-000003']) await client.del(dnOf(provider, id));
    await client.del(`cn=sentinel,ou=danhba,${provider.baseDn}`);
  });
  replica = await startReplica(provider, certificates);
  const { dn: bindDn, passwordFile } = provider.accounts.reconciler;
  const environment = { DANHBA_LDAP_CA: provider.ca, DANHBA_LDAP_REPLICAS: replica.url };
  work = await makeWorkplace(
    { url: provider.url, baseDn: provider.baseDn, bindDn, passwordFile, environment },
    {
      ubnd: `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`,
      sokx: organizationText('sokx', people, 'mailbox: none\n'),
    },
  );
  await writeFile(join(work.root, 'directory/policy.yaml'), `${policyText}replicas: [${replica.url}]\n`);
  expect(await work.apply({ today: '2026-01-05' })).toMatchObject({ code: 0 });
  await caughtUp(provider, replica);
});

afterAll(async () => {
  await work?.remove();
  await remove(replica, provider);
  await certificates?.remove();
});

/** What the provider has recorded of a login, long ago. */
const seen = async (id: string, day: string) => {
  const time = `${day.replaceAll('-', '')}020000Z`;
  await asRoot(provider, (client) =>
    client.modify(dnOf(provider, id), replace('authTimestamp', time), new Relax()),
  );
};

it('counts since when each of the servers has been heard', async () => {
  for (const id of ['LC-100000', 'LC-100001', 'LC-100002', 'LC-100003']) await seen(id, '2026-02-02');
  await asRoot(provider, async (client) => {
    const dn = dnOf(provider, 'LC-100001');
    await client.modify(dn, replace('userPassword', goodPassword));
    await client.modify(dn, replace('pwdReset', 'FALSE'));
  });
  await caughtUp(provider, replica);
  await logIn(replica, 'LC-100001');
  const plan = await work.plan({ today: '2026-08-10' });
  expect(plan.plan).not.toHaveProperty('accessDoubt');
  expect(plan.plan.changes, 'nobody has listened for six months').toEqual([]);
  expect(await work.apply({ today: '2026-08-10' })).toMatchObject({ code: 0 });
});

it('suspends whom neither server has seen, and nobody whom the replica alone has', async () => {
  const days = ['2025-01-02', `2025-01-02 ${replica.url}`];
  await asRoot(provider, async (client) => {
    await listenSince(client, provider.baseDn);
    await client.modify(`cn=sentinel,ou=danhba,${provider.baseDn}`, replace('danhbaLogins', ...days));
  });
  await seen('LC-100002', '2026-08-03');
  await seen('LC-100003', '2026-08-03');
  const { plan } = await work.plan({ today: '2026-08-10' });
  expect(plan.changes.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['suspend person:LC-100000']);
});

it('suspends nobody while the replica is silent, says which it is, and goes on when it answers', async () => {
  await replica.process().stop();
  const text = await work.plan({ today: '2026-08-10', format: 'json' });
  expect(text.plan).toMatchObject({
    accessDoubt: 'replica-unread',
    unreadReplicas: [{ url: replica.url, detail: expect.stringMatching(/^cannot connect: ECONNREFUSED/) }],
    changes: [],
  });
  expect(await work.apply({ today: '2026-08-10' })).toMatchObject({ code: 0 });
  const said = await work.apply({ today: '2026-08-10', lang: 'en' });
  expect(said.err).toContain(`so nobody is suspended for inactivity · ${replica.url}: `);
  await replica.again();
  await caughtUp(provider, replica);
  // What was heard before the silence counts: it is the replica that kept it, not danhba.
  const { plan } = await work.plan({ today: '2026-08-10' });
  expect(plan.changes.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['suspend person:LC-100000']);
});

it('asks no server that the machine does not name, whatever the policy says', async () => {
  await writeFile(
    join(work.root, 'directory/policy.yaml'),
    `${policyText}replicas: ["ldaps://127.0.0.1:1"]\n`,
  );
  const { plan } = await work.plan({ today: '2026-08-10' });
  expect(plan).toMatchObject({
    accessDoubt: 'replica-unread',
    unreadReplicas: [{ detail: expect.stringContaining('does not name it') }],
  });
});
