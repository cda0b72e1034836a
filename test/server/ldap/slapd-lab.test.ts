// `npm run lab` as its users run it: a process of its own that is ready when the environment file is there.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, watch } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'ldapts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually, organizationEntry, processExists, readPid } from '../../support/slapd-fixture.ts';

interface Lab {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
  errors(): string;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
let folder: string;
let envFile: string;
let labs: Lab[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-test-'));
  envFile = join(folder, 'lab.env');
  labs = [];
});
afterEach(async () => {
  for (const lab of labs) {
    lab.process.kill('SIGTERM');
    await lab.ended;
  }
  await rm(folder, { recursive: true, force: true });
});

function startLab(...args: string[]): Lab {
  const child = spawn(process.execPath, ['--', 'servers/launch/lab.ts', '--only', 'slapd', ...args], {
    cwd: root,
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const lab = { process: child, ended, output: () => output, errors: () => errors };
  labs.push(lab);
  return lab;
}

async function readEnvironment(): Promise<Record<string, string>> {
  const lines = (await readFile(envFile, 'utf8')).trimEnd().split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
}

async function login(environment: Record<string, string>): Promise<Client> {
  const client = new Client({ url: environment.DANHBA_LDAP_URL! });
  const password = await readFile(environment.DANHBA_LDAP_PASSWORD_FILE!, 'utf8');
  await client.bind(environment.DANHBA_LDAP_BIND_DN!, password);
  return client;
}

const instanceOf = (environment: Record<string, string>) =>
  dirname(dirname(environment.DANHBA_LDAP_PASSWORD_FILE!));

test('the environment file comes last, whole, and leads to a working server', async () => {
  const seen = new Set<string>();
  const watcher = watch(folder, (_, name) => seen.add(String(name)));
  const lab = startLab('--env-file', envFile, '--base-dn', 'dc=thu,dc=vn');
  expect(await eventually(() => existsSync(envFile))).toBe(true);
  const whole = await readFile(envFile, 'utf8'); // at once: it must not grow afterwards
  const client = await login(await readEnvironment());
  expect(Object.keys(await readEnvironment())).toEqual([
    'DANHBA_LDAP_URL',
    'DANHBA_LDAP_BIND_DN',
    'DANHBA_LDAP_PASSWORD_FILE',
  ]);
  const dn = 'ou=x,ou=organizations,dc=thu,dc=vn';
  await client.add(dn, organizationEntry('x', { mail: 'x@thu.vn', danhbaAddress: 'x@thu.vn' }));
  await client.unbind();

  // Under the file's own name nothing was ever written, only moved there.
  expect(await eventually(() => seen.has('lab.env'))).toBe(true);
  watcher.close();
  expect([...seen].some((name) => name.endsWith('.part'))).toBe(true);

  lab.process.kill('SIGTERM');
  expect(await lab.ended).toBe(0);
  expect(lab.output()).toBe(whole);
  expect(lab.errors()).toContain(`set -a; . ${envFile}; set +a`);
  expect(lab.errors()).toContain('npm run -s danhba -- plan');
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s leaves nothing behind', async (signal) => {
  const lab = startLab('--env-file', envFile);
  expect(await eventually(() => existsSync(envFile))).toBe(true);
  const instance = instanceOf(await readEnvironment());
  const pid = await readPid(instance);
  lab.process.kill(signal);
  expect(await lab.ended).toBe(0);
  expect(processExists(pid)).toBe(false);
  expect(existsSync(instance)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

test('SIGTERM during the start leaves nothing behind either', async () => {
  const lab = startLab('--env-file', envFile, '--dir', join(folder, 'data'));
  expect(await eventually(() => existsSync(join(folder, 'data/instance.json')))).toBe(true);
  lab.process.kill('SIGTERM');
  expect(await lab.ended).toBe(0);
  expect(existsSync(envFile)).toBe(false);
  expect(existsSync(join(folder, 'data/run/slapd.pid'))).toBe(false);
});

test('SIGKILL of the lab stops the server and removes its folder', async () => {
  const lab = startLab('--env-file', envFile);
  expect(await eventually(() => existsSync(envFile))).toBe(true);
  const instance = instanceOf(await readEnvironment());
  const pid = await readPid(instance);
  lab.process.kill('SIGKILL');
  await lab.ended;
  expect(await eventually(() => !processExists(pid))).toBe(true);
  expect(await eventually(() => !existsSync(instance))).toBe(true);
});

test('--dir keeps the data from one lab to the next', async () => {
  const data = join(folder, 'data');
  const base = 'dc=thu,dc=vn';
  const first = startLab('--env-file', envFile, '--dir', data, '--base-dn', base);
  expect(await eventually(() => existsSync(envFile))).toBe(true);
  const client = await login(await readEnvironment());
  const entry = organizationEntry('x', { mail: 'x@thu.vn', danhbaAddress: 'x@thu.vn' });
  await client.add(`ou=x,ou=organizations,${base}`, entry);
  await client.unbind();

  const rival = startLab('--dir', data, '--base-dn', base);
  expect(await rival.ended).toBe(1);
  expect(rival.errors()).toMatch(/in use by process/);

  first.process.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(existsSync(envFile)).toBe(false);

  startLab('--env-file', envFile, '--dir', data, '--base-dn', base);
  expect(await eventually(() => existsSync(envFile))).toBe(true);
  const again = await login(await readEnvironment());
  const { searchEntries } = await again.search(base, { filter: '(danhbaKey=organization:x)' });
  await again.unbind();
  expect(searchEntries).toHaveLength(1);
});

test('an environment file of an earlier lab is not taken for a ready one', async () => {
  await writeFile(envFile, 'DANHBA_LDAP_URL=ldap://127.0.0.1:1\n');
  startLab('--env-file', envFile);
  expect(await eventually(() => !existsSync(envFile))).toBe(true);
  expect(await eventually(() => existsSync(envFile))).toBe(true);
  await (await login(await readEnvironment())).unbind();
});

test.each([
  ['SIGKILL', 'killed, by somebody or for want of memory'],
  ['SIGSEGV', 'a fault of its own'],
] as const)('the lab ends with an error that tells why when its server dies of %s', async (signal, why) => {
  const lab = startLab('--env-file', envFile);
  expect(await eventually(() => existsSync(envFile))).toBe(true);
  process.kill(await readPid(instanceOf(await readEnvironment())), signal);
  expect(await lab.ended).toBe(1);
  expect(lab.errors()).toMatch(/slapd ended unexpectedly at \d\d:\d\d:\d\d/);
  expect(lab.errors()).toContain(`(${signal}: ${why})`);
  expect(lab.errors()).toContain('dmesg | grep slapd');
  // How to start it is not the question.
  expect(lab.errors()).not.toContain('--env-file FILE');
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  [['--frob'], /--frob/],
  [['stray'], /stray/],
  [['--dir'], /--dir/],
  [['--base-dn', ''], /--base-dn/],
  [['--base-dn', 'o=x'], /dc=…/],
  [['--env-file', '/no/such/folder/lab.env'], /no such folder/],
])('refused: %j', async (args, words) => {
  const lab = startLab(...args);
  expect(await lab.ended).toBe(1);
  expect(lab.output()).toBe('');
  expect(lab.errors()).toMatch(words);
});
