/** Where `danhba init` makes nothing: each reason is told, and no file is left. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runDanhba } from '../../support/child.ts';

const operator = ['--operator-name', 'Sở Khoa học và Công nghệ', '--operator-code', 'sokhcn'];
const told = ['--domain', 'dienbien.gov.vn', '--province', 'Điện Biên', ...operator];

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-init-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const refused = async (args: readonly string[], code: string, more = '') => {
  const before = await readdir(root);
  const ran = await runDanhba(['init', ...args], { cwd: root });
  expect(ran, ran.err).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`[${code}]`) });
  expect(ran.err).toContain(more);
  expect(await readdir(root)).toEqual(before);
};

it('in a folder with anything in it', async () => {
  await mkdir(join(root, 'kho'));
  await writeFile(join(root, 'kho/.env'), '');
  await refused([join(root, 'kho'), ...told], 'init-used');
  await writeFile(join(root, 'tep'), '');
  await refused([join(root, 'tep'), ...told], 'init-used');
});

it('where an answer is missing or has not the form, all that is missing told at once', async () => {
  await refused(
    [join(root, 'a')],
    'init-missing',
    '--domain --base-dn --province --operator-name --operator-code',
  );
  await refused([join(root, 'a'), '--domain', 'Dien Bien', ...told.slice(2)], 'init-value', '--domain');
  await refused([join(root, 'a'), ...told.slice(0, -1), '../x'], 'init-value', '--operator-code');
});

it('where the name does not give the code: told as check tells it', async () => {
  await refused([join(root, 'a'), ...told.slice(0, -1), 'abc'], 'code-not-accepted', 'sokhcn');
});

it('where npm cannot have the package', async () => {
  await refused([join(root, 'a'), ...told, '--danhba', 'file:khong-co.tgz'], 'init-npm');
});

it('by --refresh outside of a repository', async () => {
  await mkdir(join(root, 'khac'));
  await refused([join(root, 'khac'), '--refresh'], 'init-elsewhere');
});
