/** Cases an independent examiner found wanting: each was once accepted, or refused, against domain.md. */
import { describe, expect, it } from 'vitest';
import { derivePerson } from '../../../src/naming/person/derive.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';

const person = (name: string) => {
  const { localPart, findings } = derivePerson({ name, suffix: 'x' }, defaultNamingPolicy);
  return localPart ?? findings.map(({ code }) => code).join(' ');
};

describe('legacy encodings', () => {
  it.each([
    'Lê Minh Tiêìn',
    'Bùi Thiò Tuyêìt',
    'Phaòm Thiò Noong',
    'Lê Quôìc Huy',
    'Chang Seo MÈy',
    'Ly A GÊu',
    'Võ A DÝnh',
    'TÈn A On',
    'Quúnh Quúnh',
  ])('refuses %s', (name) => {
    expect(person(name)).toBe('name-encoding');
  });

  it.each([
    ['Vàng Giò Chứ', 'chuvg.x'],
    ['Trần Quì Hương', 'huongtq.x'],
    ['Ngô Xoong Ươi', 'uoinx.x'],
    ['LÊ THỊ HÒA', 'hoalt.x'],
    ['Lò Thị Hoè', 'hoelt.x'],
    ['Nguyễn Thuý Uyên', 'uyennt.x'],
  ])('leaves %s alone', (name, expected) => {
    expect(person(name)).toBe(expected);
  });
});

describe('ranks and offices are titles', () => {
  it.each([
    'Thượng tá Lò Văn An',
    'Đại úy Lò Văn An',
    'Lò Văn An trưởng bản',
    'Nhà giáo Lò Văn An',
    'Già làng Lò Văn An',
  ])('asks about %s', (name) => {
    expect(person(name)).toBe('name-title');
  });
});
