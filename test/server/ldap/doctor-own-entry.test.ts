// The one entry the doctor makes: gone when it ends, gone at the next run when it was killed, and never an account to any run.

import { readFile } from 'node:fs/promises';
import type { Client } from 'ldapts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { killIfThere, runDanhba, startDanhba } from '../../support/child.ts';
import { checksOf } from '../../support/doctor-fixture.ts';
import { type Operation, startProxy, type Wire } from '../../support/proxy.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { connect, eventually, sentinelDn } from '../../support/slapd-fixture.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

let slapd: Slapd;
let wire: Wire;
let work: Workplace;
let root: Client;
const base = 'dc=laichau,dc=gov,dc=vn';
const own = `uid=danhba-doctor,ou=people,${base}`;

const files = {
  ubnd: `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`,
  sokx: organizationText(
    'sokx',
    ['Nguyễn Văn An', 'Trần Thị Bình', 'Lò Văn Chi'].map((name, at) => `id: LC-10000${at}, name: ${name}`),
    'mailbox: none\n',
  ),
};

beforeAll(async () => {
  slapd = await startSlapd();
  wire = await startProxy(slapd.url);
  root = await connect(slapd, slapd.root);
  work = await makeWorkplace(serverOf(), files);
  expect(await work.apply()).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await work?.remove();
  await wire?.stop();
  await slapd?.stop();
});

const serverOf = (url = slapd.url) => {
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  return { url, baseDn: base, bindDn, passwordFile };
};

const doctorArguments = () => {
  const paths = ['--journal', `${work.root}/journal.jsonl`, '--credentials', `${work.root}/credentials`];
  return ['doctor', '--directory', `${work.root}/directory`, '--format', 'json', ...paths];
};

const environment = () => ({
  DANHBA_LDAP_URL: wire.url,
  DANHBA_LDAP_BIND_DN: slapd.reconciler.dn,
  DANHBA_LDAP_PASSWORD_FILE: slapd.reconciler.passwordFile,
});

async function readOwn() {
  const filter = '(uid=danhba-doctor*)';
  return (await root.search(base, { scope: 'sub', filter, attributes: ['*', '+'] })).searchEntries;
}

const countOf = async () =>
  (await root.search(sentinelDn(slapd), { scope: 'base' })).searchEntries[0]?.danhbaCount;

/** A whole run sees nothing of it: the plan, its digest, what is held, and what the sentinel counts. */
async function expectUnseen(before: Awaited<ReturnType<Workplace['plan']>>, count: unknown): Promise<void> {
  expect((await work.plan()).plan).toEqual(before.plan);
  expect(await work.apply()).toMatchObject({ code: 0 });
  expect(await countOf()).toBe(count);
}

const killed: readonly (readonly [Operation, number, string])[] = [
  ['addAnswer', 1, 'active'],
  ['modifyAnswer', 2, 'suspended'],
  ['modifyAnswer', 4, 'suspended'],
  ['delete', 2, 'suspended'],
];

it.each(killed)(
  'killed at %s %i: no run takes it for an account, the next doctor removes it',
  async (at, nth, state) => {
    const before = await work.plan();
    const count = await countOf();
    wire.set({ deed: 'silence', at, nth });
    let pid = 0;
    const ended = startDanhba(doctorArguments(), {
      environment: environment(),
      onStart: (started) => {
        pid = started;
      },
    });
    expect(await eventually(() => wire.struck() > 0)).toBe(true);
    killIfThere(pid);
    expect((await ended).code).toBe(null);
    wire.set(undefined);
    expect(await readOwn()).toMatchObject([
      { dn: own, danhbaState: state, pwdEndTime: '19700101000000Z', danhbaKey: 'person:danhba-doctor' },
    ]);
    await expectUnseen(before, count);
    expect(await readOwn(), 'a run leaves it alone').toHaveLength(1);
    const checks = checksOf(await work.doctor());
    expect(checks.get('ldap-rights-reconciler')?.status).toBe('ok');
    expect(await readOwn()).toEqual([]);
  },
);

it('while one is at work, another waits for nobody and touches nothing, and a run goes on', async () => {
  const before = await work.plan();
  const count = await countOf();
  const held = wire.hold('modify', 5);
  const first = runDanhba(doctorArguments(), { environment: environment() });
  await held.reached;
  const [there] = await readOwn();
  const second = checksOf(await work.doctor());
  expect(second.get('ldap-rights-reconciler')).toMatchObject({
    status: 'unseen',
    hint: 'Một lệnh "danhba doctor" khác đang chạy; chờ xong rồi chạy lại',
  });
  expect(second.get('ldap-sentinel')?.status).toBe('ok');
  await expectUnseen(before, count);
  expect(await readOwn()).toEqual([there]);
  held.release();
  const ended = await first;
  expect(checksOf(ended).get('ldap-rights-reconciler')?.status).toBe('ok');
  expect(await readOwn()).toEqual([]);
});

it('of many at the same moment each ends well or waits for nobody, and none leaves anything', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => work.doctor()));
  const statuses = all.map((said) => checksOf(said).get('ldap-rights-reconciler')?.status);
  expect(statuses).toContain('ok');
  expect(statuses.filter((status) => status !== 'ok' && status !== 'unseen')).toEqual([]);
  expect(await readOwn()).toEqual([]);
});

it('one of another machine is removed once no doctor can still be busy with it', async () => {
  const reconciler = await connect(slapd, slapd.reconciler);
  await reconciler.add(own, {
    objectClass: ['inetOrgPerson', 'danhbaAccount'],
    cn: 'danhba-doctor',
    sn: 'danhba-doctor',
    danhbaKey: 'person:danhba-doctor',
    danhbaOrganization: 'danhba-doctor',
    danhbaBasis: 'elsewhere - 1 00000000-0000-4000-8000-000000000000',
    danhbaState: 'active',
    pwdEndTime: '19700101000000Z',
  });
  await reconciler.unbind();
  expect(checksOf(await work.doctor()).get('ldap-clock')?.status).toBe('unseen');
  expect(await readOwn()).toHaveLength(1);
  const later = await makeWorkplace({ ...serverOf(), now: () => new Date(Date.now() + 660_000) }, files);
  try {
    const checks = checksOf(await later.doctor());
    expect(checks.get('ldap-rights-reconciler')?.status).toBe('ok');
    expect(checks.get('ldap-clock')).toMatchObject({
      status: 'warning',
      message: expect.stringMatching(/^đồng hồ máy chủ chậm hơn máy này 6(59|60|61) giây$/),
    });
  } finally {
    await later.remove();
  }
  expect(await readOwn()).toEqual([]);
});

it('an entry of its name that somebody could log in to, or gets mail, is an account like any other', async () => {
  const entry = {
    objectClass: ['inetOrgPerson', 'danhbaAccount'],
    cn: 'danhba-doctor',
    sn: 'danhba-doctor',
    danhbaKey: 'person:danhba-doctor',
    danhbaOrganization: 'danhba-doctor',
    danhbaState: 'active',
  };
  const before = (await work.plan()).plan;
  for (const more of [
    {},
    { pwdEndTime: '19700101000000Z', danhbaAddress: 'chung@laichau.gov.vn' },
    { pwdEndTime: '19700101000000Z', mail: 'chung@laichau.gov.vn' },
  ]) {
    await root.add(own, { ...entry, ...more });
    const { plan } = await work.plan();
    expect(JSON.stringify(plan)).toContain('person:danhba-doctor');
    await root.del(own);
  }
  expect((await work.plan()).plan).toEqual(before);
});

it('no password and no key of the doctor’s is in anything it writes', async () => {
  const said = await work.doctor();
  const secret = (await readFile(slapd.reconciler.passwordFile, 'utf8')).trim();
  expect(`${said.out}${said.err}`).not.toContain(secret);
  expect(said.err).toBe('');
});
