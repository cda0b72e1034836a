// Rights lost on what stands beside the accounts: a read that cannot see them is refused, and never reads as "there are none".

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import type { Supervised } from '../../../servers/launch/supervised.ts';
import { type Connection, connect as connectDanhba } from '../../../src/ldap/connect/connect.ts';
import { observe } from '../../../src/run/actual.ts';
import { connect, personDn, personEntry, readPid, serveAgain } from '../../support/slapd-fixture.ts';
import { readWorld } from '../../support/world.ts';

const { policy } = readWorld({}).directory;

let slapd: Slapd;
let again: Supervised | undefined;

beforeEach(async () => {
  again = undefined;
  slapd = await startSlapd();
  const root = await connect(slapd, slapd.root);
  const entry = personEntry('LC-000001', { userPassword: 'Mua-xuan-2026' });
  await root.add(personDn(slapd, 'LC-000001'), entry);
  await root.add(`cn=cu@laichau.gov.vn,ou=tombstones,${slapd.baseDn}`, {
    objectClass: 'danhbaTombstone',
    cn: 'cu@laichau.gov.vn',
    danhbaKey: 'person:LC-000002',
    danhbaUntil: '20310101000000Z',
  });
  await root.unbind();
});

afterEach(async () => {
  await again?.stop();
  await slapd.stop();
});

/** Starts the same server with these rules before the shipped ones, as an administrator's slip would leave it. */
async function restartWith(rules: string): Promise<void> {
  process.kill(await readPid(slapd.directory), 'SIGKILL');
  await slapd.exited;
  const file = join(slapd.directory, 'acl.conf');
  await writeFile(file, `${rules}\n\n${await readFile(file, 'utf8')}`);
  again = await serveAgain(slapd);
}

const hidden = (what: string, name: string) =>
  `access to ${what}\n  by dn.exact="cn=${name},ou=services,${slapd.baseDn}" none\n  by * break`;

async function observeAs(name: 'planner' | 'reconciler') {
  const { dn: bindDn, passwordFile } = slapd[name];
  const password = await readFile(passwordFile, 'utf8');
  const connection: Connection = await connectDanhba({ url: slapd.url, bindDn, password });
  try {
    return await observe({ connection }, policy, new Date());
  } finally {
    await connection.close();
  }
}

it.each(['planner', 'reconciler'] as const)('tombstones the %s may not see', async (name) => {
  expect((await observeAs(name)).tombstones).toHaveLength(1);
  await restartWith(hidden(`dn.one="ou=tombstones,${slapd.baseDn}"`, name));
  await expect(observeAs(name)).rejects.toMatchObject({
    code: 'ldap-read-incomplete',
    message: expect.stringContaining('ou=tombstones'),
  });
});

it.each(['tombstones', 'policies'])('the container ou=%s itself', async (container) => {
  await restartWith(hidden(`dn.subtree="ou=${container},${slapd.baseDn}"`, 'reconciler'));
  await expect(observeAs('reconciler')).rejects.toMatchObject({
    code: 'ldap-container-missing',
    message: expect.stringContaining(`ou=${container}`),
  });
});

it('all policies, while their container is there', async () => {
  await restartWith(hidden(`dn.one="ou=policies,${slapd.baseDn}"`, 'reconciler'));
  await expect(observeAs('reconciler')).rejects.toMatchObject({ code: 'ldap-read-incomplete' });
});

it('one policy reads as missing, which holds its accounts', async () => {
  await restartWith(hidden(`dn.exact="cn=users,ou=policies,${slapd.baseDn}"`, 'reconciler'));
  const { passwordPolicies } = await observeAs('reconciler');
  expect(passwordPolicies.map(({ name }) => name)).toEqual(['administrators']);
});

it.each([
  ['of the accounts', 'not-readable', 'ou=people'],
  ['of our own', 'not-recorded', 'ou=services'],
])('last accesses %s put them in doubt: %s', async (_whose, doubt, container) => {
  const holder = await connect(slapd, slapd.root);
  await holder.bind(personDn(slapd, 'LC-000001'), 'Mua-xuan-2026');
  await holder.unbind();
  expect(await observeAs('reconciler')).not.toHaveProperty('accessDoubt');
  const what = `dn.one="${container},${slapd.baseDn}" attrs=authTimestamp`;
  await restartWith(hidden(what, 'reconciler'));
  expect((await observeAs('reconciler')).accessDoubt).toBe(doubt);
});
