/** Who sent a form is answered on it: at the merge, while it waits, and once when it is done; then it is closed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { runDanhba } from '../../support/child.ts';
import { bindRoot, readOne } from '../../support/faults-fixture.ts';
import {
  calls,
  closedForm,
  day,
  openForm,
  openToldDesk,
  type Sent,
  type ToldDesk,
} from '../../support/told-desk.ts';

let office: ToldDesk;
beforeAll(async () => {
  office = await openToldDesk();
});
afterEach(() => office.settle());
afterAll(() => office?.close());

describe('a mailbox that is issued', () => {
  let sent: Sent;
  let file = '';

  it('is asked for by a pull request that leaves its form open', async () => {
    sent = await office.sendAndMerge('issue', { name: 'Lê Thị Cúc' });
    const { body, head } = await office.desk.hub.as('lan', 'GET', `/pulls/${sent.pull}`);
    const { message } = await office.desk.hub.as('lan', 'GET', `/git/commits/${head.sha}`);
    const closing = /\b(close[sd]?|fix(e[sd])?|resolve[sd]?)\b:?\s+#\d/i;
    expect(body).not.toMatch(closing);
    expect(message).not.toMatch(closing);
    // One paragraph: Git reads no other trailers.
    expect(message).toMatch(
      new RegExp(
        `\\n\\nDanhba-Document: .*\\nDanhba-Issue: #${sent.form}\\nDanhba-Proposal: [0-9a-f]{64}\\n?$`,
      ),
    );
    expect(await office.stateOf(sent.form)).toEqual(openForm);
  });

  it('is told of at the merge, by the timer that answers', async () => {
    const ran = await office.answer();
    expect(ran, ran.err).toMatchObject({ code: 0 });
    const [text = '', ...more] = await office.told(sent.form);
    expect(more).toEqual([]);
    expect(text).toContain(`**Thay đổi #${sent.pull} đã được gộp.**`);
    expect(text).toMatch(new RegExp(`Hạn: ${day} \\(khoản 6\\.2\\)`));
    expect(calls([text])).toBe(0);
    const again = await office.answer();
    expect(again, again.err).toMatchObject({ code: 0 });
    expect(await office.told(sent.form)).toEqual([text]);
    expect(await office.stateOf(sent.form)).toEqual(openForm);
  });

  it('is answered once it is there: who, which address, by when, where the password lies, what comes next', async () => {
    const before = await office.sealedFiles().catch((): string[] => []);
    const ran = await office.reconcile();
    expect(ran, ran.err).toMatchObject({ code: 0 });
    const [made = '', ...others] = (await office.sealedFiles()).filter((one) => !before.includes(one));
    expect(others).toEqual([]);
    file = made;
    const [settled, text = '', ...more] = await office.told(sent.form);
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
    expect(text).not.toContain(office.desk.root);
    expect(await office.stateOf(sent.form)).toEqual(closedForm);
  });

  it('has the document of its form on the sheet, in the audit, in the commit and on the pull request', async () => {
    const at = join(office.desk.root, 'state/credentials', file);
    const opened = await runDanhba(['credentials', 'open', at, '--identity', 'identity.txt'], {
      cwd: office.keys,
    });
    expect(opened, opened.err).toMatchObject({ code: 0 });
    const [, ...bases] = /Căn cứ<\/th><td>([^<]*)</.exec(opened.out) ?? [];
    expect(bases).toEqual(['Văn bản số 15/SOKX-VP ngày 20 tháng 11 năm 2026']);
    const audit = await readFile(join(office.desk.root, 'state/audit.jsonl'), 'utf8');
    const records = audit
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(
      records.findLast(({ event, operation }) => event === 'outcome' && operation === 'create'),
    ).toMatchObject({ outcome: 'applied', basis: '15/SOKX-VP; 2026-11-20', form: sent.form });
    const { body, head } = await office.desk.hub.as('lan', 'GET', `/pulls/${sent.pull}`);
    const { message } = await office.desk.hub.as('lan', 'GET', `/git/commits/${head.sha}`);
    for (const text of [body, message]) {
      expect(text).toContain('Căn cứ: 15/SOKX-VP ngày 20/11/2026');
      expect(text).toContain(`\nDanhba-Document: 15/SOKX-VP; 2026-11-20\nDanhba-Issue: #${sent.form}\n`);
    }
    // What danhba says of it to others does not repeat the number.
    const bodies = (await office.desk.commentsOn(sent.pull)).map((one) => one.body).join();
    expect(bodies).not.toContain('SOKX-VP');
  });

  it('is answered no second time, by whatever run', async () => {
    const before = await office.desk.commentsOn(sent.form);
    expect(await office.reconcile()).toMatchObject({ code: 0 });
    const answered = await office.answer();
    expect(answered, answered.err).toMatchObject({ code: 0 });
    expect(await office.desk.commentsOn(sent.form)).toEqual(before);
  });

  it('stays open where somebody opens its form again', async () => {
    const before = await office.desk.commentsOn(sent.form);
    await office.setState(sent.form, 'open');
    expect(await office.reconcile()).toMatchObject({ code: 0 });
    expect(await office.stateOf(sent.form)).toMatchObject({ state: 'open' });
    expect(await office.desk.commentsOn(sent.form)).toEqual(before);
    await office.setState(sent.form, 'closed');
  });
});

test('work that is held leaves its form open and says for what it waits, in one comment', async () => {
  const { form, pull } = await office.send('terminate', {
    person: 'LC-000004',
    reason: 'Nghỉ hưu',
    effective: '2026-11-20',
  });
  // Nobody has agreed.
  await office.desk.merge(pull);
  const ran = await office.reconcile();
  expect(ran, ran.err).toMatchObject({ code: 0 });
  const before = await office.told(form);
  expect(before).toHaveLength(1);
  expect(before[0]).toContain(`**Thay đổi #${pull} đã được gộp, nhưng chưa làm được.** Đang chờ:`);
  expect(before[0]).toMatch(/- \*\*Lò Văn Dũng\*\*: .*minh/);
  expect(calls(before)).toBe(0);
  expect(await office.reconcile()).toMatchObject({ code: 0 });
  expect(await office.told(form)).toEqual(before);
  expect(await office.stateOf(form)).toEqual(openForm);
  await office.desk.approve(pull);
  expect(await office.reconcile()).toMatchObject({ code: 0 });
  const [settled, text = '', ...more] = await office.told(form);
  expect(more).toEqual([]);
  expect(settled).toContain('đã xong');
  expect(text).toContain('- Chấm dứt **Lò Văn Dũng**: `dunglv.sokx@laichau.gov.vn`\n');
  expect(text).toContain('thư được giữ 12 tháng');
  expect(text).toContain(', khoản 8.2) – @lan\n');
  expect(await office.stateOf(form)).toEqual(closedForm);
});

test('a form somebody has closed, or an older pull request closes, is answered and stays closed', async () => {
  const { form } = await office.sendAndMerge('reset', { mailbox: 'Hộp thư cá nhân', person: 'LC-000005' });
  await office.setState(form, 'closed');
  expect(await office.reconcile()).toMatchObject({ code: 0 });
  const texts = await office.told(form);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toMatch(/\(khoản 7\.2\) – @lan\n/);
  expect(texts[0]).toContain('- Cấp lại mật khẩu **Lò Văn Giang**: `gianglv.sokx@laichau.gov.vn`\n');
  expect(texts[0]).toContain('mật khẩu cũ không còn dùng được');
  expect(await office.stateOf(form)).toEqual(closedForm);
  expect(await office.reconcile()).toMatchObject({ code: 0 });
  expect(await office.told(form)).toEqual(texts);
});

test('what another merge has changed since is not told as this one’s', async () => {
  const first = await office.sendAndMerge('change', { person: 'LC-000006', title: 'Chuyên viên' });
  const second = await office.sendAndMerge('change', { person: 'LC-000006', title: 'Thanh tra viên' });
  expect(await office.reconcile()).toMatchObject({ code: 0 });
  expect((await office.told(first.form)).join()).toContain('Sau đó tệp đã được sửa tiếp');
  expect((await office.told(second.form)).join()).toContain('`halv.sokx@laichau.gov.vn`');
});

test('nothing is asked of GitHub beyond the list where no form is open', async () => {
  expect(await office.reconcile()).toMatchObject({ code: 0 });
  const forms = office.desk.hub.requests.filter(({ query }) => query.get('labels') === 'danhba');
  expect(forms).toHaveLength(1);
  expect(
    office.desk.hub.requests.filter(({ query }) => query.get('state') === 'all' && query.get('head')),
  ).toEqual([]);
});

test('the server has whom the answers name', async () => {
  const root = await bindRoot(office.slapd);
  try {
    expect(await readOne(root, `uid=LC-000004,ou=people,${office.slapd.baseDn}`)).toMatchObject({
      danhbaState: 'terminated',
    });
  } finally {
    await root.unbind();
  }
});
