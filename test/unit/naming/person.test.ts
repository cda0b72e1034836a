/** 5.2.a: the derived local part of a person, and the names at which a human is asked. */
import { describe, expect, test } from 'vitest';
import type { NameParts } from '../../../src/model/directory/organization.ts';
import { derivePerson } from '../../../src/naming/person/derive.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';

const derive = (name: string, nameParts?: NameParts, suffix = 'sotttt') =>
  derivePerson({ name, suffix, ...(nameParts && { nameParts }) }, defaultNamingPolicy);
const codes = (name: string, nameParts?: NameParts) =>
  derive(name, nameParts).findings.map(({ code }) => code);

describe('5.2.a given name, then initials of surname and middle names', () => {
  test.each([
    // two to six syllables
    ['Lê An', 'anl'],
    ['Nguyễn Văn An', 'annv'],
    ['Ngô Văn An', 'annv'],
    ['Nguyễn Thị Thu Hà', 'hantt'],
    ['Trần Nguyễn Thị Thu Hà', 'hatntt'],
    ['Công Tằng Tôn Nữ Thị Hà', 'hacttnt'],
    ['Nguyễn Ánh Ngọc Xuân Quỳnh Mai', 'mainanxq'],
    // đ, never a digraph, every first letter
    ['Đỗ Đình Đạt', 'datdd'],
    ['Đặng Thị Đào', 'daodt'],
    ['Phan Thị Như Quỳnh', 'quynhptn'],
    ['Ngô Nghĩa Nghiêm', 'nghiemnn'],
    ['Khổng Chí Phương', 'phuongkc'],
    ['Trịnh Giang Thanh', 'thanhtg'],
    ['Quàng Văn Ương', 'uongqv'],
    ['Hoàng Ích Ửng', 'unghi'],
    // names of the province
    ['Giàng A Páo', 'paoga'],
    ['Lý Go Xừ', 'xulg'],
    ['Chang Hừ Lòng', 'longch'],
    ['Pờ Diệp Sàng', 'sangpd'],
    ['Vàng Seo Dín', 'dinvs'],
    ['Sùng A Dê', 'desa'],
    ['Tẩn Mỳ Sểnh', 'senhtm'],
    ['Lò Văn Ợt', 'otlv'],
    ['Khoàng Thị Xưa', 'xuakt'],
    ['Mùa A Nam', 'namma'],
    ['Phàn Tả Mẩy', 'maypt'],
    ['Lỳ Hà Xá', 'xalh'],
    ['Vàng Văn Ín', 'invv'],
    ['Thào A Ký', 'kyta'],
    ['Tao Văn Ọi', 'oitv'],
    ['Kpă Klơng', 'klongk'],
    ['Krajan Plin', 'plink'],
    ['Lò Thị Ê', 'elt'],
    ['Sùng Thị Y', 'yst'],
    ['Lê Ý', 'yl'],
    ['Lý Ơ Phạ', 'phalo'],
    ['Hạng Y Sua', 'suahy'],
    ['Nguyễn Văn A', 'anv'],
    // y and i are never exchanged
    ['Lý Mỹ Kỳ', 'kylm'],
    ['Lí Mĩ Kì', 'kilm'],
    // old and new tone placement
    ['Hoà Thị Thuý', 'thuyht'],
    ['Hòa Thị Thúy', 'thuyht'],
    ['Nguyễn Quốc Toản', 'toannq'],
    // case
    ['NGUYỄN VĂN AN', 'annv'],
    ['nguyễn văn an', 'annv'],
    ['nGUYỄN vĂN aN', 'annv'],
    ['ĐỖ THỊ ĐÀO', 'daodt'],
    ['đỗ thị đào', 'daodt'],
    // hyphens
    ['Tôn-Nữ Thị–Hà', 'hatnt'],
    ['Nguyễn Văn-An', 'annv'],
    // typed without marks: the letters are the same
    ['Nguyen Van An', 'annv'],
    ['Do Thi Dao', 'daodt'],
    // letters of the ASCII alphabet
    ['Jang Zơ Fừ', 'fujz'],
    // words that only resemble titles
    ['Chu Văn An', 'ancv'],
    ['Bá Thị Hà', 'habt'],
    ['Ong Văn An', 'anov'],
    ['Cù Thị Em', 'emct'],
    ['Lò Văn Anh', 'anhlv'],
    ['Nguyễn Thầy Cô', 'cont'],
    ['Phó Đức Phương', 'phuongpd'],
    ['Lê Kiến Trúc', 'truclk'],
    ['Nguyễn Kế Toán', 'toannk'],
    ['Ca Văn An', 'ancv'],
    ['Hà Văn An', 'anhv'],
    ['Ý Văn An', 'anyv'],
  ])('%s → %s', (name, expected) => {
    for (const form of [name, name.normalize('NFD'), name.normalize('NFC')]) {
      expect(derive(form)).toMatchObject({ localPart: `${expected}.sotttt`, findings: [] });
    }
  });

  test('explains how the name was read', () => {
    expect(derive('Nguyễn Thị Thu Hà').parts).toEqual({
      family: ['nguyen'],
      middle: ['thi', 'thu'],
      given: 'ha',
      initials: 'ntt',
    });
  });

  test.each([
    ['sotttt', 'annv.sotttt'],
    ['SoTTTT', 'annv.sotttt'],
    ['pqldl.sovhttdl', 'annv.pqldl.sovhttdl'],
    ['dkl.cckl.snnptnt', 'annv.dkl.cckl.snnptnt'],
    ['1', 'annv.1'],
  ])('suffix %s', (suffix, expected) => {
    expect(derive('Nguyễn Văn An', undefined, suffix)).toMatchObject({ localPart: expected, findings: [] });
  });

  test.each([
    '',
    ' ',
    '.',
    'a.',
    '.a',
    'a..b',
    'so tttt',
    'sở',
    'so-tttt',
    'so_tttt',
    'sotttt@laichau.gov.vn',
    '\u212a',
    'a'.repeat(65),
  ])('suffix %j is none', (suffix) => {
    expect(derive('Nguyễn Văn An', undefined, suffix)).toMatchObject({
      localPart: null,
      findings: [{ code: 'suffix-form' }],
    });
  });

  test('64 octets at most', () => {
    const suffix = 'a'.repeat(59);
    expect(derive('Nguyễn Văn An', undefined, suffix).localPart).toBe(`annv.${suffix}`);
    expect(derive('Nguyễn Văn Anh', undefined, suffix)).toMatchObject({
      localPart: null,
      findings: [{ code: 'address-length', args: { max: 64 } }],
    });
  });

  test('the form is the policy’s', () => {
    const policy = { ...defaultNamingPolicy, forms: { person: '{given}.{initials}.{suffix}' } };
    expect(derivePerson({ name: 'Nguyễn Văn An', suffix: 'sotttt' }, policy).localPart).toBe('an.nv.sotttt');
    expect(derivePerson({ name: 'Nguyễn Văn An', suffix: 'sotttt' }, { ...policy, forms: {} })).toMatchObject(
      {
        localPart: null,
        findings: [{ code: 'form-missing' }],
      },
    );
  });
});

describe('stop and ask', () => {
  test.each([
    // one syllable
    ['Páo', 'name-one-syllable'],
    ['A', 'name-one-syllable'],
    ['  An ', 'name-one-syllable'],
    ['Nguyễnvănan', 'name-one-syllable'],
    // given name first
    ['Y Moan', 'name-given-first'],
    ['H Hen Niê', 'name-given-first'],
    ["H'Hen Niê", 'name-given-first'],
    ['H’Hen Niê', 'name-given-first'],
    ['H‘Hen Niê', 'name-given-first'],
    ['H`Hen Niê', 'name-given-first'],
    ["K'Brơi", 'name-given-first'],
    ["Lò K'Brơi", 'name-given-first'],
    ['K Brơi', 'name-given-first'],
    ['A Páo', 'name-given-first'],
    ['Ka Sô', 'name-given-first'],
    ['ka sô liễng', 'name-given-first'],
    ['Y-Moan', 'name-given-first'],
    // titles
    ['TS. Nguyễn Văn An', 'name-title'],
    ['TS Nguyễn Văn An', 'name-title'],
    ['ThS. Nguyễn Văn An', 'name-title'],
    ['PGS.TS Nguyễn Văn An', 'name-title'],
    ['GS.TS. Nguyễn Văn An', 'name-title'],
    ['BS Nguyễn Văn An', 'name-title'],
    ['KS. Nguyễn Văn An', 'name-title'],
    ['CN Nguyễn Văn An', 'name-title'],
    ['Dr. Nguyễn Văn An', 'name-title'],
    ['Mr Nguyễn Văn An', 'name-title'],
    ['Mrs. Lò Thị Hoa', 'name-title'],
    ['Nguyễn Văn An, ThS', 'name-title'],
    ['Nguyễn Văn An (TS)', 'name-title'],
    ['Ông Nguyễn Văn An', 'name-title'],
    ['ÔNG NGUYỄN VĂN AN', 'name-title'],
    ['Bà Lò Thị Hoa', 'name-title'],
    ['Anh An', 'name-title'],
    ['Chị Hoa', 'name-title'],
    ['Cô Hoa', 'name-title'],
    ['Chú An', 'name-title'],
    ['Bác An', 'name-title'],
    ['Thầy An', 'name-title'],
    ['Đồng chí Nguyễn Văn An', 'name-title'],
    ['Đ/c Nguyễn Văn An', 'name-title'],
    ['đ/c: Nguyễn Văn An', 'name-title'],
    ['Tiến sĩ Nguyễn Văn An', 'name-title'],
    ['Bác sỹ Nguyễn Văn An', 'name-title'],
    ['Nguyễn Văn An Giám đốc', 'name-title'],
    ['Nguyễn Văn An - Chủ tịch', 'name-title'],
    ['Nguyễn Văn An (Phó phòng)', 'name-title'],
    ['Phó giám đốc Nguyễn Văn An', 'name-title'],
    ['Chuyên viên Lò Thị Hoa', 'name-title'],
    // brackets, digits, signs
    ['Nguyễn Văn An (B)', 'name-sign'],
    ['Nguyễn Văn An [nghỉ]', 'name-sign'],
    ['Nguyễn Văn An 2', 'name-sign'],
    ['Nguyễn Văn An2', 'name-sign'],
    ['Nguyễn, Văn An', 'name-sign'],
    ['Nguyễn Văn An/Bình', 'name-sign'],
    ['An & Bình', 'name-sign'],
    ['Nguyễn Văn An; Bình', 'name-sign'],
    ['"Nguyễn Văn An"', 'name-sign'],
    ['Nguyễn_Văn_An', 'name-sign'],
    ['an@laichau.gov.vn', 'name-sign'],
    ['Nguyễn.Văn.An', 'name-sign'],
    ['Nguyễn Văn An 🙂', 'name-sign'],
    ['Nguyễn Văn An*', 'name-sign'],
    // abbreviations
    ['Ng. Văn An', 'name-abbreviated'],
    ['Nguyễn V. An', 'name-abbreviated'],
    ['Ng Văn An', 'name-abbreviated'],
    ['Nguyễn V An', 'name-abbreviated'],
    ['Lò Th Hoa', 'name-abbreviated'],
    ['Nguyễn Văn Đ', 'name-abbreviated'],
    ['N.V.An.', 'name-abbreviated'],
    ['NVA', 'name-one-syllable'],
    ['NVD', 'name-abbreviated'],
  ])('%s: %s', (name, code) => {
    for (const form of [name, name.normalize('NFD')]) {
      expect(derive(form).localPart).toBeNull();
      expect(codes(form)[0]).toBe(code);
    }
  });

  test('a sign is told with its place', () => {
    expect(derive('Lò (An)').findings).toMatchObject([
      { args: { char: '(', codePoint: 'U+0028', position: 4 } },
      { args: { char: ')', codePoint: 'U+0029', position: 7 } },
    ]);
  });

  test('a name of the Central Highlands: its letters and its order', () => {
    expect(codes('Y Moan Êñuôl')).toEqual(['name-letter', 'name-given-first']);
  });

  test('syllables are kept for a decision', () => {
    expect(derive("H'Hen Niê").syllables).toEqual(['hhen', 'nie', 'h', 'hen']);
    expect(derive('Páo').syllables).toEqual(['pao']);
  });
});

describe('nameParts settle the parsing', () => {
  test.each<[string, NameParts, string]>([
    ['Nguyễn Văn An', { family: 'Nguyễn', middle: 'Văn', given: 'An' }, 'annv'],
    ['Nguyễn Thị Thu Hà', { family: 'Nguyễn', middle: 'Thị', given: 'Thu Hà' }, 'thuhant'],
    ['Nguyễn Trần Thu Hà', { family: 'Nguyễn Trần', middle: 'Thu', given: 'Hà' }, 'hantt'],
    ['Lê An', { family: 'Lê', given: 'An' }, 'anl'],
    ['Páo', { family: '', middle: '', given: 'Páo' }, 'pao'],
    ["H'Hen Niê", { family: 'Niê', middle: '', given: "H'Hen" }, 'hhenn'],
    ['H’Hen Niê', { family: 'Niê', middle: 'H', given: 'Hen' }, 'hennh'],
    ['H\u02bcHen Niê', { family: 'Niê', middle: '', given: "H'Hen" }, 'hhenn'],
    ['Y Moan Êñuôl', { family: 'Êñuôl', middle: 'Y', given: 'Moan' }, 'moaney'],
    ['Y Moan Êñuôl', { family: 'Êñuôl', given: 'Y Moan' }, 'ymoane'],
    ['A Páo', { family: 'A', given: 'Páo' }, 'paoa'],
    ['K’Brơi', { family: 'K', given: 'Brơi' }, 'broik'],
    ['Y Ngŏc Ƀuôn', { family: 'Ƀuôn', given: 'Y Ngŏc' }, 'yngocb'],
    ['Siu Črong', { family: 'Siu', given: 'Črong' }, 'crongs'],
    ['Rơ Mah Ơ\u0306n', { family: 'Rơ Mah', given: 'Ơ\u0306n' }, 'onrm'],
    ['Lò Th Hoa', { family: 'Lò', middle: 'Th', given: 'Hoa' }, 'hoalt'],
    ['Anh An', { family: 'Anh', given: 'An' }, 'ana'],
    ['NGUYỄN VĂN AN', { family: 'nguyễn', middle: 'văn', given: 'an' }, 'annv'],
    ['Nguyễn Văn An', { family: 'Nguyễn', middle: 'Văn ', given: '\u00a0An' }, 'annv'],
  ])('%s %j → %s', (name, nameParts, expected) => {
    const nfd = Object.fromEntries(
      Object.entries(nameParts).map(([key, part]) => [key, part?.normalize('NFD')]),
    ) as unknown as NameParts;
    expect(derive(name, nameParts)).toMatchObject({ localPart: `${expected}.sotttt`, findings: [] });
    expect(derive(name.normalize('NFD'), nfd)).toMatchObject({
      localPart: `${expected}.sotttt`,
      findings: [],
    });
  });

  test.each<[string, NameParts, string]>([
    ['Nguyễn Văn An', { family: 'Trần', middle: 'Văn', given: 'An' }, 'name-parts-differ'],
    ['Nguyễn Văn An', { family: 'Nguyễn', given: 'An' }, 'name-parts-differ'],
    ['TS Nguyễn Văn An', { family: 'Nguyễn', middle: 'Văn', given: 'An' }, 'name-parts-differ'],
    ['Nguyễn Văn An', { family: 'Nguyễn', middle: 'Văn An', given: '' }, 'name-parts-given'],
    ['Nguyễn Văn An', { family: 'Nguyễn Văn', given: '-' }, 'name-parts-given'],
    ['Nguyễn Văn An 2', { family: 'Nguyễn', middle: 'Văn', given: 'An' }, 'name-sign'],
    ['Nguyễn Văn \u0430n', { family: 'Nguyễn', middle: 'Văn', given: 'an' }, 'name-letter'],
    ['Nguyễn Văn An', { family: 'Nguyễn', middle: 'Văn', given: '\u0430n' }, 'name-letter'],
    ['\u00d0ỗ An', { family: '\u00d0ỗ', given: 'An' }, 'name-letter'],
    ['Nguy?n An', { family: 'Nguy?n', given: 'An' }, 'name-encoding'],
    ['', { family: '', given: 'An' }, 'name-empty'],
  ])('%s %j: %s', (name, nameParts, code) => {
    expect(derive(name, nameParts).localPart).toBeNull();
    expect(codes(name, nameParts)[0]).toBe(code);
  });

  test('digits and signs do not pass into parts', () => {
    expect(derive('Nguyễn Văn An', { family: 'Nguyễn', middle: 'Văn', given: 'An2' }).localPart).toBeNull();
  });
});
