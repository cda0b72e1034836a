/** Every way a server cannot be used is told in one line with a hint, exit code 1, no stack trace. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { startSupervised } from '../../../servers/launch/supervised.ts';
import { type Environment, runDanhba, settingsOf } from '../../support/child.ts';
import { makeWorkplace, type Workplace } from '../../support/run.ts';
import { serveRaw, startTap } from '../../support/tap.ts';
import { organizationText } from '../../support/world.ts';

const baseDn = 'dc=laichau,dc=gov,dc=vn';
const files = {
  ubnd: 'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\ncredentialRecipients: [age1e4jz80npsu48c6xedaq57jsxsmymyv7e3e2khyg6g9re2qmggpmqxzvt0u]\n',
  sokx: organizationText('sokx', ['id: LC-000001, name: Nguyễn Văn An']),
};

let slapd: Slapd;
let work: Workplace;
let settings: Environment;

beforeAll(async () => {
  slapd = await startSlapd({ baseDn });
  work = await makeWorkplace({ url: '', baseDn: '', bindDn: '', passwordFile: '' }, files);
  const { dn: bindDn, passwordFile } = slapd.reconciler;
  settings = settingsOf({ url: slapd.url, bindDn, passwordFile });
});

afterAll(async () => {
  await work?.remove();
  await slapd?.stop();
});

const danhba = (command: string, environment: Environment) =>
  runDanhba([command, '--lang', 'en', '--directory', join(work.root, 'directory'), '--today', '2026-11-23'], {
    environment: { ...settings, ...environment },
    cwd: work.root,
  });

/** One line, one hint, nothing else. */
async function expectLine(command: string, environment: Environment, code: string, words: RegExp) {
  const ended = await danhba(command, environment);
  expect(ended.err).toMatch(/^danhba: \[[a-z-]+\] [^\n]+\n {3}= [^\n]+\n$/);
  expect(ended.err).toContain(`danhba: [${code}] `);
  expect(ended.err).toMatch(words);
  expect(ended.out).toBe('');
  expect(ended.code).toBe(1);
  return ended.err;
}

async function closedPort(): Promise<number> {
  const server = await serveRaw(() => {});
  await server.stop();
  return server.port;
}

describe('settings', () => {
  it.each([
    ['ldap://', 'ldap-url'],
    ['127.0.0.1:389', 'ldap-url'],
    ['http://127.0.0.1', 'ldap-url'],
    ['ldap://127.0.0.1:999999', 'ldap-url'],
    ['ldap:// máy chủ', 'ldap-url'],
  ])('refuses %j as a URL', async (url, code) => {
    await expectLine('plan', { DANHBA_LDAP_URL: url }, code, /DANHBA_LDAP_URL/);
  });

  it('refuses a URL with a password without repeating it', async () => {
    const url = 'ldap://admin:bi-mat-2026@127.0.0.1';
    const err = await expectLine('plan', { DANHBA_LDAP_URL: url }, 'ldap-url', /no account or password/);
    expect(err).not.toContain('bi-mat');
  });

  it('shows nothing of a URL to the terminal as it is', async () => {
    const err = await expectLine('plan', { DANHBA_LDAP_URL: 'x\u001b[2J' }, 'ldap-url', /\\u\{1b\}/);
    expect(err).not.toContain('\u001b');
  });

  it.each(['DANHBA_LDAP_URL', 'DANHBA_LDAP_BIND_DN', 'DANHBA_LDAP_PASSWORD_FILE'])(
    'asks for %s where it is missing',
    async (name) => {
      await expectLine('apply', { [name]: '' }, 'settings', new RegExp(name.replace(/_FILE$/, '')));
    },
  );

  it('names a password file that is not there, and one that is a folder', async () => {
    const missing = join(work.root, 'none');
    await expectLine('plan', { DANHBA_LDAP_PASSWORD_FILE: missing }, 'settings', /none \(ENOENT\)/);
    await expectLine('plan', { DANHBA_LDAP_PASSWORD_FILE: work.root }, 'settings', /\(EISDIR\)/);
  });

  it.each(['', '\n', '\r\n'])(
    'refuses the empty password of a file that holds %j before connecting (RFC 4513 §5.1.2)',
    async (text) => {
      const tap = await startTap(slapd.url);
      try {
        const file = join(work.root, 'empty');
        await writeFile(file, text);
        const url = `ldap://127.0.0.1:${tap.port}`;
        const environment = { DANHBA_LDAP_URL: url, DANHBA_LDAP_PASSWORD_FILE: file };
        await expectLine('plan', environment, 'ldap-password', /secret file .* is empty/);
        expect(tap.connections()).toBe(0);
      } finally {
        await tap.stop();
      }
    },
  );

  it('refuses an authority that is missing or is no certificate', async () => {
    const file = join(work.root, 'ca.pem');
    await expectLine('plan', { DANHBA_LDAP_CA: file }, 'settings', /ca\.pem \(ENOENT\)/);
    await writeFile(file, '-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----\n');
    await expectLine('plan', { DANHBA_LDAP_CA: file }, 'settings', /holds no certificate/);
    const err = await expectLine('plan', { DANHBA_LDAP_CA_FILE: file }, 'settings', /holds no certificate/);
    expect(err).not.toContain('MIGH');
  });

  it.each(['DANHBA_LDAP_STARTTLS', 'DANHBA_LDAP_ALLOW_PLAINTEXT'])(
    'refuses %s=on instead of taking it for no',
    async (name) => {
      await expectLine('plan', { [name]: 'on' }, 'settings', new RegExp(`${name}=on: 1 \\| 0`));
    },
  );

  // 192.0.2.0/24 is nobody's (RFC 5737), and the refusal comes before any connection.
  it.each([
    'ldap://192.0.2.1',
    'ldap://ldap.example.invalid',
    'ldap://127.0.0.1.example.invalid',
    'ldap://[2001:db8::1]',
  ])('sends no password to %s in clear', async (url) => {
    await expectLine('apply', { DANHBA_LDAP_URL: url }, 'ldap-plaintext', /ALLOW_PLAINTEXT=1/);
  });

  it('sends it in clear where that was allowed explicitly', async () => {
    // An unspecified address is no loopback by its name, and reaches this very machine.
    const url = slapd.url.replace('127.0.0.1', '0.0.0.0');
    await expectLine('plan', { DANHBA_LDAP_URL: url }, 'ldap-plaintext', /unencrypted/);
    const allowed = await danhba('plan', { DANHBA_LDAP_URL: url, DANHBA_LDAP_ALLOW_PLAINTEXT: '1' });
    expect(allowed.code, allowed.err).toBe(2);
  });
});

describe('servers', () => {
  it('names a port nobody listens on', async () => {
    const url = `ldap://127.0.0.1:${await closedPort()}`;
    await expectLine('plan', { DANHBA_LDAP_URL: url }, 'ldap-unreachable', /ECONNREFUSED/);
  });

  it('tells a wrong password and a wrong account alike', async () => {
    const file = join(work.root, 'wrong');
    await writeFile(file, 'khong-phai');
    const err = await expectLine('plan', { DANHBA_LDAP_PASSWORD_FILE: file }, 'ldap-bind', /wrong DN or/);
    expect(err).not.toContain('khong-phai');
    const bindDn = `cn=nobody,ou=services,${baseDn}`;
    await expectLine('plan', { DANHBA_LDAP_BIND_DN: bindDn }, 'ldap-bind', /wrong DN or password/);
    await expectLine('plan', { DANHBA_LDAP_BIND_DN: 'no DN at all' }, 'ldap-bind', /InvalidDNSyntax/);
  });

  it('says that the planner may not apply, and changes nothing', async () => {
    const { dn, passwordFile } = slapd.planner;
    const planner = { DANHBA_LDAP_BIND_DN: dn, DANHBA_LDAP_PASSWORD_FILE: passwordFile };
    expect((await danhba('plan', planner)).code).toBe(2);
    await expectLine('apply', planner, 'ldap-rights', /no right to do this.*\n.*reconciler/);
    expect((await danhba('plan', planner)).code).toBe(2);
  });

  it('says that a server without the schema lacks it', async () => {
    const plain = await startPlainSlapd();
    try {
      await expectLine('apply', plain.settings, 'ldap-schema', /danhba's schema/);
    } finally {
      await plain.stop();
    }
  });

  it.each([
    ['a mail server', '220 mail.example.gov.vn ESMTP\r\n'],
    ['a web server', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['noise', '\u0000\u00ff\u0001\u0002'],
  ])('knows %s for no LDAP server', async (_kind, greeting) => {
    const server = await serveRaw((socket) => socket.write(greeting, 'latin1'));
    try {
      const url = `ldap://127.0.0.1:${server.port}`;
      await expectLine('plan', { DANHBA_LDAP_URL: url }, 'ldap-unreachable', /no LDAP server/);
    } finally {
      await server.stop();
    }
  });

  it('does not take a plain LDAP server for one of ldaps', async () => {
    const url = slapd.url.replace('ldap:', 'ldaps:');
    await expectLine('plan', { DANHBA_LDAP_URL: url }, 'ldap-unreachable', /cannot connect: \S/);
  });

  it('hangs up on a server that closes at once', async () => {
    const server = await serveRaw((socket) => socket.end());
    try {
      const url = `ldap://127.0.0.1:${server.port}`;
      await expectLine('plan', { DANHBA_LDAP_URL: url }, 'ldap-unreachable', /cannot connect: \S/);
    } finally {
      await server.stop();
    }
  });
});

/** slapd as a distribution installs it: the right tree, none of danhba's schema. */
async function startPlainSlapd() {
  const root = await mkdtemp(join(tmpdir(), 'danhba-plain-'));
  const port = await closedPort();
  const url = `ldap://127.0.0.1:${port}`;
  await mkdir(join(root, 'db'));
  const bindDn = `cn=admin,${baseDn}`;
  const passwordFile = join(root, 'password');
  await writeFile(passwordFile, 'chi-de-thu', { mode: 0o600 });
  const lines = [
    ...['core', 'cosine', 'inetorgperson'].map((name) => `include /etc/ldap/schema/${name}.schema`),
    'modulepath /usr/lib/ldap',
    'moduleload back_mdb',
    `pidfile ${root}/slapd.pid`,
    'database mdb',
    `suffix "${baseDn}"`,
    `rootdn "${bindDn}"`,
    'rootpw chi-de-thu',
    `directory ${root}/db`,
  ];
  await writeFile(join(root, 'slapd.conf'), `${lines.join('\n')}\n`, { mode: 0o600 });
  const server = startSupervised({
    command: ['/usr/sbin/slapd', '-f', join(root, 'slapd.conf'), '-h', url, '-d', 'none'],
    logFile: join(root, 'slapd.log'),
  });
  const admin = new Client({ url });
  for (let attempt = 1; ; attempt++) {
    try {
      await admin.bind(bindDn, 'chi-de-thu');
      break;
    } catch (thrown) {
      if (attempt === 200 || !server.isRunning()) throw new Error(await server.readLog(), { cause: thrown });
      await sleep(20);
    }
  }
  await admin.add(baseDn, { objectClass: ['organization', 'dcObject'], o: 'x', dc: 'laichau' });
  for (const ou of ['organizations', 'people', 'danhba']) {
    await admin.add(`ou=${ou},${baseDn}`, { objectClass: 'organizationalUnit', ou });
  }
  await admin.unbind();
  const stop = async () => {
    await server.stop();
    await rm(root, { recursive: true, force: true });
  };
  return { settings: settingsOf({ url, bindDn, passwordFile }), stop };
}
