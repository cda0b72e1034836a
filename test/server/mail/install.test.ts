// The commands of servers/README.md that make the files of the mail servers: run as they stand, and liked by the servers.

import { execFile } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { appendFile, chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findUser } from '../../../servers/launch/owner.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);
let folder: string;
const at = (...parts: string[]) => join(folder, ...parts);

/** The shell block that makes the files. */
async function commandsOf(page: string): Promise<string> {
  const text = await readFile(join(root, 'servers', page), 'utf8');
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? '');
  const [block, ...more] = blocks.filter((each) => each.startsWith('DIR=') && each.includes('sievec'));
  expect(more).toEqual([]);
  return block ?? '';
}

const install = async () => {
  const environment = {
    ...process.env,
    DIR: at('mail'),
    ETC: at('postfix'),
    QUEUE: at('queue'),
    SCAN: at('rspamd'),
    LDAP: at('ldap'),
    RESOLVER: '127.0.0.1',
    MAIL_USER: 'dovecot',
    LEGACY_DOMAINS: 'muongte.gov.vn tamduong.gov.vn',
  };
  const commands = `set -e\n${await commandsOf('README.md')}`;
  return await run('/bin/sh', ['-c', commands], { cwd: root, env: environment });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-test-'));
  await chmod(folder, 0o755);
  await mkdir(at('ldap/passwords'), { recursive: true });
  await writeFile(at('ldap/passwords/mailserver'), 'a-password');
  await install();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the commands are the same in both languages', async () => {
  expect(await commandsOf('README.vi.md')).toBe(await commandsOf('README.md'));
});

test('domains in which accounts keep addresses they had are taken along', async () => {
  const main = await readFile(at('postfix/main.cf'), 'utf8');
  expect(main).toContain('virtual_mailbox_domains = laichau.gov.vn muongte.gov.vn tamduong.gov.vn\n');
  expect(main).toContain('@(laichau[.]gov[.]vn|muongte[.]gov[.]vn|tamduong[.]gov[.]vn)$$/');
});

test('no word is left to be replaced, and secrets are closed to others', async () => {
  for (const name of ['mail', 'postfix', 'rspamd/etc', 'rspamd/dns.zone']) {
    const files = (await stat(at(name))).isFile()
      ? [at(name)]
      : (await readdir(at(name), { withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map((entry) => at(name, entry.name));
    for (const file of files) {
      const text = await readFile(file, 'latin1');
      expect(text.replace(/^[#;-].*$/gm, ''), file).not.toMatch(/@[A-Z][A-Z0-9_]*@/);
      if (text.includes('a-password')) expect((await stat(file)).mode & 0o007, file).toBe(0);
    }
  }
});

test('Postfix, Dovecot and rspamd like their files', async () => {
  await run('/usr/sbin/postfix', ['-c', at('postfix'), 'check']);
  await run('/usr/bin/doveconf', ['-c', at('mail/dovecot.conf'), '-n']);
  const rspamd = await findUser('_rspamd');
  const as = [`--reuid=${rspamd?.uid}`, `--regid=${rspamd?.gid}`, '--clear-groups', '--'];
  const { stdout } = await run('/usr/bin/setpriv', [
    ...as,
    '/usr/bin/rspamadm',
    'configtest',
    '-c',
    at('rspamd/etc/rspamd.conf'),
  ]);
  expect(stdout).toMatch(/syntax OK/);
});

test('a key that signs, its record, and a zone that a name server takes', async () => {
  const rspamd = await findUser('_rspamd');
  const file = at('rspamd/keys/danhba1.key');
  const { mode, uid, gid } = await stat(file);
  expect([mode & 0o777, uid, gid]).toEqual([0o640, 0, rspamd?.gid]);
  expect((await stat(at('rspamd/keys'))).mode & 0o777).toBe(0o750);

  const zone = await readFile(at('rspamd/dns.zone'), 'utf8');
  const record = /^danhba1\._domainkey\.laichau\.gov\.vn\. .*TXT (.*)$/m.exec(zone)?.[1] ?? '';
  const key = createPublicKey(await readFile(file, 'utf8'));
  const wanted = key.export({ type: 'spki', format: 'der' }).toString('base64');
  expect(record.replace(/" "/g, '')).toBe(`"v=DKIM1; k=rsa; p=${wanted}"`);
  for (const part of record.split('" "')) expect(part.length).toBeLessThanOrEqual(255);

  await expectZone(zone);
});

async function expectZone(zone: string): Promise<void> {
  const whole = `$TTL 60\n. SOA a. a. 1 60 60 60 60\n. NS a.\n${zone}`;
  await writeFile(at('root.zone'), whole);
  await run('/usr/sbin/nsd-checkzone', ['.', at('root.zone')]);
}

test('a second time keeps the key, its record, and whoever may write in which names', async () => {
  const files = ['rspamd/keys/danhba1.key', 'rspamd/dns.zone', 'rspamd/etc/names'];
  await appendFile(at('rspamd/etc/names'), 'LC-000017@people ubnd@laichau.gov.vn\n');
  const before = await Promise.all(files.map((name) => readFile(at(name), 'utf8')));
  await install();
  expect(await Promise.all(files.map((name) => readFile(at(name), 'utf8')))).toEqual(before);
});

test('another key: beside the first, with its record beside the first', async () => {
  const page = await readFile(join(root, 'servers/README.md'), 'utf8');
  const commands = /^```sh\n(SELECTOR=danhba2\n[\s\S]*?)^```$/m.exec(page)?.[1] ?? '';
  const env = { ...process.env, SCAN: at('rspamd'), DOMAIN: 'laichau.gov.vn' };
  await run('/bin/sh', ['-c', `set -e\n${commands}`], { env });
  expect((await stat(at('rspamd/keys/danhba2.key'))).mode & 0o777).toBe(0o640);
  const zone = await readFile(at('rspamd/dns.zone'), 'utf8');
  expect(zone.match(/^danhba\d\._domainkey/gm)).toEqual(['danhba1._domainkey', 'danhba2._domainkey']);
  await expectZone(zone);
});
