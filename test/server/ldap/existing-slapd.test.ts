// docs/adopt.md on a server with 500 entries of its own: after each section every reader sees what he saw, and nobody fails.

import { Client, type Entry } from 'ldapts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change } from '../../contract/bench.ts';
import { readLaterCommands, tidyAnswer } from '../../support/adopt-page.ts';
import { existingPeople, oldPassword, readers } from '../../support/existing-people.ts';
import { readSights, startTraffic, type Traffic } from '../../support/existing-readers.ts';
import { type ExistingSlapd, startExistingSlapd, steps } from '../../support/existing-slapd.ts';
import { makeWorkplace, readSecret, type Workplace } from '../../support/run.ts';
import { code, goodPassword, personEntry, replace, resultOf } from '../../support/slapd-fixture.ts';
import { organizationText } from '../../support/world.ts';
import { pageOf } from '../../unit/docs/read-docs.ts';

const page = 'docs/adopt.md';

let server: ExistingSlapd;
let traffic: Traffic;
let before: Readonly<Record<string, readonly Entry[]>>;
let root: Client;

beforeAll(async () => {
  server = await startExistingSlapd();
  before = await readSights(server);
  traffic = startTraffic(server);
});
afterAll(async () => {
  await root?.unbind();
  await traffic?.stop();
  await server?.stop();
});

async function expectUntouched(): Promise<void> {
  for (const [reader, entries] of Object.entries(await readSights(server))) {
    expect(entries, reader).toEqual(before[reader]);
  }
  expect(traffic.failures).toEqual([]);
}

const bound = async (dn: string, password: string): Promise<Client> => {
  const client = new Client({ url: server.url });
  await client.bind(dn, password);
  return client;
};

test('each reader sees another part of the tree', () => {
  expect(Object.entries(before).map(([reader, entries]) => [reader, entries.length])).toEqual([
    ['anonymous', 479],
    ['a user', 479],
    ['portal', 479],
    ['webmail', 497],
    ['backup', 497],
  ]);
  const [, ...seen] = Object.values(before).map((entries) =>
    Object.keys(entries.find(({ dn }) => dn === existingPeople[0]!.dn)!),
  );
  expect(Object.keys(before.anonymous!.find(({ dn }) => dn === existingPeople[0]!.dn)!).sort()).toEqual([
    'cn',
    'dn',
    'mail',
    'objectClass',
    'uid',
  ]);
  expect(
    seen.map((names) =>
      ['telephoneNumber', 'employeeNumber', 'userPassword'].filter((name) => names.includes(name)),
    ),
  ).toEqual([
    ['telephoneNumber'],
    ['telephoneNumber'],
    ['telephoneNumber', 'employeeNumber'],
    ['telephoneNumber', 'employeeNumber', 'userPassword'],
  ]);
});

describe('the sections of docs/adopt.md', () => {
  test.each(steps.map((step) => [step.name, step] as const))('%s', async (_, step) => {
    const said = tidyAnswer(await server.applyStep(step));
    if (step.answer !== undefined) expect(said).toBe(step.answer);
    await expectUntouched();
  });

  test('everybody was served all the while', () => {
    for (const name of ['login', 'anonymous', 'webmail', 'backup', 'password', 'personnel', 'helpdesk']) {
      expect(traffic.answers[name], name).toBeGreaterThan(20);
    }
  });
});

describe('afterwards', () => {
  let work: Workplace;
  const settings = (account: { readonly dn: string; readonly passwordFile: string }) => ({
    url: server.url,
    baseDn: server.baseDn,
    bindDn: account.dn,
    passwordFile: account.passwordFile,
  });
  const files = {
    ubnd: 'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [age1e4jz80npsu48c6xedaq57jsxsmymyv7e3e2khyg6g9re2qmggpmqxzvt0u]\n',
    sokx: organizationText('sokx', [
      'id: LC-000001, name: Nguyễn Văn An',
      'id: LC-000002, name: Trần Thị Bình',
    ]),
  };

  beforeAll(async () => {
    root = await bound(server.root.dn, await readSecret(server.root.passwordFile));
  });
  afterAll(() => work?.remove());

  test('the planner reads all, beyond the limit of everybody, and reports what is there without touching it', async () => {
    const client = await bound(server.planner.dn, await readSecret(server.planner.passwordFile));
    expect((await client.search(server.baseDn, { attributes: ['1.1'] })).searchEntries).toHaveLength(513);
    await client.unbind();
    const planner = await makeWorkplace(settings(server.planner), files);
    const { plan, code: ended, err } = await planner.plan();
    await planner.remove();
    expect(ended, err).toBe(2);
    expect(plan.unmarked.map(({ dn }) => dn).sort()).toEqual(existingPeople.map(({ dn }) => dn).sort());
    expect(plan.changes.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'create organization:sokx',
      'create organization:ubnd',
      'create person:LC-000001',
      'create person:LC-000002',
    ]);
  });

  test('the reconciler issues a directory, and nothing is left to do', async () => {
    work = await makeWorkplace(settings(server.reconciler), files);
    const applied = await work.apply();
    expect(applied.code, applied.out + applied.err).toBe(0);
    const again = await work.plan();
    expect(again.plan.changes).toEqual([]);
    expect(again.plan.unmarked).toHaveLength(480);
    await expectUntouchedBeside(['LC-000001', 'LC-000002']);
  });

  /** Readers of names and addresses see danhba's people as they see all the others, and nothing of danhba's. */
  async function expectUntouchedBeside(ids: readonly string[]): Promise<void> {
    const isTheirs = ({ dn }: Entry) => ids.some((id) => dn.startsWith(`uid=${id},`));
    for (const [reader, entries] of Object.entries(await readSights(server))) {
      expect(
        entries.filter((entry) => !isTheirs(entry)),
        reader,
      ).toEqual(before[reader]);
      const theirs = entries.filter(isTheirs);
      expect(theirs, reader).toHaveLength(ids.length);
      if (reader === 'backup') continue;
      const names = theirs.flatMap((entry) => Object.keys(entry));
      expect(
        names.filter((name) => /^danhba|^userPassword$|^pwdHistory$/.test(name)),
        reader,
      ).toEqual([]);
    }
    expect(traffic.failures).toEqual([]);
  }

  test('no address is given twice', async () => {
    const reconciler = await bound(server.reconciler.dn, await readSecret(server.reconciler.passwordFile));
    const taken = personEntry('LC-000009', { danhbaAddress: 'annv.sokx@laichau.gov.vn' });
    expect(await resultOf(reconciler.add(`uid=LC-000009,ou=people,${server.baseDn}`, taken))).toBe(
      code.constraintViolation,
    );
    await reconciler.unbind();
  });

  test('logins are recorded, of those who were there as well', async () => {
    const dn = `uid=LC-000001,ou=people,${server.baseDn}`;
    await root.modify(dn, replace('userPassword', goodPassword));
    await root.modify(dn, replace('pwdReset'));
    for (const [name, password] of [
      [dn, goodPassword],
      [existingPeople[5]!.dn, oldPassword],
    ] as const) {
      await (await bound(name, password)).unbind();
      const { searchEntries } = await root.search(name, { scope: 'base', attributes: ['authTimestamp'] });
      expect(searchEntries[0]?.authTimestamp).toMatch(/^\d{14}Z$/);
    }
  });

  test('danhba’s holders keep its password rules; those who were there are as free as they were', async () => {
    const dn = `uid=LC-000001,ou=people,${server.baseDn}`;
    const holder = await bound(dn, goodPassword);
    expect(await resultOf(holder.modify(dn, replace('userPassword', 'matkhau')))).toBe(
      code.constraintViolation,
    );
    expect(await resultOf(holder.modify(dn, replace('userPassword', 'Mua-thu-2026')))).toBe(code.success);
    await holder.unbind();
    const other = existingPeople[401]!.dn;
    for (let attempt = 0; attempt < 12; attempt++) {
      expect(await resultOf(bound(other, 'sai'))).toBe(code.invalidCredentials);
    }
    const client = await bound(other, oldPassword);
    expect(await resultOf(client.modify(other, replace('userPassword', oldPassword)))).toBe(code.success);
    await client.unbind();
  });

  test('who adds accounts needs the right to each value, and says that they are as free as the others', async () => {
    const personnel = await bound(readers.personnel, oldPassword);
    const dn = `uid=moi,ou=People,${server.baseDn}`;
    const plain = { objectClass: 'inetOrgPerson', cn: 'Mới', sn: 'Mới', mail: 'moi@laichau.gov.vn' };
    const weak = { ...plain, userPassword: oldPassword };
    const free = { ...weak, pwdPolicySubentry: `cn=before,ou=policies,${server.baseDn}` };
    const add = async (entry: Readonly<Record<string, string>>) => {
      const result = await resultOf(personnel.add(dn, entry));
      if (result === code.success) await personnel.del(dn);
      return result;
    };
    expect(await add(plain)).toBe(code.success);
    expect(await add({ ...plain, userPassword: goodPassword })).toBe(code.insufficientAccess);
    const rule = `{1}to attrs=userPassword,pwdPolicySubentry by dn.exact="${readers.personnel}" =w by * break`;
    const ldif = `dn: olcDatabase={1}mdb,cn=config\nchangetype: modify\nadd: olcAccess\nolcAccess: ${rule}\n`;
    await server.applyStep({ name: 'a rule more', script: `config <<'END'\n${ldif}END\n`, sets: '' });
    expect(await add({ ...plain, userPassword: goodPassword })).toBe(code.success);
    expect(await add(weak)).toBe(code.constraintViolation);
    expect(await add(free)).toBe(code.success);
    const gone = ldif.replace('add: olcAccess', 'delete: olcAccess');
    await server.applyStep({ name: 'as it was', script: `config <<'END'\n${gone}END\n`, sets: '' });
    await personnel.unbind();
  });

  test('groups follow their members as before', async () => {
    const group = `cn=phong8,ou=groups,${server.baseDn}`;
    const member = existingPeople[200]!.dn;
    const memberOf = async () =>
      (await root.search(member, { scope: 'base', attributes: ['memberOf'] })).searchEntries[0]?.memberOf;
    const { searchEntries } = await root.search(group, { scope: 'base' });
    const members = [searchEntries[0]?.member ?? []].flat().map(String);
    await root.modify(group, replace('member', ...members, member));
    expect(await memberOf()).toBe(group);
    await root.modify(group, replace('member', ...members));
    expect(await memberOf()).toEqual([]);
  });

  /** Everything as an administrator of the configuration sees it: rules, limits, overlays. */
  const configuration = async () =>
    tidyAnswer(
      await server.applyStep({
        name: 'the configuration',
        script: 'look "(|(olcDatabase=*)(olcOverlay=*))" olcAccess olcLimits olcOverlay olcAddContentAcl',
        sets: '',
      }),
    );

  test('newer rules take the place of danhba’s alone', async () => {
    const had = await configuration();
    await server.applyStep({ name: 'newer', script: readLaterCommands(page, 'Newer versions'), sets: '' });
    expect(await configuration()).toBe(had);
    await expectUntouchedBeside(['LC-000001', 'LC-000002']);
  });

  test('the adopter comes, takes one over and gives it back, and goes without a trace', async () => {
    // Which attribute of an entry is told first says nothing.
    const lines = async () => (await configuration()).split('\n').sort();
    const had = await lines();
    const comes = readLaterCommands(page, 'The adopter comes');
    await server.applyStep({ name: 'The adopter comes', script: comes, sets: '' });
    expect(await lines()).not.toEqual(had);
    const { dn: reconciler, passwordFile } = server.reconciler;
    const dn = reconciler.replace('reconciler', 'adopter');
    const file = passwordFile.replace('reconciler', 'adopter');
    const adopter = await bound(dn, await readSecret(file));
    expect(
      (await adopter.search(server.baseDn, { attributes: ['1.1'] })).searchEntries.length,
    ).toBeGreaterThan(513);
    const person = existingPeople[3]!.dn;
    const mark = [
      change('add', 'objectClass', 'danhbaAccount'),
      change('add', 'danhbaKey', 'person:LC-000777'),
      change('add', 'danhbaState', 'active'),
      change('add', 'danhbaName', 'x'),
      change('add', 'danhbaAddress', 'cu.sokx@laichau.gov.vn'),
    ];
    const unmark = [
      ...mark.slice(1).map(({ modification }) => change('delete', modification.type)),
      change('delete', 'objectClass', 'danhbaAccount'),
    ];
    expect(await resultOf(adopter.modify(person, mark))).toBe(code.success);
    expect(await resultOf(adopter.modify(person, unmark))).toBe(code.success);
    expect(await resultOf(adopter.modify(person, replace('userPassword', 'x')))).toBe(
      code.insufficientAccess,
    );
    await adopter.unbind();
    const goes = readLaterCommands(page, 'The adopter goes');
    await server.applyStep({ name: 'The adopter goes', script: goes, sets: '' });
    expect(await lines()).toEqual(had);
    expect(await resultOf(bound(dn, 'x'))).toBe(code.invalidCredentials);
    await expectUntouchedBeside(['LC-000001', 'LC-000002']);
  });

  test('another secret is kept from danhba’s accounts by one rule more', async () => {
    const planner = await bound(server.planner.dn, await readSecret(server.planner.passwordFile));
    const secrets = async () =>
      (await planner.search(server.baseDn, { filter: '(employeeNumber=*)' })).searchEntries.length;
    expect(await secrets()).toBe(480);
    const [, rule] = /^```ldif\n(.*?)^```$/ms.exec(pageOf(page).text) ?? [];
    const script = `config <<'END'\n${rule}END\n`;
    await server.applyStep({ name: 'another secret', script, sets: '' });
    expect(await secrets()).toBe(0);
    await planner.unbind();
    await expectUntouchedBeside(['LC-000001', 'LC-000002']);
  });

  test('all is taken back, and every reader sees what he saw', async () => {
    const script = readLaterCommands(page, 'Taking it back');
    await server.applyStep({ name: 'Taking it back', script, sets: '' });
    await expectUntouchedBeside(['LC-000001', 'LC-000002']);
    const { passwordFile, dn } = server.planner;
    expect(await resultOf(bound(dn, await readSecret(passwordFile)))).toBe(code.invalidCredentials);
    const services = await root.search(dn.replace(/^[^,]+,/, ''), { scope: 'one', attributes: ['1.1'] });
    expect(services.searchEntries.map((entry) => entry.dn)).toEqual([
      `cn=portal,ou=services,${server.baseDn}`,
    ]);
  });
});
