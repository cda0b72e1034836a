/** The story of a change on GitHub: asked for, reviewed, put right, agreed to, merged, done on a real slapd, told. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { runDanhba, settingsOf } from '../../support/child.ts';
import { bindRoot, readOne } from '../../support/faults-fixture.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { organizationText, testRecipient } from '../../support/world.ts';
import { fillForm } from '../../unit/review/fill-form.ts';

const phone = '0213 3 876 543';
const sealed = `credentialRecipients: [${testRecipient}]\n`;
const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\n${sealed}`;
const office = organizationText(
  'sokx',
  [`id: LC-000001, name: Nguyễn Văn An, phone: "${phone}"`],
  'representatives: [minh]\n',
);
const path = 'directory/organizations/sokx.yaml';
/** The clerk writes the address herself, and wrongly. */
const added = `  - id: LC-000009\n    name: Trần Thị Bình # mới về\n    phone: "${phone}"\n    address: binh@laichau.gov.vn\n`;

let slapd: Slapd;
let desk: Desk;
let planner: Readonly<Record<string, string>>;
let reconciler: Readonly<Record<string, string>>;

beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const as = ({ dn: bindDn, passwordFile }: Slapd['planner']) =>
    settingsOf({ url: slapd.url, bindDn, passwordFile });
  planner = as(slapd.planner);
  reconciler = as(slapd.reconciler);
  desk = await openDesk({ 'ubnd.yaml': committee, 'sokx.yaml': office }, 'first');
});
beforeEach(() => desk.hub.forget());
afterAll(async () => {
  await desk?.close();
  await slapd?.stop();
});

const person = async (id: string) => {
  const root = await bindRoot(slapd);
  try {
    return await readOne(root, `uid=${id},ou=people,${slapd.baseDn}`);
  } finally {
    await root.unbind();
  }
};
const bodiesOn = async (number: number) => (await desk.commentsOn(number)).map(({ body }) => body);
const onlyComment = async (number: number): Promise<string> => {
  const bodies = await bodiesOn(number);
  expect(bodies).toHaveLength(1);
  return bodies[0] ?? '';
};

let asked: number;
let written: number;

test('what stands on main is there before anybody asks for more', async () => {
  const ran = await desk.reconcile(reconciler);
  expect(ran, ran.err).toMatchObject({ code: 0 });
  expect(await person('LC-000001')).toMatchObject({ mail: 'annv.sokx@laichau.gov.vn' });
});

test('a form becomes a pull request, whose answer says which address, by when, and who must agree', async () => {
  const body = fillForm('issue', {
    organization: 'sokx',
    name: 'Lê Thị Cúc',
    document: '15/VP',
    date: '2026-11-20',
  });
  const labels = ['danhba', 'danhba:issue'];
  const { number } = await desk.hub.as('lan', 'POST', '/issues', { title: 'Cấp mới', body, labels });
  const ran = await desk.request(number);
  expect(ran, ran.err).toMatchObject({ code: 0 });
  asked = ran.pullRequest as number;
  expect(await desk.hub.as('lan', 'GET', `/pulls/${asked}`)).toMatchObject({
    user: { login: 'github-actions[bot]' },
    body: expect.stringContaining(`Theo phiếu #${number} của lan.\n`),
  });
  const reviewed = await desk.review(asked, planner);
  expect(reviewed, reviewed.err).toMatchObject({ code: 1 });
  const comment = await onlyComment(asked);
  expect(comment).toContain('## ⏳ Chờ duyệt · Cấp mới: Lê Thị Cúc · Sở SOKX\n');
  expect(comment).toContain('người đại diện của Sở SOKX (`minh`)');
  expect(comment).toMatch(
    /\*\*Hạn trả lời:\*\* \S+ \S+ \d\d\/\d\d\/20\d\d \(3 ngày làm việc .*, khoản 6\.2\)/,
  );
  expect(comment).toMatch(/\| Lê Thị Cúc<br>LC-\d{6} · dòng \d+ \| địa chỉ: \*\*cuclt\.<wbr>sokx@laichau\./);
  expect(await desk.conclusionOf(asked)).toBe('action_required');
  expect(await desk.labelsOf(asked)).toEqual(['danhba: chờ duyệt', 'hạn: 3 ngày làm việc']);
  const whole = JSON.parse(await readFile(join(desk.root, 'plan.json'), 'utf8'));
  expect(whole.changes).toHaveLength(1);
});

test('its representative agrees: the same comment says so, and it is merged', async () => {
  await desk.approve(asked);
  const reviewed = await desk.review(asked, planner);
  expect(reviewed, reviewed.err).toMatchObject({ code: 0 });
  expect(await onlyComment(asked)).toMatch(/^## ✅ Sẵn sàng gộp · Cấp mới: Lê Thị Cúc/m);
  expect(await onlyComment(asked)).toContain('`minh` đã duyệt.');
  expect(await desk.conclusionOf(asked)).toContain('success');
  expect(await desk.labelsOf(asked)).toEqual(['danhba: đạt', 'hạn: 3 ngày làm việc']);
  await desk.merge(asked);
});

test('a clerk’s own mistake is told at its line, with the line as it must be', async () => {
  const { content } = await desk.hub.as('lan', 'GET', `/contents/${path}`);
  const text = Buffer.from(content, 'base64').toString('utf8');
  await desk.hub.commit('lan', 'them-binh', { [path]: `${text.trimEnd()}\n${added}` });
  written = await desk.hub.openPull('lan', 'them-binh', 'Thêm Bình');
  const reviewed = await desk.review(written, planner);
  expect(reviewed, reviewed.err).toMatchObject({ code: 1 });
  expect(await desk.conclusionOf(written)).toBe('failure');
  const checked = await desk.check(written);
  expect(checked).toMatchObject({ code: 1, out: expect.stringContaining('::error ') });
  expect(await desk.check(written), 'by a process that has run before').toEqual(checked);
  const line = `${text.trimEnd()}\n${added}`.split('\n').findIndex((one) => one.includes('binh@')) + 1;
  expect(await onlyComment(written)).toContain(`sokx.yaml:${line}`);
  const { head } = await desk.hub.as('lan', 'GET', `/pulls/${written}`);
  const { check_runs: runs } = await desk.hub.as('lan', 'GET', `/commits/${head.sha}/check-runs`);
  const notes = await desk.hub.as('lan', 'GET', `/check-runs/${runs[0].id}/annotations`);
  expect(notes.check_annotations).toMatchObject([{ path, start_line: line, annotation_level: 'failure' }]);
  const comments = await desk.hub.as('lan', 'GET', `/pulls/${written}/comments`);
  expect(comments).toMatchObject([{ path, line }]);
  const suggested = /```suggestion\n(.*)\n```/.exec(comments[0].body)?.[1] ?? '';
  expect(suggested).toBe('    address: binhtt.sokx@laichau.gov.vn');
  // What the button does.
  const lines = `${text.trimEnd()}\n${added}`.split('\n');
  lines[line - 1] = suggested;
  await desk.hub.commit('lan', 'them-binh', { [path]: lines.join('\n') });
  expect(await desk.check(written)).toMatchObject({ code: 0 });
});

test('put right and agreed to, it is answered in the same comment and merged', async () => {
  const [answer] = await desk.commentsOn(written);
  const waiting = await desk.review(written, planner);
  expect(waiting, waiting.err).toMatchObject({ code: 1 });
  const asks = await onlyComment(written);
  expect(asks).toContain('người đại diện của Sở SOKX (`minh`)');
  expect(asks).toMatch(
    /\| Trần Thị Bình<br>LC-000009 · dòng \d+ \| địa chỉ: \*\*binhtt\.<wbr>sokx@laichau\./,
  );
  expect(await desk.conclusionOf(written)).toBe('action_required');
  await desk.approve(written);
  const reviewed = await desk.review(written, planner);
  expect(reviewed, reviewed.err).toMatchObject({ code: 0 });
  const comment = await onlyComment(written);
  expect(await desk.commentsOn(written)).toMatchObject([{ id: answer?.id }]);
  expect(comment).toMatch(/^## ✅ Sẵn sàng gộp · Cấp mới: Trần Thị Bình/m);
  expect(await desk.conclusionOf(written)).toContain('success');
  expect(await desk.labelsOf(written)).toEqual(['danhba: đạt', 'hạn: 3 ngày làm việc']);
  expect(comment).toContain('**binhtt.<wbr>sokx@laichau.<wbr>gov.<wbr>vn**');
  expect(comment).not.toContain('Lê Thị Cúc');
  expect(await desk.hub.as('lan', 'GET', `/pulls/${written}/comments`)).toHaveLength(1);
  await desk.merge(written);
});

test('the job does both, and each pull request learns what was done for it, and that it was in time', async () => {
  const ran = await desk.reconcile(reconciler);
  expect(ran, ran.err).toMatchObject({ code: 0 });
  const [, id = ''] =
    /id: (LC-\d{6}),?\s+name: Lê Thị Cúc/.exec(await readFile(join(desk.root, 'main', path), 'utf8')) ?? [];
  expect(await person(id)).toMatchObject({ mail: 'cuclt.sokx@laichau.gov.vn' });
  expect(await person('LC-000009')).toMatchObject({ mail: 'binhtt.sokx@laichau.gov.vn' });
  const first = (await bodiesOn(asked)).at(-1) ?? '';
  expect(first).toMatch(/Lê Thị Cúc · cuclt\.sokx@laichau\.gov\.vn: .* · đúng hạn \(\d\d\/\d\d\/20\d\d\)/);
  expect(first).not.toContain('Bình');
  const second = (await bodiesOn(written)).at(-1) ?? '';
  expect(second).toMatch(/Trần Thị Bình · binhtt\.sokx@laichau\.gov\.vn: .* · đúng hạn/);
  expect(second).not.toContain('Cúc');
});

test('a second run repeats nothing', async () => {
  const issues = () => desk.hub.as('lan', 'GET', '/issues?state=all&per_page=100');
  const before = [await bodiesOn(asked), await bodiesOn(written)];
  const there = await issues();
  const ran = await desk.reconcile(reconciler);
  expect(ran, ran.err).toMatchObject({ code: 0, out: 'Không có thay đổi nào để làm.\n' });
  expect([await bodiesOn(asked), await bodiesOn(written)]).toEqual(before);
  expect(await issues()).toEqual(there);
  expect(before.map((bodies) => bodies.length)).toEqual([2, 2]);
});

test('the audit holds which pull request, who agreed and what became of it; nobody has seen a telephone', async () => {
  const file = join(desk.root, 'state/audit.jsonl');
  const records = (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { merge_commit_sha: commit } = await desk.hub.as('lan', 'GET', `/pulls/${written}`);
  const done = records.filter(({ event, key }) => event === 'outcome' && key === 'person:LC-000009');
  expect(done).toMatchObject([{ commit, pullRequest: written, approvers: ['minh'], outcome: 'applied' }]);
  expect(await runDanhba(['audit', 'verify', file])).toMatchObject({ code: 0 });
  for (const number of [asked, written]) {
    const { head } = await desk.hub.as('lan', 'GET', `/pulls/${number}`);
    const told = [
      await bodiesOn(number),
      await desk.hub.as('lan', 'GET', `/commits/${head.sha}/check-runs`),
      // What stands beside it is a quotation of the file, made by GitHub.
      (await desk.hub.as('lan', 'GET', `/pulls/${number}/comments`)).map(
        ({ body }: { body: string }) => body,
      ),
    ];
    expect(JSON.stringify(told)).not.toContain(phone);
  }
  expect(JSON.stringify(records)).not.toContain(phone);
});

test('every request was one GitHub knows', () => {
  expect(desk.hub.problems).toEqual([]);
});
