/** GitHub is down while a run has something to tell a merged pull request: a later run tells it, once, by the day of the run that did it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Fault } from '../../support/github.ts';
import { openToldDesk, type ToldDesk } from '../../support/told-desk.ts';

const path = 'directory/organizations/sokx.yaml';
let office: ToldDesk;
let branches = 0;
beforeAll(async () => {
  office = await openToldDesk();
});
afterEach(() => office.settle());
afterAll(() => office?.close());

/** A clerk edits the file, without a form. */
async function mergedByHand(edit: (text: string) => string): Promise<number> {
  const { desk } = office;
  const { content } = await desk.hub.as('lan', 'GET', `/contents/${path}?ref=main`);
  const text = Buffer.from(content, 'base64').toString('utf8');
  expect(edit(text)).not.toBe(text);
  const name = `sua-tay-${++branches}`;
  await desk.hub.commit('lan', name, { [path]: edit(text) });
  const number = await desk.hub.openPull('lan', name);
  await desk.approve(number);
  await desk.merge(number);
  return number;
}
const titled = (id: string, title: string) => (text: string) =>
  text.replace(new RegExp(`(id: ${id}, name: [^,}]*)(, title: [^,}]*)?`), `$1, title: ${title}`);
const bodiesOn = async (number: number) => (await office.desk.commentsOn(number)).map(({ body }) => body);
const runs = async (...codes: readonly string[]) => {
  const ran = await office.reconcile();
  expect(ran, ran.err).toMatchObject({ code: 0 });
  for (const code of codes) expect(ran.err).toContain(code);
  if (codes.length === 0) expect(ran.err).not.toContain('[github-');
};
const down = () => office.desk.hub.strike(() => ({ status: 401 }));
const up = () => office.desk.hub.strike(undefined);
const today = String.raw`\d\d/\d\d/20\d\d`;
const late = new RegExp(
  String.raw`^<!-- danhba:done-20\d\d-\d\d-\d\d-[0-9a-f]{12} -->\nĐã thực hiện ngày ${today}:\n\n(- .*\n)+\n\(Báo muộn, ngày ${today}: lúc làm xong danhba chưa ghi được lên GitHub\.\)\n?$`,
);

it('what was edited by hand is told by the next run, and by no other after that', async () => {
  const number = await mergedByHand(titled('LC-000001', 'Trưởng phòng'));
  office.desk.hub.strike(({ path: asked }) =>
    asked.endsWith(`/issues/${number}/comments`) ? { status: 401 } : undefined,
  );
  await runs('[github-token]');
  expect(await bodiesOn(number)).toEqual([]);
  up();
  await runs();
  const told = await bodiesOn(number);
  expect(told).toEqual([expect.stringMatching(late)]);
  expect(told[0]).toMatch(/\n- cập nhật: Lò Văn An · anlv\.sokx@laichau\.gov\.vn: đã làm · đúng hạn \(/);
  office.desk.hub.forget();
  for (let run = 0; run < 3; run++) await runs();
  // Nor is it looked for again, one by one.
  expect(office.desk.hub.requests.filter(({ path: one }) => /\/issues\/\d+\/comments$/.test(one))).toEqual(
    [],
  );
  expect(await bodiesOn(number)).toEqual(told);
});

it('what a run could tell is told once, and not as late', async () => {
  const number = await mergedByHand(titled('LC-000002', 'Phó phòng'));
  await runs();
  const told = await bodiesOn(number);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/^<!-- danhba:done-\S+ -->\nĐã thực hiện ngày/);
  expect(told[0]).not.toContain('Báo muộn');
  await runs();
  expect(await bodiesOn(number)).toEqual(told);
});

it('two runs that lost theirs, with GitHub down for everything, are told each by its own', async () => {
  const first = await mergedByHand(titled('LC-000003', 'Phó phòng'));
  down();
  await runs('[github-token]');
  up();
  const second = await mergedByHand(titled('LC-000004', 'Chuyên viên'));
  down();
  await runs('[github-token]');
  up();
  expect([await bodiesOn(first), await bodiesOn(second)]).toEqual([[], []]);
  await runs();
  expect(await bodiesOn(first)).toEqual([expect.stringMatching(late)]);
  expect(await bodiesOn(second)).toEqual([expect.stringMatching(late)]);
  expect((await bodiesOn(first)).join()).toContain('Lò Văn Chi');
  expect((await bodiesOn(first)).join()).not.toContain('Lò Văn Dũng');
  expect((await bodiesOn(second)).join()).toContain('Lò Văn Dũng');
  await runs();
  expect(await bodiesOn(second)).toHaveLength(1);
});

it.each<[string, Fault]>([
  ['cut off', 'cut'],
  ['wants an hour', { status: 429, headers: { 'retry-after': '3600' } }],
])('%s, and then every first answer lost: told once all the same', async (_, fault) => {
  const number = await mergedByHand(titled('LC-000005', `Chuyên viên ${++branches}`));
  office.desk.hub.strike(() => fault);
  await runs('[github-');
  expect(await bodiesOn(number)).toEqual([]);
  const lost = new Set<string>();
  office.desk.hub.strike(({ method, path: asked }) => {
    const one = `${method} ${asked}`;
    if (method === 'GET' || lost.has(one)) return undefined;
    lost.add(one);
    return 'lose';
  });
  await runs();
  up();
  expect(lost).toContain(`POST /repos/${office.desk.hub.repository}/issues/${number}/comments`);
  await runs();
  expect(await bodiesOn(number)).toEqual([expect.stringMatching(late)]);
});

it('the pull request of a form is told beside the form', async () => {
  const { form, pull } = await office.sendAndMerge('issue', { name: 'Phạm Thị Đào' });
  office.desk.hub.strike(({ method, path: asked }) =>
    method === 'POST' && asked.endsWith('/comments') ? { status: 401 } : undefined,
  );
  await runs('[github-token]');
  up();
  await runs();
  expect((await bodiesOn(pull)).filter((body) => late.test(body))).toHaveLength(1);
  expect(await office.told(form)).toHaveLength(1);
});

it('an address that has changed since is not told as that of the day', async () => {
  const asks = await office.sendAndMerge('issue', { name: 'Vàng Thị Mai' });
  down();
  await runs('[github-token]');
  up();
  const renames = await mergedByHand((text) => text.replace('Vàng Thị Mai', 'Vàng Thị Mây'));
  await office.desk.approve(renames, 'laichau');
  await runs();
  const told = (await bodiesOn(asks.pull)).filter((body) => late.test(body));
  expect(told.join()).toMatch(/\n- cấp mới: Vàng Thị M(ai|ây): đã làm · đúng hạn/);
  expect(told.join()).not.toContain('@laichau.gov.vn');
});

it('a pull request that changed nothing on the server is told nothing', async () => {
  const number = await mergedByHand((text) => `# Đã soát\n${text}`);
  down();
  await runs('[github-token]');
  up();
  await runs();
  expect(await bodiesOn(number)).toEqual([]);
});

it('nothing is told late, and nothing asked, where the audit is gone', async () => {
  const audit = join(office.desk.root, 'state/audit.jsonl');
  const number = await mergedByHand(titled('LC-000006', 'Chuyên viên'));
  down();
  await runs('[github-token]');
  up();
  const whole = await readFile(audit, 'utf8');
  expect(whole).toContain('"asked":');
  await writeFile(audit, '');
  await runs();
  expect(office.desk.hub.requests.filter(({ path: asked }) => asked.endsWith('/issues/comments'))).toEqual(
    [],
  );
  expect(await bodiesOn(number)).toEqual([]);
  await writeFile(audit, whole);
  await runs();
  expect(await bodiesOn(number)).toHaveLength(1);
});

const say = async (count: number) => {
  for (let one = 0; one < count; one++) {
    await office.desk.hub.as('lan', 'POST', '/issues/1/comments', { body: `Ý kiến ${one}` });
  }
};

it('one search finds all that was told, on as many pages as there are', async () => {
  const { hub } = office.desk;
  await say(101);
  hub.forget();
  await runs();
  const asked = hub.requests.filter(({ path: one }) => one.endsWith('/issues/comments'));
  expect(asked.map(({ query }) => query.get('page'))).toEqual(['1', '2']);
  expect(hub.requests.filter(({ method, path: one }) => method !== 'GET' && one !== '/graphql')).toEqual([]);
});

it('what lies further back than is looked through may have been told, and is not told again', async () => {
  const number = await mergedByHand(titled('LC-000007', 'Chuyên viên'));
  down();
  await runs('[github-token]');
  up();
  await say(1000);
  await runs();
  expect(await bodiesOn(number)).toEqual([]);
});
