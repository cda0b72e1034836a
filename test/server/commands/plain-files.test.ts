/** What stands where policy.yaml should: a FIFO, a device, a link, gigabytes; each command says it in one line and ends. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlainFile } from '../../../src/files/read-plain-file.ts';
import { readPolicy } from '../../../src/run/policy.ts';
import { runDanhba } from '../../support/child.ts';
import { told } from '../../support/told.ts';

const run = promisify(execFile);
let root = '';
let policy = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-plain-'));
  policy = join(root, 'policy.yaml');
  await mkdir(join(root, 'organizations'));
  await cp(join(import.meta.dirname, '../../../directory/calendar'), join(root, 'calendar'), {
    recursive: true,
  });
});

afterEach(() => rm(root, { recursive: true, force: true }));

const sample = join(import.meta.dirname, '../../../directory/policy.yaml');
const gigabytes = 3 * 2 ** 30;

/** Takes no room on the disk. */
async function makeSparse(file: string, size: number): Promise<void> {
  const handle = await open(file, 'w');
  await handle.truncate(size);
  await handle.close();
}

const stands = {
  'a FIFO nobody writes to': async () => {
    await run('mkfifo', [policy]);
  },
  'a directory': async () => {
    await mkdir(policy);
  },
  'a link to a good policy': () => symlink(sample, policy),
  'a link to a device': () => symlink('/dev/zero', policy),
  gigabytes: () => makeSparse(policy, gigabytes),
} as const;

const oneLine = /^danhba: \[policy-unusable\] [^\n]*policy\.yaml: [^\n]+\n {3}= [^\n]+\n$/;

describe.each(Object.entries(stands))('%s', (_what, put) => {
  it('is told by the policy’s own readers in one line', async () => {
    await put();
    expect(await told(readPolicy(root, 'en'))).toEqual({
      code: 'policy-unusable',
      message: expect.stringMatching(/^[^\n]*policy\.yaml: [^\n]+$/),
      hint: 'danhba check',
    });
  });
});

describe('a FIFO is waited for by no command', () => {
  const nobody = {
    DANHBA_LDAP_URL: 'ldap://127.0.0.1:1',
    DANHBA_LDAP_BIND_DN: 'cn=x',
    DANHBA_LDAP_PASSWORD: 'x',
  };
  const danhba = async (...args: readonly string[]) => {
    await run('mkfifo', [policy]);
    return await runDanhba([...args, '--directory', root], { environment: nobody, cwd: root });
  };

  it.each([
    [['apply']],
    [['reconcile']],
    [['name', 'person', 'Nguyễn Văn An', '--suffix', 'sotttt']],
    [['demo']],
  ])('%s', async (args) => {
    const { code, out, err } = await danhba(...args);
    expect(err).toMatch(oneLine);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });

  it.each([
    [['check']],
    [['codeowners', '--check']],
    [['deadline', '--from', '2027-05-04', '--working-days', '3']],
  ])('%s', async (args) => {
    const { code, out, err } = await danhba(...args);
    expect(out + err).toContain('policy.yaml:1:1: lỗi [file-unreadable] Không đọc được tệp: không phải tệp');
    expect(out + err).not.toContain('policy-missing');
    expect(code).toBe(1);
  });

  it('a policy that is not there is told as missing', async () => {
    expect((await told(readPolicy(root, 'vi'))).message).toContain('Thiếu tệp');
  });
});

describe('a plain file', () => {
  it('is read whole, empty or longer than its size tells', async () => {
    await writeFile(policy, 'một hai');
    expect(await readPlainFile(policy, 100)).toEqual({ bytes: Buffer.from('một hai') });
    await writeFile(policy, '');
    expect(await readPlainFile(policy, 100)).toEqual({ bytes: Buffer.alloc(0) });
    // The kernel's files have no size.
    const found = await readPlainFile('/proc/self/status', 1_000_000);
    expect('bytes' in found && found.bytes.toString()).toContain('Pid:');
  });

  it('has as many octets as are allowed, and not one more', async () => {
    await writeFile(policy, Buffer.alloc(100));
    expect(await readPlainFile(policy, 100)).toEqual({ bytes: Buffer.alloc(100) });
    expect(await readPlainFile(policy, 99)).toEqual({ tooLarge: 100 });
    expect(await readPlainFile('/proc/self/status', 10)).toEqual({ tooLarge: 11 });
  });

  it('is no socket and no device', async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(policy, listening));
    expect(await readPlainFile(policy, 100)).toEqual({ refusal: 'NOT_A_FILE' });
    await new Promise((closed) => server.close(closed));
    expect(await readPlainFile('/dev/zero', 100)).toEqual({ refusal: 'NOT_A_FILE' });
  });
});
