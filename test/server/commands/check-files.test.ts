/** `danhba check FILE …`: the problems of these files alone, by rules that look at all of them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDanhba } from '../../support/child.ts';
import { organizationText, policyText } from '../../support/world.ts';

let root: string;
const check = (...args: string[]) => runDanhba(['check', ...args], { cwd: root });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-check-'));
  await mkdir(join(root, 'directory/organizations'), { recursive: true });
  await writeFile(join(root, 'outside.yaml'), 'id: x\n');
  const files = {
    'policy.yaml': policyText,
    'organizations/ubnd.yaml':
      'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\n',
    'organizations/soa.yaml': organizationText('soa', ['id: LC-1, name: Nguyễn Văn An'], 'mailbox: none\n'),
    // The same id: a rule over both files.
    'organizations/sob.yaml': organizationText('sob', ['id: LC-1, name: Lò Văn Chi'], 'mailbox: none\n'),
    'organizations/soc.yaml': organizationText(
      'soc',
      ['id: LC-3, name: Vàng A Dũng, titel: x'],
      'mailbox: none\n',
    ),
    'organizations/sod.yaml': organizationText('sod', ['id: LC-4, name: Tẩn A Sơn'], 'mailbox: none\n'),
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(root, 'directory', file), text);
});

afterAll(() => rm(root, { recursive: true, force: true }));

const codesIn = (out: string) =>
  (JSON.parse(out) as { problems: { code: string; file: string }[] }).problems.map(
    ({ code, file }) => `${file.split('/').at(-1)} ${code}`,
  );

describe('check', () => {
  it('without a file tells all', async () => {
    const { out, code } = await check('--format', 'json');
    expect(code).toBe(1);
    expect(codesIn(out)).toEqual(
      expect.arrayContaining(['soc.yaml unknown-key', 'sob.yaml person-duplicate']),
    );
  });

  it('tells what a file has part in, though the other one is not asked for', async () => {
    const { out, code } = await check('directory/organizations/sob.yaml', '--format', 'json');
    expect(code).toBe(1);
    expect(codesIn(out)).toEqual(['sob.yaml person-duplicate']);
  });

  it('takes several, from any folder, and whole folders', async () => {
    const { out } = await runDanhba(
      ['check', '--directory', '..', 'sob.yaml', './soc.yaml', '--format', 'json'],
      {
        cwd: join(root, 'directory/organizations'),
      },
    );
    expect(codesIn(out)).toEqual(['sob.yaml person-duplicate', 'soc.yaml unknown-key']);
    expect(codesIn((await check('directory/organizations', '--format', 'json')).out)).toEqual(
      codesIn((await check('--format', 'json')).out),
    );
  });

  it('of a clean file says so, and that there is something elsewhere', async () => {
    const { out, code } = await check('directory/organizations/sod.yaml');
    expect(code).toBe(0);
    expect(out).toMatch(/^Tệp đúng quy tắc, không có lỗi\. Ở các tệp khác: \d+ \(danhba check\)\.\n$/);
  });

  it.each([
    ['outside.yaml', '[file-elsewhere] outside.yaml: không nằm trong danh bạ (directory)'],
    ['directory/organizations/soz.yaml', 'soz.yaml: không có tệp này'],
    ['directory-khac', '[file-elsewhere] directory-khac'],
  ])('refuses %s', async (file, words) => {
    const { out, err, code } = await check(file);
    expect([out, code]).toEqual(['', 1]);
    expect(err).toContain(words);
    expect(err).toMatch(/\n {3}= .+\n/);
  });
});
