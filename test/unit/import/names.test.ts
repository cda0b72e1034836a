/** What an import makes of names as living servers have them: told or asked, and no mark ever guessed. */
import { describe, expect, it } from 'vitest';
import { chooseName } from '../../../src/import/people/name.ts';
import { withoutTitles } from '../../../src/import/people/title.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';

interface Told {
  readonly names: readonly string[];
  readonly family?: string;
  readonly given?: string;
  readonly localPart?: string;
  readonly isBroken?: boolean;
}

const choose = (told: Told) => chooseName({ isBroken: false, ...told }, 'sonv', defaultNamingPolicy);

describe('a name nobody has to look at', () => {
  it.each<[string, Told, string]>([
    ['as it should be', { names: ['Nguyễn Văn An'] }, 'Nguyễn Văn An'],
    ['NFD, NBSP, doubled spaces', { names: ['Nguyễn\u00a0Văn  An '.normalize('NFD')] }, 'Nguyễn Văn An'],
    ['a zero-width space', { names: ['Nguyễn \u200bVăn An'] }, 'Nguyễn Văn An'],
    ['marks in the second value', { names: ['Nguyen Van An', 'Nguyễn Văn An'] }, 'Nguyễn Văn An'],
    ['marks in the first', { names: ['Nguyễn Văn An', 'Nguyen Van An'] }, 'Nguyễn Văn An'],
    ['capitals in one value', { names: ['NGUYỄN VĂN AN', 'Nguyễn Văn An'] }, 'Nguyễn Văn An'],
    ['the given name first in cn', { names: ['Nguyễn Văn An', 'An Nguyễn Văn'] }, 'Nguyễn Văn An'],
    [
      'first and last name of an English form',
      { names: ['Nguyễn Văn An'], family: 'An', given: 'Nguyễn Văn' },
      'Nguyễn Văn An',
    ],
    ['a middle name of one letter', { names: ['Giàng A Páo'] }, 'Giàng A Páo'],
    ['one broken value of two', { names: ['Nguyá»…n VÄƒn An', 'Nguyễn Văn An'] }, 'Nguyễn Văn An'],
    ['no evidence that it is turned', { names: ['An Nguyễn Văn'] }, 'An Nguyễn Văn'],
  ])('%s', (_, told, name) => {
    expect(choose(told)).toMatchObject({ name });
    expect(choose(told)?.question).toBeUndefined();
  });

  it('is told where it has no mark at all', () => {
    expect(choose({ names: ['Lo Van Ma'] })).toEqual({ name: 'Lo Van Ma', isAscii: true });
  });

  it('is missing where the entry has none', () => {
    expect(choose({ names: ['  '] })).toBeUndefined();
  });
});

describe('a name somebody has to look at stays as it is, with what is proposed', () => {
  it.each<[string, Told, string | undefined]>([
    ['capitals', { names: ['NGUYỄN VĂN AN'] }, 'Nguyễn Văn An'],
    ['capitals', { names: ['nguyễn văn an'] }, 'Nguyễn Văn An'],
    ['unmarked', { names: ['Nguyen Van An'] }, undefined],
    ['unmarked', { names: ['NGUYEN VAN AN'] }, undefined],
    ['title', { names: ['TS. Nguyễn Văn An'] }, 'Nguyễn Văn An'],
    ['title', { names: ['Nguyễn Văn An (Phòng Nội vụ)'] }, 'Nguyễn Văn An'],
    ['title', { names: ['Văn thư viên Lò Thế An'], localPart: 'anlt.sonv' }, 'Lò Thế An'],
    ['given-first', { names: ['An Nguyễn Văn'], family: 'Nguyễn', given: 'An' }, 'Nguyễn Văn An'],
    ['given-first', { names: ['An Nguyễn Văn'], family: 'Nguyễn Văn', given: 'An' }, 'Nguyễn Văn An'],
    ['given-first', { names: ['An Nguyễn Văn'], localPart: 'annv.sonv' }, 'Nguyễn Văn An'],
    ['two-names', { names: ['Nguyễn Văn An', 'Trần Thị Bình'] }, 'Nguyễn Văn An'],
    ['two-names', { names: ['An Nguyen Van', 'Nguyễn Văn An'] }, 'Nguyễn Văn An'],
    ['broken', { names: ['Nguyá»…n VÄƒn An'] }, undefined],
    ['broken', { names: ['Nguyễn Văn An'], isBroken: true }, undefined],
  ])('%s: %o', (reason, told, proposal) => {
    const choice = choose(told);
    expect(choice?.name).toBe(told.names[0]?.normalize('NFC'));
    expect(choice?.question?.reason).toBe(reason);
    expect(choice?.question?.proposal?.name).toBe(proposal);
  });

  it('is proposed in parts where no rule reads it', () => {
    expect(choose({ names: ["H'Hen Niê"], family: 'Niê', given: "H'Hen" })?.question).toEqual({
      reason: 'unreadable',
      there: "H'Hen Niê",
      proposal: { name: "H'Hen Niê", nameParts: { family: 'Niê', given: "H'Hen" } },
    });
  });
});

describe('titles', () => {
  it.each([
    ['PGS.TS. Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Ông Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Giám đốc Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Phó Trưởng phòng Mùa Thị Bình', 'Mùa Thị Bình'],
    ['Lò Thị Mai ThS', 'Lò Thị Mai'],
    ['BSCKI Lò Thị Mai', 'Lò Thị Mai'],
    ['Đ/c Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Nguyễn Văn An - Giám đốc', 'Nguyễn Văn An'],
    ['Nguyễn Văn An, ThS', 'Nguyễn Văn An'],
    ['Chu Thị Bá', 'Chu Thị Bá'],
    ['Giám đốc', 'Giám đốc'],
    ['Anh Tuấn', 'Anh Tuấn'],
  ])('%s → %s', (name, bare) => {
    expect(withoutTitles(name)).toBe(bare);
  });
});
