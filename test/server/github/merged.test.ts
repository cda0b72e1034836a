/** What was merged, or pushed, without the word it needs: held by the job until somebody entitled gives it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { type Environment, runDanhba, settingsOf } from '../../support/child.ts';
import { bindRoot, readOne, replace } from '../../support/faults-fixture.ts';
import type { Login } from '../../support/github.ts';
import { checkOut } from '../../support/github-checkout.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { readPid, serveAgain } from '../../support/slapd-fixture.ts';
import { organizationText, policyText, testRecipient } from '../../support/world.ts';

const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`;
const path = 'directory/organizations/sokx.yaml';
const people = ['id: LC-000001, name: Nguyễn Văn An', 'id: LC-000002, name: Nguyễn Văn Bình'];
const office = (...more: readonly string[]) =>
  organizationText('sokx', [...people, ...more], 'representatives: [minh]\n');

let slapd: Slapd;
let desk: Desk;
let environment: Environment;
beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  desk = await openDesk({ 'ubnd.yaml': committee, 'sokx.yaml': office() });
  environment = {
    ...settingsOf({ url: slapd.url, bindDn, passwordFile }),
    GITHUB_TOKEN: 'ghs_bot',
    GITHUB_REPOSITORY: desk.hub.repository,
    GITHUB_API_URL: desk.hub.url,
  };
});
afterEach(() => {
  expect(desk.hub.problems).toEqual([]);
  desk.hub.forget();
});
afterAll(async () => {
  await desk?.close();
  await slapd?.stop();
});

async function reconcile(...more: readonly string[]) {
  const folder = join(desk.root, 'main');
  await checkOut(desk.hub, { folder, ref: 'main' });
  const given = ['reconcile', '--today', '2026-11-23', '--github', '--lang', 'en', ...more];
  return await runDanhba(given, { cwd: folder, environment });
}

async function entry(dn: string) {
  const root = await bindRoot(slapd);
  try {
    return await readOne(root, dn).catch(() => undefined);
  } finally {
    await root.unbind();
  }
}
const person = (id: string) => entry(`uid=${id},ou=people,${slapd.baseDn}`);
/** What the sentinel says: the newest commit judged, and those that wait. */
const judged = async (): Promise<readonly string[]> =>
  [(await entry(`cn=sentinel,ou=danhba,${slapd.baseDn}`))?.danhbaCommit ?? []].flat().map(String);
const newest = async () => (await desk.hub.as('lan', 'GET', '/git/ref/heads/main')).object.sha;
const textOf = async (file = path): Promise<string> => {
  const { content } = await desk.hub.as('lan', 'GET', `/contents/${file}?ref=main`);
  return Buffer.from(content, 'base64').toString('utf8');
};
const waitingIssue = async (): Promise<{ readonly state: string; readonly body: string } | undefined> => {
  const all = await desk.hub.as('lan', 'GET', '/issues?state=all&per_page=100');
  return all.find(({ title }: { title: string }) => title.includes('nobody entitled has agreed'));
};
async function merge(
  branch: string,
  files: Readonly<Record<string, string>>,
  ...approvers: readonly Login[]
) {
  await desk.hub.commit('lan', branch, files);
  const number = await desk.hub.openPull('lan', branch);
  for (const login of approvers) await desk.approve(number, login);
  await desk.merge(number);
  return number;
}

it('the first run takes what it finds for agreed to, says so, and remembers up to where', async () => {
  const ran = await reconcile();
  expect(ran, ran.err).toMatchObject({ code: 0 });
  expect(ran.err).toContain('The first run with --github');
  expect(await person('LC-000001')).toMatchObject({ danhbaState: 'active' });
  expect(await judged()).toEqual([await newest()]);
});

it('a newcomer merged without any word waits; approved afterwards, the mailbox is issued', async () => {
  const number = await merge('moi', { [path]: office('id: LC-000003, name: Lò Văn Cường') });
  const site = join(desk.root, 'internal');
  const ran = await reconcile('--publish-internal', site);
  expect(ran, ran.err).toMatchObject({ code: 0 });
  expect(ran.err).toMatch(/Lò Văn Cường.*nobody entitled has agreed/s);
  // Published from a read of its own, and held there too: nobody is told that he is about to be issued.
  const shown = await readFile(join(site, 'o/sokx.html'), 'utf8');
  expect(shown).toMatch(/Lò Văn Cường.*Đang giữ lại.*cấp mới · Thiếu người phải duyệt/s);
  expect(shown).not.toContain('Chờ làm');
  expect(await person('LC-000003')).toBeUndefined();
  expect(await judged()).toEqual([await newest(), `${await newest()} waiting 0`]);
  const issue = await waitingIssue();
  expect(issue).toMatchObject({ state: 'open' });
  expect(issue?.body).toMatch(/Lò Văn Cường.*minh/);
  await desk.approve(number, 'minh');
  const again = await reconcile();
  expect(again, again.err).toMatchObject({ code: 0 });
  expect(await person('LC-000003')).toMatchObject({ danhbaState: 'active' });
  expect(await judged()).toEqual([await newest()]);
  expect(await waitingIssue()).toMatchObject({ state: 'closed' });
});

it('an address decided by the representatives alone is not given: it is the operator’s to decide (5.2.b)', async () => {
  const decided =
    'id: LC-000001, name: Nguyễn Văn An, address: anngv.sokx@laichau.gov.vn, addressDecision: {document: 9/QĐ, date: 2026-11-20}';
  const [first = ''] = people;
  const text = (await textOf()).replace(first, decided);
  const before = await person('LC-000001');
  await merge('dia-chi', { [path]: text }, 'minh');
  const ran = await reconcile();
  expect(ran.err).toMatch(/Nguyễn Văn An.*nobody entitled has agreed.*laichau/s);
  expect((await person('LC-000001'))?.mail).toEqual(before?.mail);
  // The record is as it was: nobody has to be asked any more.
  await merge('thoi', { [path]: text.replace(decided, first) }, 'minh');
  expect((await reconcile()).err).not.toContain('nobody entitled');
  expect(await judged()).toEqual([await newest()]);
});

it('what was pushed is nobody’s word; one who may says it by a pull request of the same record', async () => {
  const pushed = `${(await textOf()).trimEnd()}\n  - {id: LC-000004, name: Lò Văn Đạt}\n`;
  await desk.hub.commit('minh', 'main', { [path]: pushed });
  await reconcile();
  expect(await person('LC-000004')).toBeUndefined();
  const said = pushed.replace('Lò Văn Đạt}', 'Lò Văn Đạt, title: Chuyên viên}');
  await merge('noi-lai', { [path]: said }, 'minh');
  const ran = await reconcile();
  expect(ran, ran.err).toMatchObject({ code: 0 });
  expect(await person('LC-000004')).toMatchObject({ danhbaState: 'active' });
});

it('a policy changed by nobody entitled stops the run with whom to ask, and changes nothing', async () => {
  const lifted = policyText.replace('{share: 30, count: 3}', '{share: 100, count: 99}');
  await merge(
    'nguong',
    {
      'directory/policy.yaml': lifted,
      [path]: `${(await textOf()).trimEnd()}\n  - {id: LC-000005, name: Lò Văn Én}\n`,
    },
    'minh',
  );
  const ran = await reconcile();
  expect(ran).toMatchObject({ code: 3 });
  expect(ran.err).toMatch(/\[consent-missing\] policy\.yaml(.|\n)*laichau/);
  expect(await person('LC-000005')).toBeUndefined();
  const taken = await reconcile('--consented', await newest());
  expect(taken, taken.err).toMatchObject({ code: 0 });
  expect(await person('LC-000005')).toMatchObject({ danhbaState: 'active' });
});

it('where GitHub is silent a file’s own word goes on, what needs more waits, and is asked for later', async () => {
  const before = await judged();
  const coded = (await textOf()).replace(/^code: sokx$/m, 'code: skx');
  expect(coded).not.toBe(await textOf());
  await merge('ma-moi', { [path]: coded }, 'minh');
  desk.hub.strike(() => ({ status: 503 }));
  await reconcile();
  expect((await person('LC-000001'))?.mail).toBe('annv.sokx@laichau.gov.vn');
  expect(await judged()).toEqual(before);
  desk.hub.strike(undefined);
  await merge('ma-cu', { [path]: coded.replace('code: skx', 'code: sokx') }, 'minh');
  expect((await reconcile()).code).toBe(0);
  expect(await judged()).toEqual([await newest()]);
});

it('a commit the history does not have, or that is none, refuses the run', async () => {
  const root = await bindRoot(slapd);
  const sentinel = `cn=sentinel,ou=danhba,${slapd.baseDn}`;
  const before = await judged();
  for (const wrong of ['f'.repeat(40), '--output=x']) {
    await root.modify(sentinel, replace('danhbaCommit', wrong));
    expect(await reconcile()).toMatchObject({ code: 3, err: expect.stringContaining('[consent-unknown]') });
    const option = await reconcile('--consented', wrong.replace('-', ''));
    const told = wrong.startsWith('f') ? '[consent-unknown]' : '[option]';
    expect(option.err).toContain(told);
  }
  await root.modify(sentinel, replace('danhbaCommit', String(before[0])));
  await root.unbind();
  expect(await reconcile()).toMatchObject({ code: 0 });
});

it('a server whose schema has no place for it says so at every run, and all else is done', async () => {
  const old = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  process.kill(await readPid(old.directory), 'SIGKILL');
  await old.exited;
  const file = join(old.directory, 'danhba.schema');
  const text = await readFile(file, 'utf8');
  const without = text
    .replace(' $ danhbaCommit', '')
    .replace(/attributetype \( danhbaAttribute:19(.|\n)*?\n\n/, '');
  expect(without).not.toContain('danhbaCommit');
  await writeFile(file, without);
  // The rules of before know as little of it.
  const rules = join(old.directory, 'acl.conf');
  const allowed = await readFile(rules, 'utf8');
  await writeFile(rules, allowed.replaceAll(/,danhbaCommit(?:;lang-)?(?=[,\s])/g, ''));
  const again = await serveAgain(old);
  try {
    const { dn: bindDn, passwordFile } = old.reconciler;
    const there = { ...environment, ...settingsOf({ url: old.url, bindDn, passwordFile }) };
    for (const _run of [1, 2]) {
      const folder = join(desk.root, 'main');
      await checkOut(desk.hub, { folder, ref: 'main' });
      const given = ['reconcile', '--today', '2026-11-23', '--github', '--lang', 'en'];
      const ran = await runDanhba(given, { cwd: folder, environment: there });
      expect(ran, ran.err).toMatchObject({ code: 4, err: expect.stringContaining('[schema-old]') });
    }
    const root = await bindRoot(old);
    expect(await readOne(root, `uid=LC-000001,ou=people,${old.baseDn}`)).toMatchObject({
      danhbaState: 'active',
    });
    await root.unbind();
  } finally {
    await again.stop();
    await old.stop();
  }
});
