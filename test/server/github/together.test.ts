/** Two runs of danhba that begin in the same moment, each a process of its own: one answer, one pull request, one of each. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import type { RequestKind } from '../../../src/model/github/request.ts';
import { type Ended, type Environment, settingsOf, startDanhba } from '../../support/child.ts';
import { checkOut } from '../../support/github-checkout.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { organizationText, testRecipient } from '../../support/world.ts';
import { type Filled, fillForm } from '../../unit/review/fill-form.ts';

const sealed = `credentialRecipients: [${testRecipient}]\n`;
const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\n${sealed}`;
const office = organizationText('sokx', ['id: LC-000001, name: Nguyễn Văn An'], 'representatives: [minh]\n');
const path = 'directory/organizations/sokx.yaml';

let slapd: Slapd;
let desk: Desk;
beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  desk = await openDesk({ 'ubnd.yaml': committee, 'sokx.yaml': office });
});
afterEach(() => {
  expect(desk.hub.problems).toEqual([]);
  desk.hub.forget();
});
afterAll(async () => {
  await desk?.close();
  await slapd?.stop();
});

const servers = (): Environment => {
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  return settingsOf({ url: slapd.url, bindDn, passwordFile });
};

const danhba = async (name: string, ...args: readonly string[]): Promise<Ended> => {
  const cwd = join(desk.root, name);
  await checkOut(desk.hub, { folder: cwd, ref: 'main' });
  const environment = {
    GITHUB_TOKEN: 'ghp_may',
    GITHUB_REPOSITORY: desk.hub.repository,
    GITHUB_API_URL: desk.hub.url,
    ...servers(),
  };
  return await startDanhba(args, { cwd, environment });
};

/**
 * Whatever one run creates waits until the other is about to create the same: both have looked, and neither has found
 * anything. `begin` is called once, with the first that waits.
 */
function meet(milliseconds: number, begin: () => void = () => {}): void {
  const waiting = new Map<string, () => void>();
  let begun = false;
  desk.hub.strike(async ({ method, path }) => {
    if (method !== 'POST' || path === '/graphql' || path.endsWith('/labels')) return undefined;
    const other = waiting.get(path);
    if (other !== undefined) {
      waiting.delete(path);
      other();
      return undefined;
    }
    const met = new Promise<void>((resolve) => waiting.set(path, resolve));
    if (!begun) begin();
    begun = true;
    await Promise.race([met, sleep(milliseconds)]);
    waiting.delete(path);
    return undefined;
  });
}

async function both(...args: readonly string[]): Promise<void> {
  meet(1000);
  const ended = await Promise.all(['one', 'other'].map((name) => danhba(name, ...args)));
  desk.hub.strike(undefined);
  for (const one of ended) expect(one, one.err).toMatchObject({ code: 0 });
}

const open = async (facts: Filled, kind: RequestKind = 'issue'): Promise<number> => {
  const form = { title: kind, body: fillForm(kind, facts), labels: ['danhba', `danhba:${kind}`] };
  return (await desk.hub.as('lan', 'POST', '/issues', form)).number;
};
const pullsOf = async (issue: number): Promise<readonly { number: number; state: string }[]> =>
  (await desk.hub.as('lan', 'GET', '/pulls?state=all&per_page=100')).filter(
    ({ head }: { head: { ref: string } }) => head.ref === `danhba/request-${issue}`,
  );
/** By their marks; the first line of those that have none. */
const saidOn = async (number: number): Promise<readonly string[]> =>
  (await desk.commentsOn(number))
    .map(({ body }) => /^<!-- danhba:(\S+) -->/.exec(body)?.[1] ?? body.split('\n')[0] ?? '')
    .sort();
const created = (path: RegExp): number =>
  desk.hub.requests.filter((one) => one.method === 'POST' && path.test(one.path)).length;

const basis = { organization: 'sokx', document: '15/VP', date: '2026-11-20' };
const names = ['Lê Thị Cúc', 'Vàng A Páo'];

test.each(names)('a form, its pull request and its end are told once (%s)', async (name) => {
  const issue = await open({ ...basis, name });
  await both('github', 'request', '--issue', `${issue}`);
  // Both meant to make it: that is what this test is about.
  expect(created(/\/git\/refs$/)).toBe(2);
  const [pull, ...others] = await pullsOf(issue);
  expect(others).toEqual([]);
  expect(await saidOn(issue)).toEqual(['request']);
  const number = pull?.number ?? 0;

  desk.hub.forget();
  await both('github', 'answer');
  expect(created(/\/issues\/\d+\/comments$/)).toBe(2);
  expect(await saidOn(number)).toEqual(['review']);

  await desk.approve(number);
  await desk.merge(number);
  await both('github', 'answer');
  expect(await saidOn(issue)).toEqual(['request', `waiting-${number}`]);

  // The lease keeps one of two from the servers; who comes right after it may still tell at the same time.
  desk.hub.forget();
  let other: Promise<Ended> | undefined;
  const run = ['reconcile', '--record', '--github', '--credentials', join(desk.root, 'sealed')];
  meet(6000, () => {
    other = danhba('other', ...run);
  });
  const first = await danhba('one', ...run);
  const second = await other;
  desk.hub.strike(undefined);
  expect(first, first.err).toMatchObject({ code: 0 });
  expect(second, second?.err).toMatchObject({ code: 0 });
  expect(await saidOn(issue)).toEqual([`done-${number}`, 'request', `waiting-${number}`]);
  const told = await saidOn(number);
  expect(told).toHaveLength(2);
  expect(told).toContain('review');
});

test('a form that is wrong is answered once', async () => {
  const issue = await open({ ...basis, name: 'An' });
  meet(1000);
  const ended = await Promise.all(
    ['one', 'other'].map((name) => danhba(name, 'github', 'request', '--issue', `${issue}`)),
  );
  desk.hub.strike(undefined);
  expect(ended.map(({ code }) => code)).toEqual([1, 1]);
  expect(created(/\/comments$/)).toBe(2);
  expect(await saidOn(issue)).toEqual(['request']);
  expect(await pullsOf(issue)).toEqual([]);
});

test('a suggestion on a line stands there once', async () => {
  const { content } = await desk.hub.as('lan', 'GET', `/contents/${path}?ref=main`);
  const text = Buffer.from(content, 'base64')
    .toString('utf8')
    .replace('Văn An}', 'Văn An, address: annguyen.sokx@laichau.gov.vn}');
  await desk.hub.commit('lan', 'sua-dia-chi', { [path]: text });
  const number = await desk.hub.openPull('lan', 'sua-dia-chi', 'Sửa địa chỉ');
  meet(1000);
  const ended = await Promise.all(['one', 'other'].map((name) => danhba(name, 'github', 'answer')));
  desk.hub.strike(undefined);
  for (const one of ended) expect(one, one.err).toMatchObject({ code: 0 });
  expect(created(/\/pulls\/\d+\/reviews$/)).toBe(2);
  const comments = await desk.hub.as('lan', 'GET', `/pulls/${number}/comments`);
  expect(comments.map(({ body }: { body: string }) => body)).toEqual([
    expect.stringContaining('address: annv.sokx@laichau.gov.vn}\n```'),
  ]);
  expect(await saidOn(number)).toEqual(['review']);
});
