/** Where the key of doveadm may be sent. */
import { expect, it } from 'vitest';
import { parseDoveadmUrl } from '../../../src/dovecot/connect/settings.ts';

it.each([
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/doveadm/v1'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/doveadm/v1'],
  ['http://localhost:8080/doveadm/v1', 'http://localhost:8080/doveadm/v1'],
  ['http://[::1]:8080/doveadm/v1/', 'http://[::1]:8080/doveadm/v1'],
  ['https://mail.example.gov.vn/dovecot', 'https://mail.example.gov.vn/dovecot/doveadm/v1'],
])('%s', (url, whole) => {
  expect(parseDoveadmUrl({ url, apiKey: 'k' }).href).toBe(whole);
});

it.each(['http://192.0.2.1', 'http://localhost.example.vn', 'http://127.0.0.1.example.vn'])(
  'not in clear, unless it is allowed: %s',
  (url) => {
    const plaintext = expect.objectContaining({ code: 'doveadm-plaintext' });
    expect(() => parseDoveadmUrl({ url, apiKey: 'k' })).toThrow(plaintext);
    expect(parseDoveadmUrl({ url, apiKey: 'k', allowPlaintext: true }).protocol).toBe('http:');
  },
);

it('a password in the URL is refused without showing it', () => {
  const parse = () => parseDoveadmUrl({ url: 'https://a:secret-word@mail.example.gov.vn', apiKey: 'k' });
  expect(parse).toThrow(expect.objectContaining({ code: 'doveadm-url' }));
  expect(parse).not.toThrow(/secret-word/);
});
