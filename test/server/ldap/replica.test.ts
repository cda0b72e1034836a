// Logins at a real syncrepl replica: what danhba reads of them, what they survive, and when a replica is told as unread.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { Control } from 'ldapts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSlapd } from '../../../servers/launch/slapd.ts';
import { type Connection, connect } from '../../../src/ldap/connect/connect.ts';
import { type ReplicaAccess, readReplicas } from '../../../src/ldap/read/replicas.ts';
import { latestAccess } from '../../../src/model/account/last-access.ts';
import { dateOfInstant } from '../../../src/model/time/date.ts';
import { remarkWords } from '../../../src/render/errors/remark.ts';
import { startProxy } from '../../support/proxy.ts';
import {
  asRoot,
  caughtUp,
  dnOf,
  edit,
  empty,
  logIn,
  look,
  people,
  plannerAt,
  remove,
  type Served,
  startProvider,
  startReplica,
} from '../../support/replica-fixture.ts';
import { blocksOf, type Edit, withoutExattrs, withoutOverlay } from '../../support/replica-lines.ts';
import { replace } from '../../support/slapd-fixture.ts';
import { type Certificates, makeCertificates } from '../../support/tls.ts';

const [an, binh, cuong] = people;
const relax = new Control('1.3.6.1.4.1.4203.666.5.12', { critical: true });
let certificates: Certificates;
let provider: Served;
let main: Connection;
const replicas: Served[] = [];

beforeAll(async () => {
  certificates = await makeCertificates();
});
afterAll(async () => await certificates?.remove());
beforeEach(async () => {
  provider = await startProvider(certificates);
  main = await connect(await plannerAt(provider));
});
afterEach(async () => {
  await main?.close();
  await remove(...replicas.splice(0), provider);
});

async function start(change?: Edit): Promise<Served> {
  const replica = await startReplica(provider, certificates, 'read', change);
  replicas.push(replica);
  return replica;
}

const reading = async () => ({
  main,
  settings: await plannerAt(provider),
  tree: provider,
  now: new Date(),
});

/** Reads them as the planner; without `allowed`, every one is. */
const read = async (named: readonly string[], allowed = named): Promise<ReplicaAccess> =>
  await readReplicas(named, { ...(await reading()), allowed });

const change = (id: string, title: string) =>
  asRoot(provider, (client) => client.modify(dnOf(provider, id), replace('title', title)));

describe('a replica that records logins', () => {
  it('tells those that only it has seen, under the entry’s own UUID, and has a copy of none', async () => {
    const replica = await start();
    await logIn(provider, an);
    await logIn(replica, binh);
    await caughtUp(provider, replica);
    const [atProvider, atReplica] = [
      await look(provider, dnOf(provider, binh)),
      await look(replica, dnOf(provider, binh)),
    ];
    expect(atProvider.authTimestamp).toBeUndefined();
    expect(atReplica.entryUUID).toBe(atProvider.entryUUID);
    const { lastAccess, listening, unread } = await read([replica.url]);
    expect(unread).toEqual([]);
    expect([...lastAccess]).toEqual([[atProvider.entryUUID, atReplica.authTimestamp]]);
    expect([...listening]).toEqual([[replica.url, dateOfInstant(Date.now())]]);
    expect(latestAccess(atProvider.authTimestamp, lastAccess.get(atProvider.entryUUID ?? ''))).toBe(
      atReplica.authTimestamp,
    );
  });

  it('is believed again and again, whichever server has recorded us last', async () => {
    const replica = await start();
    await logIn(replica, an);
    expect((await read([replica.url])).unread).toEqual([]);
    // As an hour later: the provider records anew, the replica has recorded a moment too late to do so.
    await asRoot(provider, (client) => client.modify(main.bindDn, replace('description', 'later')));
    await caughtUp(provider, replica);
    expect((await read([replica.url])).unread).toEqual([]);
  });

  it('loses none to changes, renames, and a restart amid them', async () => {
    const replica = await start();
    for (const id of people) await logIn(replica, id);
    const before = await read([replica.url]);
    await change(an, 'Chuyên viên');
    await caughtUp(provider, replica);
    await change(an, 'Chuyên viên chính');
    await asRoot(provider, async (client) => {
      await client.modify(dnOf(provider, binh), replace('userPassword', 'Mua-xuan-2027'));
      await client.modifyDN(dnOf(provider, cuong), dnOf(provider, 'LC-000009'));
    });
    await logIn(provider, an);
    await caughtUp(provider, replica);
    await replica.process().stop();
    await change(an, 'Trưởng phòng');
    await replica.again();
    await caughtUp(provider, replica);
    expect((await look(replica, dnOf(provider, an))).title).toBe('Trưởng phòng');
    expect(await read([replica.url])).toEqual(before);
    expect(before.lastAccess.size).toBe(people.length);
  });

  it('loses them without exattrs, at the first change of the entry', async () => {
    const replica = await start(withoutExattrs);
    const old = '20260101000000Z';
    await asRoot(provider, (client) =>
      client.modify(dnOf(provider, binh), replace('authTimestamp', old), relax),
    );
    await caughtUp(provider, replica);
    const timeOf = async (id: string) => (await look(replica, dnOf(provider, id))).authTimestamp;
    for (const id of [an, binh]) {
      await logIn(replica, id);
      expect(await timeOf(id)).not.toBe(old);
      await change(id, 'Chuyên viên');
    }
    await caughtUp(provider, replica);
    expect([await timeOf(an), await timeOf(binh)]).toEqual([undefined, old]);
  });
});

describe('a replica is unread', () => {
  const reasonOf = async (replica: Served, stopped = false) => {
    const { lastAccess, listening, unread } = await read([replica.url]);
    expect([lastAccess.size, listening.size, unread.map(({ url }) => url)]).toEqual([0, 0, [replica.url]]);
    expect(unread[0]?.hasStopped).toBe(stopped);
    return unread[0] === undefined ? '' : remarkWords(unread[0].detail, 'en').message;
  };

  it('that is down, and the others are read', async () => {
    const [gone, there] = [await start(), await start()];
    await logIn(there, an);
    await gone.process().stop();
    const { lastAccess, listening, unread } = await read([gone.url, there.url]);
    const detail = { says: 'ldap-unreachable', facts: { at: '', cause: 'ECONNREFUSED' } };
    expect(unread).toEqual([{ url: gone.url, detail, hasStopped: false }]);
    expect([[...listening.keys()], lastAccess.size]).toEqual([[there.url], 1]);
  });

  it('that records nothing', async () => {
    expect(await reasonOf(await start(withoutOverlay), true)).toMatch(
      /^it records no logins \(overlay lastbind\)$/,
    );
  });

  it('that shows but copies of what the provider recorded', async () => {
    const replica = await start((text) => withoutOverlay(withoutExattrs(text)));
    await logIn(provider, an);
    await caughtUp(provider, replica);
    expect((await look(replica, main.bindDn)).authTimestamp).toBeDefined();
    expect(await reasonOf(replica, true)).toMatch(
      /^the login seen there is but a copy of the main server’s /,
    );
  });

  it('where nobody has logged in yet', async () => {
    expect(await reasonOf(await start())).toMatch(/^nobody is seen to have logged in there: /);
  });

  it.each([
    [
      'hides an entry',
      'dn.exact="uid=LC-000002,ou=people,@"',
      /^entries are missing of those recorded: 2 < 3$/,
    ],
    ['hides them all', 'dn.one="ou=people,@"', /: there are entries this account may not read$/],
    ['hides the container', 'dn.subtree="ou=people,@"', / is not there, or there is no right to read it$/],
    [
      'hides who logged in',
      'dn.one="ou=people,@" attrs=authTimestamp',
      /^nobody is seen to have logged in there: /,
    ],
    [
      'hides our own login',
      'dn.exact="cn=planner,ou=services,@"',
      /^this account may not read its own login there$/,
    ],
    [
      'hides the sentinel',
      'dn.exact="cn=sentinel,ou=danhba,@"',
      /^cn=sentinel is not seen: not a whole copy$/,
    ],
  ])('that %s', async (_what, target, words) => {
    const replica = await start();
    await logIn(replica, an);
    await replica.process().stop();
    const rule = `access to ${target.replace('@', provider.baseDn)}\n  by anonymous auth\n  by * none\n`;
    await edit(replica, (text) => `${rule}${text}`, 'acl.conf');
    await replica.again();
    expect(await reasonOf(replica)).toMatch(words);
  });

  it('that copied nothing, and so does not know us', async () => {
    const replica = await start();
    await replica.process().stop();
    await edit(replica, (text) => text.replace(/^ {2}credentials=.*/m, '  credentials=wrong'));
    await empty(replica);
    await replica.again();
    expect(await reasonOf(replica)).toMatch(/^wrong DN or password: /);
  });

  it('that is lost while it is read', async () => {
    const slapd = await startSlapd();
    const wire = await startProxy(slapd.url);
    try {
      wire.set({ deed: 'cut', at: 'entry' });
      const { dn, passwordFile } = slapd.planner;
      const settings = { url: slapd.url, bindDn: dn, password: await readFile(passwordFile, 'utf8') };
      const { unread } = await readReplicas([wire.url], {
        ...(await reading()),
        allowed: [wire.url],
        settings,
      });
      expect(unread).toEqual([
        {
          url: wire.url,
          detail: { says: 'ldap-lost', facts: { cause: expect.stringMatching(/^[^\n]+$/) } },
          hasStopped: false,
        },
      ]);
    } finally {
      await wire.stop();
      await slapd.stop();
    }
  });

  it('whose certificate is not trusted', async () => {
    const replica = await start();
    const settings = { ...(await plannerAt(provider)), ca: certificates.selfSigned.certificate };
    const { unread } = await readReplicas([replica.url], {
      ...(await reading()),
      allowed: [replica.url],
      settings,
    });
    expect(unread).toEqual([
      {
        url: replica.url,
        detail: expect.objectContaining({ says: 'ldap-certificate.issuer' }),
        hasStopped: false,
      },
    ]);
  });

  it('that the settings of this machine do not name: nothing is sent to it', async () => {
    let connections = 0;
    const listener = createServer((socket) => {
      connections++;
      socket.destroy();
    });
    const port = await new Promise<number>((resolve) =>
      listener.listen(0, '127.0.0.1', () => resolve((listener.address() as { port: number }).port)),
    );
    try {
      const url = `ldap://127.0.0.1:${port}`;
      const { unread } = await read([url], ['ldaps://127.0.0.1:636']);
      expect(unread).toEqual([
        {
          url,
          detail: { says: 'replica-refused', facts: {} },
          hasStopped: false,
        },
      ]);
      expect(connections).toBe(0);
      expect((await read([url], [`${url}/`])).unread).toMatchObject([{ url }]);
      expect(connections).toBe(1);
    } finally {
      listener.close();
    }
  });
});

it('the pages of both languages give the same lines', async () => {
  const lines = await blocksOf('README.md', 'Replicas');
  expect(lines.length).toBeGreaterThan(5);
  expect(await blocksOf('README.vi.md', 'Máy chủ bản sao')).toEqual(lines);
});
