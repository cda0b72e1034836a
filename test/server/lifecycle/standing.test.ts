/** What a write stands on, on real slapd: what differs is told as what it is, a lock waits for nothing, what can be foreseen is held. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Control } from 'ldapts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { change } from '../../contract/bench.ts';
import { type Bench, replace, run, startBench } from '../../support/faults-fixture.ts';
import { personDn } from '../../support/slapd-fixture.ts';
import { organizationText } from '../../support/world.ts';

let bench: Bench;
const [an, binh, chi] = [
  'id: LC-000001, name: Nguyễn Văn An',
  'id: LC-000002, name: Trần Thị Bình',
  'id: LC-000003, name: Lò Văn Chi',
];
const breach = ', suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-11-20}';
const write = (...people: string[]) =>
  bench.work.write({ sokx: organizationText('sokx', people, 'mailbox: none\n') });
const dnOf = (id: string) => personDn(bench.slapd, id);
/** An entry where danhba does not look: the server keeps the address for it all the same. */
const stranger = async (danhbaAddress: string) => {
  const { root, slapd } = bench;
  await root.add(`ou=khac,${slapd.baseDn}`, { objectClass: 'organizationalUnit', ou: 'khac' });
  await root.add(`uid=x,ou=khac,${slapd.baseDn}`, {
    objectClass: ['inetOrgPerson', 'danhbaAccount'],
    uid: 'x',
    cn: 'x',
    sn: 'x',
    danhbaKey: 'other:1',
    danhbaState: 'active',
    danhbaAddress,
  });
};
/** Operational attributes too: they are what locks. */
const look = async (dn: string) =>
  (await bench.root.search(dn, { scope: 'base', attributes: ['*', '+'] })).searchEntries[0] ?? {};
const sheets = async () => (await readdir(join(bench.work.root, 'credentials')).catch(() => [])).length;

beforeEach(async () => {
  bench = await startBench({ sokx: organizationText('sokx', [an, binh], 'mailbox: none\n') });
  expect(await bench.work.apply()).toMatchObject({ code: 0 });
});
afterEach(async () => {
  await bench?.stop();
});

it('a title with an option keeps neither another title nor a suspension waiting, and is told', async () => {
  const { work, root } = bench;
  await root.modify(dnOf('LC-000001'), change('add', 'title;lang-en', 'Specialist'));
  await write(`${an}, title: Chuyên viên${breach}`, `${binh}, title: Chuyên viên`);
  const { plan } = await work.plan();
  expect(plan.held).toContainEqual(
    expect.objectContaining({ code: 'entry-options', key: 'person:LC-000001' }),
  );
  const ran = await work.apply();
  expect(ran.code, ran.out + ran.err).toBe(0);
  expect(await look(dnOf('LC-000001'))).toMatchObject({
    title: 'Chuyên viên',
    'title;lang-en': 'Specialist',
    danhbaState: 'suspended',
    pwdEndTime: '19700101000000Z',
  });
  expect((await work.plan()).plan.changes).toEqual([]);
});

it('what a hand changes while a run writes is told by its name, and a suspension is made alone', async () => {
  const { work, proxy, root } = bench;
  await write(`${an}, title: Chuyên viên${breach}`, `${binh}, phone: "0213 3876 000"`);
  const pause = proxy.hold('modify', 2);
  const running = run(() => work.apply());
  await pause.reached;
  await root.modify(dnOf('LC-000001'), replace('title', 'Người khác sửa'));
  await root.modify(dnOf('LC-000002'), change('add', 'telephoneNumber;lang-en', '1'));
  pause.release();
  const ran = await running;
  expect(ran).toMatchObject({ code: 4 });
  expect(ran.out).toContain('đã khóa; phần còn lại chưa làm: mục đã thay đổi sau khi lập kế hoạch: title');
  expect(ran.out).toContain('mục đã thay đổi sau khi lập kế hoạch: telephoneNumber;lang-en');
  expect(await look(dnOf('LC-000001'))).toMatchObject({
    title: 'Người khác sửa',
    danhbaState: 'suspended',
    pwdEndTime: '19700101000000Z',
  });
  expect(await work.apply()).toMatchObject({ code: 0 });
  expect(await look(dnOf('LC-000001'))).toMatchObject({
    title: 'Chuyên viên',
    danhbaState: 'suspended',
  });
  expect(await look(dnOf('LC-000002'))).toMatchObject({ telephoneNumber: '0213 3876 000' });
});

it('a suspension whose rest the server refuses is made alone, at every run', async () => {
  const { work } = bench;
  await stranger('binhtt2.sokx@laichau.gov.vn');
  const moved = 'address: binhtt2.sokx@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2026-01-05}';
  await write(an, `${binh}, ${moved}${breach}`);
  const ran = await work.apply();
  expect(ran).toMatchObject({ code: 4 });
  expect(ran.out).toMatch(/đã khóa; phần còn lại chưa làm: ConstraintViolationError \(19\)/);
  expect(await look(dnOf('LC-000002'))).toMatchObject({ danhbaState: 'suspended' });
});

it('an entry with a child keeps its mail, its addresses and itself until somebody has looked', async () => {
  const { work, root } = bench;
  await write(an, binh, chi);
  expect(await work.apply({ today: '2024-01-02' })).toMatchObject({ code: 0 });
  const ended = `${chi}, termination: {reason: retirement, document: 2/QĐ, decided: 2024-01-03}`;
  await write(an, binh, ended);
  expect(await work.apply({ today: '2024-01-03' })).toMatchObject({ code: 0 });
  const child = `cn=sổ địa chỉ,${dnOf('LC-000003')}`;
  await root.add(child, { objectClass: 'applicationProcess', cn: 'sổ địa chỉ' });
  const late = { today: '2025-06-02' };
  const { plan } = await work.plan(late);
  expect(plan.changes.filter(({ kind }) => kind === 'delete')).toEqual([]);
  expect(plan.held).toContainEqual(
    expect.objectContaining({ code: 'entry-children', args: { dn: dnOf('LC-000003') } }),
  );
  await root.del(child);
  expect((await work.plan(late)).plan.changes).toContainEqual(
    expect.objectContaining({ kind: 'delete', key: 'person:LC-000003' }),
  );
});

it('a place that another entry of danhba’s, or a referral, has is told before a password is made', async () => {
  const { work, root } = bench;
  const before = await sheets();
  await root.modifyDN(dnOf('LC-000002'), 'uid=LC-000003');
  await root.add(
    dnOf('LC-000004'),
    {
      objectClass: ['referral', 'extensibleObject'],
      uid: 'LC-000004',
      ref: `ldap://ldap.example.gov.vn/${dnOf('LC-000004')}`,
    },
    new Control('2.16.840.1.113730.3.4.2'),
  );
  await write(an, binh, chi, 'id: LC-000004, name: Vàng A Dế');
  const { plan } = await work.plan();
  const occupied = plan.held.filter(({ code }) => code === 'entry-occupied');
  expect(occupied.map(({ key, args }) => [key, args])).toEqual([
    ['person:LC-000003', { dn: dnOf('LC-000003'), holder: 'person:LC-000002' }],
    ['person:LC-000004', { dn: dnOf('LC-000004') }],
  ]);
  await work.apply();
  expect(await sheets()).toBe(before);
});

it('an entry of another structural class is told, and locked by its record', async () => {
  const { work, root } = bench;
  await root.add(dnOf('LC-000070'), {
    objectClass: ['organizationalPerson', 'uidObject', 'danhbaAccount'],
    uid: 'LC-000070',
    cn: 'Trần Thị Tám',
    sn: 'Trần',
    mail: 'tamtt.sokx@laichau.gov.vn',
    danhbaAddress: 'tamtt.sokx@laichau.gov.vn',
    danhbaKey: 'person:LC-000070',
    danhbaState: 'active',
    danhbaOrganization: 'sokx',
    userPassword: 'Mua-xuan-2026',
  });
  const tam = 'id: LC-000070, name: Trần Thị Tám, title: Chuyên viên';
  await write(an, binh, tam);
  const { plan } = await work.plan();
  expect(plan.changes).toEqual([]);
  expect(plan.held).toMatchObject([{ code: 'entry-class', args: { lacks: 'inetOrgPerson' } }]);
  expect(await work.apply()).toMatchObject({ code: 1 });
  await write(an, binh, `${tam}${breach}`);
  await work.apply();
  expect(await look(dnOf('LC-000070'))).toMatchObject({
    danhbaState: 'suspended',
    pwdEndTime: '19700101000000Z',
  });
});

it('a creation that is refused at every run leaves no sealed sheet behind', async () => {
  const { work } = bench;
  const before = await sheets();
  await stranger('chilv.sokx@laichau.gov.vn');
  await write(an, binh, chi);
  for (let time = 0; time < 3; time++) {
    const ran = await work.apply();
    expect(ran).toMatchObject({ code: 4 });
    expect(ran.err).toContain('Đã bỏ 1 tệp niêm phong');
    expect(await sheets()).toBe(before);
  }
  await write(an, binh, chi, 'id: LC-000005, name: Giàng A Phử');
  // One of the two on the sheet is made: it stays.
  expect(await work.apply()).toMatchObject({ code: 4 });
  expect(await sheets()).toBe(before + 1);
});

it('a reset under a policy pointer of others’ is judged by the right policy', async () => {
  const { work, root, slapd } = bench;
  const strict = `cn=strict,ou=policies,${slapd.baseDn}`;
  await root.add(strict, {
    objectClass: ['namedPolicy', 'pwdPolicy'],
    cn: 'strict',
    pwdAttribute: 'userPassword',
    pwdCheckQuality: '2',
    pwdMinLength: '60',
  });
  await root.modify(dnOf('LC-000001'), replace('pwdPolicySubentry', strict));
  await write(`${an}, passwordReset: {document: 13/VP, date: 2026-11-20}`, binh);
  const ran = await work.apply();
  expect(ran.code, ran.out + ran.err).toBe(0);
  const entry = await look(dnOf('LC-000001'));
  expect(entry).toMatchObject({ danhbaReset: '13/VP; 2026-11-20', pwdReset: 'TRUE' });
  expect(entry).not.toHaveProperty('pwdPolicySubentry');
});

it('a lock by another hand, and a beginning to come, are told', async () => {
  const { work, root } = bench;
  await root.modify(dnOf('LC-000001'), replace('pwdAccountLockedTime', '000001010000Z'));
  await root.modify(dnOf('LC-000002'), replace('pwdStartTime', '20270101000000Z'));
  const { plan, code } = await work.plan();
  expect(code).toBe(0);
  expect(plan.held.map(({ code, key, args }) => [code, key, (args as { value: string }).value])).toEqual([
    ['locked-otherwise', 'person:LC-000001', '000001010000Z'],
    ['locked-otherwise', 'person:LC-000002', '20270101000000Z'],
  ]);
});
