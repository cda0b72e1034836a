/** What is told on a disk that is full: in a line, with an exit code, and what a command does is done all the same. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli, ownOnly } from '../../support/child.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-full-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** As a shell redirects it. */
const shell = (line: string) =>
  new Promise<{ readonly code: unknown; readonly err: string }>((resolve) => {
    execFile(
      '/bin/sh',
      ['-c', `"$0" "$1" ${line}`, process.execPath, cli],
      { env: ownOnly },
      (failed, _, err) => {
        resolve({ code: failed?.code ?? 0, err });
      },
    );
  });

test('stdout: no stack, and 1', async () => {
  const { code, err } = await shell('export --format vcard --lang en > /dev/full');
  expect(code).toBe(1);
  expect(err).toContain('[system] ENOSPC');
  expect(err).not.toContain('    at ');
});

test('stdout, while a folder is made: it is made', async () => {
  const { code } = await shell(`publish --out ${join(folder, 'site')} > /dev/full`);
  expect(code).toBe(1);
  expect(await readdir(folder)).toContain('site');
});

test('stderr: what is asked for is there, and 1', async () => {
  const { code } = await shell(`export --format csv --out ${join(folder, 'x.csv')} 2> /dev/full`);
  expect(code).toBe(1);
  expect(await readdir(folder)).toContain('x.csv');
});
