/** One life of a mailbox on real slapd, told by the commands an operator types; its holder logs in at every step. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'ldapts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { makeIdentityFile, readIdentityFile } from '../../../src/credentials/identity.ts';
import { Relax } from '../../contract/bench.ts';
import { listenSince } from '../../support/listening.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { sealedPasswords } from '../../support/sheets.ts';
import { bindResult, code, connect, personDn, replace, resultOf } from '../../support/slapd-fixture.ts';
import { organizationText } from '../../support/world.ts';

let slapd: Slapd;
let root: Client;
let work: Workplace;
let identity: string;

const an = (more = '') => `id: LC-000001, name: Nguyễn Văn An${more}`;
const binh = (more = '') => `id: LC-000002, name: Trần Thị Bình${more}`;
/** Enough colleagues for one suspension to be a small share of the organization. */
const others = Array.from(
  { length: 8 },
  (_, index) =>
    `id: LC-00001${index}, name: Lò Văn ${['Ba', 'Bon', 'Chi', 'Du', 'Gia', 'Hoa', 'Khang', 'Minh'][index]}`,
);

beforeAll(async () => {
  slapd = await startSlapd();
  root = await connect(slapd, slapd.root);
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  work = await makeWorkplace({ url: slapd.url, baseDn: slapd.baseDn, bindDn, passwordFile }, {});
  const recipient = await makeIdentityFile(join(work.root, 'identity'), new Date());
  [identity] = (await readIdentityFile(join(work.root, 'identity'))) as [string];
  await work.write({
    ubnd: `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${recipient}]\n`,
  });
});

afterAll(async () => {
  await root?.unbind();
  await work?.remove();
  await slapd?.stop();
});

const anDn = () => personDn(slapd, 'LC-000001');
const write = (...people: string[]) =>
  work.write({ sokx: organizationText('sokx', people, 'mailbox: none\n') });

/** Applies on the day, and the plan after it has nothing left: the kinds of what was done. */
async function run(today: string, more: { record?: boolean; approve?: string } = {}): Promise<string[]> {
  const { plan } = await work.plan({ today, ...(more.approve !== undefined && { approve: more.approve }) });
  const applied = await work.apply({ today, ...more });
  expect(applied.code, applied.out + applied.err).toBe(0);
  const again = await work.plan({ today });
  expect(again.plan.changes, JSON.stringify(again.plan.changes)).toEqual([]);
  return plan.changes.map(({ kind, key }) => `${kind} ${key}`);
}

async function heldOf(today: string, key = 'person:LC-000001') {
  const { plan } = await work.plan({ today });
  return plan.held.filter((held) => held.key === key);
}

/** The newest sealed password of an address. */
async function sealedPassword(address: string): Promise<string> {
  const newest = (await sealedPasswords(join(work.root, 'credentials'), identity)).get(address)?.at(-1);
  if (newest === undefined) throw new Error(`nothing sealed for ${address}`);
  return newest;
}

async function changeOwnPassword(dn: string, old: string, wanted: string): Promise<void> {
  const holder = new Client({ url: slapd.url });
  try {
    await holder.bind(dn, old);
    expect(await resultOf(holder.search(dn, { scope: 'base' })), 'must change first').toBe(
      code.insufficientAccess,
    );
    await holder.modify(dn, replace('userPassword', wanted));
  } finally {
    await holder.unbind();
  }
}

const login = (password: string, dn = anDn()) => bindResult(slapd, dn, password);
const seed = (dn: string, type: string, value: string) => root.modify(dn, replace(type, value), new Relax());

it('lives from the sealed first password to the tombstone', async () => {
  // 6.1, 6.3: issued with a sealed password that leads to nothing but its change.
  await write(an(), binh(), ...others);
  expect(await run('2026-01-12')).toContain('create person:LC-000001');
  const first = await sealedPassword('annv.sokx@laichau.gov.vn');
  await changeOwnPassword(anDn(), first, 'Cua-rieng-toi-9');
  expect(await login(first)).toBe(code.invalidCredentials);
  expect(await login('Cua-rieng-toi-9')).toBe(code.success);

  // 8.1: a breach of Article 12 locks at the next attempt.
  const breach = 'suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-02-02}';
  await write(an(`, ${breach}`), binh(), ...others);
  expect(await run('2026-02-03')).toEqual(['suspend person:LC-000001']);
  expect(await login('Cua-rieng-toi-9')).toBe(code.invalidCredentials);
  expect((await heldOf('2026-02-03'))[0]).toMatchObject({ code: 'notice-missing', kind: 'delete' });

  // 7: a reset while suspended is done once, and lifts nothing.
  const reset = 'passwordReset: {document: 13/VP, date: 2026-02-04}';
  await write(an(`, ${breach}, ${reset}`), binh(), ...others);
  expect(await run('2026-02-05')).toEqual(['reset person:LC-000001']);
  const second = await sealedPassword('annv.sokx@laichau.gov.vn');
  expect(second).not.toBe(first);
  expect(await login(second)).toBe(code.invalidCredentials);
  expect(await login('Cua-rieng-toi-9')).toBe(code.invalidCredentials);

  // 8.3: only a written request restores.
  await write(an(`, ${reset}`), binh(), ...others);
  expect((await heldOf('2026-02-09'))[0]).toMatchObject({ code: 'restoration-needed' });
  const restored = `${breach}, restoration: {document: 12/VP, date: 2026-02-09}, ${reset}`;
  await write(an(`, ${restored}`), binh(), ...others);
  expect(await run('2026-02-10')).toEqual(['restore person:LC-000001']);
  await changeOwnPassword(anDn(), second, 'Lai-dung-duoc-8');
  expect(await login('Lai-dung-duoc-8')).toBe(code.success);

  // 8.1: without access for six months it is suspended, with the password untouched. Nothing was recorded before
  // danhba first saw a login, so nobody is silent yet: the clock of this story begins earlier.
  expect((await work.plan({ today: '2026-08-20' })).plan.upcoming).toEqual([]);
  await listenSince(root, slapd.baseDn);
  for (const id of ['LC-000002', ...others.map((other) => other.slice(4, 13))]) {
    await seed(personDn(slapd, id), 'authTimestamp', '20261101020000Z');
  }
  await seed(anDn(), 'authTimestamp', '20260301020000Z');
  // 1 September is followed by the National Day's days off: the term ends after them.
  expect(await run('2026-09-03')).toEqual([]);
  const { plan } = await work.plan({ today: '2026-08-20' });
  expect(plan.upcoming).toMatchObject([{ key: 'person:LC-000001', from: '2026-03-01' }]);
  expect(await run('2026-09-15', { record: true })).toEqual(['suspend person:LC-000001']);
  expect(await login('Lai-dung-duoc-8')).toBe(code.invalidCredentials);
  const file = await readFile(join(work.root, 'directory/organizations/sokx.yaml'), 'utf8');
  expect(file).toMatch(/suspension: *\{? *\n? *reason: inactivity/);
  expect((await heldOf('2026-09-16')).map((held) => held.code)).toEqual(['notice-missing']);

  // Restored without a reset, the same password works.
  const idle = 'suspension: {reason: inactivity, date: 2026-09-15}';
  await write(an(`, ${idle}, restoration: {document: 40/VP, date: 2026-09-17}, ${reset}`), binh(), ...others);
  expect(await run('2026-09-17')).toEqual(['restore person:LC-000001']);
  expect(await login('Lai-dung-duoc-8')).toBe(code.success);

  // 8.2, 6.1: moved to another organization, the old mailbox ends and a new one is issued.
  await write(binh(), ...others);
  await work.write({ soky: organizationText('soky', [an()], 'mailbox: none\n') });
  expect(await run('2026-10-01')).toEqual([
    'create organization:soky',
    'transfer person:LC-000001',
    'create person:LC-000001',
  ]);
  expect(await login('Lai-dung-duoc-8')).toBe(code.invalidCredentials);
  const newDn = personDn(slapd, 'LC-000001-2');
  const third = await sealedPassword('annv.soky@laichau.gov.vn');
  await changeOwnPassword(newDn, third, 'Noi-moi-dep-7');
  expect(await login('Noi-moi-dep-7', newDn)).toBe(code.success);
});

it('deletes only after notice, term and retention, and leaves a tombstone behind', async () => {
  const [noticed, gone] = ['LC-000010', 'LC-000011'];
  const suspended = `${others[0]}, suspension: {reason: violation, clause: "12.3", document: 5/QĐ, date: 2025-05-02, notice: {document: 6/TB, date: 2025-05-05}}`;
  await write(binh(), suspended, ...others.slice(1));
  // The file tells of last year. The mailbox was open until today: its term runs from the lock.
  await seed(personDn(slapd, noticed), 'danhbaIssued', '20250101170000Z');
  // A login after the lock would be the server's own word against it.
  await seed(personDn(slapd, noticed), 'authTimestamp', '20260501020000Z');
  expect(await run('2026-05-04')).toEqual([`suspend person:${noticed}`]);
  expect(await run('2026-05-06')).toEqual([]);
  expect(await heldOf('2026-05-06', `person:${noticed}`)).toMatchObject([
    { code: 'deletion-not-due', args: { from: '2026-05-04', due: '2027-05-04', term: 'lock' } },
  ]);
  // Had danhba locked it when the file says, the term would run from the notice.
  await seed(personDn(slapd, noticed), 'danhbaLocked', '20250501170000Z');
  await seed(personDn(slapd, noticed), 'authTimestamp', '20250301020000Z');
  await seed(personDn(slapd, noticed), 'danhbaNoticed', '20250506170000Z');
  expect(await heldOf('2026-05-05', `person:${noticed}`)).toMatchObject([
    { code: 'deletion-not-due', args: { from: '2025-05-05', due: '2026-05-05', term: 'notice' } },
  ]);
  expect(await run('2026-05-06')).toEqual([`delete person:${noticed}`]);
  expect(await resultOf(root.search(personDn(slapd, noticed), { scope: 'base' }))).toBe(code.noSuchObject);
  // The file still tells of the suspension: nothing is made again from it.
  expect(await run('2026-05-07')).toEqual([]);

  // A newcomer of the same address waits.
  const newcomer = 'id: LC-000099, name: Lý Văn Ba';
  await write(binh(), suspended, ...others.slice(1), newcomer);
  expect(await heldOf('2026-05-08', 'person:LC-000099')).toMatchObject([
    { code: 'problem', args: { problem: 'address-collision' } },
  ]);
  await write(binh(), ...others.slice(1), newcomer);
  expect(await heldOf('2026-05-08', 'person:LC-000099')).toMatchObject([
    { code: 'address-retired', args: { holder: `person:${noticed}`, until: '2031-05-06' } },
  ]);
  // A decision of the newcomer's own organization is not enough: the operator grants it.
  const grant =
    'address: balv.sokx@laichau.gov.vn, holder: "person:LC-000099", document: 9/CNTT, date: 2025-01-02';
  await writeFile(join(work.root, 'directory/grants.yaml'), `- {${grant}}\n`);
  expect(await run('2026-05-08')).toEqual(['create person:LC-000099']);

  await seed(personDn(slapd, gone), 'danhbaIssued', '20250101170000Z');
  await seed(personDn(slapd, gone), 'authTimestamp', '20250301020000Z');
  // Removed without a word: two working days, then kept for a year, then deleted.
  await write(binh(), ...others.slice(2), newcomer);
  expect(await run('2025-05-05')).toEqual([`update person:${gone}`]);
  expect(await run('2025-05-07')).toEqual([`terminate person:${gone}`]);
  expect(await run('2026-05-07')).toEqual([]);
  expect(await run('2026-05-08')).toEqual([`delete person:${gone}`]);
  expect(await resultOf(root.search(personDn(slapd, gone), { scope: 'base' }))).toBe(code.noSuchObject);
});
