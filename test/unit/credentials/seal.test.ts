/** What is sealed opens for each of its recipients, for nobody else, and only while it is whole. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIdentityFile, readIdentityFile } from '../../../src/credentials/identity.ts';
import { openSealedFile } from '../../../src/credentials/open.ts';
import { seal } from '../../../src/credentials/seal.ts';
import { writeSealedFile } from '../../../src/credentials/sealed-file.ts';
import { ExpectedError } from '../../../src/model/problems/errors.ts';
import { remarkText } from '../../../src/render/errors/remark.ts';

let folder: string;
let identities: string[];
let recipients: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danhba-seal-'));
  identities = await Promise.all([1, 2, 3].map(() => generateX25519Identity()));
  recipients = await Promise.all(identities.map(identityToRecipient));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The code of the error, and what it says. */
async function refusalOf(work: Promise<unknown>): Promise<{ code: string; said: string }> {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ExpectedError)) throw new Error(`not refused: ${String(thrown)}`);
  return { code: thrown.code, said: remarkText(thrown.remark, 'en') };
}

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

describe('a seal', () => {
  it('opens for each recipient, to the same text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
        const file = await put('any.age', await seal(text, recipients.slice(0, 2)));
        expect(await openSealedFile(file, identities.slice(0, 1))).toBe(text);
        expect(await openSealedFile(file, identities.slice(1))).toBe(text);
      }),
      { numRuns: 20 },
    );
  });

  it('opens for nobody else, and shows nothing', async () => {
    const sealed = await seal('Humek-tenap-74Rabin-dipyh', recipients.slice(0, 2));
    expect(new TextDecoder('latin1').decode(sealed)).not.toMatch(/Humek|tenap|Rabin/);
    const file = await put('others.age', sealed);
    expect(await refusalOf(openSealedFile(file, identities.slice(2)))).toMatchObject({
      code: 'sealed-for-others',
    });
  });

  it('is another each time', async () => {
    const [one, two] = await Promise.all([seal('a', recipients), seal('a', recipients)]);
    expect(Buffer.from(one).equals(two)).toBe(false);
  });

  it('is never made for nobody', async () => {
    expect(await refusalOf(seal('a', []))).toMatchObject({ code: 'recipient-missing' });
  });

  it('is never made where one key of several is wrong in one character, which is named', async () => {
    const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: 61 }), fc.constantFrom(...alphabet), async (at, letter) => {
        const [good = '', right = ''] = recipients;
        fc.pre(right[at] !== letter);
        const wrong = right.slice(0, at) + letter + right.slice(at + 1);
        const refusal = await refusalOf(seal('a', [good, wrong]));
        expect(refusal.code).toBe('recipient-refused');
        expect(refusal.said).toContain(wrong);
      }),
    );
  });

  it.each([
    ['cut short', (key: string) => key.slice(0, -3)],
    ['in capitals', (key: string) => key.toUpperCase()],
    ['of another kind', () => 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG'],
    ['an identity', () => identities[0] as string],
  ])('is never made for a key %s', async (_, spoil) => {
    expect(await refusalOf(seal('a', [spoil(recipients[0] as string)]))).toMatchObject({
      code: 'recipient-refused',
    });
  });

  it('is never made for a point of small order, which everybody could open', async () => {
    // age1 with 32 zero octets: well formed, and useless as a key.
    const zero = `age1${'q'.repeat(52)}5cu47z`;
    expect((await refusalOf(seal('a', [zero]))).code).toBe('recipient-refused');
  });
});

describe('a sealed file', () => {
  it('is there whole, for its owner alone, in a folder made for it', async () => {
    const inner = join(folder, 'deep/credentials');
    const file = await writeSealedFile(inner, 'a.html.age', new Uint8Array([1, 2, 3]));
    expect(file).toBe(join(inner, 'a.html.age'));
    expect([...(await readFile(file))]).toEqual([1, 2, 3]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(inner)).mode & 0o777).toBe(0o700);
    expect(await readdir(inner)).toEqual(['a.html.age']);
  });

  it('that cannot be written is told, and leaves nothing behind', async () => {
    const inTheWay = await put('in-the-way', '');
    const refusal = await refusalOf(writeSealedFile(inTheWay, 'a.html.age', new Uint8Array(3)));
    expect(refusal).toMatchObject({ code: 'credentials-unwritable' });
    expect(refusal.said).toContain(join(inTheWay, 'a.html.age'));
    const taken = join(folder, 'taken');
    await writeSealedFile(join(taken, 'a.html.age'), 'b', new Uint8Array(3));
    expect((await refusalOf(writeSealedFile(taken, 'a.html.age', new Uint8Array(3)))).code).toBe(
      'credentials-unwritable',
    );
    expect(await readdir(taken)).toEqual(['a.html.age']);
  });

  it('opens in armor too, as mail programs like it', async () => {
    const file = await put(
      'armored.age',
      `\n${armor.encode(await seal('một', recipients)).replaceAll('\n', '\r\n')}`,
    );
    expect(await openSealedFile(file, identities)).toBe('một');
  });

  it.each([
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 5)],
    ['cut in its header', (bytes: Uint8Array) => bytes.subarray(0, 60)],
    [
      'altered at its end',
      (bytes: Uint8Array) => bytes.map((byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte)),
    ],
    ['longer than it was', (bytes: Uint8Array) => Uint8Array.from([...bytes, 0])],
    ['spoiled in its armor', () => new TextEncoder().encode('-----BEGIN AGE ENCRYPTED FILE-----\n***\n')],
  ])('%s is never half opened', async (_, spoil) => {
    const file = await put('spoiled.age', spoil(await seal('một hai ba', recipients)));
    expect((await refusalOf(openSealedFile(file, identities))).code).toBe('sealed-damaged');
  });

  it('of another kind, or none at all, is told apart', async () => {
    const html = await put('sheet.html', '<!DOCTYPE html>');
    expect((await refusalOf(openSealedFile(html, identities))).code).toBe('sealed-invalid');
    expect((await refusalOf(openSealedFile(await put('empty', ''), identities))).code).toBe('sealed-invalid');
    expect((await refusalOf(openSealedFile(folder, identities))).said).toContain('EISDIR');
    expect((await refusalOf(openSealedFile(join(folder, 'none'), identities))).said).toContain('ENOENT');
  });
});

describe('an identity file', () => {
  const now = new Date('2026-11-24T02:41:00.123Z');

  it('is new, private, and opens what is sealed for the key it tells', async () => {
    const file = join(folder, 'identity.txt');
    const recipient = await makeIdentityFile(file, now);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(
      /^# created: 2026-11-24T02:41:00Z\n# public key: age1\w{58}\nAGE-SECRET-KEY-1\w{58}\n$/,
    );
    expect(text).toContain(recipient);
    const sealed = await put('mine.age', await seal('của tôi', [recipient]));
    expect(await openSealedFile(sealed, await readIdentityFile(file))).toBe('của tôi');
  });

  it('is never overwritten', async () => {
    const file = await put('precious.txt', 'precious');
    expect((await refusalOf(makeIdentityFile(file, now))).code).toBe('identity-exists');
    expect(await readFile(file, 'utf8')).toBe('precious');
    expect((await refusalOf(makeIdentityFile(join(folder, 'no/such/folder'), now))).said).toContain('ENOENT');
  });

  it('may hold several, comments, empty lines and the line ends of Windows', async () => {
    const file = await put('several.txt', `# a\r\n\r\n${identities.join('\r\n')}\r\n  # end\r\n`);
    expect(await readIdentityFile(file)).toEqual(identities);
  });

  it.each([
    ['empty', '# nothing\n', 'AGE-SECRET-KEY-1'],
    ['a key that was mistyped', 'AGE-SECRET-KEY-1QQQSECRETQQQ\n', 'line 1'],
    ['a public key', 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\n', 'AGE-SECRET-KEY-1'],
    ['sealed itself', 'age-encryption.org/v1\n-> scrypt SECRET 18\n', 'age -d'],
    ['UTF-16', 'A\0G\0E\0-\0S\0E\0C\0R\0E\0T\0Q\0Q\0Q\0', 'UTF-16'],
    ['of a token', 'AGE-PLUGIN-YUBIKEY-1SECRET\n', 'age -d -i'],
  ])('%s is refused, and nothing of it told', async (_, text, told) => {
    const refusal = await refusalOf(readIdentityFile(await put('refused.txt', text)));
    expect(refusal.code).toBe('identity-invalid');
    expect(refusal.said).toContain(told);
    expect(refusal.said).not.toContain('SECRETQQQ');
    expect(refusal.said).not.toContain('1SECRET');
  });

  it('that cannot be read is told', async () => {
    const refusal = await refusalOf(readIdentityFile(join(folder, 'none')));
    expect(refusal.code).toBe('identity-unreadable');
    expect(refusal.said).toContain('ENOENT');
  });
});
