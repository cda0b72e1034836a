/** `github request` in checkouts that lack something: the history, or the repository itself. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDanhba } from '../../support/child.ts';
import { checkOut } from '../../support/github-checkout.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { organizationText } from '../../support/world.ts';
import { fillForm } from '../../unit/review/fill-form.ts';

const committee =
  'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\n';
const office = (people: readonly string[]) => organizationText('sokx', people, 'representatives: [minh]\n');

let desk: Desk;
const environment = () => ({
  GITHUB_TOKEN: 'ghs_bot',
  GITHUB_REPOSITORY: desk.hub.repository,
  GITHUB_API_URL: desk.hub.url,
});
beforeAll(async () => {
  desk = await openDesk({ 'ubnd.yaml': committee, 'sokx.yaml': office(['id: LC-000007, name: Lò Văn Chi']) });
  await desk.hub.commit('laichau', 'main', { 'directory/organizations/sokx.yaml': office([]) });
});
afterAll(async () => {
  expect(desk.hub.problems).toEqual([]);
  await desk?.close();
});

test('gives no id where the history is cut short, and the next free one where it is whole', async () => {
  const answers = { organization: 'sokx', name: 'Lê Thị Cúc', document: '15/VP', date: '2026-11-20' };
  const body = fillForm('issue', answers);
  const labels = ['danhba', 'danhba:issue'];
  const { number } = await desk.hub.as('lan', 'POST', '/issues', { title: 'Cấp mới', body, labels });
  const folder = join(desk.root, 'shallow');
  await checkOut(desk.hub, { folder, ref: 'main', depth: 1 });
  const cut = await runDanhba(['github', 'request', '--issue', `${number}`], {
    cwd: folder,
    environment: environment(),
  });
  expect(cut).toMatchObject({ code: 1, out: '' });
  expect(cut.err).toContain('[history-cut]');
  expect(cut.err).toContain('fetch-depth: 0');
  expect(await desk.hub.as('lan', 'GET', '/pulls?state=all')).toEqual([]);

  const whole = await desk.request(number);
  expect(whole, whole.err).toMatchObject({ code: 0 });
  const ref = encodeURIComponent(`danhba/request-${number}`);
  const { content } = await desk.hub.as(
    'lan',
    'GET',
    `/contents/directory/organizations/sokx.yaml?ref=${ref}`,
  );
  expect(Buffer.from(content, 'base64').toString('utf8')).toContain('id: LC-000008');
});

test('of files outside of any repository, the path begins with the name of their folder', async () => {
  const answers = {
    organization: 'sokx',
    mailbox: 'Hộp thư của cơ quan, đơn vị',
    document: '16/VP',
    date: '2026-11-20',
  };
  const body = fillForm('reset', answers);
  const labels = ['danhba', 'danhba:reset'];
  const { number } = await desk.hub.as('lan', 'POST', '/issues', { title: 'Cấp lại', body, labels });
  const folder = join(desk.root, 'bare');
  await checkOut(desk.hub, { folder, ref: 'main' });
  for (const name of ['.git', '.github']) await rm(join(folder, name), { recursive: true, force: true });
  const asked = await runDanhba(['github', 'request', '--issue', `${number}`, '--today', '2026-11-23'], {
    cwd: folder,
    environment: environment(),
  });
  expect(asked, asked.out + asked.err).toMatchObject({ code: 0 });
  const pulls = await desk.hub.as('lan', 'GET', '/pulls?state=open');
  const pull = pulls.find(({ head }: { head: { ref: string } }) => head.ref === `danhba/request-${number}`);
  const changed = await desk.hub.as('lan', 'GET', `/pulls/${pull.number}/files`);
  expect(changed.map(({ filename }: { filename: string }) => filename)).toEqual([
    'directory/organizations/sokx.yaml',
  ]);
});
