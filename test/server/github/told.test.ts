/** Who sent a form is answered on it: at the merge, while it waits, and once when it is done; then it is closed. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { runDanhba, settingsOf } from '../../support/child.ts';
import { bindRoot, readOne } from '../../support/faults-fixture.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { organizationText, policyText, testRecipient } from '../../support/world.ts';
import { type Filled, fillForm } from '../../unit/review/fill-form.ts';

const committee = (recipient: string) =>
  `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\ncredentialRecipients: [${recipient}]\n`;
const given = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Long', 'Minh', 'Nga', 'Oanh', 'Phúc'];
const people = given.map(
  (name, index) => `id: LC-${String(index + 1).padStart(6, '0')}, name: Lò Văn ${name}`,
);
const office = organizationText('sokx', people, 'representatives: [minh]\n');
const basis = { document: '15/SOKX-VP', date: '2026-11-20' };

let keys: string;
let slapd: Slapd;
let desk: Desk;
let planner: Readonly<Record<string, string>>;
let reconciler: Readonly<Record<string, string>>;
beforeAll(async () => {
  keys = await mkdtemp(join(tmpdir(), 'danhba-keys-'));
  const key = await runDanhba(['credentials', 'key', '--out', 'identity.txt'], { cwd: keys });
  const [recipient = testRecipient] = /age1\w+/.exec(key.out) ?? [];
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const as = ({ dn: bindDn, passwordFile }: Slapd['planner']) =>
    settingsOf({ url: slapd.url, bindDn, passwordFile });
  planner = as(slapd.planner);
  reconciler = as(slapd.reconciler);
  desk = await openDesk({ 'ubnd.yaml': committee(recipient), 'sokx.yaml': office });
  const withPage = policyText.replace(/^passwords:$/m, 'passwords:\n  page: https://matkhau.laichau.gov.vn/');
  expect(withPage).not.toBe(policyText);
  await desk.hub.commit('laichau', 'main', { 'directory/policy.yaml': withPage });
  expect(await reconcile()).toMatchObject({ code: 0 });
});
afterEach(() => {
  expect(desk.hub.problems).toEqual([]);
  desk.hub.forget();
});
afterAll(async () => {
  await desk?.close();
  await slapd?.stop();
  await rm(keys, { recursive: true, force: true });
});

const reconcile = () => desk.reconcile(reconciler);

/** A form and the pull request danhba makes of it. */
async function send(kind: 'issue' | 'change' | 'terminate' | 'reset', answers: Filled) {
  const body = fillForm(kind, { organization: 'sokx', ...basis, ...answers });
  const labels = ['danhba', `danhba:${kind}`];
  const { number } = await desk.hub.as('lan', 'POST', '/issues', { title: 'Phiếu', body, labels });
  const ran = await desk.request(number);
  expect(ran, ran.err).toMatchObject({ code: 0 });
  return { form: number as number, pull: ran.pullRequest as number };
}

async function sendAndMerge(kind: Parameters<typeof send>[0], answers: Filled) {
  const sent = await send(kind, answers);
  await desk.approve(sent.pull);
  await desk.merge(sent.pull);
  return sent;
}

const stateOf = async (form: number) => {
  const { state, state_reason: reason } = await desk.hub.as('lan', 'GET', `/issues/${form}`);
  return { state, reason };
};
const open = { state: 'open', reason: null };
const closed = { state: 'closed', reason: 'completed' };
const setState = (form: number, state: 'open' | 'closed') =>
  desk.hub.as('lan', 'PATCH', `/issues/${form}`, { state });
/** Without the first answer, that there is a pull request. */
const told = async (form: number) => (await desk.commentsOn(form)).slice(1).map(({ body }) => body);
const calls = (texts: readonly string[]) => texts.join('\n').match(/@lan\b/g)?.length ?? 0;
const sealedFiles = () => readdir(join(desk.root, 'state/credentials'));

const day = String.raw`(thứ (Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ nhật) \d\d/\d\d/20\d\d`;

describe('a mailbox that is issued', () => {
  let sent: Awaited<ReturnType<typeof send>>;
  let file = '';

  it('is asked for by a pull request that leaves its form open', async () => {
    sent = await sendAndMerge('issue', { name: 'Lê Thị Cúc' });
    const { body, head } = await desk.hub.as('lan', 'GET', `/pulls/${sent.pull}`);
    const { message } = await desk.hub.as('lan', 'GET', `/git/commits/${head.sha}`);
    const closing = /\b(close[sd]?|fix(e[sd])?|resolve[sd]?)\b:?\s+#\d/i;
    expect(body).not.toMatch(closing);
    expect(message).not.toMatch(closing);
    // One paragraph: Git reads no other trailers.
    expect(message).toMatch(
      new RegExp(
        `\\n\\nDanhba-Document: .*\\nDanhba-Issue: #${sent.form}\\nDanhba-Proposal: [0-9a-f]{64}\\n?$`,
      ),
    );
    expect(await stateOf(sent.form)).toEqual(open);
  });

  it('is told of at the merge, by the timer that answers', async () => {
    const ran = await desk.machine.answer({ ...planner, GITHUB_TOKEN: 'ghs_bot' });
    expect(ran, ran.err).toMatchObject({ code: 0 });
    const [text = '', ...more] = await told(sent.form);
    expect(more).toEqual([]);
    expect(text).toContain(`**Thay đổi #${sent.pull} đã được gộp.**`);
    expect(text).toMatch(new RegExp(`Hạn: ${day} \\(khoản 6\\.2\\)`));
    expect(calls([text])).toBe(0);
    const again = await desk.machine.answer({ ...planner, GITHUB_TOKEN: 'ghs_bot' });
    expect(again, again.err).toMatchObject({ code: 0 });
    expect(await told(sent.form)).toEqual([text]);
    expect(await stateOf(sent.form)).toEqual(open);
  });

  it('is answered once it is there: who, which address, by when, where the password lies, what comes next', async () => {
    const before = await sealedFiles().catch((): string[] => []);
    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0 });
    const [made = '', ...others] = (await sealedFiles()).filter((one) => !before.includes(one));
    expect(others).toEqual([]);
    file = made;
    const [settled, text = '', ...more] = await told(sent.form);
    expect(more).toEqual([]);
    expect(settled).toContain(`✅ Thay đổi #${sent.pull}: đã xong`);
    const lines = text.split('\n');
    expect(lines[1]).toMatch(
      new RegExp(`^✅ \\*\\*Xong ngày ${day}\\*\\* \\(đúng hạn ${day}, khoản 6\\.2\\) – @lan$`),
    );
    expect(lines.slice(3, 6)).toEqual([
      '- Cấp mới **Lê Thị Cúc**: `cuclt.sokx@laichau.gov.vn`',
      `- Mật khẩu lần đầu: tệp \`${file}\`, đơn vị vận hành mở, in và chuyển cho Sở SOKX trao tận tay.`,
      '- Tiếp theo: người nhận đổi mật khẩu ngay tại https://matkhau.laichau.gov.vn/ (khoản 6.3); chưa đổi thì chưa dùng được hộp thư.',
    ]);
    expect(text).not.toContain(desk.root);
    expect(await stateOf(sent.form)).toEqual(closed);
  });

  it('has the document of its form on the sheet, in the audit, in the commit and on the pull request', async () => {
    const at = join(desk.root, 'state/credentials', file);
    const opened = await runDanhba(['credentials', 'open', at, '--identity', 'identity.txt'], { cwd: keys });
    expect(opened, opened.err).toMatchObject({ code: 0 });
    const [, ...bases] = /Căn cứ<\/th><td>([^<]*)</.exec(opened.out) ?? [];
    expect(bases).toEqual(['Văn bản số 15/SOKX-VP ngày 20 tháng 11 năm 2026']);
    const audit = await readFile(join(desk.root, 'state/audit.jsonl'), 'utf8');
    const records = audit
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(
      records.findLast(({ event, operation }) => event === 'outcome' && operation === 'create'),
    ).toMatchObject({ outcome: 'applied', basis: '15/SOKX-VP; 2026-11-20', form: sent.form });
    const { body, head } = await desk.hub.as('lan', 'GET', `/pulls/${sent.pull}`);
    const { message } = await desk.hub.as('lan', 'GET', `/git/commits/${head.sha}`);
    for (const text of [body, message]) {
      expect(text).toContain('Căn cứ: 15/SOKX-VP ngày 20/11/2026');
      expect(text).toContain(`\nDanhba-Document: 15/SOKX-VP; 2026-11-20\nDanhba-Issue: #${sent.form}\n`);
    }
    // What danhba says of it to others does not repeat the number.
    const bodies = (await desk.commentsOn(sent.pull)).map((one) => one.body).join();
    expect(bodies).not.toContain('SOKX-VP');
  });

  it('is answered no second time, by whatever run', async () => {
    const before = await desk.commentsOn(sent.form);
    expect(await reconcile()).toMatchObject({ code: 0 });
    const answered = await desk.machine.answer({ ...planner, GITHUB_TOKEN: 'ghs_bot' });
    expect(answered, answered.err).toMatchObject({ code: 0 });
    expect(await desk.commentsOn(sent.form)).toEqual(before);
  });

  it('stays open where somebody opens its form again', async () => {
    const before = await desk.commentsOn(sent.form);
    await setState(sent.form, 'open');
    expect(await reconcile()).toMatchObject({ code: 0 });
    expect(await stateOf(sent.form)).toMatchObject({ state: 'open' });
    expect(await desk.commentsOn(sent.form)).toEqual(before);
    await setState(sent.form, 'closed');
  });
});

describe('GitHub is down while the answer would be written', () => {
  it('the next run writes it, once, with what the server tells of the day and the file', async () => {
    const { form } = await sendAndMerge('issue', { name: 'Phạm Thị Đào' });
    desk.hub.strike(({ path }) => (path.includes(`/issues/${form}`) ? { status: 401 } : undefined));
    expect(await reconcile()).toMatchObject({ code: 0 });
    expect(await told(form)).toEqual([]);
    expect(await stateOf(form)).toEqual(open);
    desk.hub.strike(undefined);
    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0, out: 'Không có thay đổi nào để làm.\n' });
    const [text = '', ...more] = await told(form);
    expect(more).toEqual([]);
    expect(text).toMatch(new RegExp(`✅ \\*\\*Xong ngày ${day}\\*\\*`));
    expect(text).toContain('`daopt.sokx@laichau.gov.vn`');
    expect(text).toMatch(/tệp `sokx-20\d\d-\d\d-\d\d-\*\.html\.age`, đơn vị vận hành/);
    expect(calls([text])).toBe(1);
    expect(await stateOf(form)).toEqual(closed);
  });

  it('a form is closed by the next run where the answer was its last word', async () => {
    const { form } = await sendAndMerge('change', { person: 'LC-000001', title: 'Trưởng phòng' });
    desk.hub.strike(({ method, path }) =>
      method === 'PATCH' && path.endsWith(`/issues/${form}`) ? { status: 401 } : undefined,
    );
    expect(await reconcile()).toMatchObject({ code: 0 });
    const before = await told(form);
    expect(before).toHaveLength(1);
    expect(before[0]).toContain('- Thay đổi thông tin **Lò Văn An**: `anlv.sokx@laichau.gov.vn`\n');
    expect(await stateOf(form)).toEqual(open);
    desk.hub.strike(undefined);
    expect(await reconcile()).toMatchObject({ code: 0 });
    expect(await told(form)).toEqual(before);
    expect(await stateOf(form)).toEqual(closed);
  });

  it('one form that cannot be answered keeps no other from its answer', async () => {
    const first = await sendAndMerge('change', { person: 'LC-000002', title: 'Phó phòng' });
    const second = await sendAndMerge('change', { person: 'LC-000003', title: 'Phó phòng' });
    desk.hub.strike(({ method, path }) =>
      method === 'POST' && path.endsWith(`/issues/${second.form}/comments`) ? { status: 403 } : undefined,
    );
    const ran = await reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0, err: expect.stringContaining('[github-') });
    expect(await stateOf(first.form)).toEqual(closed);
    expect(await stateOf(second.form)).toEqual(open);
    desk.hub.strike(undefined);
    expect(await reconcile()).toMatchObject({ code: 0 });
    expect(calls(await told(second.form))).toBe(1);
  });
});

test('work that is held leaves its form open and says for what it waits, in one comment', async () => {
  const { form, pull } = await send('terminate', {
    person: 'LC-000004',
    reason: 'Nghỉ hưu',
    effective: '2026-11-20',
  });
  // Nobody has agreed.
  await desk.merge(pull);
  const ran = await reconcile();
  expect(ran, ran.err).toMatchObject({ code: 0 });
  const before = await told(form);
  expect(before).toHaveLength(1);
  expect(before[0]).toContain(`**Thay đổi #${pull} đã được gộp, nhưng chưa làm được.** Đang chờ:`);
  expect(before[0]).toMatch(/- \*\*Lò Văn Dũng\*\*: .*minh/);
  expect(calls(before)).toBe(0);
  expect(await reconcile()).toMatchObject({ code: 0 });
  expect(await told(form)).toEqual(before);
  expect(await stateOf(form)).toEqual(open);
  await desk.approve(pull);
  expect(await reconcile()).toMatchObject({ code: 0 });
  const [settled, text = '', ...more] = await told(form);
  expect(more).toEqual([]);
  expect(settled).toContain('đã xong');
  expect(text).toContain('- Chấm dứt **Lò Văn Dũng**: `dunglv.sokx@laichau.gov.vn`\n');
  expect(text).toContain('thư được giữ 12 tháng');
  expect(text).toContain(', khoản 8.2) – @lan\n');
  expect(await stateOf(form)).toEqual(closed);
});

test('a form somebody has closed, or an older pull request closes, is answered and stays closed', async () => {
  const { form } = await sendAndMerge('reset', { mailbox: 'Hộp thư cá nhân', person: 'LC-000005' });
  await setState(form, 'closed');
  expect(await reconcile()).toMatchObject({ code: 0 });
  const texts = await told(form);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toMatch(/\(khoản 7\.2\) – @lan\n/);
  expect(texts[0]).toContain('- Cấp lại mật khẩu **Lò Văn Giang**: `gianglv.sokx@laichau.gov.vn`\n');
  expect(texts[0]).toContain('mật khẩu cũ không còn dùng được');
  expect(await stateOf(form)).toEqual(closed);
  expect(await reconcile()).toMatchObject({ code: 0 });
  expect(await told(form)).toEqual(texts);
});

test('what another merge has changed since is not told as this one’s', async () => {
  const first = await sendAndMerge('change', { person: 'LC-000006', title: 'Chuyên viên' });
  const second = await sendAndMerge('change', { person: 'LC-000006', title: 'Thanh tra viên' });
  expect(await reconcile()).toMatchObject({ code: 0 });
  expect((await told(first.form)).join()).toContain('Sau đó tệp đã được sửa tiếp');
  expect((await told(second.form)).join()).toContain('`halv.sokx@laichau.gov.vn`');
});

test('nothing is asked of GitHub beyond the list where no form is open', async () => {
  expect(await reconcile()).toMatchObject({ code: 0 });
  const forms = desk.hub.requests.filter(({ query }) => query.get('labels') === 'danhba');
  expect(forms).toHaveLength(1);
  expect(desk.hub.requests.filter(({ query }) => query.get('state') === 'all' && query.get('head'))).toEqual(
    [],
  );
});

test('the server has whom the answers name', async () => {
  const root = await bindRoot(slapd);
  try {
    expect(await readOne(root, `uid=LC-000004,ou=people,${slapd.baseDn}`)).toMatchObject({
      danhbaState: 'terminated',
    });
  } finally {
    await root.unbind();
  }
});
