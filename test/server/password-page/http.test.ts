// The page as a hostile visitor sees it: forged forms, large and slow requests, wrong places.

import { connect as connectTcp } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PasswordPage, startPasswordPage } from '../../../servers/launch/password-page.ts';
import { type Slapd, startSlapd } from '../../../servers/launch/slapd.ts';
import { send, visit } from '../../support/password-page.ts';

let slapd: Slapd;
let page: PasswordPage;

beforeAll(async () => {
  slapd = await startSlapd();
  page = await startPasswordPage({ slapd });
});
afterAll(async () => {
  await page?.stop();
  await slapd?.stop();
});

const wish = { address: 'an@laichau.gov.vn', present: 'Mua-xuan-2026', next: 'Mua-thu-2026' };
const stale = /mở quá lâu, hoặc trình duyệt chặn cookie/;

describe('every answer', () => {
  test.each(['', 'en', 'done', 'en/done', 'page.css', 'page.js', 'health', 'khong-co'])(
    '/%s loads nothing from elsewhere, is framed nowhere and kept nowhere',
    async (path) => {
      const { headers } = await fetch(`${page.url}${path}`);
      const policy = headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|http/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      if (!path.startsWith('page.')) expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
    },
  );

  test('sets one cookie, and none where there is one', async () => {
    const { headers, cookie } = await visit(page.url);
    expect(headers.getSetCookie()).toHaveLength(1);
    expect(headers.getSetCookie()[0]).toMatch(/^danhba=[\w-]{22}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await visit(page.url, { cookie })).headers.getSetCookie()).toEqual([]);
  });

  test('password managers are shown where to go', async () => {
    const answer = await fetch(`${page.url}.well-known/change-password`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  });
});

describe('a form that was not sent from this page changes nothing', () => {
  test.each<[string, () => Promise<{ status: number; told: string }>]>([
    ['without a cookie', () => send(page.url, { ...wish, cookie: '', token: 'x' })],
    ['without a token', () => send(page.url, { ...wish, token: '' })],
    [
      'with the token of another',
      async () => send(page.url, { ...wish, token: (await visit(page.url)).token }),
    ],
    [
      'with a cookie of the own making',
      () => send(page.url, { ...wish, cookie: `danhba=${'A'.repeat(22)}`, token: 'x' }),
    ],
    ['from another site', () => send(page.url, wish, { 'sec-fetch-site': 'cross-site' })],
    ['from another host of the domain', () => send(page.url, wish, { 'sec-fetch-site': 'same-site' })],
    ['from a sandboxed frame', () => send(page.url, wish, { origin: 'null' })],
  ])('%s', async (_, sent) => {
    const { status, told } = await sent();
    expect(status).toBe(403);
    expect(told).toMatch(stale);
  });
});

describe('requests that are none', () => {
  test.each<[string, number, RequestInit, string?]>([
    ['a form of a megabyte', 413, { method: 'POST', body: new URLSearchParams({ next: 'x'.repeat(1e6) }) }],
    ['a form with a file', 415, { method: 'POST', body: new FormData() }],
    ['JSON', 415, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }],
    ['another method', 404, { method: 'DELETE' }],
    ['another page', 404, {}, '../../etc/passwd'],
    ['a page that cannot be decoded', 400, {}, '%zz'],
  ])('%s: %i', async (_, status, init, path = '') => {
    const answer = await fetch(`${page.url}${path}`, init);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toMatch(/Error|node:|stack|at \w+ \(/);
  });

  test('headers without end are refused', async () => {
    expect(await tell(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431/,
    );
  });

  test('two lengths are refused: no second request hides in a first', async () => {
    const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await tell(`${head}0\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400/);
  });

  test('who sends a letter a second is cut off, and others are served meanwhile', async () => {
    const slow = Array.from({ length: 100 }, () => drip());
    expect((await fetch(page.url)).status).toBe(200);
    const ends = await Promise.all(slow);
    expect(ends.every((end) => /^(HTTP\/1\.1 408[\s\S]*)?$/.test(end))).toBe(true);
  });

  /** What comes back for these octets, until the server closes. */
  function tell(octets: string, onOpen?: (write: (more: string) => void) => void): Promise<string> {
    const { hostname, port } = new URL(page.url);
    return new Promise((resolve) => {
      const socket = connectTcp(Number(port), hostname);
      let said = '';
      socket.on('data', (data) => {
        said += data;
        if (onOpen === undefined) socket.end();
      });
      socket.on('error', () => resolve(said)).on('close', () => resolve(said));
      socket.write(octets);
      onOpen?.((more) => void (socket.writable && socket.write(more)));
    });
  }

  async function drip(): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const said = await tell('POST / HTTP/1.1\r\nHost: x\r\n', (write) => {
      timer = setInterval(() => write('X'), 1000);
    });
    clearInterval(timer);
    return said;
  }
});

test('behind a proxy that nobody named, nothing is served: everybody would be one source', async () => {
  const answer = await fetch(page.url, { headers: { 'x-forwarded-for': '10.0.0.1' } });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toBe('DANHBA_PAGE_PROXY\n');
  expect(await page.readLog()).toContain('DANHBA_PAGE_PROXY');
});
