/** A secret in a file of the directory is a problem of its own, and none of its text is in any output. */
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findSecrets, maskSecrets } from '../../../src/model/text/secrets.ts';
import { layOut } from '../../support/problems.ts';

/** Letters an identity has; no key. */
const body = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQPZRY9X8GF2TVDW0S3JN54KHCE';
const age = `AGE-SECRET-KEY-1${body}`;
const base64 = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7';
const pem = (kind: string) =>
  `-----BEGIN ${kind}-----\n    ${base64}\n    ${base64}\n    -----END ${kind}-----`;
const token = `ghp_${'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7'}xyz`;

const organization = (more: string) =>
  `id: syt\nname: Sở Y tế\nkind: provincial\nparent: ubnd\ncode: syt\nmailbox: none\n${more}`;
const person = (more: string) =>
  organization(`people:\n  - id: LC-000021\n    name: Trần Thị Bình\n    ${more}\n`);

/** What is in the file, and what must be seen nowhere. */
const published: readonly (readonly [string, string, string])[] = [
  ['a recipient', organization(`credentialRecipients: [${age}]\n`), body],
  ['in a list', organization(`credentialRecipients:\n  - ${age}\n`), body],
  ['in quotes', organization(`credentialRecipients: ["${age}"]\n`), body],
  ['in small letters', organization(`credentialRecipients: ['${age.toLowerCase()}']\n`), body.toLowerCase()],
  [
    'with spaces',
    organization(`credentialRecipients: ["${age.replace(/.{8}/g, '$& ')}"]\n`),
    body.slice(24, 32),
  ],
  [
    'on two lines',
    organization(`credentialRecipients: ["${age.slice(0, 40)}\n  ${age.slice(40)}"]\n`),
    body.slice(30, 58),
  ],
  ['cut short', organization(`credentialRecipients: [${age.slice(0, 50)}]\n`), body.slice(0, 34)],
  ['without its head', organization(`credentialRecipients: [${body}]\n`), body],
  ['escaped', organization(`credentialRecipients: ["AGE\\x2dSECRET-KEY-1${body}"]\n`), body],
  ['no list', organization(`credentialRecipients: ${age}\n`), body],
  ['as a key', organization(`${age}: x\n`), body],
  ['the post-quantum kind', organization(`credentialRecipients: [AGE-SECRET-KEY-PQ-1${body}]\n`), body],
  ['of a hardware key', organization(`credentialRecipients: [AGE-PLUGIN-YUBIKEY-1${body}]\n`), body],
  ['longer than one is', organization(`# ${age}W0WW0W0W\n`), 'W0WW0W0W'],
  ['in a comment', organization(`# ${age}\n`), body],
  ['inside a name', person(`title: "Chuyên viên ${age} phòng một"`), body],
  ['in a telephone', person(`phone: ${age}`), body],
  ['in a file of no syntax', organization(`credentialRecipients: [${age}\n  : "\n`), body],
  ['twice as a key', organization(`${age}: x\n${age}: y\n`), body],
  ['of SSH', person(`title: |\n    ${pem('OPENSSH PRIVATE KEY')}`), base64],
  ['of TLS', person(`title: |\n    ${pem('RSA PRIVATE KEY')}`), base64],
  ['of PGP', person(`title: |\n    ${pem('PGP PRIVATE KEY BLOCK')}`), base64],
  ['a token', person(`title: ${token}`), token.slice(4)],
  ['a fine-grained token', person(`title: github_pat_${token.slice(4)}`), token.slice(4)],
];

it.each(published)('%s', async (_name, text, secret) => {
  const fixture = await layOut('secret-published');
  try {
    await fixture.write(join(fixture.root, 'organizations/syt.yaml'), text);
    for (const format of ['text', 'json', 'github']) {
      for (const language of ['vi', 'en']) {
        const { exit, out } = await fixture.check(format, language);
        expect(exit).toBe(1);
        expect(out).toContain('secret-published');
        for (let at = 0; at + 8 <= secret.length; at += 4)
          expect(out).not.toContain(secret.slice(at, at + 8));
      }
    }
  } finally {
    await fixture.remove();
  }
});

it.each(['policy.yaml', 'grants.yaml', 'organizations/syt.yml'])('in %s too', async (file) => {
  const fixture = await layOut('secret-published');
  try {
    await fixture.write(join(fixture.root, file), `# ${age}\nx: 1\n`);
    const { exit, out } = await fixture.check('text');
    expect([exit, out.includes('[secret-published]'), out.includes(body.slice(0, 12))]).toEqual([
      1,
      true,
      false,
    ]);
  } finally {
    await fixture.remove();
  }
});

it.each([
  '',
  'age1vkljfeswjnk4mddgzf0cj7areekfll2lzal5vsrvvp68akpsppussayanf',
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIjCr1vTXiJWsB9rUOGx2Kyy5pYsO+5d9ZJ2VZBkJhwV',
  '-----BEGIN CERTIFICATE-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n-----END CERTIFICATE-----',
  'Sở Thông tin và Truyền thông',
  'AGE-SECRET-KEY-1…',
  'ghp_',
])('no secret: %s', (text) => {
  expect(findSecrets(text)).toEqual([]);
  expect(maskSecrets(text)).toBe(text);
});

it('what is hidden keeps every place in the text', () => {
  for (const [, text] of published) {
    const masked = maskSecrets(text);
    expect(masked.length).toBe(text.length);
    expect(masked.split('\n').map(({ length }) => length)).toEqual(
      text.split('\n').map(({ length }) => length),
    );
  }
});

it('finds the letters of an identity alone wherever they stand, and no run that is shorter or longer', () => {
  const letters = [...'023456789ACDEFGHJKLMNPQRSTUVWXYZ'];
  const run = fc.string({ unit: fc.constantFrom(...letters), minLength: 55, maxLength: 61 });
  const between = fc.string({ unit: fc.constantFrom(' ', '\n', '1', 'b', 'Ễ', 'Q', '-'), maxLength: 130 });
  const plain = /(?<![A-Za-z02-9])[02-9AC-HJ-NP-Z]{58}(?![A-Za-z0-9])/g;
  fc.assert(
    fc.property(fc.array(fc.tuple(between, run), { maxLength: 4 }), between, (parts, end) => {
      const text = parts.flat().join('') + end;
      const expected = Array.from(text.matchAll(plain), ({ index }) => index);
      expect(findSecrets(text).map(({ index }) => index)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
