/**
 * One representative, alone in one file, wants what is another organization's: its people's mailboxes, their mail, their
 * name. On real slapd, whose own answer to a login is what counts; in the run that sees the attempt, and in the next.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Attribute, Change, type Client } from 'ldapts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { makeIdentityFile, readIdentityFile } from '../../../src/credentials/identity.ts';
import { openSealedFile } from '../../../src/credentials/open.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { bindResult, code, connect, goodPassword, personDn, replace } from '../../support/slapd-fixture.ts';
import { organizationText } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh =
  'id: LC-000002, name: Trần Thị Bình, termination: {reason: retirement, document: 7/QĐ, decided: 2026-03-02}';
const chi = 'id: LC-000003, name: Lò Văn Chi, nameChange: {document: 8/TB, date: 2026-03-03}';
const victims = ['LC-000001', 'LC-000002', 'LC-000003'] as const;
const reset = 'passwordReset: {document: 3/CV, date: 2026-03-05}';
const decision = 'addressDecision: {document: 4/QĐ, date: 2026-03-05}';

let slapd: Slapd;
let root: Client;
let work: Workplace;
let thief: string;
let keys: { readonly own: string; readonly other: string };
const soyt = (...people: readonly string[]) =>
  organizationText('soyt', people, `mailbox: none\ncredentialRecipients: [${keys.own}]\n`);
const thanhtra = (more: string, ...people: readonly string[]) =>
  organizationText('thanhtra', people, `mailbox: none\n${more}credentialRecipients: [${keys.other}]\n`);

beforeEach(async () => {
  slapd = await startSlapd();
  root = await connect(slapd, slapd.root);
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  work = await makeWorkplace({ url: slapd.url, baseDn: slapd.baseDn, bindDn, passwordFile }, {});
  await mkdir(join(work.root, 'credentials'), { recursive: true });
  const own = await makeIdentityFile(join(work.root, 'own'), new Date());
  const other = await makeIdentityFile(join(work.root, 'other'), new Date());
  [thief = ''] = await readIdentityFile(join(work.root, 'other'));
  keys = { own, other };
  await work.write({
    ubnd: `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [${own}]\n`,
    soyt: soyt(an, binh.replace(/, term.*/, ''), chi.replace('Chi, nameChange', 'Ba, nameChange')),
    thanhtra: thanhtra('', 'id: LC-000009, name: Giàng A Páo'),
  });
  expect((await work.apply({ today: '2026-03-02' })).code).toBe(0);
  for (const id of victims) {
    const modification = new Attribute({ type: 'userPassword', values: [goodPassword] });
    await root.modify(personDn(slapd, id), new Change({ operation: 'replace', modification }));
    await root.modify(personDn(slapd, id), replace('pwdReset', 'FALSE'));
  }
  // Bình retires; Chi was called Ba, and receives under that name for a while.
  await work.write({ soyt: soyt(an, binh, chi) });
  expect((await work.apply({ today: '2026-03-04' })).code).toBe(0);
});

afterEach(async () => {
  await root?.unbind();
  await work?.remove();
  await slapd?.stop();
});

/** What of a mailbox must stay as it is: whose it is, what arrives there, and whether its holder gets in. */
async function stateOf(id: string): Promise<Record<string, unknown>> {
  const dn = personDn(slapd, id);
  const { searchEntries } = await root.search(dn, {
    scope: 'base',
    attributes: [
      'entryUUID',
      'cn',
      'mail',
      'danhbaAddress',
      'danhbaOrganization',
      'danhbaState',
      'userPassword',
    ],
  });
  return { ...searchEntries[0], login: await bindResult(slapd, dn, goodPassword) };
}

/** What the key of thanhtra opens. */
async function openedByThief(): Promise<string> {
  const folder = join(work.root, 'credentials');
  const files = (await readdir(folder)).filter((name) => name.startsWith('thanhtra-'));
  const texts = await Promise.all(files.map((name) => openSealedFile(join(folder, name), [thief])));
  return texts.join('\n');
}

const pao = 'id: LC-000009, name: Giàng A Páo';
const suffix = 'personSuffix: soyt\n';
type Attempt = () => Readonly<Record<string, string>>;
const attempts: readonly (readonly [string, string, Attempt])[] = [
  [
    'a retired person’s mailbox, with a reset',
    'suffix-foreign',
    () => ({ thanhtra: thanhtra(suffix, pao, `id: LC-000002, name: Trần Thị Bình, ${reset}`) }),
  ],
  [
    'a retired person’s mailbox, under the own suffix',
    'binhtt.thanhtra@',
    () => ({ thanhtra: thanhtra('', pao, `id: LC-000002, name: Trần Thị Bình, ${reset}`) }),
  ],
  [
    'a retired person’s mailbox, with a request of the own',
    'suffix-foreign',
    () => ({
      thanhtra: thanhtra(
        suffix,
        pao,
        'id: LC-000002, name: Trần Thị Bình, restoration: {document: 3/CV, date: 2026-03-05}',
      ),
    }),
  ],
  [
    'a living person’s, declared by both',
    'person-duplicate',
    () => ({ thanhtra: thanhtra(suffix, pao, `${an}, ${reset}`) }),
  ],
  [
    'the id of a retired person for another human',
    'có thể là người khác',
    () => ({ thanhtra: thanhtra('', pao, 'id: LC-000002, name: Lê Văn Đức') }),
  ],
  [
    'the id of somebody at work for another human',
    'person-duplicate',
    () => ({ thanhtra: thanhtra('', pao, 'id: LC-000001, name: Lê Văn Đức') }),
  ],
  [
    'a newcomer written over somebody at work',
    'có thể là người khác',
    () => ({ soyt: soyt('id: LC-000001, name: Lê Thị Chín', binh, chi) }),
  ],
  [
    'a living person’s address as an alias',
    'address-foreign',
    () => ({ thanhtra: thanhtra('', `${pao}, aliases: [annv.soyt@laichau.gov.vn]`) }),
  ],
  [
    'a former address as an alias, with a decision',
    'address-foreign',
    () => ({ thanhtra: thanhtra('', `${pao}, aliases: [balv.soyt@laichau.gov.vn], ${decision}`) }),
  ],
  [
    'a former address as the decided one',
    'address-decided-form',
    () => ({ thanhtra: thanhtra('', `${pao}, address: balv.soyt@laichau.gov.vn, ${decision}`) }),
  ],
  [
    'the suffix of another',
    'suffix-foreign',
    () => ({ thanhtra: thanhtra(suffix, 'id: LC-000009, name: Nguyễn Văn An') }),
  ],
];

describe('takes nothing from anybody:', () => {
  it.each(attempts)('%s (%s)', async (_what, said, attempt) => {
    const before = await Promise.all(victims.map(stateOf));
    expect(before.map(({ login }) => login)).toEqual([code.success, 49, code.success]);
    await work.write(attempt());
    for (const today of ['2026-03-05', '2026-03-10']) {
      const ran = await work.apply({ today });
      // Noticed, in the run that sees it; where another mailbox is rightly issued, that is what is told.
      if (today === '2026-03-05') expect(ran.out + ran.err).toContain(said);
      expect(await Promise.all(victims.map(stateOf))).toEqual(before);
      expect(await openedByThief()).not.toMatch(/\.soyt@/);
    }
  });
});

it.each([
  ['of the own house', '[]\n'],
  ['that was granted', '- {suffix: soyt, organization: thanhtra, document: 21/QĐ, date: 2026-01-02}\n'],
])('who was left out by his own file takes nothing along under a suffix %s', async (_what, grants) => {
  await writeFile(join(work.root, 'directory/grants.yaml'), grants);
  const before = await stateOf('LC-000001');
  await work.write({
    soyt: soyt(binh, chi),
    thanhtra: thanhtra(suffix, pao, `${an}, ${reset}`),
  });
  for (const today of ['2026-03-05', '2026-03-10']) {
    await work.apply({ today });
    const { entryUUID, mail, danhbaOrganization, userPassword } = await stateOf('LC-000001');
    expect({ entryUUID, mail, danhbaOrganization, userPassword }).toEqual({
      entryUUID: before.entryUUID,
      mail: before.mail,
      danhbaOrganization: before.danhbaOrganization,
      userPassword: before.userPassword,
    });
    expect(await openedByThief()).not.toMatch(/annv\.soyt@/);
  }
});

it.each([
  ['addresses of nobody', 'aliases: [congan@laichau.gov.vn]'],
  ['an office of the committee', 'aliases: [chutich.ubnd@laichau.gov.vn]'],
  ['an address in another house', 'aliases: [vanthu.soyt@laichau.gov.vn]'],
])('nobody speaks for others by %s', async (_what, more) => {
  await work.write({ thanhtra: thanhtra('', `${pao}, ${more}`) });
  for (const today of ['2026-03-05', '2026-03-10']) {
    expect((await work.apply({ today })).code).toBe(1);
    const { danhbaAddress } = await stateOf('LC-000009');
    expect([danhbaAddress].flat().map(String)).toEqual(['paoga.thanhtra@laichau.gov.vn']);
  }
});
