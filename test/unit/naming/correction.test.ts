/** Which change of a name is a slip put right, and which is another human under the same id. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCorrection } from '../../../src/naming/person/correction.ts';

describe('a correction', () => {
  it.each([
    ['Nguyễn Văn An', 'Nguyễn Văn An', 'the same'],
    ['Nguyen Van An', 'Nguyễn Văn Ân', 'marks alone'],
    ['NGUYỄN VĂN AN', 'Nguyễn Văn An', 'capitals alone'],
    ['Nguyễn Văn An', 'Nguyễn An', 'a syllable dropped'],
    ['Nguyễn An', 'Nguyễn Văn An', 'a syllable added'],
    ['Đỗ Thị Hoa', 'Đỗ Thị Thanh Hoa', 'a syllable added before the given name'],
    ['Lò Văn Chi', 'Lò Văn Chư', 'one letter of the given name'],
    ['Lò Văn Tan', 'Lò Văn Tang', 'one letter more'],
    ['Lò Văn Tang', 'Lò Văn Tan', 'one letter less'],
    ['Nguyễn Văn An', 'Nguyễn Viết An', 'one other syllable'],
    ['Nguyễn Văn An', 'Nguyên Viết Ân', 'one other syllable, and marks'],
  ])('%s → %s (%s)', (before, after) => {
    expect(isCorrection(before, after)).toBe(true);
    expect(isCorrection(after, before)).toBe(true);
  });
});

describe('another human', () => {
  it.each([
    ['Nguyễn Văn An', 'Trần Thị Bình', 'everything'],
    ['Nguyễn Văn An', 'Nguyễn Văn Khang', 'another given name'],
    ['Nguyễn Văn An', 'Trần Viết An', 'only the given name is kept'],
    ['Lò An', 'Vàng An', 'of two syllables one is kept'],
    ['Lò Văn Chi', 'Lò Văn Chiến', 'two letters of the given name'],
    ['Nguyễn Văn An', 'Nguyễn', 'two syllables dropped'],
    ['Giàng A Páo', 'Giàng A Sình', 'a Mông name with another given one'],
  ])('%s → %s (%s)', (before, after) => {
    expect(isCorrection(before, after)).toBe(false);
    expect(isCorrection(after, before)).toBe(false);
  });

  it('is judged alike in both directions, whatever the names', () => {
    const syllable = fc.constantFrom('an', 'anh', 'bình', 'chi', 'văn', 'thị', 'lò', 'đỗ', 'a');
    const name = fc.array(syllable, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
    fc.assert(fc.property(name, name, (a, b) => isCorrection(a, b) === isCorrection(b, a)));
  });
});
