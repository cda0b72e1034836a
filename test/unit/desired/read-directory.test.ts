/** Files on disk: encodings, links, what is no file or may not be read; each is told, and the rest is read. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDirectory } from '../../../src/desired/read/parse-directory.ts';
import { listDirectory, readDirectoryFiles, readListed } from '../../../src/files/read-directory.ts';
import { policyText } from '../../support/world.ts';
import { committee, organizationStart as start } from './read-texts.ts';

const run = promisify(execFile);
let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-files-'));
  await put('policy.yaml', policyText);
  await put('organizations/ubnd.yaml', committee);
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, content: string | Uint8Array): Promise<string> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

/** What is told, as "path: code reason"; the two good files are always read. */
async function told(): Promise<readonly string[]> {
  const { files, unreadable, problems } = await readDirectoryFiles(root);
  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['organizations/ubnd.yaml', 'policy.yaml']),
  );
  expect(files.map(({ path }) => path)).toEqual(files.map(({ path }) => path).toSorted());
  expect(unreadable).toHaveLength(problems.length);
  return problems.map(
    ({ code, args, at }) =>
      `${at.file.slice(root.length + 1)}: ${code} ${'reason' in args ? args.reason : ''}`,
  );
}

/** As somebody who is not root, for whom a mode is a bar. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return act();
  await chmod(root, 0o755);
  process.seteuid?.(65534);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

describe('encodings', () => {
  it.each([
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${start}`), []],
    ['UTF-16, little end first, with its mark', Buffer.from(`\ufeff${start}`, 'utf16le'), ['UTF-16']],
    ['UTF-16, big end first, with its mark', Buffer.from(`\ufeff${start}`, 'utf16le').swap16(), ['UTF-16']],
    ['UTF-16 without its mark', Buffer.from(start, 'utf16le'), ['UTF-16']],
    ['UTF-16 without its mark, swapped', Buffer.from(start, 'utf16le').swap16(), ['UTF-16']],
    ['Latin-1', Buffer.from('id: soa\nname: S\u00f4 Y t\u00ea\n', 'latin1'), ['NOT_UTF8']],
    ['a truncated character', Buffer.from(start).subarray(0, 16), ['NOT_UTF8']],
    ['an overlong form', Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xc0, 0xaf]), ['NOT_UTF8']],
    ['a surrogate in UTF-8', Buffer.from([0x69, 0x3a, 0x20, 0xed, 0xa0, 0x80]), ['NOT_UTF8']],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ['NOT_UTF8']],
  ])('%s', async (_what, bytes, expected) => {
    await put('organizations/soa.yaml', bytes);
    expect(await told()).toEqual(
      expected.map((reason) => `organizations/soa.yaml: file-unreadable ${reason}`),
    );
  });

  it('a byte-order mark moves no column', async () => {
    await put('organizations/soa.yaml', `\ufeff${start}`);
    const { files } = await readDirectoryFiles(root);
    expect(files.find(({ path }) => path === 'organizations/soa.yaml')?.text.startsWith('\ufeff')).toBe(true);
  });
});

describe('links', () => {
  it('to a file are refused, wherever they lead', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'danhba-outside-'));
    await writeFile(join(outside, 'x.yaml'), start);
    await symlink(join(outside, 'x.yaml'), join(root, 'organizations/soa.yaml'));
    await symlink('ubnd.yaml', join(root, 'organizations/sob.yaml'));
    await symlink('/nonexistent', join(root, 'organizations/soc.yaml'));
    await symlink('sod.yaml', join(root, 'organizations/sod.yaml'));
    expect(await told()).toEqual(
      ['soa', 'sob', 'soc', 'sod'].map((id) => `organizations/${id}.yaml: file-unreadable SYMBOLIC_LINK`),
    );
    await rm(outside, { recursive: true });
  });

  it('to a folder are told: its organizations would vanish otherwise', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'danhba-outside-'));
    await writeFile(join(outside, 'soa.yaml'), start);
    await symlink(outside, join(root, 'organizations/so'));
    await symlink('..', join(root, 'organizations/loop'));
    expect(await told()).toEqual([
      'organizations/loop: file-unreadable SYMBOLIC_LINK',
      'organizations/so: file-unreadable SYMBOLIC_LINK',
    ]);
    await rm(outside, { recursive: true });
  });

  it('to what is none of ours are passed over', async () => {
    await put('README.md', 'x');
    await symlink('README.md', join(root, 'LIESMICH.md'));
    expect(await told()).toEqual([]);
  });
});

describe('what is no file, or may not be read', () => {
  it('a folder with the name of a file holds files all the same', async () => {
    await put('organizations/so.yaml/soa.yaml', start);
    expect(await told()).toEqual([]);
  });

  it('a socket is refused, not waited for', async () => {
    const server = createServer().listen(join(root, 'organizations/soa.yaml'));
    await once(server, 'listening');
    expect(await told()).toEqual(['organizations/soa.yaml: file-unreadable NOT_A_FILE']);
    await new Promise((closed) => server.close(closed));
  });

  it.each([
    ['a link', (file: string) => symlink('/etc/hostname', file), 'SYMBOLIC_LINK'],
    ['a pipe, which is not waited for', (file: string) => run('mkfifo', [file]), 'NOT_A_FILE'],
    ['a folder', (file: string) => mkdir(file), 'NOT_A_FILE'],
    ['nothing', async () => {}, 'ENOENT'],
  ])('what was a file when it was listed, and is %s by now', async (_what, put, reason) => {
    const { files } = await listDirectory(root);
    const found = files.find(({ path }) => path === 'policy.yaml');
    expect(found?.isPlain).toBe(true);
    await rm(found?.file ?? '');
    await put(found?.file ?? '');
    expect(found && readListed(found)).toMatchObject({
      problem: { code: 'file-unreadable', args: { reason } },
    });
  });

  it('a file without permission', async () => {
    await chmod(await put('organizations/soa.yaml', start), 0);
    expect(await asNobody(told)).toEqual(['organizations/soa.yaml: file-unreadable EACCES']);
  });

  it('a folder without permission hides only what is in it', async () => {
    await put('organizations/so/soa.yaml', start);
    await chmod(join(root, 'organizations/so'), 0);
    expect(await asNobody(told)).toEqual(['organizations/so: file-unreadable EACCES']);
    await chmod(join(root, 'organizations/so'), 0o755);
  });

  it('a file too large is not read into memory', async () => {
    await put('organizations/soa.yaml', Buffer.alloc(16_000_001, '# x\n'));
    expect(await told()).toEqual(['organizations/soa.yaml: file-too-large ']);
  });

  it('no directory at all', async () => {
    await expect(readDirectoryFiles(join(root, 'missing'))).rejects.toMatchObject({
      code: 'directory-unreadable',
    });
    await expect(readDirectoryFiles(join(root, 'policy.yaml'))).rejects.toMatchObject({
      code: 'directory-unreadable',
    });
  });
});

it('an unreadable organization is unreadable, not vanished, and an unreadable policy not missing', async () => {
  await put('organizations/soa.yaml', Buffer.from([0xff, 0xfe, 0x69, 0x00]));
  await put('policy.yaml', Buffer.from([0xff, 0xfe, 0x69, 0x00]));
  const { files, unreadable, problems } = await readDirectoryFiles(root);
  expect(parseDirectory(files, 'policy.yaml', unreadable)).toEqual({ directory: undefined, problems: [] });
  expect(problems).toHaveLength(2);
  await put('policy.yaml', policyText);
  const again = await readDirectoryFiles(root);
  const { directory } = parseDirectory(again.files, 'policy.yaml', again.unreadable);
  expect(directory?.unreadable.map(({ id }) => id)).toEqual(['soa']);
});
