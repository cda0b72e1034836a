/** The small parts of the page's server: sources, tokens, limits, where it listens. */
import { describe, expect, it, test } from 'vitest';
import { openLimits, usualLimits } from '../../../src/password-page/limits.ts';
import { parseListen, refusePlaintext } from '../../../src/password-page/listen.ts';
import { sourceOf } from '../../../src/password-page/source.ts';
import { cookieName, openTokens, readCookie, renderCookie } from '../../../src/password-page/token.ts';

test.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:DB8::5', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the source of %s is %s', (address, source) => {
  expect(sourceOf(address)).toBe(source);
});

describe('a token', () => {
  const tokens = openTokens();
  const cookie = tokens.makeCookie();

  it('fits the cookie it was made for', () => {
    expect(tokens.fits(cookie, tokens.tokenOf(cookie))).toBe(true);
  });
  it.each([
    ['another cookie', () => tokens.fits(tokens.makeCookie(), tokens.tokenOf(cookie))],
    ['another process', () => tokens.fits(cookie, openTokens().tokenOf(cookie))],
    ['nothing', () => tokens.fits(cookie, '')],
    ['a cookie somebody made up', () => tokens.fits('x', tokens.tokenOf('x'))],
  ])('does not fit %s', (_, fits) => {
    expect(fits()).toBe(false);
  });
  it('has a cookie that no other host can set, over TLS', () => {
    expect(renderCookie(cookieName(true), cookie, true)).toBe(
      `__Host-danhba=${cookie}; Path=/; HttpOnly; SameSite=Strict; Secure`,
    );
    expect(renderCookie(cookieName(false), cookie, false)).not.toContain('Secure');
  });
  it('is read from among others, and not where two have its name', () => {
    expect(readCookie(`a=b; danhba=${cookie}`, 'danhba')).toBe(cookie);
    expect(readCookie(`danhba=${cookie}; danhba=${tokens.makeCookie()}`, 'danhba')).toBeUndefined();
    expect(readCookie('danhba=<x>', 'danhba')).toBeUndefined();
    expect(readCookie(undefined, 'danhba')).toBeUndefined();
  });
});

describe('limits', () => {
  it('lets one address be wrong four times, from wherever', async () => {
    const limits = openLimits(usualLimits);
    for (let n = 1; n <= 4; n++) expect(await limits.begin('a@b.vn', `10.0.0.${n}`)).toBe(0);
    const wait = await limits.begin('a@b.vn', '10.0.0.9');
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(900);
    expect(await limits.begin('c@b.vn', '10.0.0.9')).toBe(0);
  });

  it('lets one source be wrong thirty times, with whatever address', async () => {
    const limits = openLimits(usualLimits);
    for (let n = 1; n <= 30; n++) expect(await limits.begin(`a${n}@b.vn`, '10.0.0.1')).toBe(0);
    expect(await limits.begin('b@b.vn', '10.0.0.1')).toBeGreaterThan(0);
    expect(await limits.begin('b@b.vn', '10.0.0.2')).toBe(0);
  });

  it('counts many at once like one after another', async () => {
    const limits = openLimits(usualLimits);
    const waits = await Promise.all(Array.from({ length: 40 }, () => limits.begin('a@b.vn', '10.0.0.1')));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(4);
  });

  it('forgives a try that was none', async () => {
    const limits = openLimits(usualLimits);
    for (let n = 1; n <= 50; n++) {
      expect(await limits.begin('a@b.vn', '10.0.0.1')).toBe(0);
      await limits.forgive('a@b.vn', '10.0.0.1');
    }
  });
});

describe('where it listens', () => {
  it.each([
    ['127.0.0.1:8089', '127.0.0.1', 8089],
    ['localhost:0', 'localhost', 0],
    ['[::1]:8089', '::1', 8089],
    ['0.0.0.0:443', '0.0.0.0', 443],
  ])('%s', (text, host, port) => {
    expect(parseListen(text)).toEqual({ host, port });
  });
  it.each(['', '8089', '127.0.0.1', ':8089', '::1:8089', '[127.0.0.1]:1', 'a b:1', '127.0.0.1:70000', 'h:'])(
    'not "%s"',
    (text) => {
      expect(() => parseListen(text)).toThrow(expect.objectContaining({ code: 'page-listen' }));
    },
  );

  const tls = { cert: 'c', key: 'k' };
  it.each(['127.0.0.1', '127.9.9.9', '::1', 'localhost'])('without TLS on %s', (host) => {
    expect(() => refusePlaintext({ host, port: 1, proxies: [] })).not.toThrow();
  });
  it.each(['0.0.0.0', '::', '10.0.0.1', '127.evil.example', 'matkhau.laichau.gov.vn'])(
    'not without TLS on %s',
    (host) => {
      expect(() => refusePlaintext({ host, port: 1, proxies: [] })).toThrow(
        expect.objectContaining({ code: 'page-listen' }),
      );
      expect(() => refusePlaintext({ host, port: 1, proxies: [], tls })).not.toThrow();
    },
  );
});
