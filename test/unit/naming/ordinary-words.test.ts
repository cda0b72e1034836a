/** The remembered words change nothing but the time: names are read as their letters are, word by word or whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivePerson } from '../../../src/naming/person/derive.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';

const derive = (name: string) => derivePerson({ name, suffix: 'x' }, defaultNamingPolicy);

// Two spaces keep a name off the quick way, and mean nothing (domain: repeated spaces are one space).
const slowly = (name: string) => derive(name.replaceAll(' ', '  '));

const word = fc.constantFrom(
  ...'Nguyễn Văn An Lò Thị A Páo Y Giàng Ông Bà Anh Giám Đốc Công Chức Tiến Sĩ TS Ng V. Vаn NguyÔn Vaên Đ đ Ê Ý Ka k H’Hen 3 (ông) Minh-Khai Trần Ôt lÊ'.split(
    ' ',
  ),
  'Nguyê\u0303n',
  'a\u00a0b',
);

describe('ordinary words', () => {
  it('give what the whole reading gives, for every mixture with words that are not', () => {
    let ordinary = 0;
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const name = words.join(' ');
        const quick = derive(name);
        const slow = slowly(name);
        expect(quick.localPart).toBe(slow.localPart);
        expect(quick.findings.map(({ code }) => code)).toEqual(slow.findings.map(({ code }) => code));
        expect(quick.parts).toEqual(slow.parts);
        if (quick.localPart !== null) ordinary++;
      }),
      { numRuns: 4000 },
    );
    expect(ordinary).toBeGreaterThan(100);
  });
});
