/** A retirement that is decided today for a later day: what its form and its pull request are told until that day is over. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { type Ended, runDanhba, settingsOf } from '../../support/child.ts';
import { checkOut } from '../../support/github-checkout.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { organizationText, testRecipient } from '../../support/world.ts';
import { fillForm } from '../../unit/review/fill-form.ts';

const sealed = `credentialRecipients: [${testRecipient}]\n`;
const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\n${sealed}`;
const office = organizationText(
  'sokx',
  ['id: LC-000001, name: Nguyễn Văn An', 'id: LC-000002, name: Lò Thị Mai'],
  'representatives: [minh]\n',
);

let slapd: Slapd;
let desk: Desk;
beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  desk = await openDesk({ 'ubnd.yaml': committee, 'sokx.yaml': office });
});
afterEach(() => expect(desk.hub.problems).toEqual([]));
afterAll(async () => {
  await desk?.close();
  await slapd?.stop();
});

async function danhba(...args: readonly string[]): Promise<Ended> {
  const cwd = join(desk.root, 'machine');
  await checkOut(desk.hub, { folder: cwd, ref: 'main' });
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  const environment = {
    GITHUB_TOKEN: 'ghp_may',
    GITHUB_REPOSITORY: desk.hub.repository,
    GITHUB_API_URL: desk.hub.url,
    ...settingsOf({ url: slapd.url, bindDn, passwordFile }),
  };
  const ended = await runDanhba(args, { cwd, environment });
  expect(ended, ended.err).toMatchObject({ code: 0 });
  return ended;
}
const reconcile = (...more: readonly string[]) =>
  danhba('reconcile', '--github', '--credentials', join(desk.root, 'sealed'), ...more);
const saidOn = async (number: number, marker: string): Promise<string> =>
  (await desk.commentsOn(number)).find(({ body }) => body.startsWith(`<!-- danhba:${marker} -->`))?.body ??
  '';

const dayIn = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Ho_Chi_Minh' });
const told = (day: string): string => day.split('-').reverse().join('/');

test('is told by its day, waits for it, and is in time when it is done', async () => {
  await reconcile();
  const [decided, last] = [dayIn(-2), dayIn(20)];
  const facts = { organization: 'sokx', person: 'LC-000002', reason: 'Nghỉ hưu', document: '9/QĐ' };
  const body = fillForm('terminate', { ...facts, date: told(decided), effective: told(last) });
  const form = { title: 'Chấm dứt', body, labels: ['danhba', 'danhba:terminate'] };
  const { number: issue } = await desk.hub.as('lan', 'POST', '/issues', form);
  await danhba('github', 'request', '--issue', `${issue}`);
  const [pull] = await desk.hub.as('lan', 'GET', '/pulls?state=open');

  await danhba('github', 'answer');
  const review = await saidOn(pull.number, 'review');
  expect(review).toContain(`## ⏳ Chờ duyệt · Ghi ngày nghỉ ${told(last)}: Lò Thị Mai · Sở SOKX\n`);
  expect(review).toMatch(/^\*\*Hạn thông báo:\*\* .* \(15 ngày từ ngày quyết định .*, khoản 8\.2\)\.$/m);
  expect(review).toContain(`làm việc đến hết **${told(last)}**<br>hộp thư còn đến hết ngày đó |`);
  expect(await desk.labelsOf(pull.number)).toContainEqual(expect.stringMatching(/^hạn: \d+ ngày làm việc$/));

  await desk.approve(pull.number);
  await desk.merge(pull.number);
  await danhba('github', 'answer');
  const waiting = await saidOn(issue, `waiting-${pull.number}`);
  expect(waiting).toContain(`⏳ **Thay đổi #${pull.number} đã được gộp**, chờ qua ngày làm việc cuối cùng:`);
  expect(waiting).toContain('**Lò Thị Mai**: hộp thư dùng bình thường đến hết ');
  expect(waiting).toContain(`${told(last)}, sau đó danhba chấm dứt.`);
  await reconcile();
  expect(await saidOn(issue, `waiting-${pull.number}`)).toBe(waiting);
  expect(await saidOn(issue, `done-${pull.number}`)).toBe('');

  await reconcile('--today', dayIn(21));
  expect(await saidOn(issue, `done-${pull.number}`)).toMatch(/\(đúng hạn .*, khoản 8\.2\) – @lan\n/);
  const done = (await desk.commentsOn(pull.number)).map(({ body: text }) => text).at(-1);
  expect(done).toMatch(/chấm dứt: Lò Thị Mai · .*: đã làm · đúng hạn/);
});
