// The launcher: private instances side by side, data that stays when asked, no server that outlives its starter.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import {
  bindResult,
  code,
  connect,
  eventually,
  goodPassword,
  organizationDn,
  organizationEntry,
  personDn,
  personEntry,
  processExists,
  readPid,
  serveAgain,
} from '../../support/slapd-fixture.ts';

const running: Slapd[] = [];
const folders: string[] = [];

async function start(...args: Parameters<typeof startSlapd>): Promise<Slapd> {
  const slapd = await startSlapd(...args);
  running.push(slapd);
  return slapd;
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'danhba-test-'));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const slapd of running.splice(0)) await slapd.stop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

test('eight instances start in parallel and know nothing of each other', async () => {
  const instances = await Promise.all(Array.from({ length: 8 }, () => start()));
  expect(new Set(instances.map(({ url }) => url)).size).toBe(8);
  await Promise.all(
    instances.map(async (slapd, i) => {
      const client = await connect(slapd, slapd.reconciler);
      await client.add(organizationDn(slapd, `so${i}`), organizationEntry(`so${i}`));
      const { searchEntries } = await client.search(slapd.baseDn, { filter: '(danhbaKey=*)' });
      expect(searchEntries.map(({ ou }) => ou)).toEqual([`so${i}`]);
    }),
  );
  const passwords = await Promise.all(instances.map(({ root }) => readFile(root.passwordFile, 'utf8')));
  expect(new Set(passwords).size).toBe(8);
});

test('data from before an index is found by it: what is kept is indexed again', async () => {
  const directory = await makeFolder();
  const before = await start({ directory });
  await before.stop();
  const configuration = join(directory, 'slapd.conf');
  const text = await readFile(configuration, 'utf8');
  await writeFile(configuration, text.replace(/^index (mail eq,sub|cn|sn).*\n/gm, ''));
  await writeFile(join(directory, 'loaded'), '');
  const served = await serveAgain(before);
  const reconciler = await connect(before, before.reconciler);
  await reconciler.add(personDn(before, 'LC-000001'), personEntry('LC-000001'));
  await served.stop();
  const client = await connect(await start({ directory }), before.planner);
  for (const filter of ['(cn=*văn*)', '(cn~=nguyen)', '(mail=lc-*)']) {
    expect((await client.search(before.baseDn, { filter })).searchEntries, filter).toHaveLength(1);
  }
});

test('stopping leaves neither a process nor a folder, and may be repeated', async () => {
  const slapd = await start();
  const pid = await readPid(slapd.directory);
  expect(processExists(pid)).toBe(true);
  await slapd.stop();
  expect(processExists(pid)).toBe(false);
  expect(existsSync(slapd.directory)).toBe(false);
  await slapd.exited;
  await slapd.stop();
});

test('secrets are in files for the owner alone, and on no command line', async () => {
  const slapd = await start();
  const secrets: string[] = [];
  for (const { passwordFile } of [slapd.root, slapd.planner, slapd.reconciler, slapd.mailserver]) {
    expect((await stat(passwordFile)).mode & 0o777).toBe(0o600);
    const secret = await readFile(passwordFile, 'utf8');
    expect(secret).toMatch(/^[\w-]{32}$/);
    secrets.push(secret);
  }
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  expect(lines.some((line) => line.includes(slapd.directory))).toBe(true);
  for (const secret of secrets) expect(lines.filter((line) => line.includes(secret))).toEqual([]);
  const files = ['slapd.conf', 'acl.conf', 'slapd.log', 'run/slapd.args'];
  for (const file of files) {
    const text = await readFile(join(slapd.directory, file), 'utf8');
    for (const secret of secrets) expect(text, file).not.toContain(secret);
  }
});

test('the server does not run as root when the folder can be reached by another user', async () => {
  const slapd = await start();
  const status = await readFile(`/proc/${await readPid(slapd.directory)}/status`, 'utf8');
  expect(Number(/^Uid:\s+(\d+)/m.exec(status)?.[1])).not.toBe(0);
});

test('a port taken meanwhile, even by another slapd, is not mistaken for ours', async () => {
  const other = await start();
  const silent: Socket[] = [];
  const blocker = createServer((socket) => silent.push(socket)); // accepts, and never answers
  const blocked = await new Promise<number>((resolve) =>
    blocker.listen(0, '127.0.0.1', () => resolve((blocker.address() as { port: number }).port)),
  );
  const free = createServer();
  const freePort = await new Promise<number>((resolve) =>
    free.listen(0, '127.0.0.1', () => resolve((free.address() as { port: number }).port)),
  );
  await new Promise((resolve) => free.close(resolve));

  const ports = [Number(new URL(other.url).port), blocked, freePort];
  const slapd = await start({}, async () => ports.shift()!);
  for (const socket of silent) socket.destroy();
  await new Promise((resolve) => blocker.close(resolve));
  expect(slapd.url).toBe(`ldap://127.0.0.1:${freePort}`);
  expect(await bindResult(slapd, slapd.root.dn, await readFile(slapd.root.passwordFile, 'utf8'))).toBe(
    code.success,
  );
});

test('a given folder keeps data and passwords; its name may contain a space', async () => {
  const directory = join(await makeFolder(), 'phòng thử');
  const first = await start({ directory });
  const client = await connect(first, first.reconciler);
  await client.add(organizationDn(first, 'sotttt'), organizationEntry('sotttt'));
  const password = await readFile(first.reconciler.passwordFile, 'utf8');
  await expect(startSlapd({ directory })).rejects.toThrow(/in use by process/);
  await first.stop();

  const second = await start({ directory });
  expect(await readFile(second.reconciler.passwordFile, 'utf8')).toBe(password);
  const again = await connect(second, second.planner);
  const { searchEntries } = await again.search(second.baseDn, { filter: '(danhbaKey=organization:sotttt)' });
  expect(searchEntries).toHaveLength(1);
});

test('a folder that stays holds hashes as slow as shipped; those that go with their server are light', async () => {
  const hashesOf = async (slapd: Slapd) => {
    const client = await connect(slapd, slapd.reconciler);
    const dn = personDn(slapd, 'LC-000001');
    await client.add(dn, { ...personEntry('LC-000001'), userPassword: goodPassword });
    expect(await bindResult(slapd, dn, goodPassword)).toBe(code.success);
    const root = await connect(slapd, slapd.root);
    const { searchEntries } = await root.search(dn, { scope: 'base', attributes: ['userPassword'] });
    return String(searchEntries[0]?.userPassword);
  };
  expect(await hashesOf(await start({ directory: await makeFolder() }))).toMatch(
    /^\{ARGON2\}\$argon2i\$v=19\$m=4096,t=3,p=1\$/,
  );
  expect(await hashesOf(await start())).toMatch(/^\{ARGON2\}\$argon2i\$v=19\$m=8,t=1,p=1\$/);
});

test('a folder whose first start was interrupted, or whose machine was killed, starts again', async () => {
  const directory = await makeFolder();
  const first = await start({ directory });
  const planner = await readFile(first.planner.passwordFile, 'utf8');
  await first.stop();
  await rm(join(directory, 'loaded'));
  await writeFile(first.mailserver.passwordFile, '');
  await writeFile(join(directory, 'run/slapd.pid'), `${process.pid}\n`);

  const second = await start({ directory });
  expect(await bindResult(second, second.planner.dn, planner)).toBe(code.success);
  const mailserver = await readFile(second.mailserver.passwordFile, 'utf8');
  expect(await bindResult(second, second.mailserver.dn, mailserver)).toBe(code.success);
});

test('a folder that holds something else is left alone', async () => {
  const directory = await makeFolder();
  await writeFile(join(directory, 'thesis.txt'), 'years of work');
  await expect(startSlapd({ directory })).rejects.toThrow(/not empty/);
  expect(await readdir(directory)).toEqual(['thesis.txt']);

  const other = await makeFolder();
  await (await start({ directory: other, baseDn: 'dc=one,dc=vn' })).stop();
  await expect(startSlapd({ directory: other, baseDn: 'dc=two,dc=vn' })).rejects.toThrow(/another tree/);
});

test.each([[{ baseDn: 'o=laichau' }], [{ baseDn: 'dc=x\nrootpw secret' }], [{ domain: 'lai chau' }]])(
  'wrong options are refused: %j',
  async (options) => {
    await expect(startSlapd(options)).rejects.toThrow(/dc=…|mail domain/);
  },
);

test('a configuration that slapd refuses is reported in its own words', async () => {
  // A temporary folder of its own: others run beside this test and leave theirs meanwhile.
  const [folder, shared] = [await mkdtemp(join(tmpdir(), 'danhba-test-')), process.env.TMPDIR];
  process.env.TMPDIR = folder;
  try {
    await expect(startSlapd({ maxSize: 1 })).rejects.toThrow(/slapadd: .+/);
    expect(await readdir(folder)).toEqual([]);
  } finally {
    if (shared === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = shared;
    await rm(folder, { recursive: true });
  }
});

test('a killed starter takes the server and the temporary folder with it', async () => {
  const launcher = fileURLToPath(new URL('../../../servers/launch/slapd.ts', import.meta.url));
  const program = `
    const { startSlapd } = await import(${JSON.stringify(launcher)});
    console.log((await startSlapd()).directory);
  `;
  const starter = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const directory = await new Promise<string>((resolve) =>
    starter.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
  );
  const pid = await readPid(directory);
  expect(processExists(pid)).toBe(true);
  starter.kill('SIGKILL');
  expect(await eventually(() => !processExists(pid))).toBe(true);
  expect(await eventually(() => !existsSync(directory))).toBe(true);
});

test('a server that dies by itself is noticed', async () => {
  const slapd = await start();
  process.kill(await readPid(slapd.directory), 'SIGKILL');
  await slapd.exited;
  await slapd.stop();
  expect(existsSync(slapd.directory)).toBe(false);
});
