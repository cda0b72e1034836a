// The launchers of Dovecot and Postfix, and the lab with all three: side by side, nothing left behind, no secret shown.

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startDovecot } from '../../../servers/launch/dovecot.ts';
import { findFreePort } from '../../../servers/launch/port.ts';
import { startPostfix } from '../../../servers/launch/postfix.ts';
import { startSlapd } from '../../../servers/launch/slapd.ts';
import { addPerson, deliver, readMailbox, startMailServers, until } from '../../support/mail.ts';
import { openImap, openSmtp } from '../../support/mail-clients.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let folder: string;
let stops: (() => Promise<unknown>)[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-test-'));
  stops = [() => rm(folder, { recursive: true, force: true })];
});
afterEach(async () => {
  for (const stop of stops.reverse()) await stop();
});

function keep<T extends { stop(): Promise<void> }>(server: T): T {
  stops.push(() => server.stop());
  return server;
}

/** Command lines of the processes that name this folder. */
async function processesOf(directory: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.filter((line) => line.includes(directory));
}

/** The sockets that listen there, on whatever address: a port by itself may be another test's by now. */
async function listenersOn(...ports: readonly number[]): Promise<string[]> {
  const asked = new Set(ports.map((port) => port.toString(16).toUpperCase().padStart(4, '0')));
  const lines = (await readFile('/proc/net/tcp', 'utf8')).trim().split('\n').slice(1);
  const sockets = lines.map((line) => line.trim().split(/\s+/));
  // 0A: LISTEN.
  return sockets.flatMap(([, local, , state, , , , , , inode = '']) =>
    asked.has(local?.split(':')[1] ?? '') && state === '0A' ? [inode] : [],
  );
}

test('several at once know nothing of each other, and stopping leaves nothing', async () => {
  const stacks = (await Promise.all([1, 2, 3].map(() => startMailServers()))).map(keep);
  const ports = stacks.flatMap(({ dovecot, postfix }) =>
    Object.values({ ...dovecot.ports, ...postfix.ports }),
  );
  expect(new Set(ports).size).toBe(27);
  const listeners = await listenersOn(...ports);
  expect(listeners.length).toBeGreaterThanOrEqual(ports.length);
  await Promise.all(
    stacks.map(async (stack, i) => {
      const user = await addPerson(stack, 'LC-000001', 'annv.sotttt');
      expect(await deliver(stack, user, `Subject: stack ${i}\n\nx\n`)).toMatch(/^250 /);
      const messages = await readMailbox(stack, user, 'INBOX', 1);
      expect(messages.map((text) => /^Subject: (.*)$/m.exec(text)?.[1])).toEqual([`stack ${i}`]);
    }),
  );
  for (const { dovecot, postfix, stop } of stacks) {
    await stop();
    for (const server of [dovecot, postfix]) {
      await server.exited;
      await server.stop();
      expect(existsSync(server.directory)).toBe(false);
      expect(await processesOf(server.directory)).toEqual([]);
    }
  }
  const left = await listenersOn(...ports);
  expect(left.filter((one) => listeners.includes(one))).toEqual([]);
});

test('secrets are in files that only the servers can read, and on no command line', async () => {
  const { slapd, dovecot, postfix } = keep(await startMailServers());
  const mailserver = await readFile(slapd.mailserver.passwordFile, 'utf8');
  const apiKey = await readFile(dovecot.apiKeyFile, 'utf8');
  expect(apiKey).toMatch(/^[\w-]{32}$/);
  expect((await stat(dovecot.apiKeyFile)).mode & 0o777).toBe(0o600);
  for (const directory of [dovecot.directory, postfix.directory]) {
    expect((await processesOf(directory)).length).toBeGreaterThan(0);
    for (const line of await processesOf(directory)) {
      expect(line).not.toContain(apiKey);
      expect(line).not.toContain(mailserver);
    }
    for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const text = await readFile(file, 'utf8');
      if (!text.includes(apiKey) && !text.includes(mailserver)) continue;
      expect((await stat(file)).mode & 0o007, file).toBe(0);
      expect(file).not.toMatch(/\.log$/);
    }
  }
});

test('the HTTP API of doveadm serves whoever has the key, and nobody else', async () => {
  const slapd = keep(await startSlapd());
  const { doveadmUrl, apiKeyFile } = keep(await startDovecot({ slapd }));
  const ask = (key: string) =>
    fetch(doveadmUrl, { headers: { authorization: `X-Dovecot-API ${Buffer.from(key).toString('base64')}` } });
  expect((await ask(await readFile(apiKeyFile, 'utf8'))).status).toBe(200);
  expect((await ask('wrong')).status).toBe(401);
  expect((await fetch(doveadmUrl)).status).toBe(401);
});

test('no process of Dovecot is root’s', async () => {
  const slapd = keep(await startSlapd());
  const { directory } = keep(await startDovecot({ slapd }));
  const pid = (await readFile(join(directory, 'run/master.pid'), 'utf8')).trim();
  const pids = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ');
  // One that has done its work may end while we look.
  const status = await Promise.all(
    [pid, ...pids].map((each) => readFile(`/proc/${each}/status`, 'utf8').catch(() => '')),
  );
  const users = status.filter((text) => text !== '').map((text) => Number(/^Uid:\s+(\d+)/m.exec(text)?.[1]));
  expect(users.length).toBeGreaterThan(2);
  expect(users).not.toContain(0);
});

test('ports that were taken meanwhile are replaced', async () => {
  const blocker = createServer();
  await new Promise<void>((done) => blocker.listen(0, '127.0.0.1', done));
  stops.push(async () => blocker.close());
  const blocked = (blocker.address() as { port: number }).port;
  const blockedOnce = (calls: number) => async () => (calls-- === 1 ? blocked : findFreePort());

  const slapd = keep(await startSlapd());
  const dovecot = keep(await startDovecot({ slapd }, blockedOnce(3)));
  const postfix = keep(await startPostfix({ slapd, dovecot }, blockedOnce(1)));
  const imap = await openImap(dovecot.ports.imap);
  expect((await imap.command('CAPABILITY')).status).toBe('OK');
  imap.close();
  const smtp = await openSmtp(postfix.ports.smtp);
  expect(await smtp.command('NOOP')).toMatch(/^250 /);
  smtp.close();
});

test('given folders keep the mail and the queue', async () => {
  const at = {
    slapd: { directory: join(folder, 's') },
    dovecot: { directory: join(folder, 'd') },
    postfix: { directory: join(folder, 'p') },
  };
  await chmodForAll(folder);
  const first = await startMailServers(at);
  stops.push(first.stop);
  const user = await addPerson(first, 'LC-000001', 'annv.sotttt');
  await deliver(first, user, 'Subject: kept\n\nx\n');
  expect(await readMailbox(first, user, 'INBOX', 1)).toHaveLength(1);
  // The mail server is away: Postfix keeps what comes.
  await first.dovecot.stop();
  expect(await deliver(first, user, 'Subject: queued\n\nx\n')).toMatch(/^250 /);
  const key = await readFile(first.dovecot.apiKeyFile, 'utf8');
  await first.stop();

  const second = keep(await startMailServers(at));
  expect(await readFile(second.dovecot.apiKeyFile, 'utf8')).toBe(key);
  // Instead of the five minutes until the next attempt.
  await promisify(execFile)('/usr/sbin/postfix', ['-c', join(second.postfix.directory, 'etc'), 'flush']);
  const messages = await readMailbox(second, user, 'INBOX', 2);
  expect(messages.map((text) => /^Subject: (.*)$/m.exec(text)?.[1]).sort()).toEqual(['kept', 'queued']);
});

async function chmodForAll(path: string): Promise<void> {
  await chmod(path, 0o755); // mkdtemp's folders are closed to other users
}

test('what cannot be is refused with words', async () => {
  const slapd = keep(await startSlapd());
  await expect(startDovecot({ slapd, directory: join(folder, 'phòng thử') })).rejects.toThrow(
    /without spaces/,
  );
  await expect(startDovecot({ slapd, directory: `${folder}/${'x'.repeat(60)}` })).rejects.toThrow(/at most/);
  await expect(startDovecot({ slapd, changeUrl: 'https://x.vn/a,b' })).rejects.toThrow(/change page/);
  await expect(startDovecot({ slapd, changeUrl: 'http://x.vn/' })).rejects.toThrow(/change page/);
  await writeFile(join(folder, 'thesis.txt'), 'years of work');
  await expect(startDovecot({ slapd, directory: folder })).rejects.toThrow(/not empty/);
  // mkdtemp's folder is closed to the user dovecot.
  await expect(startDovecot({ slapd, directory: join(folder, 'inside') })).rejects.toThrow(/cannot get to/);
});

interface Lab {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
}

function startLab(command: string, ...args: string[]): Lab {
  const child = spawn(command, args, { cwd: root });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  stops.push(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return { process: child, ended, output: () => output };
}

async function readEnvironment(file: string): Promise<Record<string, string>> {
  expect(await until(async () => existsSync(file))).toBe(true);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
}

const lab = 'servers/launch/lab.ts';

test.each([
  ['SIGTERM', 0],
  ['SIGINT', 0],
  ['SIGKILL', null],
] as const)(
  'the lab starts all three and tells where they are; %s leaves nothing behind',
  async (signal, code) => {
    const file = join(folder, 'lab.env');
    const running = startLab(process.execPath, '--', lab, '--env-file', file);
    const environment = await readEnvironment(file);
    expect(Object.keys(environment)).toEqual([
      'DANHBA_LDAP_URL',
      'DANHBA_LDAP_BIND_DN',
      'DANHBA_LDAP_PASSWORD_FILE',
      'LAB_PASSWORD_PAGE_URL',
      'DANHBA_DOVEADM_URL',
      'DANHBA_DOVEADM_API_KEY_FILE',
      'LAB_IMAP_PORT',
      'LAB_POP3_PORT',
      'LAB_SUBMISSION_PORT',
      'LAB_SIEVE_PORT',
      'LAB_LMTP_PORT',
      'LAB_SMTP_PORT',
    ]);
    const page = environment.LAB_PASSWORD_PAGE_URL ?? '';
    expect(await (await fetch(`${page}health`)).text()).toBe('ok\n');
    const imap = await openImap(Number(environment.LAB_IMAP_PORT));
    expect((await imap.login('nobody@laichau.gov.vn', 'x')).status).toBe('NO');
    imap.close();
    const smtp = await openSmtp(Number(environment.LAB_SMTP_PORT));
    expect(await smtp.send('x@outside.test', 'friend@outside.test', 'Subject: x\n\nx\n')).toMatch(/^554 /);
    smtp.close();

    const { LAB_IMAP_PORT, LAB_SMTP_PORT } = environment;
    const ports = [LAB_IMAP_PORT, LAB_SMTP_PORT, new URL(page).port].map(Number);
    const listeners = await listenersOn(...ports);
    expect(listeners.length).toBeGreaterThanOrEqual(ports.length);
    running.process.kill(signal);
    expect(await running.ended).toBe(code);
    const directory = join(environment.DANHBA_DOVEADM_API_KEY_FILE ?? '', '..');
    expect(await until(async () => !existsSync(directory))).toBe(true);
    const isSilent = async () => (await listenersOn(...ports)).every((one) => !listeners.includes(one));
    expect(await until(isSilent)).toBe(true);
  },
);

test('the lab ends with an error when one of its servers dies', async () => {
  const file = join(folder, 'lab.env');
  const running = startLab(process.execPath, '--', lab, '--env-file', file);
  const { DANHBA_DOVEADM_API_KEY_FILE: keyFile = '' } = await readEnvironment(file);
  process.kill(Number(await readFile(join(keyFile, '../run/master.pid'), 'utf8')), 'SIGKILL');
  expect(await running.ended).toBe(1);
  expect(running.output()).toMatch(/dovecot .*ended unexpectedly/);
});

test('without root the lab has slapd and Dovecot, and says what is missing', async () => {
  await chmodForAll(folder);
  await chown(folder, 65_534, 65_534);
  const file = join(folder, 'lab.env');
  const as = ['--reuid=65534', '--regid=65534', '--clear-groups', '--'];
  const running = startLab('/usr/bin/setpriv', ...as, process.execPath, '--', lab, '--env-file', file);
  const environment = await readEnvironment(file);
  expect(environment).toHaveProperty('LAB_LMTP_PORT');
  expect(environment).not.toHaveProperty('LAB_SMTP_PORT');
  expect(running.output()).toMatch(/No Postfix: it needs root/);
  running.process.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  expect(existsSync(join(environment.DANHBA_DOVEADM_API_KEY_FILE ?? '', '..'))).toBe(false);
});

test('Postfix without root says so and does not start', async () => {
  const script = `import { startPostfix } from '${root}servers/launch/postfix.ts';
    await startPostfix({}).catch((error) => console.log(error.message));`;
  const as = ['--reuid=65534', '--regid=65534', '--clear-groups', '--'];
  const running = startLab('/usr/bin/setpriv', ...as, process.execPath, '--input-type=module', '-e', script);
  expect(await running.ended).toBe(0);
  expect(running.output()).toMatch(/Postfix cần quyền root \/ Postfix needs root/);
});

test('--dir keeps mail and queue beside the entries, from one lab to the next', async () => {
  await chmodForAll(folder);
  const data = join(folder, 'data');
  const file = join(folder, 'lab.env');
  const keys: string[] = [];
  for (let time = 1; time <= 2; time++) {
    const running = startLab(process.execPath, '--', lab, '--env-file', file, '--dir', data);
    const environment = await readEnvironment(file);
    expect(environment.DANHBA_DOVEADM_API_KEY_FILE).toBe(join(data, 'dovecot/api-key'));
    keys.push(await readFile(join(data, 'dovecot/api-key'), 'utf8'));
    expect(existsSync(join(data, 'postfix/spool'))).toBe(true);
    running.process.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(existsSync(file)).toBe(false);
  }
  expect(keys[0]).toBe(keys[1]);
});
