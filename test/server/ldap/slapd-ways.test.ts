// The lock before libltdl on every way a slapd is started: by slapd.conf, cn=config, and Debian's script as the README
// says. (The launcher, the embedded server and the image run the same crowd in the contract suite.)

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client } from 'ldapts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findFreePort } from '../../../servers/launch/port.ts';
import { type Slapd, slapdCommand, startSlapd } from '../../../servers/launch/slapd.ts';
import { type Supervised, startSupervised } from '../../../servers/launch/supervised.ts';
import { askForWeakPasswords, crowd } from '../../contract/crowd-contract.ts';
import { code, connect, personEntry, serveAgain } from '../../support/slapd-fixture.ts';

const run = promisify(execFile);
const program = '/usr/sbin/slapd';
const root = fileURLToPath(new URL('../../../', import.meta.url));

let folder: string;
let running: Supervised | undefined;

beforeEach(async () => {
  running = undefined;
  folder = await mkdtemp(join('/var/tmp', 'danhba-ways-')); // slapd's own user can get there
  await chmod(folder, 0o755);
});
afterEach(async () => {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** An instance that is not served, with some people in it. */
async function prepare(): Promise<Slapd> {
  const slapd = await startSlapd({ directory: join(folder, 'instance') });
  const reconciler = await connect(slapd, slapd.reconciler);
  for (let i = 1; i <= 16; i++) {
    const id = `LC-${String(i).padStart(6, '0')}`;
    await reconciler.add(`uid=${id},ou=people,${slapd.baseDn}`, personEntry(id));
  }
  await reconciler.unbind();
  await slapd.stop();
  return slapd;
}

async function expectCrowdSurvived(slapd: Pick<Slapd, 'url' | 'baseDn' | 'reconciler'>): Promise<void> {
  const clients: Client[] = [];
  const people = Array.from(
    { length: 16 },
    (_, i) => `uid=LC-${String(i + 1).padStart(6, '0')},ou=people,${slapd.baseDn}`,
  );
  const codes = await askForWeakPasswords(
    async () => {
      const client = new Client({ url: slapd.url });
      clients.push(client);
      await client.bind(slapd.reconciler.dn, await readFile(slapd.reconciler.passwordFile, 'utf8'));
      return client;
    },
    people,
    crowd,
  );
  await Promise.all(clients.map((client) => client.unbind()));
  expect([...codes]).toEqual([[code.constraintViolation, crowd]]);
}

/** The process has the lock from this file. */
async function expectLocked(slapd: Pick<Slapd, 'directory'>, lock: string): Promise<void> {
  const maps = (await readFile(`/proc/${await slapdOf(slapd)}/maps`, 'utf8')).split('\n');
  expect(maps.filter((line) => line.endsWith(` ${lock}`))).not.toEqual([]);
}

/** What makes threads meet in libltdl that would seldom do so: a busy machine lets 60,000 passwords pass without. */
async function compileCrowded(): Promise<string> {
  const library = join(folder, 'ltdl-crowded.so');
  const options = ['-O2', '-Wall', '-Wextra', '-fno-builtin', '-fPIC', '-shared'];
  await run('/usr/bin/gcc', [...options, '-o', library, join(root, 'test/support/ltdl-crowded.c')]);
  return library;
}

const withoutLock = ([, , , , ...rest]: string[]) => rest as [string, ...string[]];

test('without the lock the server says so and does not start; its tools do not care', async () => {
  const slapd = await prepare();
  const bare = withoutLock(slapdCommand(slapd.directory, slapd.url));
  expect(bare[0]).toBe(program);
  running = startSupervised({ command: bare, logFile: join(folder, 'log') });
  const { status, lastWords } = await running.exited;
  expect(status).toBe(1);
  expect(lastWords).toContain(
    `ltdl-lock: not preloaded, so two passwords at once could end this server: start it with LD_PRELOAD=${slapd.directory}/ltdl-lock.so`,
  );

  const conf = ['-f', join(slapd.directory, 'slapd.conf')];
  expect((await run('/usr/sbin/slapcat', conf)).stdout).toContain('danhbaKey: person:LC-000016');
  expect((await run('/usr/sbin/slaptest', conf)).stderr).toContain('config file testing succeeded');
});

test('another copy before libltdl is not the one that was meant', async () => {
  const slapd = await prepare();
  await cp(join(slapd.directory, 'ltdl-lock.so'), join(folder, 'copy.so'));
  const bare = withoutLock(slapdCommand(slapd.directory, slapd.url));
  const command = ['/usr/bin/env', `LD_PRELOAD=${folder}/copy.so`, ...bare] as [string, ...string[]];
  running = startSupervised({ command, logFile: join(folder, 'log') });
  expect((await running.exited).lastWords).toContain('ltdl-lock: not preloaded');
});

test('without the lock a crowd ends the server: by that the others are judged', {
  timeout: 600_000,
}, async () => {
  const slapd = await prepare();
  const conf = join(slapd.directory, 'slapd.conf');
  await writeFile(conf, (await readFile(conf, 'utf8')).replace('moduleload ltdl-lock\n', ''));
  const bare = withoutLock(slapdCommand(slapd.directory, slapd.url));
  running = startSupervised({
    command: ['/usr/bin/env', `LD_PRELOAD=${await compileCrowded()}`, ...bare],
    logFile: join(folder, 'log'),
  });
  await becomesReady(slapd);
  await expect(expectCrowdSurvived(slapd)).rejects.toThrow(/socket|closed/i);
  expect((await running.exited).status).not.toBe(0);
});

test('under cn=config the crowd is survived, and the lock is demanded', { timeout: 600_000 }, async () => {
  const slapd = await prepare();
  const configuration = join(folder, 'slapd.d');
  await mkdir(configuration);
  await run('/usr/sbin/slaptest', ['-f', join(slapd.directory, 'slapd.conf'), '-F', configuration]);
  await run('/bin/sh', ['-c', `grep -rh olcModuleLoad: '${configuration}' | head -1`]).then(({ stdout }) =>
    expect(stdout).toMatch(/^olcModuleLoad: \{0\}ltdl-lock\n/),
  );
  const own = ['-F', configuration, '-h', slapd.url, '-d', 'none'];
  const refused = startSupervised({ command: [program, ...own], logFile: join(folder, 'log') });
  expect((await refused.exited).lastWords).toContain('ltdl-lock: not preloaded');

  const lock = join(slapd.directory, 'ltdl-lock.so');
  running = startSupervised({
    command: ['/usr/bin/env', `LD_PRELOAD=${lock}:${await compileCrowded()}`, program, ...own],
    logFile: join(folder, 'log'),
  });
  await becomesReady(slapd);
  await expectLocked(slapd, lock);
  await expectCrowdSurvived(slapd);
  expect(running.isRunning()).toBe(true);
});

test('a server that was there before takes the lock as the README says', async () => {
  const slapd = await prepare();
  const conf = join(slapd.directory, 'slapd.conf');
  await writeFile(conf, (await readFile(conf, 'utf8')).replace('moduleload ltdl-lock\n', ''));
  const log = join(folder, 'log');
  running = startSupervised({ command: withoutLock(slapdCommand(slapd.directory, slapd.url)), logFile: log });
  await becomesReady(slapd);
  await running.stop();
  // With the lock, and not yet demanded.
  running = await serveAgain(slapd);
  await expectLocked(slapd, join(slapd.directory, 'ltdl-lock.so'));
});

/** Debian's own start script, with a copy of /etc/default of its own, by the very lines of the README. */
test("Debian's service, deployed by the README's lines, survives the crowd", {
  timeout: 180_000,
}, async () => {
  if (process.getuid?.() !== 0)
    throw new Error('Cần quyền root / this needs root: unshare, /etc/init.d/slapd');
  const port = await findFreePort();
  const directory = join(folder, 'deployed');
  const defaults = join(folder, 'default');
  await cp('/etc/default', defaults, { recursive: true });
  const file = join(defaults, 'slapd');
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(/^SLAPD_SERVICES=/m);
  await writeFile(file, text.replace(/^SLAPD_SERVICES=.*$/m, `SLAPD_SERVICES="ldap://127.0.0.1:${port}/"`));
  const script = join(folder, 'deploy.sh');
  await writeFile(script, await deployment(directory, port));
  // In a mount namespace of its own: the machine's /etc is not touched.
  const { stderr } = await run('/usr/bin/unshare', ['--mount', '/bin/bash', script, defaults], { cwd: root });
  try {
    const baseDn = 'dc=laichau,dc=gov,dc=vn';
    const url = `ldap://127.0.0.1:${port}`;
    const account = (name: string) => ({
      dn: `cn=${name},ou=services,${baseDn}`,
      passwordFile: join(directory, 'passwords', name),
    });
    const slapd = { url, baseDn, directory, reconciler: account('reconciler') };
    const client = new Client({ url });
    await client.bind(slapd.reconciler.dn, await readFile(slapd.reconciler.passwordFile, 'utf8'));
    for (let i = 1; i <= 16; i++) {
      const id = `LC-${String(i).padStart(6, '0')}`;
      await client.add(`uid=${id},ou=people,${baseDn}`, personEntry(id));
    }
    await client.unbind();
    await expectLocked(slapd, join(directory, 'ltdl-lock.so'));
    await expectCrowdSurvived(slapd);
    expect(stderr).not.toContain('ERROR');
  } finally {
    const pid = (await readFile(join(directory, 'run/slapd.pid'), 'utf8')).trim();
    process.kill(Number(pid), 'SIGTERM');
    while (existsSync(`/proc/${pid}`)) await sleep(20);
  }
});

/** Debian's script comes back before the server listens, where the machine has much to do. */
const untilAnswered = (port: number): string =>
  `for try in {1..200}; do ldapsearch -x -H ldap://127.0.0.1:${port} -s base -b '' >/dev/null 2>&1 && break; sleep 0.1; done`;

/** The shell blocks of "Deploying on Debian 12" but the packages, with the init script for systemd, which may not run. */
async function deployment(directory: string, port: number): Promise<string> {
  const page = await readFile(join(root, 'servers/README.md'), 'utf8');
  const section = page.slice(page.indexOf('## Deploying on Debian 12'), page.indexOf('## Turning on TLS'));
  const blocks = [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? '');
  const wanted = blocks.filter((block) => !/apt-get|^DANHBA_/.test(block));
  expect(wanted.length).toBe(3);
  const lines = wanted
    .join('\n')
    .replaceAll('systemctl daemon-reload\n', '')
    .replaceAll('systemctl restart slapd', `/etc/init.d/slapd start\n${untilAnswered(port)}`)
    .replaceAll('/etc/systemd/system', `${directory}/systemd`)
    .replaceAll('ldap://127.0.0.1 ', `ldap://127.0.0.1:${port} `);
  return `set -e\nmount --bind "$1" /etc/default\nDIR=${directory}\n${lines}`;
}

async function becomesReady(slapd: Slapd): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await (await connect(slapd, slapd.reconciler)).unbind();
      return;
    } catch (thrown) {
      if (attempt === 300) throw thrown;
      await sleep(10);
    }
  }
}

const slapdOf = async (slapd: Pick<Slapd, 'directory'>): Promise<string> =>
  (await readFile(join(slapd.directory, 'run/slapd.pid'), 'utf8')).trim();
