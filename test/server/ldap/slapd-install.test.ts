// tools/install.mjs installs what is missing, notices what is outdated, and never fails silently.

import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../../tools/install.mjs', import.meta.url));
let project: string;

/** A project with one dependency that lies beside it, so that npm needs no network. */
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'danhba-test-'));
  await mkdir(join(project, 'tools'));
  await cp(program, join(project, 'tools/install.mjs'));
  await mkdir(join(project, 'leaf'));
  await writeJson('leaf/package.json', { name: 'leaf', version: '1.0.0' });
  await writeJson('package.json', { name: 'tree', version: '1.0.0', dependencies: { leaf: 'file:leaf' } });
  await writeLock('1.0.0');
});
afterEach(async () => {
  await rm(project, { recursive: true, force: true });
});

const writeJson = (file: string, value: unknown) => writeFile(join(project, file), JSON.stringify(value));

const writeLock = (version: string) =>
  writeJson('package-lock.json', {
    name: 'tree',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'tree', version: '1.0.0', dependencies: { leaf: 'file:leaf' } },
      leaf: { version },
      'node_modules/leaf': { resolved: 'leaf', link: true },
    },
  });

function install(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(project, 'tools/install.mjs'), ...args], { cwd: tmpdir() });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

const installedAt = async () => (await stat(join(project, 'node_modules/.package-lock.json'))).mtimeMs;

test('installs once, with one line, and has nothing to say the second time', async () => {
  const first = await install();
  expect(first).toEqual({ code: 0, output: 'Đang cài các gói npm… / Installing the npm packages…\n' });
  expect(JSON.parse(await readFile(join(project, 'node_modules/leaf/package.json'), 'utf8'))).toMatchObject({
    name: 'leaf',
  });
  const before = await installedAt();
  expect(await install()).toEqual({ code: 0, output: '' });
  expect(await installedAt()).toBe(before);
});

test('a lock file that was only touched needs nothing, a changed one a new install', async () => {
  await install();
  const before = await installedAt();
  await writeLock('1.0.0');
  expect(await install()).toEqual({ code: 0, output: '' });
  expect(await installedAt()).toBe(before);

  await writeJson('leaf/package.json', { name: 'leaf', version: '2.0.0' });
  await writeLock('2.0.0');
  expect((await install()).output).toMatch(/Installing/);
  expect(await installedAt()).not.toBe(before);
});

test('an install that was interrupted is made again', async () => {
  await install();
  await rm(join(project, 'node_modules/.package-lock.json'));
  expect(await install()).toMatchObject({ code: 0, output: expect.stringMatching(/Installing/) });
});

test('when npm fails its own words are shown, and what to do', async () => {
  const dependencies = { leaf: 'file:leaf', other: '1.0.0' };
  await writeJson('package.json', { name: 'tree', version: '1.0.0', dependencies });
  const { code, output } = await install();
  expect(code).toBe(1);
  expect(output).toMatch(/npm error/);
  expect(output).toMatch(/Không cài được/);
  expect(output).toMatch(/run: npm ci/);
});

test('an unknown option is refused', async () => {
  expect(await install('--server')).toMatchObject({ code: 1, output: expect.stringMatching(/--server/) });
});
