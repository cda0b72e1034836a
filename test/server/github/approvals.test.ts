/** Who lets held changes pass: an operator's comment on the job's own issue, never edited, for this set, once; nobody else's. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Attribute, Change } from 'ldapts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { generalizedTimeOfInstant } from '../../../src/model/time/date.ts';
import { type Environment, settingsOf } from '../../support/child.ts';
import { bindRoot, readOne, replace } from '../../support/faults-fixture.ts';
import type { Login } from '../../support/github.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { readPid, serveAgain } from '../../support/slapd-fixture.ts';
import { organizationText, policyText, testRecipient } from '../../support/world.ts';

const sealed = `credentialRecipients: [${testRecipient}]\n`;
const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\n${sealed}`;
const given = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga'];
const middle = ['Văn', 'Thị', 'Bá', 'Đức'];
const names = middle.flatMap((second) => given.map((last) => `Nguyễn ${second} ${last}`));
const idOf = (index: number) => `LC-${String(index + 1).padStart(6, '0')}`;
const path = 'directory/organizations/sokx.yaml';
/** The office, when so many of its people have resigned. */
const office = (resigned: number) =>
  organizationText(
    'sokx',
    names.map((name, index) => {
      const left = ', termination: {reason: resignation, document: 77/QĐ-SNV, decided: 2026-11-20}';
      return `id: ${idOf(index)}, name: ${name}${index < resigned ? left : ''}`;
    }),
    'representatives: [minh]\n',
  );

let slapd: Slapd;
let desk: Desk;
let reconciler: Environment;

beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  reconciler = settingsOf({ url: slapd.url, bindDn, passwordFile });
  desk = await openDesk({ 'ubnd.yaml': committee, 'sokx.yaml': office(0) });
  const two = policyText.replace('operators: [laichau]', 'operators: [laichau, lan]');
  await desk.hub.commit('laichau', 'main', { 'directory/policy.yaml': two });
  const ran = await desk.reconcile(reconciler);
  expect(ran, ran.err).toMatchObject({ code: 0 });
  // What is issued and ended on one day is not counted among what has ended.
  const lately = generalizedTimeOfInstant(Date.now() - 20 * 86_400_000);
  await withRoot((root) =>
    Promise.all(names.map((_, index) => root.modify(dnOf(index), replace('danhbaIssued', lately)))),
  );
});
afterEach(() => {
  expect(desk.hub.problems).toEqual([]);
  desk.hub.forget();
});
afterAll(async () => {
  await desk?.close();
  await slapd?.stop();
});

async function withRoot<T>(work: (root: Awaited<ReturnType<typeof bindRoot>>) => Promise<T>): Promise<T> {
  const root = await bindRoot(slapd);
  try {
    return await work(root);
  } finally {
    await root.unbind();
  }
}
const dnOf = (index: number) => `uid=${idOf(index)},ou=people,${slapd.baseDn}`;
const ended = async (): Promise<number> => {
  const entries = await withRoot((root) => Promise.all(names.map((_, index) => readOne(root, dnOf(index)))));
  return entries.filter(({ danhbaState }) => danhbaState === 'terminated').length;
};
const used = async (): Promise<readonly string[]> => {
  const entry = await withRoot((root) => readOne(root, `cn=sentinel,ou=danhba,${slapd.baseDn}`));
  return [entry.danhbaApproval ?? []].flat().map(String);
};

interface Issue {
  readonly number: number;
  readonly state: string;
  readonly body: string;
  readonly user: { readonly login: string };
  readonly pull_request?: unknown;
}
const heldIssue = async (): Promise<Issue> => {
  const all: readonly Issue[] = await desk.hub.as('laichau', 'GET', '/issues?state=all&per_page=100');
  const ours = all.filter(
    ({ user, body, pull_request }) =>
      pull_request === undefined &&
      user.login === 'github-actions[bot]' &&
      body.startsWith('<!-- danhba:held -->'),
  );
  expect(ours).toHaveLength(1);
  return ours[0] as Issue;
};
const digestOf = ({ body }: Issue) => /^\/approve (sha256:[0-9a-f]{64})$/m.exec(body)?.[1] ?? '';
const say = async (login: Login, body: string, on?: number): Promise<{ id: number; html_url: string }> => {
  const number = on ?? (await heldIssue()).number;
  return await desk.hub.as(login, 'POST', `/issues/${number}/comments`, { body });
};
/** The one comment by which the job answers approvals. */
const answer = async (): Promise<string> => {
  const comments = await desk.commentsOn((await heldIssue()).number);
  const own = comments.filter(({ body }) => body.startsWith('<!-- danhba:approvals -->'));
  expect(own.length).toBeLessThan(2);
  return own[0]?.body ?? '';
};
/** What the answer says of this comment. */
const toldOf = async ({ html_url: url }: { html_url: string }): Promise<string> =>
  (await answer()).split('\n').find((line) => line.includes(`(${url})`)) ?? '';

let branch = 0;
/** So many have resigned, by a merged pull request of this author; the job has looked once. */
async function hold(resigned: number, author: Login = 'minh', approver?: Login): Promise<string> {
  const name = `thoi-viec-${++branch}`;
  await desk.hub.commit(author, name, { [path]: office(resigned) });
  const number = await desk.hub.openPull(author, name);
  if (approver !== undefined) await desk.approve(number, approver);
  await desk.merge(number);
  const before = await ended();
  const ran = await desk.reconcile(reconciler);
  expect(ran, ran.err).toMatchObject({ code: 3 });
  expect(await ended()).toBe(before);
  const issue = await heldIssue();
  expect(issue.state).toBe('open');
  return digestOf(issue);
}
const run = async (code: number, more: Environment = {}) => {
  const ran = await desk.reconcile({ ...reconciler, ...more });
  expect(ran, ran.err).toMatchObject({ code });
  return ran;
};

describe('what is no approval', () => {
  let digest: string;
  beforeAll(async () => {
    digest = await hold(13);
  });

  test('a representative’s comment, an edited one, one for another set, one with more in it', async () => {
    const representative = await say('minh', `/approve ${digest}`);
    // Anybody who may push can put words into an operator's mouth, within the second.
    const edited = await say('laichau', 'đã xem');
    await desk.hub.as('minh', 'PATCH', `/issues/comments/${edited.id}`, { body: `/approve ${digest}` });
    const other = await say(
      'laichau',
      `/approve ${digest.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`,
    );
    const more = await say('laichau', `/approve ${digest}\nnhưng chờ đã`);
    const talk = await say('laichau', `Tôi chưa /approve ${digest}`);
    await run(3);
    expect(await ended()).toBe(0);
    // An operator's word for another set shall not pass that one should it come back.
    expect(await used()).toEqual([`comment ${other.id}`]);
    expect(await toldOf(representative)).toContain('không phải người vận hành');
    expect(await toldOf(edited)).toContain('đã bị sửa');
    expect(await toldOf(other)).toContain('danh sách khác');
    expect(await toldOf(more)).toContain('đúng một dòng');
    expect(await toldOf(talk)).toBe('');
  });

  test('an edit that the interface for pages shows nothing of: both times are the same second', async () => {
    const { id } = await say('laichau', 'đã xem');
    await desk.hub.as('minh', 'PATCH', `/issues/comments/${id}`, { body: `/approve ${digest}` });
    const number = (await heldIssue()).number;
    const all = await desk.hub.as('laichau', 'GET', `/issues/${number}/comments?per_page=100`);
    const sameSecond = all.map((one: { created_at: string }) => ({ ...one, updated_at: one.created_at }));
    desk.hub.strike(({ method, path: asked }) =>
      method === 'GET' && asked.endsWith(`/issues/${number}/comments`)
        ? { status: 200, body: sameSecond }
        : undefined,
    );
    await run(3);
    expect(await ended()).toBe(0);
  });

  test('a comment on somebody’s copy of the issue', async () => {
    const { body } = await heldIssue();
    const labels = ['danhba: vượt ngưỡng'];
    const copy = await desk.hub.as('minh', 'POST', '/issues', { title: 'danhba', body, labels });
    await say('laichau', `/approve ${digest}`, copy.number);
    await run(3);
    expect(await ended()).toBe(0);
    expect((await desk.commentsOn(copy.number)).length).toBe(1);
  });

  test('nor is there any while GitHub does not say who has edited', async () => {
    await say('laichau', `/approve ${digest}`);
    desk.hub.strike(({ path: asked }) => (asked === '/graphql' ? { status: 403 } : undefined));
    const ran = await run(3);
    expect(ran.err).toContain('[github-');
    expect(await ended()).toBe(0);
    expect(await used()).toHaveLength(1);
  });
});

describe('an operator’s comment', () => {
  let digest: string;
  let comment: { id: number; html_url: string };
  let before: readonly Readonly<Record<string, unknown>>[];

  test('lets exactly this set pass; who, where and which is in the audit and on the server', async () => {
    const issue = await heldIssue();
    digest = digestOf(issue);
    before = await withRoot((root) => Promise.all([...Array(13).keys()].map((i) => readOne(root, dnOf(i)))));
    // The one of the test before, which nobody has been able to judge.
    const all = await desk.hub.as('laichau', 'GET', `/issues/${issue.number}/comments?per_page=100`);
    comment = all.findLast(({ body }: { body: string }) => body === `/approve ${digest}`);
    await run(0);
    expect(await ended()).toBe(13);
    expect(await used()).toContain(`comment ${comment.id}`);
    expect((await heldIssue()).state).toBe('closed');
    expect(await toldOf(comment)).toContain('đã nhận');
    const audit = (await readFile(join(desk.root, 'state/audit.jsonl'), 'utf8')).trimEnd().split('\n');
    const approvals = audit.map((line) => JSON.parse(line)).filter(({ event }) => event === 'approval');
    expect(approvals).toMatchObject([{ by: 'laichau', where: comment.html_url, digest }]);
  });

  test('is used up: the same set, brought back by hand, waits for a new one', async () => {
    await withRoot(async (root) => {
      for (const [index, entry] of before.entries()) {
        const now = await readOne(root, dnOf(index));
        const own = Object.keys(now).filter((type) => type.startsWith('danhba'));
        const types = [...own, 'pwdEndTime'];
        const changes = types.map((type) => {
          const values = [entry[type] ?? []].flat().map(String);
          const modification = new Attribute({ type, values });
          return new Change({ operation: 'replace', modification });
        });
        await root.modify(dnOf(index), changes);
      }
    });
    expect(await ended()).toBe(0);
    await run(3);
    await run(3);
    expect(digestOf(await heldIssue())).toBe(digest);
    expect(await ended()).toBe(0);
    expect(await toldOf(comment)).toContain('đã được dùng');
    await say('laichau', `/approve ${digest}`);
    await run(0);
    expect(await ended()).toBe(13);
  });

  test('is not enough for what he has asked for himself: another operator’s is', async () => {
    const own = await hold(15, 'lan');
    const refused = await say('lan', `/approve ${own}`);
    await run(3);
    expect(await ended()).toBe(13);
    expect(await toldOf(refused)).toContain('cần một người vận hành khác');
    await say('laichau', `/approve ${own}`);
    await run(0);
    expect(await ended()).toBe(15);
  });

  test('is not taken where somebody has altered what there was to read, not even once that is mended', async () => {
    const next = await hold(17, 'minh');
    const { number, body } = await heldIssue();
    await desk.hub.as('minh', 'PATCH', `/issues/${number}`, { body: body.replaceAll('Nguyễn', 'Ai đó') });
    const misled = await say('laichau', `/approve ${next}`);
    await run(3);
    expect(await toldOf(misled)).toContain('đã bị người khác sửa');
    expect((await heldIssue()).body).toBe(body);
    await run(3);
    expect(await ended()).toBe(15);
    await say('laichau', `/approve ${next}`);
    await run(0);
    expect(await ended()).toBe(17);
  });

  test('is not taken where the text was mended before anybody could ask who had altered it', async () => {
    const next = await hold(19, 'minh');
    const { number, body } = await heldIssue();
    await desk.hub.as('minh', 'PATCH', `/issues/${number}`, { body: body.replaceAll('Nguyễn', 'Ai đó') });
    const misled = await say('laichau', `/approve ${next}`);
    // GitHub's times are whole seconds.
    await setTimeout(1100);
    desk.hub.strike(({ path: asked }) => (asked === '/graphql' ? { status: 403 } : undefined));
    await run(3);
    desk.hub.strike(undefined);
    expect((await heldIssue()).body).toBe(body);
    await run(3);
    expect(await ended()).toBe(17);
    expect(await toldOf(misled)).toContain('đã thay đổi sau bình luận này');
    await say('laichau', `/approve ${next}`);
    await run(0);
    expect(await ended()).toBe(19);
  });
});

describe('a run of the workflow started with a digest', () => {
  const started = (actor: Login, digest: string, more: Environment = {}): Environment => ({
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: actor,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_RUN_ID: '77',
    GITHUB_SERVER_URL: 'https://github.com',
    APPROVE: digest,
    ...more,
  });

  test('passes by an operator alone, whoever runs it again too, and once', async () => {
    const digest = await hold(21, 'minh');
    for (const environment of [
      started('minh', digest),
      started('laichau', digest, { GITHUB_TRIGGERING_ACTOR: 'minh' }),
      // Somebody who has asked for none of it.
      started('may', digest, { GITHUB_TRIGGERING_ACTOR: 'laichau' }),
    ]) {
      const ran = await run(3, environment);
      expect(ran.err).toMatch(/\[approver-refused\] (minh|may): không phải người vận hành/);
    }
    expect(await ended()).toBe(19);
    await run(0, started('laichau', digest));
    expect(await ended()).toBe(21);
    expect(await used()).toContain('run 77');
  });

  test('is refused to the operator who has asked for it, and where the run was used before', async () => {
    const digest = await hold(23, 'lan');
    const own = await run(3, started('lan', digest, { GITHUB_RUN_ID: '78' }));
    expect(own.err).toContain('[approver-refused]');
    const again = await run(3, started('laichau', digest));
    expect(again.err).toContain('[approver-refused]');
    expect(await ended()).toBe(21);
    await run(0, started('laichau', digest, { GITHUB_RUN_ID: '79' }));
    expect(await ended()).toBe(23);
  });
});

describe('where the policy names no operators', () => {
  test('nobody makes himself one: while that waits for a word, no comment counts', async () => {
    const unnamed = policyText.replace('operators: [laichau]\n', '');
    await desk.hub.commit('laichau', 'khong-ten', { 'directory/policy.yaml': unnamed });
    const policy = await desk.hub.openPull('laichau', 'khong-ten');
    await desk.merge(policy);
    await run(0);
    const file = 'directory/organizations/ubnd.yaml';
    const taken = committee.replace('representatives: [laichau]', 'representatives: [laichau, minh]');
    await desk.hub.commit('minh', 'tu-phong', { [file]: taken });
    await desk.merge(await desk.hub.openPull('minh', 'tu-phong'));
    const digest = await hold(25, 'minh');
    const own = await say('minh', `/approve ${digest}`);
    await run(3);
    expect(await ended()).toBe(23);
    expect(await toldOf(own)).toContain('không phải người vận hành');
    await desk.hub.commit('laichau', 'tra-lai', { [file]: committee });
    await desk.merge(await desk.hub.openPull('laichau', 'tra-lai'));
    await say('laichau', `/approve ${digest}`);
    await run(0);
    expect(await ended()).toBe(25);
  });
});

test('a server whose schema has no place for it takes no approval by comment, and does everything else', async () => {
  const digest = await hold(27, 'minh');
  const sentinel = `cn=sentinel,ou=danhba,${slapd.baseDn}`;
  await withRoot((root) => {
    const modification = new Attribute({ type: 'danhbaApproval' });
    return root.modify(sentinel, new Change({ operation: 'delete', modification }));
  });
  process.kill(await readPid(slapd.directory), 'SIGKILL');
  await slapd.exited;
  const file = join(slapd.directory, 'danhba.schema');
  const without = (await readFile(file, 'utf8'))
    .replace(/ \$\s+danhbaApproval/, '')
    .replace(/attributetype \( danhbaAttribute:24(.|\n)*?\n\n/, '');
  expect(without).not.toContain('danhbaApproval');
  await writeFile(file, without);
  // The rules of before know as little of it.
  const rules = join(slapd.directory, 'acl.conf');
  const text = (await readFile(rules, 'utf8')).replace(',danhbaApproval;lang-', '');
  await writeFile(rules, text.replace(/access to [^\n]* attrs=danhbaApproval\n(?: {2}by [^\n]*\n)+/, ''));
  const again = await serveAgain(slapd);
  try {
    await say('laichau', `/approve ${digest}`);
    const ran = await run(3);
    expect(ran.err).toContain('[schema-old]');
    expect(await ended()).toBe(25);
  } finally {
    await again.stop();
  }
});
