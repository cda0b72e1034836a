/** The main job on real servers: plan, apply, nothing left; every edit and every drift is seen and healed. */
import { Attribute, Change, Client, type Entry } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorkplace, readSecret, type Workplace } from '../../support/run.ts';
import { type RunningServer, servers } from '../../support/servers.ts';
import { organizationText, written } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An, title: Chuyên viên, phone: "0213 3 876 543"';
const binh = 'id: LC-000002, name: Trần Thị Bình, privileged: true, aliases: [vanthu.sokx@laichau.gov.vn]';
const chi = 'id: LC-000003, name: Lò Văn Chi';
const mailbox = 'mailbox:\n  custodian: LC-000001\n';

describe.each(servers)('on %s', (_name, start) => {
  let server: RunningServer;
  let work: Workplace;
  /** The account danhba works with, and somebody who writes by hand. */
  let reconciler: Client;
  let admin: Client;
  const person = (id: string) => `uid=${id},ou=people,${server.baseDn}`;

  beforeAll(async () => {
    server = await start();
    work = await makeWorkplace(server, {
      ubnd: 'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [age1e4jz80npsu48c6xedaq57jsxsmymyv7e3e2khyg6g9re2qmggpmqxzvt0u]\n',
      sokx: organizationText('sokx', [an, binh, chi], mailbox),
      soky: organizationText('soky', []),
    });
    admin = new Client({ url: server.url });
    await admin.bind(server.root.dn, await readSecret(server.root.passwordFile));
    reconciler = new Client({ url: server.url });
    await reconciler.bind(server.bindDn, await readSecret(server.passwordFile));
  });

  afterAll(async () => {
    await admin?.unbind();
    await reconciler?.unbind();
    await work?.remove();
    await server?.stop();
  });

  /** Plans (pending), applies (clean), plans again (clean); gives what was changed. */
  async function converge(day: { today?: string } = {}): Promise<string[]> {
    const planned = await work.plan(day);
    expect(planned.code, planned.err).toBe(2);
    const applied = await work.apply(day);
    expect(applied.code, applied.out + applied.err).toBe(0);
    const again = await work.plan(day);
    expect(again.plan.changes).toEqual([]);
    expect(again.code).toBe(0);
    return planned.plan.changes.map(({ kind, key }) => `${kind} ${key}`);
  }

  async function read(dn: string) {
    const { searchEntries } = await reconciler.search(dn, {
      scope: 'base',
      attributes: ['*', 'pwdEndTime', 'entryUUID', 'pwdPolicySubentry'],
    });
    return searchEntries[0] ?? ({ dn } as Entry);
  }

  const replace = (dn: string, type: string, ...values: string[]) =>
    admin.modify(dn, new Change({ operation: 'replace', modification: new Attribute({ type, values }) }));

  it('issues a directory and leaves nothing to do', async () => {
    expect(await converge()).toEqual([
      'create organization:sokx',
      'create organization:soky',
      'create organization:ubnd',
      'create person:LC-000001',
      'create person:LC-000002',
      'create person:LC-000003',
    ]);
    expect(await read(person('LC-000001'))).toMatchObject({
      uid: 'LC-000001',
      cn: 'Nguyễn Văn An',
      sn: 'Nguyễn',
      givenName: 'An',
      mail: 'annv.sokx@laichau.gov.vn',
      danhbaKey: 'person:LC-000001',
      danhbaState: 'active',
      danhbaIssued: '20261122170000Z',
      o: 'Sở SOKX',
    });
    expect(await read(`ou=sokx,ou=organizations,${server.baseDn}`)).toMatchObject({
      displayName: 'Sở SOKX',
      mail: 'sokx@laichau.gov.vn',
      danhbaCustodian: 'LC-000001',
      danhbaOrganization: 'ubnd',
    });
    expect(await read(person('LC-000002'))).toMatchObject({
      pwdPolicySubentry: `cn=administrators,ou=policies,${server.baseDn}`,
      danhbaAddress: expect.arrayContaining(['binhtt.sokx@laichau.gov.vn', 'vanthu.sokx@laichau.gov.vn']),
    });
  });

  it.each([
    ['a title', 'title', ['Giám đốc']],
    ['a second telephone', 'telephoneNumber', ['0213 3 876 543', '0213 3 000 000']],
    ['the name', 'cn', ['Nguyễn Văn Am']],
    ['the first address', 'mail', ['root@laichau.gov.vn']],
    ['an alias', 'danhbaAddress', ['annv.sokx@laichau.gov.vn', 'khac@laichau.gov.vn']],
    ['a lock', 'pwdEndTime', ['20200101000000Z']],
    ['another password policy', 'pwdPolicySubentry', ['cn=services,ou=policies,dc=laichau,dc=gov,dc=vn']],
    ['the day of issue', 'danhbaReason', ['violation']],
  ])('sees and heals drift of %s', async (_what, attribute, values) => {
    const before = await read(person('LC-000001'));
    await replace(person('LC-000001'), attribute, ...values);
    expect((await converge()).map((change) => change.split(' ')[1])).toEqual(['person:LC-000001']);
    const { modifyTimestamp: _time, entryCSN: _csn, ...after } = await read(person('LC-000001'));
    // What a hand did to the first address danhba undoes by a rename, and remembers that.
    const renamed = attribute === 'mail' ? { danhbaRenamed: before.danhbaIssued } : {};
    expect(after).toEqual({ ...before, ...renamed });
  });

  it.each([
    ['another name', 'cn', 'Ai Đó', 'person-replaced'],
    ['another organization', 'danhbaOrganization', 'soky', 'release-needed'],
  ])(
    'does not take an entry with %s, written by hand, for the one it was',
    async (_what, type, value, code) => {
      const before = await read(person('LC-000001'));
      await replace(person('LC-000001'), type, value);
      const { plan } = await work.plan();
      expect(plan.changes).toEqual([]);
      expect(plan.held).toMatchObject([{ key: 'person:LC-000001', code }]);
      await replace(person('LC-000001'), type, String(before[type]));
    },
  );

  it('re-issues an entry somebody deleted', async () => {
    await admin.del(person('LC-000003'));
    expect(await converge()).toEqual(['create person:LC-000003']);
  });

  it('adds, renames, moves and removes people as their file says', async () => {
    const dung = 'id: LC-000004, name: Vàng A Dũng';
    await work.write({ sokx: organizationText('sokx', [an, binh, chi, dung], mailbox) });
    expect(await converge()).toEqual(['create person:LC-000004']);

    const uuid = (await read(person('LC-000003'))).entryUUID;
    await work.write({
      sokx: organizationText('sokx', [an, binh, 'id: LC-000003, name: Lò Văn Chín', dung], mailbox),
    });
    expect(await converge()).toEqual(['rename person:LC-000003']);
    expect(await read(person('LC-000003'))).toMatchObject({
      mail: 'chinlv.sokx@laichau.gov.vn',
      entryUUID: uuid,
    });

    await work.write({
      sokx: organizationText('sokx', [an, binh, 'id: LC-000003, name: Lò Văn Chín'], mailbox),
      soky: organizationText('soky', [dung]),
    });
    expect(await converge()).toEqual(['transfer person:LC-000004', 'create person:LC-000004']);
    expect(await read(person('LC-000004'))).toMatchObject({
      danhbaKey: 'person:LC-000004/1',
      danhbaState: 'terminated',
      danhbaReason: 'transfer',
      mail: 'dungva.sokx@laichau.gov.vn',
    });
    expect(await read(person('LC-000004-2'))).toMatchObject({
      danhbaKey: 'person:LC-000004',
      danhbaState: 'active',
      mail: 'dungva.soky@laichau.gov.vn',
    });

    await work.write({ sokx: organizationText('sokx', [an, binh], mailbox) });
    expect(await converge()).toEqual(['update person:LC-000003']);
    expect(await read(person('LC-000003'))).toMatchObject({
      danhbaState: 'active',
      danhbaMissing: '20261122170000Z',
    });
    // Two working days later: 24 November 2026 is a day off.
    expect(await converge({ today: '2026-11-26' })).toEqual(['terminate person:LC-000003']);
    expect(await read(person('LC-000003'))).toMatchObject({
      danhbaState: 'terminated',
      danhbaReason: 'removed',
      mail: 'chinlv.sokx@laichau.gov.vn',
      pwdEndTime: '19700101000000Z',
    });

    const again = 'id: LC-000003, name: Lò Văn Chín';
    await work.write({ sokx: organizationText('sokx', [an, binh, again], mailbox) });
    const { held } = (await work.plan()).plan;
    expect(held.find(({ key }) => key === 'person:LC-000003')).toMatchObject({ code: 'restoration-needed' });
    const request = 'restoration: {document: 3/SOKX, date: 2026-11-27}';
    await work.write({ sokx: organizationText('sokx', [an, binh, `${again}, ${request}`], mailbox) });
    expect(await converge({ today: '2026-11-27' })).toEqual(['restore person:LC-000003']);
    const restored = await read(person('LC-000003'));
    expect(restored).toMatchObject({ danhbaState: 'active' });
    expect(restored.pwdEndTime ?? []).toEqual([]);
  });

  it('reports entries without its mark and never touches them', async () => {
    const dn = person('stranger');
    await admin.add(dn, {
      objectClass: ['inetOrgPerson'],
      uid: 'stranger',
      cn: 'X',
      sn: 'Y',
      mail: 'x.soky@laichau.gov.vn',
    });
    await work.write({
      soky: organizationText('soky', ['id: LC-000004, name: Vàng A Dũng', 'id: LC-000007, name: Xuân']),
    });
    const planned = await work.plan();
    expect(planned.plan.unmarked).toEqual([
      {
        dn,
        uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        name: 'X',
        looks: 'person',
        addresses: ['x.soky@laichau.gov.vn'],
        occupies: 'person:stranger',
      },
    ]);
    await admin.del(dn);
    await work.write({ soky: organizationText('soky', ['id: LC-000004, name: Vàng A Dũng']) });
  });

  it('refuses a digest that is not the plan it makes', async () => {
    await work.write({
      sokx: organizationText(
        'sokx',
        [an, `${binh}, title: Văn thư`, 'id: LC-000003, name: Lò Văn Chín'],
        mailbox,
      ),
    });
    const { plan } = await work.plan();
    await replace(person('LC-000001'), 'title', 'Đã đổi');
    await expect(work.apply({ digest: plan.digest })).rejects.toMatchObject({ code: 'digest-mismatch' });
    expect(await read(person('LC-000002'))).not.toHaveProperty('title', 'Văn thư');
    const planFile = `${work.root}/plan.json`;
    const now = await work.plan({ out: planFile });
    await replace(person('LC-000001'), 'title', 'Đổi nữa');
    await expect(work.apply({ planFile })).rejects.toMatchObject({
      code: 'digest-mismatch',
      message: expect.stringContaining('update person:LC-000001'),
    });
    await replace(person('LC-000001'), 'title', 'Đã đổi');
    expect((await work.apply({ digest: now.plan.digest, planFile })).code).toBe(0);
    expect((await work.plan()).code).toBe(0);
  });

  it('asserts what it planned on: an entry that moved meanwhile is left alone', async () => {
    const { performChange } = await import('../../../src/ldap/write/write.ts');
    await work.write({
      sokx: organizationText(
        'sokx',
        [an, `${binh}, title: Lái xe`, 'id: LC-000003, name: Lò Văn Chín'],
        mailbox,
      ),
    });
    const { plan } = await work.plan();
    const [change] = plan.changes;
    if (change === undefined) throw new Error('no change planned');
    await replace(person('LC-000002'), 'title', 'Người khác sửa');
    expect(await performChange(reconciler, plan, written(change))).toMatchObject({ result: 'failed' });
    await replace(person('LC-000002'), 'title', 'Lái xe');
    expect(await performChange(reconciler, plan, written(change))).toEqual({ result: 'already' });
    expect((await work.plan()).code).toBe(0);
  });

  it('keeps a journal of every change, without a secret', async () => {
    const journal = await readSecret(`${work.root}/journal.jsonl`);
    const lines = journal.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.filter(({ result }) => result === 'applied').length).toBeGreaterThan(15);
    expect(journal).not.toContain(await readSecret(server.passwordFile));
  });
});
