/** The remembered words of organizations' names change nothing but the time: a name is read by its words, or as a whole. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { organizationKinds } from '../../../src/model/directory/organization.ts';
import { deriveOrganization } from '../../../src/naming/organization/derive.ts';
import { readWords } from '../../../src/naming/organization/name.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';

// A second space keeps a name off the quick way, and means nothing.
const slowly = (name: string): string => name.replaceAll(' ', '  ');

const word = fc.constantFrom(
  ...'Sở Phòng Ủy ban nhân dân UBND HĐND TP. TT xã huyện Sìn Hồ Lai Châu 30 4A Vаn NguyÔn Vaên Vaê u\u00fa l\u00fbA Đ đ Ê VÀ và - – , x, (y) T&T a? « •'.split(
    ' ',
  ),
  ...['Sơ\u0309', 'a\u00a0b', '', '\u0301a', '\u{1d400}', 'ÔnG', 'A'.repeat(120)],
);

it('are what the whole reading gives, for every mixture with words that are not remembered', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), fc.constantFrom(...organizationKinds), (words, kind) => {
      const name = ` ${words.join(' ')}`.slice(1);
      const quick = readWords(name);
      const slow = readWords(slowly(name));
      expect(quick.words).toEqual(slow.words);
      expect(quick.findings.map(({ code }) => code)).toEqual(slow.findings.map(({ code }) => code));
      const of = (one: string) =>
        deriveOrganization({ kind, name: one, parent: 'sinho' }, defaultNamingPolicy);
      expect(of(name).localParts).toEqual(of(slowly(name)).localParts);
      if (quick.words.length > 0) read++;
    }),
    { numRuns: 4000 },
  );
  expect(read).toBeGreaterThan(500);
});
