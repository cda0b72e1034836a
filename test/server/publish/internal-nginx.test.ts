// The internal directory behind nginx as shipped: who may read it, what is said with it, and what is seen while it changes.

import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFreePort } from '../../../servers/launch/port.ts';
import type { Supervised } from '../../../servers/launch/supervised.ts';
import { replaceFolder } from '../../../src/files/write-folder.ts';
import { startNginx } from '../../support/nginx.ts';
import { askTls, persist, type TlsAnswer } from '../../support/password-page.ts';
import { readSecret } from '../../support/run.ts';
import { type Certificates, makeCertificates } from '../../support/tls.ts';

const password = 'Mua-xuan-2026';
const login = { authorization: `Basic ${Buffer.from(`annv.sotttt:${password}`).toString('base64')}` };
const page = (version: string) => `<!doctype html><title>Danh bạ</title><p>${`${version} `.repeat(400)}</p>`;
const siteOf = (version: string) => [
  { path: 'index.html', text: page(version) },
  { path: 'search.js', text: `const version = '${version}';` },
  { path: 'o/sotttt.html', text: page(version) },
  { path: 'o/sotttt.vcf', text: 'BEGIN:VCARD' },
  { path: 'portal/sotttt.csv', text: 'Tên,Địa chỉ' },
  { path: '.git/config', text: 'kín' },
];

let folder: string;
let certificates: Certificates;
let authority: string;
let nginx: Supervised;
let site: string;
let port: number;

beforeAll(async () => {
  certificates = await makeCertificates();
  authority = await readSecret(certificates.authority);
  folder = await mkdtemp(join(tmpdir(), 'danhba-nginx-'));
  await chmod(folder, 0o755); // nginx's own user reads what it serves
  site = join(folder, 'noibo');
  await replaceFolder(site, siteOf('cũ'));
  const { stdout } = await promisify(execFile)('openssl', ['passwd', '-6', password]);
  await writeFile(join(folder, 'users'), `annv.sotttt:${stdout}`);
  port = await findFreePort();
  nginx = await startNginx({
    snippet: 'noibo.conf',
    folder,
    port,
    certificate: certificates.good,
    replaced: { '/srv/danhba/noibo;': `${site};`, '/etc/nginx/danhba.users;': `${join(folder, 'users')};` },
  });
  await persist(() => get('/'));
});
afterAll(async () => {
  await nginx?.stop();
  await certificates?.remove();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Readonly<Record<string, string>> = login): Promise<TlsAnswer> =>
  askTls(`https://127.0.0.1:${port}${path}`, authority, headers);

test('nobody without a login of its own, and no more is said then than that', async () => {
  const wrong = `Basic ${Buffer.from('annv.sotttt:sai').toString('base64')}`;
  const refusals = [{}, { authorization: wrong }].map((headers) => get('/o/sotttt.html', headers));
  for (const refused of await Promise.all(refusals)) {
    expect(refused.status).toBe(401);
    expect(refused.headers['www-authenticate']).toBe('Basic realm="Danh ba noi bo"');
    expect(refused.headers['strict-transport-security']).toBe('max-age=15552000');
    expect(refused.headers.server).toBe('nginx');
    expect(refused.text).not.toContain('cũ');
  }
});

test('nobody from elsewhere, with a login neither', async () => {
  const other = await mkdtemp(join(tmpdir(), 'danhba-nginx-'));
  await chmod(other, 0o755);
  const otherPort = await findFreePort();
  const outside = await startNginx({
    snippet: 'noibo.conf',
    folder: other,
    port: otherPort,
    certificate: certificates.good,
    replaced: {
      '/srv/danhba/noibo;': `${site};`,
      '/etc/nginx/danhba.users;': `${join(folder, 'users')};`,
      'allow 127.0.0.0/8;': '',
    },
  });
  const answer = await persist(() => askTls(`https://127.0.0.1:${otherPort}/`, authority, login));
  expect(answer.status).toBe(403);
  await outside.stop();
  await rm(other, { recursive: true, force: true });
});

test('a reader gets it, with what keeps it here', async () => {
  const answer = await get('/', { ...login, 'accept-encoding': 'gzip' });
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'gzip',
    'cache-control': 'private, no-cache',
    'content-security-policy': "frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
    vary: 'Accept-Encoding',
  });
  const types = {
    '/search.js': 'application/javascript',
    '/o/sotttt.vcf': 'text/vcard',
    '/portal/sotttt.csv': 'text/csv',
  };
  for (const [path, type] of Object.entries(types)) {
    const { status, headers } = await get(path);
    expect([status, headers['content-type'], headers['cache-control']], path).toEqual([
      200,
      `${type}; charset=utf-8`,
      'private, no-cache',
    ]);
  }
});

test('no list of a folder, nothing that begins with a dot, nothing beside the folder, nothing written', async () => {
  expect((await get('/o/')).status).toBe(403);
  for (const path of ['/.git/config', '/o/../.git/config', '/%2egit/config']) {
    const answer = await get(path);
    expect([answer.status, answer.text.includes('kín')], path).toEqual([404, false]);
  }
  expect((await askRaw('/../users')).status).toBe(400);
  expect((await get('/o/khong-co.html')).status).toBe(404);
  expect((await askTls(`https://127.0.0.1:${port}/index.html`, authority, login, 'x=1')).status).toBe(405);
});

/** As it is typed: `URL` would take the dots away. */
const askRaw = (path: string): Promise<{ readonly status: number | undefined }> =>
  new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, ca: authority, agent: false, headers: login };
    request(options, (answer) => {
      answer.resume().on('end', () => resolve({ status: answer.statusCode }));
    })
      .on('error', reject)
      .end();
  });

test('whoever reads while it changes sees the old or the new one, and a browser that has the old one is told', async () => {
  const before = await get('/search.js');
  const etag = before.headers.etag ?? '';
  expect((await get('/search.js', { ...login, 'if-none-match': etag })).status).toBe(304);
  let changing = true;
  const seen = new Set<string>();
  const reader = (async () => {
    while (changing) {
      const answers = await Promise.all(['/', '/o/sotttt.html', '/search.js'].map((path) => get(path)));
      for (const { status, text } of answers) seen.add(`${status} ${/cũ|mới \d+/.exec(text)?.[0]}`);
    }
  })();
  for (let turn = 0; turn < 20; turn++) await replaceFolder(site, siteOf(`mới ${turn}`));
  changing = false;
  await reader;
  expect([...seen].filter((one) => !/^200 (cũ|mới \d+)$/.test(one))).toEqual([]);
  const after = await get('/search.js', { ...login, 'if-none-match': etag });
  expect([after.status, after.text]).toEqual([200, "const version = 'mới 19';"]);
});
