/** One click on a suggestion of `danhba github review` puts the line right; where somebody has to choose there is none. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { runDanhba } from '../../support/child.ts';
import { startGitHub, type TestGitHub } from '../../support/github.ts';
import { checkOut } from '../../support/github-checkout.ts';
import { policyText } from '../../support/world.ts';

const today = '2026-11-23';
const folder = 'directory/organizations';
const soa = `${folder}/soa.yaml`;
const base: Readonly<Record<string, string>> = {
  'directory/policy.yaml': policyText,
  [`${folder}/ubnd.yaml`]:
    'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nrepresentatives: [lan]\nmailbox: none\n',
  [soa]: `# Sở A
id: soa
name: Sở A
kind: provincial
parent: ubnd
code: soa
codeBasis: 1/QĐ
representatives: [lan]
mailbox:
  custodian: LC-000001
people:
  - id: LC-000001
    name: Nguyễn Văn An
    title: Chuyên viên
    phone: "0213 3 876 543"
  - {id: LC-000002, name: Lò Thị Mai} # tầng 2
  - id: LC-000003
    name: Vũ Văn Tám
    termination:
      reason: retirement
      document: 2/QĐ
      decided: 2026-10-01
`,
  [`${folder}/sinho.yaml`]:
    'id: sinho\nname: Huyện Sìn Hồ\nkind: district\nparent: ubnd\ncode: sinho\nrepresentatives: [lan]\nmailbox: none\n',
  [`${folder}/sinho-namma.yaml`]: `id: sinho-namma
name: Xã Nậm Mạ
kind: commune
parent: sinho
# Tên cũ: không đổi.
# Đơn vị ở xa.
# Mã theo tên.
code: namma
representatives: [lan]
mailbox: none
`,
  [`${folder}/tplc.yaml`]:
    'id: tplc\nname: Thành phố Lai Châu\nkind: city\nparent: ubnd\ncode: tplc\nrepresentatives: [lan]\nmailbox: none\n',
};

let hub: TestGitHub;
let root: string;

beforeAll(async () => {
  hub = await startGitHub();
  root = await mkdtemp(join(tmpdir(), 'danhba-suggestions-'));
  await hub.commit('laichau', 'main', base);
  await checkOut(hub, { folder: join(root, 'base'), ref: 'main' });
  expect(await check('base')).toEqual([]);
});
afterEach(() => {
  expect(hub.problems).toEqual([]);
  hub.forget();
});
afterAll(async () => {
  await hub?.stop();
  await rm(root, { recursive: true, force: true });
});

const danhba = (...args: string[]) =>
  runDanhba([...args, '--today', today], {
    cwd: root,
    environment: { GITHUB_TOKEN: 'ghs_bot', GITHUB_REPOSITORY: hub.repository, GITHUB_API_URL: hub.url },
  });

/** The codes of all problems. */
async function check(side: string): Promise<readonly string[]> {
  const { out } = await danhba('check', '--directory', `${side}/directory`, '--format', 'json');
  return JSON.parse(out).problems.map(({ code }: { code: string }) => code);
}

let count = 0;

/** A pull request by lan with these files; a text is replaced in each of them. */
async function propose(path: string, from: string, to: string) {
  const before = base[path] ?? '';
  expect(before.split(from), `"${from}" in ${path}`).toHaveLength(2);
  const branch = `sua-${++count}`;
  await hub.commit('lan', branch, { [path]: before.replace(from, () => to) });
  return { branch, number: await hub.openPull('lan', branch) };
}

interface Suggestion {
  readonly path: string;
  readonly line: number;
  readonly side: string;
  readonly body: string;
}

async function review({ branch, number }: { branch: string; number: number }, code: number) {
  await checkOut(hub, { folder: join(root, 'head'), ref: branch });
  const pull = ['--pull-request', `${number}`];
  const sides = ['--base', 'base/directory', '--directory', 'head/directory'];
  const said = await danhba('github', 'review', ...pull, ...sides);
  expect(said, said.err).toMatchObject({ code, err: '' });
  const comments: Suggestion[] = [];
  for (let page = 1; comments.length === (page - 1) * 100; page++) {
    comments.push(...(await hub.as('lan', 'GET', `/pulls/${number}/comments?per_page=100&page=${page}`)));
  }
  return comments;
}

const blockOf = ({ body }: Suggestion): string => {
  const [, text] = /\n```suggestion\n([^\n]*)\n```$/.exec(body) ?? [];
  if (text === undefined) throw new Error(`no suggestion: ${body}`);
  return text;
};

/** What GitHub does where somebody presses the buttons. */
async function accept(branch: string, suggestions: readonly Suggestion[]) {
  const [{ path } = { path: '' }] = suggestions;
  const { content } = await hub.as('lan', 'GET', `/contents/${path}?ref=${branch}`);
  const lines = Buffer.from(content, 'base64').toString('utf8').split('\n');
  for (const one of suggestions) lines[one.line - 1] = blockOf(one);
  await hub.commit('lan', branch, { [path]: lines.join('\n') });
  return lines.join('\n');
}

describe('a mistake whose mending leaves no choice', () => {
  test.each<[string, string, string, string, string]>([
    [
      'address-differs',
      soa,
      '    title: Chuyên viên\n',
      '    title: Chuyên viên\n    address: annguyen.soa@laichau.gov.vn # tạm\n',
      '    address: annv.soa@laichau.gov.vn # tạm',
    ],
    [
      'address-without-decision',
      soa,
      '  custodian: LC-000001\n',
      '  custodian: LC-000001\n  address: hop.thu.soa@laichau.gov.vn\n',
      '  address: soa@laichau.gov.vn',
    ],
    ['code-full-name', `${folder}/sinho-namma.yaml`, 'code: namma', 'code: nm', 'code: namma'],
    ['code-fixed', `${folder}/tplc.yaml`, 'code: tplc', 'code: tp # gọn', 'code: tplc # gọn'],
    ['unknown-key', soa, '    title: Chuyên viên', '    titel: "Chuyên viên"', '    title: "Chuyên viên"'],
    [
      'unknown-key',
      soa,
      '{id: LC-000002, name: Lò Thị Mai}',
      '{id: LC-000002, name: Lò Thị Mai, uint: Phòng A}',
      '  - {id: LC-000002, name: Lò Thị Mai, unit: Phòng A} # tầng 2',
    ],
    [
      'value-not-allowed',
      soa,
      '      reason: retirement',
      "      reason: 'retirment'",
      "      reason: 'retirement'",
    ],
    ['value-not-allowed', `${folder}/tplc.yaml`, 'kind: city', 'kind: ctiy', 'kind: city'],
  ])('%s in %s: %j as %j is mended by one click', async (code, path, from, to, wanted) => {
    const pull = await propose(path, from, to);
    for (let run = 0; run < 2; run++) {
      const suggestions = await review(pull, 1);
      expect(suggestions).toMatchObject([{ path, side: 'RIGHT' }]);
      expect(suggestions.map(blockOf)).toEqual([wanted]);
    }
    expect(await check('head')).toContain(code);
    const suggestions = await review(pull, 1);
    const text = await accept(pull.branch, suggestions);
    expect(text.split('\n')).toContain(wanted);
    // What was suggested before stands in the pull request; nothing more is.
    expect(await review(pull, 0)).toHaveLength(1);
    expect(await check('head')).toEqual([]);
  });
});

it('many mistakes at once are all mended', async () => {
  const people = Array.from({ length: 40 }, (_, index) => {
    const id = `LC-0001${String(index).padStart(2, '0')}`;
    return `  - id: ${id}\n    name: Sùng ${'ABCDEGHIKLMNOPQRSTUV'[index % 20]}ang ${index < 20 ? 'Páo' : 'Chứ'}\n    titel: Người ${index}\n`;
  });
  const pull = await propose(soa, '  - id: LC-000003\n', `${people.join('')}  - id: LC-000003\n`);
  const suggestions = await review(pull, 1);
  expect(suggestions).toHaveLength(40);
  expect(new Set(suggestions.map(({ line }) => line)).size).toBe(40);
  expect(await review(pull, 1)).toHaveLength(40);
  await accept(pull.branch, suggestions);
  await review(pull, 0);
  expect(await check('head')).not.toContain('unknown-key');
});

describe('no suggestion is made', () => {
  test.each<[string, string, string, string, string]>([
    [
      'where the line is not one of the difference',
      'code-full-name',
      `${folder}/sinho-namma.yaml`,
      'name: Xã Nậm Mạ',
      'name: Xã Nậm Hăn',
    ],
    [
      'where the address is another’s: one has to be decided',
      'address-differs',
      soa,
      '{id: LC-000002, name: Lò Thị Mai}',
      '{id: LC-000002, name: Ngô Văn An, address: anngo.soa@laichau.gov.vn}',
    ],
    [
      'where the key is there already',
      'unknown-key',
      soa,
      '    title: Chuyên viên',
      '    title: Chuyên viên\n    titel: Chuyên viên chính',
    ],
    [
      'that would show a telephone',
      'unknown-key',
      soa,
      '{id: LC-000002, name: Lò Thị Mai}',
      '{id: LC-000002, name: Lò Thị Mai, titel: A, phone: "0213 3 111 111"}',
    ],
    [
      'for a collision',
      'address-collision',
      soa,
      '{id: LC-000002, name: Lò Thị Mai}',
      '{id: LC-000002, name: Ngô Văn An}',
    ],
    ['for a code of its own', 'code-not-accepted', soa, 'code: soa\ncodeBasis: 1/QĐ\n', 'code: abc\n'],
    ['for an unknown parent', 'parent-unknown', soa, 'parent: ubnd', 'parent: ubdn'],
    [
      'for a key like no other',
      'unknown-key',
      soa,
      '    title: Chuyên viên',
      '    title: Chuyên viên\n    ghichu: x',
    ],
    [
      'where the word stands twice in the line',
      'unknown-key',
      soa,
      '    title: Chuyên viên',
      '    titel: Chuyên viên # titel?',
    ],
  ])('%s (%s)', async (_title, code, path, from, to) => {
    const pull = await propose(path, from, to);
    expect(await review(pull, 1)).toEqual([]);
    expect(await check('head')).toContain(code);
    const [comment] = await hub.as('lan', 'GET', `/issues/${pull.number}/comments`);
    expect(comment.body.replaceAll('\\', '')).toContain(`[${code}]`);
    expect(comment.body).not.toContain('111 111');
  });
});
