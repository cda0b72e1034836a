/** What the job tells on GitHub of itself, and that it does its work whatever becomes of GitHub. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { Relax } from '../../contract/bench.ts';
import { type Environment, runDanhba, settingsOf } from '../../support/child.ts';
import { bindRoot, readOne, replace } from '../../support/faults-fixture.ts';
import type { Fault, Login } from '../../support/github.ts';
import { checkOut } from '../../support/github-checkout.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { listenSince } from '../../support/listening.ts';
import { organizationText, policyText, testRecipient } from '../../support/world.ts';

const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`;
const names = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga', 'Oanh', 'Phúc'];
const idOf = (index: number) => `LC-${String(index + 1).padStart(6, '0')}`;
const people = names.map((name, index) => `id: ${idOf(index)}, name: Nguyễn Văn ${name}`);
const path = 'directory/organizations/sokx.yaml';
const office = (more: readonly string[] = []) =>
  organizationText('sokx', [...people, ...more], 'representatives: [minh]\n');

let slapd: Slapd;
let desk: Desk;
let reconciler: Environment;
beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  reconciler = settingsOf({ url: slapd.url, bindDn, passwordFile });
  desk = await openDesk({ 'ubnd.yaml': committee, 'sokx.yaml': office() });
  // The guard is not what is tried here.
  const lifted = policyText.replace('{share: 30, count: 3}', '{share: 100, count: 99}');
  await desk.hub.commit('laichau', 'main', { 'directory/policy.yaml': lifted });
  expect(await reconcile()).toMatchObject({ code: 0 });
});
afterEach(() => {
  expect(desk.hub.problems).toEqual([]);
  desk.hub.forget();
});
afterAll(async () => {
  await desk?.close();
  await slapd?.stop();
});

/** On a day whose calendar is signed off, however late these tests run. */
async function reconcile(depth?: 1, consented?: string) {
  const { hub, root } = desk;
  const folder = join(root, depth === undefined ? 'main' : 'shallow');
  await checkOut(hub, { folder, ref: 'main', ...(depth && { depth }) });
  const more = consented === undefined ? [] : ['--consented', consented];
  const given = ['reconcile', '--today', '2026-11-23', '--record', '--github', '--lang', 'en', ...more];
  return await runDanhba(given, {
    cwd: folder,
    environment: {
      ...reconciler,
      GITHUB_TOKEN: 'ghs_bot',
      GITHUB_REPOSITORY: hub.repository,
      GITHUB_API_URL: hub.url,
    },
  });
}

async function withRoot<T>(work: (root: Awaited<ReturnType<typeof bindRoot>>) => Promise<T>): Promise<T> {
  const root = await bindRoot(slapd);
  try {
    return await work(root);
  } finally {
    await root.unbind();
  }
}
const person = (id: string) => `uid=${id},ou=people,${slapd.baseDn}`;
const read = (id: string) => withRoot((root) => readOne(root, person(id)));

/** The last logins of everybody: these long ago, the others lately. */
const letSleep = (sleepers: readonly number[]) =>
  withRoot(async (root) => {
    await listenSince(root, slapd.baseDn);
    const dns = [...names.keys()].map((index) => [person(idOf(index)), sleepers.includes(index)] as const);
    for (const [dn, sleeps] of [...dns, [`ou=sokx,ou=organizations,${slapd.baseDn}`, false] as const]) {
      const day = sleeps ? '20260401020000Z' : '20261120020000Z';
      await root.modify(dn, replace('authTimestamp', day), new Relax());
      await root.modify(dn, replace('danhbaIssued', '20260331170000Z'), new Relax());
    }
  });

const pulls = async (): Promise<readonly { number: number; title: string; head: { ref: string } }[]> =>
  await desk.hub.as('laichau', 'GET', '/pulls?state=open');
const branch = 'danhba/suspended-for-inactivity';
const textOn = async (ref: string): Promise<string> => {
  const { content } = await desk.hub.as('lan', 'GET', `/contents/${path}?ref=${encodeURIComponent(ref)}`);
  return Buffer.from(content, 'base64').toString('utf8');
};
const recorded = (text: string) => text.match(/suspension: \{ ?reason: inactivity/g)?.length ?? 0;

describe('what the job has suspended itself', () => {
  it('is brought into the files by one pull request', async () => {
    await letSleep([0]);
    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0 });
    expect(await read(idOf(0))).toMatchObject({ danhbaState: 'suspended' });
    expect(await pulls()).toMatchObject([{ head: { ref: branch } }]);
    expect(recorded(await textOn(branch))).toBe(1);
    expect(recorded(await textOn('main'))).toBe(0);
  });

  it('stays one: the next run says it again and changes nothing, more are added to it', async () => {
    const sha = (await desk.hub.as('lan', 'GET', `/git/ref/heads/${branch}`)).object.sha;
    expect(await reconcile()).toMatchObject({ code: 0 });
    expect((await desk.hub.as('lan', 'GET', `/git/ref/heads/${branch}`)).object.sha).toBe(sha);
    await letSleep([0, 1]);
    expect(await reconcile()).toMatchObject({ code: 0 });
    expect(await pulls()).toHaveLength(1);
    expect(recorded(await textOn(branch))).toBe(2);
  });

  it('comes there by a later run where GitHub was down', async () => {
    await letSleep([0, 1, 3]);
    desk.hub.strike(() => ({ status: 401 }));
    expect(await reconcile()).toMatchObject({ code: 0 });
    expect(await read(idOf(3))).toMatchObject({ danhbaState: 'suspended' });
    expect(recorded(await textOn(branch))).toBe(2);
    desk.hub.strike(undefined);
    expect(await reconcile()).toMatchObject({ code: 0 });
    expect(recorded(await textOn(branch))).toBe(3);
  });

  it('is left as it is where somebody else has pushed to it, and the run says so', async () => {
    await desk.hub.commit('lan', branch, { 'note.txt': 'x\n' });
    await letSleep([0, 1, 2, 3]);
    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0 });
    expect(ran.err).toContain('[github-branch]');
    expect(await read(idOf(2))).toMatchObject({ danhbaState: 'suspended' });
    expect(recorded(await textOn(branch))).toBe(3);
  });

  it('is proposed anew once that is merged, though the branch still stands', async () => {
    const [theirs] = await pulls();
    await desk.approve(theirs?.number ?? 0);
    await desk.merge(theirs?.number ?? 0);
    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0 });
    expect(ran.err).not.toContain('[github-');
    expect(recorded(await textOn('main'))).toBe(3);
    expect(await pulls()).toMatchObject([{ head: { ref: branch } }]);
    expect(recorded(await textOn(branch))).toBe(4);
  });
});

describe('each merged pull request', () => {
  const other = 'directory/organizations/soty.yaml';
  /** A pull request of a clerk, merged once somebody has agreed. */
  async function merged(
    name: string,
    files: Readonly<Record<string, string>>,
    login: Login = 'minh',
  ): Promise<number> {
    await desk.hub.commit('lan', name, files);
    const number = await desk.hub.openPull('lan', name);
    await desk.approve(number, login);
    await desk.merge(number);
    return number;
  }
  const withMore = async (...lines: readonly string[]) =>
    `${(await textOn('main')).trimEnd()}\n${lines.map((line) => `  - {${line}}\n`).join('')}`;
  const toldOn = async (number: number) => (await desk.commentsOn(number)).map(({ body }) => body);

  it('is told what was done for it, in all files; what was pushed to main is told to nobody', async () => {
    const soty = organizationText('soty', ['id: LC-000202, name: Lò Văn Đạt'], 'representatives: [minh]\n');
    const files = { [path]: await withMore('id: LC-000201, name: Lò Văn Cường'), [other]: soty };
    // A new organization is the operator's to agree to.
    const first = await merged('hai-so', files, 'laichau');
    const second = await merged('mot-so', { [path]: await withMore('id: LC-000203, name: Lò Văn Én') });
    const pushed = `${soty}  - {id: LC-000204, name: Lò Văn Phong}\n`;
    await desk.hub.commit('laichau', 'main', { [other]: pushed });
    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0 });
    await expect(read('LC-000204')).rejects.toThrow();
    expect(ran.err).toContain('nobody entitled has agreed');
    const [one = '', ...again] = await toldOn(first);
    const [two = '', ...twice] = await toldOn(second);
    expect([again, twice]).toEqual([[], []]);
    expect(one.match(/Cường|Đạt|Én|Phong/g)).toEqual(['Cường', 'Đạt']);
    expect(two.match(/Cường|Đạt|Én|Phong/g)).toEqual(['Én']);
  });

  it('is told of the name it gave an organization, and not those who once asked for its people', async () => {
    const asked = await merged('sau', { [path]: await withMore('id: LC-000205, name: Lò Văn Giáp') });
    expect(await reconcile()).toMatchObject({ code: 0 });
    const before = await toldOn(asked);
    expect(before).toHaveLength(1);
    const text = (await textOn('main')).replace('name: Sở SOKX', 'name: Sở Xây dựng');
    const renaming = await merged('doi-ten', { [path]: text }, 'laichau');
    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0 });
    expect(await toldOn(asked)).toEqual(before);
    expect((await toldOn(renaming)).join()).toMatch(/Sở Xây dựng(.|\n)*Lò Văn Giáp/);
  });

  it('is not told what another has asked for, where the checkout has no history', async () => {
    const first = await merged('mot', { [path]: await withMore('id: LC-000206, name: Lò Văn Khang') });
    const second = await merged('hai', { [path]: await withMore('id: LC-000207, name: Lò Văn Long') });
    const refused = await reconcile(1);
    expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('[consent-unknown]') });
    await expect(read('LC-000206')).rejects.toThrow();
    const { sha } = (await desk.hub.as('lan', 'GET', '/git/ref/heads/main')).object;
    const ran = await reconcile(1, sha);
    expect(ran, ran.err).toMatchObject({ code: 0 });
    expect(await read('LC-000206')).toMatchObject({ danhbaState: 'active' });
    expect((await toldOn(first)).join()).not.toContain('Long');
    expect((await toldOn(second)).join()).not.toContain('Khang');
  });

  it('is told once, and all else is there once, where every first answer is lost', async () => {
    const number = await merged('mat-mang', {
      [path]: await withMore('id: LC-000208, name: Lò Văn Nam'),
    });
    await letSleep([0, 1, 2, 3, 4]);
    const lost = new Set<string>();
    desk.hub.strike(({ method, path: asked }) => {
      const one = `${method} ${asked}`;
      if (method === 'GET' || lost.has(one)) return undefined;
      lost.add(one);
      return 'lose';
    });
    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0 });
    expect(ran.err).not.toContain('[github-');
    expect(lost).toContain(`POST /repos/${desk.hub.repository}/issues/${number}/comments`);
    expect(await toldOn(number)).toHaveLength(1);
    expect((await pulls()).filter(({ head }) => head.ref === branch)).toHaveLength(1);
  });
});

describe('GitHub is not well', () => {
  const faults: readonly (readonly [string, Fault, string])[] = [
    ['cut off', 'cut', '[github-'],
    ['ill', { status: 503 }, '[github-'],
    ['does not know the token', { status: 401 }, '[github-token'],
    ['gives no right', { status: 403 }, '[github-'],
    ['wants an hour', { status: 429, headers: { 'retry-after': '3600' } }, '[github-'],
  ];
  it.each(faults.map((fault, index) => [...fault, index] as const))(
    '%s: the mailbox is issued all the same, the exit code is the run’s own',
    async (_, fault, code, index) => {
      const id = `LC-0001${String(index).padStart(2, '0')}`;
      const current = await textOn('main');
      const added = `  - {id: ${id}, name: Nguyễn Thị ${names[index]}}\n`;
      await desk.hub.commit('laichau', 'main', { [path]: `${current.trimEnd()}\n${added}` });
      desk.hub.strike(() => fault);
      const ran = await reconcile();
      expect(ran, ran.err).toMatchObject({ code: 0 });
      expect(await read(id)).toMatchObject({ danhbaState: 'active' });
      expect(ran.err).toContain(code);
      const lines = ran.err.match(/^danhba: \[github-.*/gm) ?? [];
      expect(lines).toEqual([...new Set(lines)]);
      expect(ran.out + ran.err).not.toContain('ghs_bot');
      expect(ran.err).not.toMatch(/^ {4}at /m);
    },
  );
});
