/** A merge queue: the verdict stands on the commit that would be merged, and no branch gets one by its name. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { organizationText } from '../../support/world.ts';

const committee =
  'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\n';
const office = (id: string, ...people: readonly string[]) =>
  organizationText(id, people, 'representatives: [minh]\nmailbox: none\n');
const place = (id: string) => `directory/organizations/${id}.yaml`;
const [a, b] = [
  office('soa', 'id: LC-000001, name: Nguyễn Văn An'),
  office('sob', 'id: LC-000002, name: Lò Văn Ba'),
];
const queue = 'refs/heads/gh-readonly-queue/main/';

type Files = Readonly<Record<string, string>>;
let desk: Desk;
let main: string;
let round = 0;
beforeAll(async () => {
  desk = await openDesk({ 'ubnd.yaml': committee, 'soa.yaml': a, 'sob.yaml': b });
});
beforeEach(async () => {
  main = (await desk.hub.as('lan', 'GET', '/git/ref/heads/main')).object.sha;
});
afterEach(async () => {
  const refs = await desk.hub.as('lan', 'GET', '/git/matching-refs/heads/gh-readonly-queue');
  const open = await desk.hub.as('laichau', 'GET', '/pulls?state=open&per_page=100');
  for (const { number } of open)
    await desk.hub.as('laichau', 'PATCH', `/pulls/${number}`, { state: 'closed' });
  for (const { ref } of refs) await desk.hub.as('laichau', 'DELETE', `/git/${ref}`);
  expect(desk.hub.problems).toEqual([]);
  desk.hub.forget();
});
afterAll(() => desk?.close());

async function pullOf(files: Files, approved = true): Promise<number> {
  const branch = `them-${++round}`;
  await desk.hub.commit('lan', branch, files);
  const number = await desk.hub.openPull('lan', branch);
  if (approved) await desk.approve(number);
  return number;
}

/** What GitHub makes of an entry: the pull request merged into what is before it. */
async function enqueue(number: number, files: Files, base = main): Promise<string> {
  const { tree } = await desk.hub.as('lan', 'GET', `/git/commits/${base}`);
  const { head } = await desk.hub.as('lan', 'GET', `/pulls/${number}`);
  const made = await desk.hub.as('laichau', 'POST', '/git/trees', {
    base_tree: tree.sha,
    tree: Object.entries(files).map(([path, content]) => ({ path, mode: '100644', type: 'blob', content })),
  });
  const message = `Merge pull request #${number}`;
  const commit = { message, tree: made.sha, parents: [base, head.sha] };
  const { sha } = await desk.hub.as('laichau', 'POST', '/git/commits', commit);
  await desk.hub.as('laichau', 'POST', '/git/refs', { ref: `${queue}pr-${number}-${base}`, sha });
  return sha;
}
async function answer(): Promise<void> {
  const ran = await desk.machine.answer({});
  expect(ran, ran.err).toMatchObject({ code: 0 });
}
const statusOf = async (sha: string): Promise<string> => {
  const [newest] = await desk.hub.as('lan', 'GET', `/commits/${sha}/statuses`);
  return newest === undefined ? 'none' : `${newest.context} ${newest.state}`;
};
const withPerson = (text: string, line: string) => `${text.trimEnd()}\n  - {${line}}\n`;
const cuong = { [place('soa')]: withPerson(a, 'id: LC-000010, name: Lò Văn Cường') };

test.each<[string, Files, boolean, string]>([
  ['right and agreed to', cuong, true, 'danhba success'],
  ['nobody has agreed to', cuong, false, 'danhba pending'],
  ['wrong', { [place('soa')]: `${a}titel: x\n` }, true, 'danhba failure'],
  ['beyond the directory', { 'src/cli.ts': 'x\n' }, true, 'danhba pending'],
])('an entry that is %s', async (_, files, approved, verdict) => {
  const number = await pullOf(files, approved);
  const head = await enqueue(number, files);
  await answer();
  expect(await statusOf(head)).toBe(verdict);
  desk.hub.forget();
  await answer();
  expect(desk.hub.requests.filter(({ path }) => path.endsWith(`/statuses/${head}`))).toEqual([]);
});

test('two that are right by themselves and wrong together: the later one is refused', async () => {
  const [one, two] = [cuong, { [place('sob')]: withPerson(b, 'id: LC-000010, name: Lò Văn Đạt') }];
  const [first, second] = [await pullOf(one), await pullOf(two)];
  const before = await enqueue(first, one);
  const after = await enqueue(second, two, before);
  await answer();
  expect([await statusOf(before), await statusOf(after)]).toEqual(['danhba success', 'danhba failure']);
});

test('two in one file: what nobody has seen is not merged', async () => {
  const text = withPerson(a, 'id: LC-000011, name: Lò Văn Én');
  const [first, second] = [await pullOf(cuong), await pullOf({ [place('soa')]: text })];
  const before = await enqueue(first, cuong);
  const both = withPerson(cuong[place('soa')] as string, 'id: LC-000011, name: Lò Văn Én');
  const after = await enqueue(second, { [place('soa')]: both }, before);
  await answer();
  expect([await statusOf(before), await statusOf(after)]).toEqual(['danhba success', 'danhba failure']);
});

test.each<[string, Files]>([
  ['another text of its file', { [place('soa')]: withPerson(a, 'id: LC-000010, name: Kẻ Gian') }],
  ['a file more', { ...cuong, [place('sob')]: withPerson(b, 'id: LC-000012, name: Kẻ Gian') }],
  ['a file of the program', { ...cuong, 'src/cli.ts': 'x\n' }],
])('a branch by the name of an entry that brings %s', async (_, files) => {
  const number = await pullOf(cuong);
  const head = await enqueue(number, files);
  await answer();
  expect(await statusOf(head)).toBe('danhba failure');
});

test('what is built on a commit nobody has judged, or that was refused, gets no verdict', async () => {
  const evil = await desk.hub.commit('lan', `xau-${++round}`, {
    [place('sob')]: withPerson(b, 'id: LC-000013, name: X'),
  });
  const number = await pullOf(cuong);
  const onStray = await enqueue(number, cuong, evil);
  const other = await pullOf({ [place('soa')]: `${a}titel: x\n` });
  const refused = await enqueue(other, { [place('soa')]: `${a}titel: x\n` });
  const third = { [place('sob')]: withPerson(b, 'id: LC-000014, name: Lò Văn Giáp') };
  const onRefused = await enqueue(await pullOf(third), third, refused);
  await answer();
  expect(await statusOf(refused)).toBe('danhba failure');
  expect([await statusOf(onStray), await statusOf(onRefused)]).toEqual(['none', 'none']);
});
