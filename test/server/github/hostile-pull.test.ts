/** A hostile pull request in the ways of docs/security.md: it is answered, and reaches nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { type Environment, settingsOf } from '../../support/child.ts';
import { type Desk, openDesk } from '../../support/github-desk.ts';
import { organizationText, testRecipient } from '../../support/world.ts';

const phone = '0213 3 999 888';
const committee = `id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [laichau]\nmailbox: none\ncredentialRecipients: [${testRecipient}]\n`;
const folder = 'directory/organizations';
const path = `${folder}/sokx.yaml`;
const sokx = organizationText(
  'sokx',
  ['id: LC-000001, name: Nguyễn Văn An', 'id: LC-000002, name: Nguyễn Văn Bình'],
  'representatives: [minh]\n',
);
const sonv = organizationText('sonv', ['id: LC-000003, name: Lê Thị Cúc'], 'representatives: [thu]\n');

let slapd: Slapd;
let desk: Desk;
let planner: Environment;
beforeAll(async () => {
  slapd = await startSlapd({ baseDn: 'dc=laichau,dc=gov,dc=vn' });
  const as = ({ dn: bindDn, passwordFile }: Slapd['planner']) =>
    settingsOf({ url: slapd.url, bindDn, passwordFile });
  planner = as(slapd.planner);
  desk = await openDesk({ 'ubnd.yaml': committee, 'sokx.yaml': sokx, 'sonv.yaml': sonv });
  expect(await desk.reconcile(as(slapd.reconciler))).toMatchObject({ code: 0 });
});
afterEach(() => {
  expect(desk.hub.problems).toEqual([]);
  desk.hub.forget();
});
afterAll(async () => {
  await desk?.close();
  await slapd?.stop();
});

type Files = Readonly<Record<string, string | null>>;
let opened = 0;

/** A pull request of minh's that changes these files; `branch` as he likes it. */
async function open(files: Files, branch = `change-${++opened}`, title?: string): Promise<number> {
  await desk.hub.commit('minh', branch, files);
  return await desk.hub.openPull('minh', branch, title);
}

/** Everything danhba wrote on GitHub since the last test, and what the command said. */
async function answer(number: number, more: Environment = planner) {
  const ended = await desk.review(number, more);
  const written = JSON.stringify(desk.hub.requests.map(({ body }) => body));
  const comment = (await desk.commentsOn(number)).map(({ body }) => body).join('\n');
  return { ...ended, written, comment, all: `${written}${ended.out}${ended.err}` };
}

const withPerson = (fields: string) => `${sokx.trimEnd()}\n  - {id: LC-000009, ${fields}}\n`;

/** Ours stands once, and alone on its line. */
const withoutFold = (comment: string) =>
  comment.replace(/^<details><summary>Kỹ thuật: tệp, khoản, mã<\/summary>$/m, '');

describe('text of others', () => {
  const evil = [
    ['a mention', '@laichau'],
    ['a heading and a link', '# [x](https://evil.example)'],
    ['an image', '![x](https://evil.example/i.png)'],
    ['HTML', '<h1>Đạt</h1><details><img src=x onerror=alert(1)>'],
    ['our own mark', '<!-- danhba:review -->'],
    ['a fence', '```suggestion'],
    ['a workflow command', '::error file=a::b'],
    ['another workflow command', '::add-mask::laichau'],
    ['a table', '| a | b |'],
    ['an issue', '#1 laichau/hop-thu#1'],
  ] as const;

  it.each(evil)('%s in a title is shown as text', async (_, value) => {
    const person = `name: Trần Thị Dung, title: ${JSON.stringify(value)}`;
    const told = await answer(await open({ [path]: withPerson(person) }, undefined, value));
    expect([0, 1]).toContain(told.code);
    // The mark stands once, at the beginning; nothing else of theirs is markup.
    expect(told.comment.lastIndexOf('<!--')).toBe(0);
    expect(withoutFold(told.comment)).not.toMatch(
      /(^|[^\\`\w])@laichau|<h1|<details|<img|\]\(https:|^```suggestion/m,
    );
    expect(told.comment.replaceAll('<wbr>', '')).toContain('dungtt.sokx@laichau.gov.vn');
    expect(told.err).not.toMatch(/^::/m);
  });

  it.each(evil)('%s in a name is refused, and shown as text', async (_, value) => {
    const number = await open({ [path]: withPerson(`name: ${JSON.stringify(value)}`) });
    const told = await answer(number);
    expect(told).toMatchObject({ code: 1 });
    expect(told.comment.lastIndexOf('<!--')).toBe(0);
    expect(withoutFold(told.comment)).not.toMatch(/(^|[^\\`\w])@laichau|<h1|<details|<img|\]\(https:/m);
    const checked = await desk.check(number);
    const lines = checked.out.split(/\r\n|\r|\n/);
    const commands = lines.filter((line) => /^::|##\[/.test(line.trimStart()));
    expect(commands.length).toBeGreaterThan(0);
    for (const line of commands) {
      expect(line).toMatch(/^::(error|warning) file=[^:]*::[^\n]*$/);
      expect(line.slice(2)).not.toMatch(/::add-mask::laichau$/);
    }
    // Each of them stands in the log in plain words as well.
    expect(lines.filter((line) => /: (lỗi|cảnh báo) \[/.test(line))).toHaveLength(commands.length);
  });

  it.each(['\u202e', '\u200b', '\u0007', '\u001b[31m'])('%j reaches nobody', async (sign) => {
    const told = await answer(
      await open({ [path]: withPerson(`name: "Trần${JSON.stringify(sign).slice(1, -1)} Thị Dung"`) }),
    );
    expect(told).toMatchObject({ code: 1 });
    expect(told.comment).not.toContain(sign);
    expect(told.out + told.err).not.toContain(sign);
  });

  it('telephones, documents and reasons of absence are told nowhere, even where they are wrong', async () => {
    const person = `name: Trần Thị Dung, phone: "${phone}", absence: {until: 2027-02-28, reason: Bệnh hiểm nghèo, document: 9/MẬT}`;
    const wrong = `name: Trần Thị Dung, phone: "${phone} gọi ban đêm", absence: {until: 2027-02-31, reason: Bệnh hiểm nghèo, document: "9/MẬT"}`;
    for (const fields of [person, wrong]) {
      const told = await answer(await open({ [path]: withPerson(fields) }));
      expect(told.all).not.toMatch(/999 888|hiểm nghèo|9\/MẬT/);
      expect(told.comment).toContain('danhba:');
    }
  });
});

describe('names of others', () => {
  it('a branch and a title that are scripts run nowhere', async () => {
    const branch = 'x$(touch${IFS}owned)`touch${IFS}owned`;"';
    const number = await open(
      { [path]: withPerson('name: Trần Thị Dung') },
      branch,
      '$(touch owned)`touch owned`',
    );
    const told = await answer(number);
    expect(told, told.err).toMatchObject({ code: 0 });
    expect(existsSync(join(desk.root, 'owned')) || existsSync(join(desk.root, 'head/owned'))).toBe(false);
  });

  it.each([
    'a b\n::error::x.yaml',
    '"; rm -rf $HOME; ".yaml',
    '-rf.yaml',
    '%0A::warning::x.yaml',
    '<img src=x>@laichau.yaml',
  ])('the file %j is named as text, and only an operator may bring it', async (name) => {
    const number = await open({ [`${folder}/${name}`]: 'id: x\n' });
    const told = await answer(number);
    expect(told).toMatchObject({ code: 1 });
    expect(told.comment).toMatch(/(thêm tổ chức mới|sửa tệp không thuộc tổ chức nào).*một trong `laichau`/);
    expect(told.comment).not.toMatch(/<img|(^|[^\\])@laichau|^::/m);
    expect((await desk.check(number)).out).not.toMatch(/^::error::x/m);
  });
});

describe('files that are something else', () => {
  const link = async (target: string, at: string): Promise<number> => {
    const branch = `link-${++opened}`;
    const root = `/repos/${desk.hub.repository}`;
    const sha = await desk.hub.commit('minh', branch, { 'note.txt': `${opened}\n` });
    const commit = await desk.hub.as('minh', 'GET', `${root}/git/commits/${sha}`);
    const tree = await desk.hub.as('minh', 'POST', `${root}/git/trees`, {
      base_tree: commit.tree.sha,
      tree: [{ path: at, mode: '120000', type: 'blob', content: target }],
    });
    const made = await desk.hub.as('minh', 'POST', `${root}/git/commits`, {
      message: 'link',
      tree: tree.sha,
      parents: [sha],
    });
    await desk.hub.as('minh', 'PATCH', `${root}/git/refs/heads/${branch}`, { sha: made.sha });
    return await desk.hub.openPull('minh', branch);
  };

  it.each([
    ['of the machine', '/etc/passwd', `${folder}/x.yaml`],
    ['that is a folder', '/etc', `${folder}/x`],
    ['in the place of an organization', '/etc/passwd', path],
    ['in the place of the policy', '../../base/directory/policy.yaml', 'directory/policy.yaml'],
    ['in the place of all organizations', '/etc', 'directory/calendar/2030.yaml'],
  ])('a symbolic link %s shows nothing of it', async (_, target, at) => {
    const told = await answer(await link(target, at));
    expect(told, told.err).toMatchObject({ code: 1 });
    expect(told.all).not.toMatch(/root:x:0|nologin/);
  });

  it.each([
    ['no YAML', '{{{ :\n- ]'],
    [
      'aliases without end',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`).join('\n')}\n`,
    ],
    ['thousands of levels', `id: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`],
    ['a tag of a program', 'id: !!js/function "function(){}"\n'],
    ['nothing', ''],
    ['bytes', '\u0000\u0001'],
  ])('%s is answered with its place', async (_, text) => {
    const told = await answer(await open({ [path]: text }));
    expect(told, told.err).toMatchObject({ code: 1 });
    expect(told.comment).toContain('sokx.yaml:');
    expect(told.comment.length).toBeLessThan(20_000);
  });

  it('a broken policy is answered too', async () => {
    const told = await answer(await open({ 'directory/policy.yaml': 'domain: [\n' }));
    expect(told, told.err).toMatchObject({ code: 1 });
    expect(told.comment).toContain('policy.yaml:');
    expect(told.comment).toContain('sửa tệp không thuộc tổ chức nào');
  });
});

describe('rights', () => {
  it.each([
    [
      'himself made a representative of another',
      { [`${folder}/sonv.yaml`]: sonv.replace('[thu]', '[thu, minh]') },
      'sửa tệp của Sở SONV',
    ],
    ['CODEOWNERS', { '.github/CODEOWNERS': '* @minh\n' }, 'sửa tệp không thuộc tổ chức nào'],
    ['a workflow', { '.github/workflows/plan.yml': 'on: push\n' }, 'sửa tệp không thuộc tổ chức nào'],
    ['the rules', { 'src/cli.ts': 'process.exit(0)\n' }, 'sửa tệp không thuộc tổ chức nào'],
    ['another’s id in a file of his', { [path]: sokx.replace('id: sokx', 'id: sonv') }, 'sonv'],
    ['another’s file removed', { [`${folder}/sonv.yaml`]: null }, 'sửa tệp của Sở SONV'],
    [
      'all files removed',
      { [`${folder}/sonv.yaml`]: null, [path]: null, [`${folder}/ubnd.yaml`]: null },
      'sửa tệp của Sở SONV',
    ],
    [
      'somebody of another taken on',
      { [path]: withPerson('name: Lê Thị Cúc').replace('LC-000009', 'LC-000003') },
      'nhận người của Sở SONV',
    ],
    [
      'a new organization',
      { [`${folder}/somoi.yaml`]: organizationText('somoi', [], 'representatives: [minh]\n') },
      'thêm tổ chức mới',
    ],
    [
      'a .github that moves the paths',
      {
        'directory/.github/x': 'x\n',
        [path]: withPerson('name: Lê Thị Cúc').replace('LC-000009', 'LC-000003'),
      },
      'nhận người của Sở SONV',
    ],
  ] as const)('%s: the check fails, and says whom to ask', async (_, files, said) => {
    const number = await open(files);
    const told = await answer(number);
    expect(told, told.err).toMatchObject({ code: 1 });
    expect(told.comment).toContain(said);
    expect(told.comment).toMatch(/một trong `(lai|thu|minh)/);
    expect(await desk.conclusionOf(number)).not.toContain('success');
    expect(await desk.labelsOf(number)).not.toContain('danhba: đạt');
  });

  it('the policy cannot make him the operator', async () => {
    const policy = (await desk.hub.as('minh', 'GET', '/contents/directory/policy.yaml')).content;
    const text = Buffer.from(policy, 'base64').toString('utf8').replace('operator: ubnd', 'operator: sokx');
    const told = await answer(await open({ 'directory/policy.yaml': text }));
    expect(told).toMatchObject({ code: 1 });
    expect(told.comment).toContain('một trong `laichau`');
  });

  it('an approval counts for the head it was given for alone, and never the author’s own', async () => {
    const branch = `late-${++opened}`;
    const sha = await desk.hub.commit('lan', branch, { [path]: withPerson('name: Trần Thị Dung') });
    const number = await desk.hub.openPull('lan', branch);
    await desk.approve(number);
    expect(await answer(number)).toMatchObject({ code: 0 });
    await desk.hub.commit('lan', branch, { [path]: withPerson('name: Trần Thị Dung, title: Giám đốc') });
    expect(await answer(number)).toMatchObject({ code: 1 });
    expect(sha).toMatch(/^[0-9a-f]{40}$/);
  });

  it('what was checked out before a push is not answered for', async () => {
    const branch = `push-${++opened}`;
    await desk.hub.commit('minh', branch, { [path]: withPerson('name: Trần Thị Dung') });
    const number = await desk.hub.openPull('minh', branch);
    let pushed = '';
    desk.hub.strike(async (_request, count) => {
      if (count === 1) pushed = await desk.hub.commit('minh', branch, { [`${folder}/sonv.yaml`]: null });
      return undefined;
    });
    const told = await answer(number);
    expect(told).toMatchObject({ code: 1 });
    expect(told.err).toContain('[github-head]');
    expect(told.comment).toBe('');
    const { check_runs: runs } = await desk.hub.as('lan', 'GET', `/commits/${pushed}/check-runs`);
    expect(runs).toEqual([]);
  });
});

describe('very much of it', () => {
  it('3,000 files are more than anybody sees: only an operator may', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 3001 }, (_, index) => [`notes/${index}.txt`, 'x\n']),
    );
    const told = await answer(await open({ ...files, [path]: withPerson('name: Trần Thị Dung') }));
    expect(told, told.err).toMatchObject({ code: 1 });
    expect(told.comment).toContain('sửa tệp không thuộc tổ chức nào');
    expect(told.comment.length).toBeLessThan(65_536);
  });

  it('thousands of mistakes leave a comment GitHub takes, with every heading and count', async () => {
    const wrong = Array.from(
      { length: 3000 },
      (_, index) => `  - {id: LC-${100_000 + index}, name: Trần Thị B., khoa${index}: ${'x'.repeat(40)}}\n`,
    );
    const told = await answer(await open({ [path]: `${sokx.trimEnd()}\n${wrong.join('')}` }));
    expect(told, told.err).toMatchObject({ code: 1 });
    expect(told.comment.length).toBeLessThanOrEqual(65_536);
    expect(told.comment).toMatch(/### Lỗi và cảnh báo: \d{4}/);
    expect(told.comment).toContain('Đã rút gọn');
  });
});

describe('what does not answer', () => {
  const change = { [path]: withPerson('name: Trần Thị Dung') };

  it('LDAP: the answer says that there is no plan', async () => {
    const told = await answer(await open(change), { ...planner, DANHBA_LDAP_URL: 'ldap://127.0.0.1:9' });
    expect(told, told.err).toMatchObject({ code: 0 });
    expect(told.comment).toContain('chưa xem được máy chủ');
    expect(told.err).toMatch(/^danhba: \[ldap-/m);
  });

  it.each([
    [401, 'github-token'],
    [403, 'github-'],
    [404, 'github-missing'],
  ])('GitHub with %i: one clear line, and the token in none', async (status, code) => {
    const number = await open(change);
    desk.hub.strike(() => ({ status }));
    const told = await desk.review(number, planner);
    expect(told).toMatchObject({ code: 1 });
    expect(told.err).toContain(`[${code}`);
    expect(told.out + told.err).not.toContain('ghs_bot');
  });

  it('a comment of somebody else with our mark is not taken for ours', async () => {
    const number = await open(change);
    const body = '<!-- danhba:review -->\n## ✅ Sẵn sàng gộp';
    await desk.hub.as('minh', 'POST', `/issues/${number}/comments`, { body });
    await answer(number);
    const comments = await desk.commentsOn(number);
    expect(comments).toHaveLength(2);
    expect(comments[0]?.body).toBe(body);
  });
});
