// How the page is served: behind nginx as shipped, over TLS of its own, what it refuses to start with, how it ends.

import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PasswordPage, startPasswordPage } from '../../../servers/launch/password-page.ts';
import { findFreePort } from '../../../servers/launch/port.ts';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { type Ended, settingsOf, startDanhba } from '../../support/child.ts';
import { startNginx } from '../../support/nginx.ts';
import { askTls, persist, send, visit } from '../../support/password-page.ts';
import { type Certificates, makeCertificates } from '../../support/tls.ts';

let slapd: Slapd;
let page: PasswordPage;
let certificates: Certificates;
let authority: string;
let folder: string;

beforeAll(async () => {
  [slapd, certificates] = await Promise.all([startSlapd(), makeCertificates()]);
  authority = await readFile(certificates.authority, 'utf8');
  page = await startPasswordPage({ slapd });
  folder = await mkdtemp(join(tmpdir(), 'danhba-page-'));
  await chmod(folder, 0o755);
});
afterAll(async () => {
  await page?.stop();
  await slapd?.stop();
  await certificates?.remove();
  await rm(folder, { recursive: true, force: true });
});

const wish = { address: 'an@laichau.gov.vn', present: 'Mua-xuan-2026', next: 'Mua-thu-2026' };
const getTls = (url: string, headers: Readonly<Record<string, string>>, body?: string) =>
  askTls(url, authority, headers, body);

describe('behind a proxy', () => {
  test('nginx, as shipped: TLS, a cookie of this host alone, and each visitor a source', async () => {
    const port = await findFreePort();
    const own = await startPasswordPage({
      slapd,
      environment: { DANHBA_PAGE_PROXY: '127.0.0.1', DANHBA_LOG_LEVEL: 'info' },
    });
    const nginx = await startNginx({
      snippet: 'matkhau.conf',
      folder,
      port,
      certificate: certificates.good,
      replaced: { 'matkhau.laichau.gov.vn': '127.0.0.1', '127.0.0.1:8089': new URL(own.url).host },
    });
    const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
      getTls(`https://127.0.0.1:${port}${path}`, headers);
    const answer = await persist(() => get('/'));
    expect(answer.status).toBe(200);
    expect(answer.headers['strict-transport-security']).toBe('max-age=15552000');
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^__Host-danhba=[\w-]{22}; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    // What a visitor says of himself is not believed.
    const [, token = ''] = /name="token" value="([^"]+)"/.exec(answer.text) ?? [];
    const form = new URLSearchParams({ token, address: 'x', present: 'y', next: 'z', again: 'z' });
    const sent = await getTls(
      `https://127.0.0.1:${port}/`,
      { cookie: cookie.split(';')[0]!, 'x-forwarded-for': '203.0.113.9' },
      form.toString(),
    );
    expect(sent.status).toBe(422);
    expect(await own.readLog()).toContain('"source":"127.0.0.1"');
    expect(await own.readLog()).not.toContain('203.0.113.9');
    for (const path of ['/metrics', '/health']) expect((await get(path)).status).toBe(404);
    await nginx.stop();
    await own.stop();
  });
});

describe('it starts', () => {
  const start = (
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
    onStart?: (pid: number) => void,
  ): Promise<Ended> => {
    const { dn: bindDn, passwordFile } = slapd.passwordpage;
    const settings = { ...settingsOf({ url: slapd.url, bindDn, passwordFile }), ...environment };
    const directory = join(import.meta.dirname, '../../../directory');
    return startDanhba(['password-page', '--lang', 'en', '--directory', directory, ...args], {
      environment: settings,
      ...(onStart && { onStart }),
    });
  };
  const writeTls = async (name: string, certificate: string, key: string) => {
    const [crt, pem] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
    await writeFile(crt, certificate);
    await writeFile(pem, key, { mode: 0o600 });
    return { DANHBA_PAGE_CERTIFICATE: crt, DANHBA_PAGE_KEY_FILE: pem };
  };
  /** Whose name the certificate bears that is shown there. */
  const subjectAt = (port: number): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false });
      socket.on('error', reject).on('secureConnect', () => {
        resolve(String(socket.getPeerCertificate().subject.CN));
        socket.destroy();
      });
    });

  test('over TLS by its own certificate, shows a new one when told to, and ends when asked', async () => {
    const port = await findFreePort();
    const { certificate, key } = certificates.good;
    const settings = await writeTls('page', certificate, key);
    let pid = 0;
    const ended = start(['--listen', `127.0.0.1:${port}`], settings, (one) => {
      pid = one;
    });
    const { headers } = await persist(() => getTls(`https://127.0.0.1:${port}/`, {}));
    expect(headers['set-cookie']?.[0]).toMatch(/^__Host-danhba=/);
    expect(await subjectAt(port)).toBe('good');
    await writeTls('page', certificates.selfSigned.certificate, certificates.selfSigned.key);
    process.kill(pid, 'SIGHUP');
    await persist(async () => {
      if ((await subjectAt(port)) !== '127.0.0.1') throw new Error('still the old one');
    });
    // One that cannot be used is told, and the page goes on with the one it has.
    await writeTls('page', certificate, certificates.selfSigned.key);
    process.kill(pid, 'SIGHUP');
    expect(await subjectAt(port)).toBe('127.0.0.1');
    process.kill(pid, 'SIGTERM');
    const { code, err } = await ended;
    expect(err).toContain(`https://127.0.0.1:${port}/`);
    expect(err).toMatch(/page-tls|cannot be used together/);
    expect(code).toBe(0);
  });

  test('and answers what it has begun before it ends', async () => {
    const port = await findFreePort();
    const url = `http://127.0.0.1:${port}/`;
    let pid = 0;
    const ended = start(['--listen', `127.0.0.1:${port}`], {}, (one) => {
      pid = one;
    });
    const { cookie, token } = await persist(() => visit(url));
    const sent = send(url, { ...wish, cookie, token });
    // A refusal takes a second: it is under way.
    await new Promise((resolve) => setTimeout(resolve, 300));
    process.kill(pid, 'SIGTERM');
    expect((await sent).told).toContain('Chưa đổi được mật khẩu');
    expect((await ended).code).toBe(0);
  });

  test.each<[string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
    ['not in clear on a network', ['--listen', '0.0.0.0:0'], {}, /\[page-listen\].*unencrypted/],
    ['not at no place', ['--listen', '8089'], {}, /\[page-listen\].*HOST:PORT/],
    [
      'not with a certificate alone',
      [],
      { DANHBA_PAGE_CERTIFICATE: '/dev/null' },
      /\[settings\].*DANHBA_PAGE_KEY_FILE is missing/,
    ],
    ['not with a proxy by name', [], { DANHBA_PAGE_PROXY: 'proxy.local' }, /\[settings\].*proxy\.local/],
    ['not without a server', [], { DANHBA_LDAP_URL: 'ldap://127.0.0.1:1' }, /\[ldap-unreachable\]/],
  ])('%s', async (_, args, environment, words) => {
    const { code, err } = await start(args, environment);
    expect(err).toMatch(words);
    expect(code).toBe(1);
  });

  test('not with the key of another certificate', async () => {
    const other = await writeTls('other', certificates.good.certificate, certificates.selfSigned.key);
    const { code, err } = await start([], other);
    expect(err).toMatch(/\[page-tls\]/);
    expect(code).toBe(1);
  });

  test('not on a port that is taken', async () => {
    const { code, err } = await start(['--listen', `127.0.0.1:${new URL(page.url).port}`]);
    expect(err).toMatch(/\[page-listen\].*EADDRINUSE/);
    expect(code).toBe(1);
  });
});
