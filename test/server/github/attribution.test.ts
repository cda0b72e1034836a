/** To whom "done" is told: to the pull request that changed the record, however its file has travelled since. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { type Environment, runDanhba, settingsOf } from '../../support/child.ts';
import { checkOut } from '../../support/github-checkout.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { organizationText, policyText, testRecipient } from '../../support/world.ts';

const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`;
const given = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga', 'Oanh', 'Phúc'];
const idOf = (index: number) => `LC-${String(index + 1).padStart(6, '0')}`;
const lineOf = (index: number) => `id: ${idOf(index)}, name: Nguyễn Văn ${given[index]}`;
const offices = ['soa', 'sob', 'soc'];
const officeOf = (id: string, people: readonly string[]) =>
  organizationText(id, people, 'representatives: [minh]\n');
const suspended = ', suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-11-20}';

let slapd: Slapd;
let desk: Desk;
let environment: Environment;
let branches = 0;
beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  desk = await openDesk({
    'ubnd.yaml': committee,
    'soa.yaml': officeOf('soa', [...given.keys()].map(lineOf)),
    'sob.yaml': officeOf('sob', []),
    'soc.yaml': officeOf('soc', ['id: LC-000090, name: Lò Văn Cường']),
  });
  environment = {
    ...settingsOf({ url: slapd.url, bindDn, passwordFile }),
    GITHUB_TOKEN: 'ghs_bot',
    GITHUB_REPOSITORY: desk.hub.repository,
    GITHUB_API_URL: desk.hub.url,
  };
  // The guard is not what is tried here.
  const lifted = policyText
    .replace('{share: 30, count: 3}', '{share: 100, count: 99}')
    .replace('{share: 5, count: 5}', '{share: 100, count: 99}');
  await desk.hub.commit('laichau', 'main', { 'directory/policy.yaml': lifted });
  await reconcile();
});
afterEach(() => {
  expect(desk.hub.problems).toEqual([]);
  desk.hub.forget();
});
afterAll(async () => {
  await desk?.close();
  await slapd?.stop();
});

async function reconcile(): Promise<void> {
  const folder = join(desk.root, 'main');
  await checkOut(desk.hub, { folder, ref: 'main' });
  const options = ['--today', '2026-11-23', '--github'];
  const ran = await runDanhba(['reconcile', ...options], { cwd: folder, environment });
  expect(ran, ran.err).toMatchObject({ code: 0 });
  expect(ran.err).not.toMatch(/đã gộp.*chưa/);
}

type Files = Readonly<Record<string, string | null>>;
type Way = 'merge' | 'squash' | 'rebase';

/** Where each office's file stands now. */
const placeOf = new Map(offices.map((id) => [id, `directory/organizations/${id}.yaml`]));
async function textOf(id: string): Promise<string> {
  const { content } = await desk.hub.as('lan', 'GET', `/contents/${placeOf.get(id)}?ref=main`);
  return Buffer.from(content, 'base64').toString('utf8');
}
const edited = async (id: string, edit: (text: string) => string): Promise<Files> => ({
  [placeOf.get(id) as string]: edit(await textOf(id)),
});
/** The file somewhere else, as it is or edited. */
async function moved(id: string, folder: string, edit = (text: string) => text): Promise<Files> {
  const [from, to] = [placeOf.get(id) as string, `directory/organizations/${folder}/${id}.yaml`];
  const text = await textOf(id);
  placeOf.set(id, to);
  return { [from]: null, [to]: edit(text) };
}
const say = (index: number, more: string) => (text: string) =>
  text.replace(lineOf(index), lineOf(index) + more);

/** A pull request of a clerk, one commit for each of `files`, agreed to and merged. */
async function merged(way: Way, ...files: readonly Files[]): Promise<number> {
  const name = `nhanh-${++branches}`;
  for (const some of files) await desk.hub.commit('lan', name, some);
  const number = await desk.hub.openPull('lan', name);
  await desk.approve(number);
  await desk.approve(number, 'laichau');
  await desk.hub.as('laichau', 'PUT', `/pulls/${number}/merge`, { merge_method: way });
  return number;
}
const toldOn = async (number: number) => (await desk.commentsOn(number)).map(({ body }) => body).join('\n');
/** Each deed it was told, without its term. */
const deedsOn = async (number: number) =>
  [...(await toldOn(number)).matchAll(/^- (.*?)(?:: đã làm.*)?$/gm)].map(([, deed]) => deed);
const deed = (what: string, index: number) => expect.stringMatching(`^${what}: Nguyễn Văn ${given[index]}`);

test.each<Way>(['merge', 'squash', 'rebase'])(
  'who asked is told, and not who has moved the file since (%s)',
  async (way) => {
    const index = ['merge', 'squash', 'rebase'].indexOf(way);
    const asking = await merged(way, await edited('soa', say(index, suspended)));
    const moving = await merged(way, await moved('soa', `noi-${index}`));
    await reconcile();
    expect(await deedsOn(asking)).toEqual([deed('tạm dừng', index)]);
    // 8.1 gives a suspension no term.
    expect(await toldOn(asking)).not.toMatch(/đúng hạn|trễ hạn/);
    expect(await toldOn(moving)).toBe('');
  },
);

test('nor who moved it and edited other records on the way, nor who wrote it in another form', async () => {
  const asking = await merged('squash', await edited('soa', say(3, suspended)));
  const moving = await merged('rebase', await moved('soa', 'tinh', say(4, ', title: Chuyên viên')));
  const tidying = await merged(
    'merge',
    await edited('soa', (text) =>
      text.replace(lineOf(3), `name: Nguyễn Văn ${given[3]}, id: ${idOf(3)}, aliases: []`),
    ),
  );
  await reconcile();
  expect(await deedsOn(asking)).toEqual([deed('tạm dừng', 3)]);
  expect(await deedsOn(moving)).toEqual([deed('cập nhật', 4)]);
  expect(await toldOn(tidying)).toBe('');
});

test('each commit of a rebased pull request is its own', async () => {
  const first = await edited('soa', say(5, suspended));
  const [path = '', text = ''] = Object.entries(first)[0] as [string, string];
  const asking = await merged('rebase', first, { [path]: say(6, suspended)(text) });
  await merged('rebase', await moved('soa', 'cap-tinh'));
  await reconcile();
  expect(await deedsOn(asking)).toEqual([deed('tạm dừng', 5), deed('tạm dừng', 6)]);
});

test('two that touched one record are each told what they asked for', async () => {
  const asking = await merged('merge', await edited('soa', say(7, suspended)));
  const mending = await merged('squash', await edited('soa', say(7, ', phone: "0213 3 876 001"')));
  await reconcile();
  expect(await deedsOn(asking)).toEqual([deed('tạm dừng', 7)]);
  expect(await deedsOn(mending)).toEqual([deed('cập nhật', 7)]);
  // 6.2 gives a change three working days.
  expect(await toldOn(mending)).toMatch(/đúng hạn|trễ hạn/);
});

test('a newcomer is told to who declared and to who put the name right before it was issued', async () => {
  const line = (name: string) => `  - {id: LC-000050, name: ${name}}\n`;
  const asking = await merged(
    'squash',
    await edited('soc', (text) => `${text.trimEnd()}\n${line('Lò Văn Đat')}`),
  );
  const mending = await merged(
    'merge',
    await edited('soc', (text) => text.replace('Lò Văn Đat', 'Lò Văn Đạt')),
  );
  await merged('merge', await moved('soc', 'so'));
  await reconcile();
  const told = [expect.stringMatching('^cấp mới: Lò Văn Đạt')];
  expect(await deedsOn(asking)).toEqual(told);
  expect(await deedsOn(mending)).toEqual(told);
});

test('a person who goes from one file to another is told to who took him there', async () => {
  const leave = ', termination: {reason: transfer, document: 8/QĐ, decided: 2026-11-20, to: sob}';
  const releasing = await merged('squash', await edited('soa', say(8, leave)));
  const taking = await merged(
    'rebase',
    await edited(
      'sob',
      (text) => `${text.replace(/people: .*\n/, 'people:\n').trimEnd()}\n  - {${lineOf(8)}}\n`,
    ),
    await edited('soa', (text) => text.replace(`  - {${lineOf(8)}${leave}}\n`, '')),
  );
  await merged('merge', await moved('sob', 'so'));
  await reconcile();
  expect(await deedsOn(taking)).toContainEqual(deed('cấp mới', 8));
  expect(await toldOn(releasing)).not.toContain('cấp mới');
});

test('a subject that names a pull request is no evidence: what was pushed is told to nobody', async () => {
  const asking = await merged('squash', await edited('soa', say(9, ', title: Chuyên viên')));
  await reconcile();
  const before = await toldOn(asking);
  const files = await edited('soa', (text) => text.replace('title: Chuyên viên', 'title: Trưởng phòng'));
  const head = await desk.hub.as('lan', 'GET', '/git/ref/heads/main');
  const parent = await desk.hub.as('lan', 'GET', `/git/commits/${head.object.sha}`);
  const tree = await desk.hub.as('laichau', 'POST', '/git/trees', {
    base_tree: parent.tree.sha,
    tree: Object.entries(files).map(([path, content]) => ({ path, mode: '100644', type: 'blob', content })),
  });
  const message = `Đổi chức danh (#${asking})`;
  const parents = [head.object.sha];
  const made = await desk.hub.as('laichau', 'POST', '/git/commits', { message, tree: tree.sha, parents });
  await desk.hub.as('laichau', 'PATCH', '/git/refs/heads/main', { sha: made.sha });
  const folder = join(desk.root, 'main');
  await checkOut(desk.hub, { folder, ref: 'main' });
  const consented = ['--consented', made.sha, '--today', '2026-11-23', '--github'];
  const ran = await runDanhba(['reconcile', ...consented], { cwd: folder, environment });
  expect(ran, ran.err).toMatchObject({ code: 0 });
  expect(await toldOn(asking)).toBe(before);
});

test('a reform that moves many files asks GitHub no more than one that moves one', async () => {
  const many = Array.from({ length: 60 }, (_, index) => `so${String(index).padStart(3, '0')}`);
  const file = (folder: string, id: string) => `directory/organizations/${folder}${id}.yaml`;
  const text = (id: string) => officeOf(id, []).replace(/^mailbox: .*$/m, 'mailbox: none');
  await desk.hub.commit('laichau', 'main', Object.fromEntries(many.map((id) => [file('', id), text(id)])));
  const folder = join(desk.root, 'main');
  const { sha } = (await desk.hub.as('lan', 'GET', '/git/ref/heads/main')).object;
  await checkOut(desk.hub, { folder, ref: 'main' });
  const given = ['reconcile', '--consented', sha, '--today', '2026-11-23', '--github'];
  await runDanhba(given, { cwd: folder, environment });
  const counted: number[] = [];
  for (const [index, moving] of [many.slice(0, 1), many.slice(1)].entries()) {
    const asking = await merged('squash', await edited('soa', say(10 + index, suspended)));
    const moves = moving.flatMap((id) => [
      [file('', id), null],
      [file('moi/', id), text(id)],
    ]);
    await merged('squash', Object.fromEntries(moves));
    desk.hub.forget();
    await reconcile();
    counted.push(desk.hub.requests.length);
    expect(await deedsOn(asking)).toEqual([deed('tạm dừng', 10 + index)]);
  }
  expect(counted[1]).toBeLessThanOrEqual((counted[0] ?? 0) + 5);
});
