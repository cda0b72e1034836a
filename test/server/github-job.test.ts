/** What the job tells on GitHub of itself, and that it does its work whatever becomes of GitHub. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../servers/launch/slapd.ts';
import { Relax } from '../contract/bench.ts';
import { type Environment, runDanhba, settingsOf } from '../support/child.ts';
import type { Fault } from '../support/github.ts';
import { checkOut } from '../support/github-checkout.ts';
import { type Desk, openDesk } from '../support/github-desk.ts';
import { organizationText, testRecipient } from '../support/world.ts';
import { bindRoot, readOne, replace } from './faults-fixture.ts';

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
async function reconcile() {
  const { hub, root } = desk;
  const folder = join(root, 'main');
  await checkOut(hub, { folder, ref: 'main' });
  return await runDanhba(['reconcile', '--today', '2026-11-23', '--record', '--github', '--lang', 'en'], {
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

  it('is left as it is where somebody else has pushed to it, and the run says so', async () => {
    await desk.hub.commit('lan', branch, { 'note.txt': 'x\n' });
    await letSleep([0, 1, 2]);
    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0 });
    expect(ran.err).toContain('[github-branch]');
    expect(await read(idOf(2))).toMatchObject({ danhbaState: 'suspended' });
    expect(recorded(await textOn(branch))).toBe(2);
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
      expect(ran.out + ran.err).not.toContain('ghs_bot');
      expect(ran.err).not.toMatch(/^ {4}at /m);
    },
  );
});
