/** What is known of texts is found by their octets alone, and a text that cannot be kept is not known: never another's. */
import { describe, expect, it } from 'vitest';
import { hashNext, hashStart, makeOctetTable } from '../../../src/model/text/octet-table.ts';

const hashOf = (octets: Uint8Array): number => octets.reduce(hashNext, hashStart);

/** What is known of a text, as the reader of files asks for it: in the midst of others. */
function ask<T>(table: ReturnType<typeof makeOctetTable<T>>, text: Buffer | string, hash?: number) {
  const octets = Buffer.concat([Buffer.from('x'), Buffer.from(text as string), Buffer.from('\n')]);
  const own = octets.subarray(1, -1);
  const found = table.find(octets, 1, octets.length - 1, hash ?? hashOf(own));
  return found < 0 ? undefined : table.values[found];
}

describe('what is known of texts', () => {
  it('is made once for each, and told apart by every octet', () => {
    const asked: string[] = [];
    const table = makeOctetTable((text) => {
      asked.push(text);
      return text.includes('?') ? undefined : `${text}!`;
    });
    for (const text of ['Lò', 'Lo', '', 'Lò', 'Lò', 'a?', 'a?', '\ufeffLò'])
      expect(ask(table, text)).toBe(text.includes('?') ? undefined : `${text}!`);
    expect(asked).toEqual(['Lò', 'Lo', '', 'a?', '\ufeffLò']);
  });

  it('is nothing of octets that are no text, and of a long text', () => {
    const table = makeOctetTable((text) => text);
    expect(ask(table, Buffer.of(0xff, 0x61))).toBeUndefined();
    expect(ask(table, 'a'.repeat(500))).toBe('a'.repeat(500));
    expect(ask(table, 'a'.repeat(501))).toBeUndefined();
  });

  it('is right where many texts have one hash, or more come than are kept', () => {
    const table = makeOctetTable((text) => text);
    const same = Array.from({ length: 100 }, (_, number) => ask(table, `t${number}`, 7));
    expect(same.filter((text) => text !== undefined)).toHaveLength(32);
    expect(same.every((text, number) => text === undefined || text === `t${number}`)).toBe(true);
    let known = 0;
    for (let number = 0; number < 21_000; number++) {
      const text = ask(table, `n${number}`);
      if (text === undefined) continue;
      expect(text).toBe(`n${number}`);
      known++;
    }
    expect(known).toBe(20_000 - 32);
    expect(ask(table, 'n5')).toBe('n5');
  });
});
