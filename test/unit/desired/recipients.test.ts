/** Recipients that age would refuse, or that danhba does not seal for, are told by `check`, with why. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal } from '../../../src/credentials/seal.ts';
import { parseOrganization } from '../../../src/desired/read/parse-directory.ts';
import { judgeRecipient } from '../../../src/desired/read/recipients.ts';
import { testRecipient } from '../../support/world.ts';

const hybrid = `age1pq1${'q'.repeat(1945)}`;

describe('a recipient', () => {
  it.each([
    [testRecipient, undefined],
    [testRecipient.toUpperCase(), 'capitals'],
    [`${testRecipient.slice(0, -1)}Q`, 'capitals'],
    [testRecipient.slice(0, -1), 'length'],
    [`${testRecipient}q`, 'length'],
    [`${testRecipient.slice(0, -1)}o`, 'letter'],
    [`${testRecipient.slice(0, 9)}1${testRecipient.slice(10)}`, 'letter'],
    [` ${testRecipient}`, 'form'],
    [`${testRecipient} `, 'spaces'],
    [`${testRecipient.slice(0, 20)} ${testRecipient.slice(20)}`, 'spaces'],
    ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE', 'kind'],
    ['ssh-rsa AAAAB3NzaC1yc2E', 'kind'],
    ['age1yubikey1q2w7u3vpya839jxxuq8g0sedh3d740d4xvn639sqhr95ejj8vu3hyfumptt', 'kind'],
    [hybrid, 'kind'],
    ['age1tag1qwe0kafsjrar4txm6heqnhpfuggzr0gvznz7fvygxrlq90u5mq2pysxtw6h', 'kind'],
    ['', 'form'],
    ['octocat', 'form'],
  ])('%s: %s', (text, reason) => {
    expect(judgeRecipient(text)).toBe(reason);
  });

  it('with any one letter wrong, missing, twice, or two changed about, is told', () => {
    const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
    const at = fc.integer({ min: 4, max: testRecipient.length - 2 });
    fc.assert(
      fc.property(at, fc.constantFrom(...letters), fc.nat(3), (place, letter, way) => {
        const [head, one, next] = [
          testRecipient.slice(0, place),
          testRecipient[place],
          testRecipient[place + 1],
        ];
        const tail = testRecipient.slice(place + 1);
        const ways = [
          head + letter + tail,
          head + tail,
          head + one + one + tail,
          head + next + one + tail.slice(1),
        ];
        const changed = ways[way] as string;
        expect(judgeRecipient(changed) === undefined).toBe(changed === testRecipient);
      }),
    );
  });

  it('that passes is one age takes, and one that does not is none', async () => {
    await expect(seal('x', [testRecipient])).resolves.toBeInstanceOf(Uint8Array);
    const miscopied = testRecipient.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q'));
    expect(judgeRecipient(miscopied)).toBe('checksum');
    await expect(seal('x', [miscopied])).rejects.toMatchObject({ code: 'recipient-refused' });
  });

  it('is told once, at its place, and holds the file', () => {
    const text = `id: syt\nname: Sở Y tế\nkind: provincial\nparent: ubnd\ncode: syt\nmailbox: none\ncredentialRecipients: [${testRecipient}, AGE1X]\n`;
    const { problems, result } = parseOrganization({
      file: 'syt.yaml',
      path: 'organizations/syt.yaml',
      text,
    });
    expect(problems).toMatchObject([
      { code: 'recipient-invalid', args: { value: 'AGE1X' }, at: { path: ['credentialRecipients', 1] } },
    ]);
    expect(result).not.toHaveProperty('organization');
  });
});
