/** What was refused is not made again by an edit that asks for nothing new; it is told once, with how to ask anew. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { organizationText, policyText } from '../../support/world.ts';
import { type Filled, fillForm } from '../../unit/review/fill-form.ts';

const committee =
  'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\n';
const path = 'directory/organizations/sokx.yaml';
const people = ['id: LC-000001, name: Nguyễn Văn An', 'id: LC-000002, name: Lò Thị Mai'];
const office = organizationText('sokx', people, 'representatives: [minh]\n');
const own = { organization: 'sokx', mailbox: 'Hộp thư cá nhân', person: 'LC-000002', date: '20/11/2026' };
const reset: Filled = { ...own, document: '31/QĐ' };
const newcomer: Filled = { organization: 'sokx', name: 'Lê Thị Cúc', document: '15/VP', date: '20/11/2026' };

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ 'ubnd.yaml': committee, 'sokx.yaml': office });
});
afterEach(() => {
  expect(desk.hub.problems).toEqual([]);
  desk.hub.forget();
});
afterAll(() => desk?.close());

type Kind = 'reset' | 'issue';
async function open(kind: Kind, answers: Filled): Promise<number> {
  const form = { title: kind, body: fillForm(kind, answers), labels: ['danhba', `danhba:${kind}`] };
  return (await desk.hub.as('lan', 'POST', '/issues', form)).number;
}
const edit = (form: number, change: object) => desk.hub.as('lan', 'PATCH', `/issues/${form}`, change);
const close = (pull: number | undefined) =>
  desk.hub.as('minh', 'PATCH', `/pulls/${pull}`, { state: 'closed' });
async function request(form: number): Promise<number | undefined> {
  const ran = await desk.request(form);
  expect(ran, ran.err).toMatchObject({ code: 0 });
  return ran.pullRequest;
}
const toldOn = async (form: number) => (await desk.commentsOn(form)).map(({ body }) => body);

test.each<[string, Kind, Filled, (body: string) => object]>([
  ['title', 'reset', reset, () => ({ title: 'reset 2' })],
  ['white space', 'reset', reset, (body) => ({ body: `${body.replaceAll('\n\n', '\n\n\n')}\n ` })],
  ['labels', 'reset', reset, () => ({ labels: ['danhba', 'danhba:reset', 'gấp'] })],
  [
    'another way to name the same',
    'reset',
    reset,
    (body) => ({ body: body.replace('20/11/2026', '2026-11-20') }),
  ],
  ['title, where danhba has chosen the id', 'issue', newcomer, () => ({ title: 'issue' })],
])('an edit of its %s makes no other', async (_, kind, answers, change) => {
  const form = await open(kind, answers);
  const refused = await request(form);
  await close(refused);
  const { body } = await desk.hub.as('lan', 'GET', `/issues/${form}`);
  await edit(form, change(body));
  for (let run = 0; run < 2; run++) {
    expect(await request(form)).toBeUndefined();
    const [told, ...more] = await toldOn(form);
    expect(more).toEqual([]);
    expect(told).toContain(`#${refused} của phiếu này đã bị từ chối`);
    expect(told).toContain('Muốn đề nghị lại');
  }
});

test('a real change makes a new one, whose refusal stands by itself', async () => {
  const form = await open('reset', reset);
  const first = await request(form);
  await close(first);
  await edit(form, { body: fillForm('reset', { ...reset, document: '32/QĐ' }) });
  const second = await request(form);
  expect(second).toBeGreaterThan(first ?? 0);
  expect((await toldOn(form)).join()).toContain(`Đã lập thay đổi #${second}`);
  // Back to what was refused while another is open: that one follows the form.
  await edit(form, { body: fillForm('reset', reset) });
  expect(await request(form)).toBe(second);
  await close(second);
  await edit(form, { body: fillForm('reset', { ...reset, document: '32/QĐ' }) });
  expect(await request(form)).toBeGreaterThan(second ?? 0);
});

test('one that is reopened goes on', async () => {
  const form = await open('reset', reset);
  const pull = await request(form);
  await close(pull);
  expect(await request(form)).toBeUndefined();
  await desk.hub.as('minh', 'PATCH', `/pulls/${pull}`, { state: 'open' });
  expect(await request(form)).toBe(pull);
});

test('one that ended with somebody else’s work on it was no refusal', async () => {
  const form = await open('reset', reset);
  const first = await request(form);
  await desk.hub.commit('minh', `danhba/request-${form}`, { [path]: `${office}# của minh\n` });
  await close(first);
  await desk.hub.as('minh', 'DELETE', `/git/refs/heads/danhba/request-${form}`);
  expect(await request(form)).toBeGreaterThan(first ?? 0);
});

test('another’s pull request on the branch is none of ours', async () => {
  const form = await open('reset', reset);
  const first = await request(form);
  const { body } = await desk.hub.as('lan', 'GET', `/pulls/${first}`);
  await close(first);
  await edit(form, { body: fillForm('reset', { ...reset, document: '33/QĐ' }) });
  const second = await request(form);
  await desk.hub.as('lan', 'PATCH', `/pulls/${second}`, { body });
  const foreign = await open('reset', { ...reset, document: '34/QĐ' });
  await desk.hub.commit('lan', `danhba/request-${foreign}`, { 'note.txt': 'x\n' });
  const forged = await desk.hub.openPull('lan', `danhba/request-${foreign}`, 'x', body);
  await close(forged);
  await desk.hub.as('lan', 'DELETE', `/git/refs/heads/danhba/request-${foreign}`);
  expect(await request(foreign)).toBeGreaterThan(forged);
});

test('one that was merged and taken back is not made again either', async () => {
  const form = await open('reset', { ...reset, person: 'LC-000001', document: '35/QĐ' });
  const pull = await request(form);
  await desk.merge(pull ?? 0);
  await desk.hub.commit('laichau', 'main', { [path]: office, 'directory/policy.yaml': policyText });
  await edit(form, { title: 'reset 3' });
  expect(await request(form)).toBeUndefined();
  expect((await toldOn(form)).join()).toContain(`#${pull} của phiếu này đã được gộp`);
});

test('another account than the token’s is told before a branch or a pull request is made', async () => {
  const form = await open('reset', { ...reset, document: '36/QĐ' });
  const before = desk.hub.requests.length;
  const ran = await desk.request(form, { DANHBA_GITHUB_LOGIN: 'danhba-tinh[bot]' });
  expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('[github-login]') });
  const sent = desk.hub.requests.slice(before).map(({ method, path: at }) => `${method} ${at}`);
  expect(sent).toEqual(['POST /graphql']);
});
