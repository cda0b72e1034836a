/** Which characters a name may have, and how each other one is refused: by name, position and code point. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/model/problems/naming.ts';
import { derivePerson } from '../../../src/naming/person/derive.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';
import { findBrokenEncoding } from '../../../src/naming/text/encoding.ts';
import { MAX_NAME, positionOf } from '../../../src/naming/text/letters.ts';

const derive = (name: string) => derivePerson({ name, suffix: 'sotttt' }, defaultNamingPolicy);
const given = (name: string) => derive(name).localPart?.split('.')[0] ?? null;
const first = (name: string): Finding | undefined => derive(name).findings[0];

describe('every letter of the alphabet', () => {
  const vowels = [...'aăâeêioôơuưy'];
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const letters = vowels.flatMap((vowel) => tones.map((tone) => vowel + tone)).concat('đ');
  const base = (letter: string) => (letter === 'đ' ? 'd' : (letter.normalize('NFD')[0] as string));

  test('67 letters with marks, and the six plain vowels', () => {
    expect(new Set(letters.map((letter) => letter.normalize('NFC'))).size).toBe(67 + 6);
  });

  test.each(letters.map((letter) => [letter.normalize('NFC'), letter] as const))('%s', (nfc, letter) => {
    const expected = `an${base(letter)}`;
    for (const form of [
      letter,
      nfc,
      nfc.normalize('NFD'),
      nfc.toUpperCase(),
      nfc.toUpperCase().normalize('NFD'),
    ]) {
      expect(given(`${form}ab An`)).toBe(expected);
    }
  });

  test('marks in any order that canonicalises are the same letter', () => {
    expect(given('Vie\u0323\u0302t An')).toBe('anv');
    expect(given('An Vie\u0323\u0302t')).toBe('vieta');
    expect(given('An Viê\u0323t')).toBe('vieta');
    expect(given('An Vie\u0302\u0323t')).toBe('vieta');
    expect(given('An Tơ\u0301')).toBe('toa');
    expect(given('An To\u0301\u031b')).toBe('toa');
  });
});

describe('spaces and hyphens', () => {
  test.each([
    ['no-break space', 'Nguyễn\u00a0Văn\u00a0An'],
    ['narrow no-break space', 'Nguyễn\u202fVăn An'],
    ['tab', 'Nguyễn\tVăn\tAn'],
    ['line feed', 'Nguyễn Văn\nAn\n'],
    ['ideographic space', 'Nguyễn\u3000Văn An'],
    ['en quad, em space, thin space', 'Nguyễn\u2000Văn\u2003\u2009An'],
    ['ogham space mark', 'Nguyễn\u1680Văn An'],
    ['next line', 'Nguyễn\u0085Văn An'],
    ['many, and around', '   Nguyễn   Văn  \u00a0 An   '],
    ['hyphen-minus', 'Nguyễn-Văn-An'],
    ['hyphen', 'Nguyễn\u2010Văn An'],
    ['non-breaking hyphen', 'Nguyễn\u2011Văn An'],
    ['en dash', 'Nguyễn Văn–An'],
    ['em dash with spaces', 'Nguyễn — Văn An'],
    ['minus sign', 'Nguyễn\u2212Văn An'],
    ['fullwidth hyphen', 'Nguyễn\uff0dVăn An'],
    ['figure dash, horizontal bar', 'Nguyễn\u2012Văn\u2015An'],
    ['small hyphen', 'Nguyễn\ufe63Văn An'],
  ])('%s separates', (_, name) => {
    expect(derive(name)).toMatchObject({ localPart: 'annv.sotttt', findings: [] });
  });
});

describe('other characters are refused by name, position and code point', () => {
  test.each([
    ['Cyrillic а', 'Nguyễn Văn \u0430n', 12, 'U+0430', 'CYRILLIC SMALL LETTER A', 'a'],
    ['Cyrillic А', '\u0410n Văn', 1, 'U+0410', 'CYRILLIC CAPITAL LETTER A', 'A'],
    ['Cyrillic о', 'L\u043e Văn An', 2, 'U+043E', 'CYRILLIC SMALL LETTER O', 'o'],
    ['Cyrillic і', 'D\u0456nh An', 2, 'U+0456', 'CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I', 'i'],
    ['Cyrillic ж', 'Lò ж', 4, 'U+0436', 'CYRILLIC SMALL LETTER ZHE', undefined],
    ['Greek ο', 'L\u03bf An', 2, 'U+03BF', 'GREEK SMALL LETTER OMICRON', 'o'],
    ['Greek Α', '\u0391n Lò', 1, 'U+0391', 'GREEK CAPITAL LETTER ALPHA', 'A'],
    ['Armenian օ', 'L\u0585 An', 2, 'U+0585', 'ARMENIAN LETTER', 'o'],
    ['fullwidth N', '\uff2eguyễn An', 1, 'U+FF2E', 'FULLWIDTH LATIN CAPITAL LETTER N', 'N'],
    ['mathematical bold A', 'Lò \u{1d400}n', 4, 'U+1D400', 'STYLED LATIN LETTER A', 'A'],
    ['ETH', '\u00d0ỗ Văn An', 1, 'U+00D0', 'LATIN CAPITAL LETTER ETH', 'Đ'],
    ['small eth', '\u00f0ỗ Văn An', 1, 'U+00F0', 'LATIN SMALL LETTER ETH', 'đ'],
    ['African D', '\u0189ỗ Văn An', 1, 'U+0189', 'LATIN CAPITAL LETTER AFRICAN D', 'Đ'],
    ['dotless i', 'D\u0131nh An', 2, 'U+0131', 'LATIN SMALL LETTER DOTLESS I', 'i'],
    ['zero width space', 'Nguyễn\u200bVăn An', 7, 'U+200B', 'ZERO WIDTH SPACE', undefined],
    ['zero width non-joiner', 'Nguyễn Văn\u200c An', 11, 'U+200C', 'ZERO WIDTH NON-JOINER', undefined],
    ['zero width joiner', 'Nguyễn Văn \u200dAn', 12, 'U+200D', 'ZERO WIDTH JOINER', undefined],
    ['word joiner', 'Lò\u2060 An', 3, 'U+2060', 'WORD JOINER', undefined],
    ['byte order mark', '\ufeffLò An', 1, 'U+FEFF', 'ZERO WIDTH NO-BREAK SPACE (BYTE ORDER MARK)', undefined],
    ['soft hyphen', 'Nguy\u00adễn An', 5, 'U+00AD', 'SOFT HYPHEN', undefined],
    ['right-to-left override', 'Lò \u202eAn', 4, 'U+202E', 'RIGHT-TO-LEFT OVERRIDE', undefined],
    ['left-to-right mark', 'Lò An\u200e', 6, 'U+200E', 'LEFT-TO-RIGHT MARK', undefined],
    ['modifier apostrophe', 'H\u02bcHen Niê', 2, 'U+02BC', 'MODIFIER LETTER APOSTROPHE', undefined],
    ['ñ', 'Mu\u00f1oz An', 3, 'U+00F1', 'LATIN SMALL LETTER N WITH TILDE', undefined],
    ['č', 'Lò \u010can', 4, 'U+010C', 'LATIN CAPITAL LETTER C WITH CARON', undefined],
    ['ö', 'Mö An', 2, 'U+00F6', 'LATIN SMALL LETTER O WITH DIAERESIS', undefined],
    ['ß', 'Weiß An', 4, 'U+00DF', 'LATIN SMALL LETTER SHARP S', undefined],
    ['q with tilde', 'Lò q\u0303', 5, 'U+0303', 'COMBINING TILDE', undefined],
    ['a mark before any letter', '\u0301Lò An', 1, 'U+0301', 'COMBINING ACUTE ACCENT', undefined],
    ['Chinese', '阮 Văn An', 1, 'U+962E', 'HAN LETTER', undefined],
    ['Thai', 'Lò ก', 4, 'U+0E01', 'THAI LETTER', undefined],
    ['Tai Viet', 'Lò \uaa80', 4, 'U+AA80', 'TAI VIET LETTER', undefined],
    ['Arabic', 'Lò م', 4, 'U+0645', 'ARABIC LETTER', undefined],
    ['after an astral character', 'Lò 𐐷 ж', 4, 'U+10437', 'DESERET LETTER', undefined],
    ['fullwidth digit', 'Lò \uff12', 4, 'U+FF12', 'DIGIT OR NUMBER SIGN', undefined],
    ['null', 'Lò\u0000 An', 3, 'U+0000', 'CONTROL CHARACTER', undefined],
    ['lone surrogate', 'Lò \ud800', 4, 'U+D800', 'LONE SURROGATE', undefined],
    ['private use', 'Lò \ue000', 4, 'U+E000', 'PRIVATE USE CHARACTER', undefined],
  ])('%s', (_, name, position, codePoint, characterName, instead) => {
    expect(derive(name).localPart).toBeNull();
    expect(first(name)).toMatchObject({
      code: 'name-letter',
      args: { position, codePoint, name: characterName },
    });
    const found = first(name);
    expect(found?.code === 'name-letter' ? found.args.instead : 'none').toBe(instead);
  });

  test('positions count code points of the text as given, not of its NFC form', () => {
    const name = 'Nguye\u0302\u0303n Va\u0306n \u0430n';
    expect(first(name)).toMatchObject({ code: 'name-letter', args: { position: 15, codePoint: 'U+0430' } });
    expect([...name][14]).toBe('\u0430');
    expect(first('𐐷𐐷 ж')).toMatchObject({ args: { position: 1 } });
    expect(derive('𐐷 ж').findings[1]).toMatchObject({ args: { position: 3, codePoint: 'U+0436' } });
  });

  test('a left-over mark is refused the same in both forms', () => {
    for (const name of ['Mun\u0303oz An', 'Mu\u00f1oz An']) {
      expect(first(name)).toMatchObject({ args: { codePoint: 'U+00F1', position: 3 } });
    }
    expect(first('Lò e\u0301\u0302')).toMatchObject({ args: { codePoint: 'U+0302', position: 6 } });
    expect(first('L\u00f3\u0301 An')).toMatchObject({ args: { codePoint: 'U+0301', position: 3 } });
  });

  test('every different character is told, five at most', () => {
    const codes = derive('жзийклм An').findings.map(({ code }) => code);
    expect(codes.filter((code) => code === 'name-letter')).toHaveLength(5);
    expect(derive('жж\u200b An').findings).toHaveLength(2);
  });

  test('positionOf stays inside the text', () => {
    expect(positionOf('', 0)).toBe(1);
    expect(positionOf('ab', 1)).toBe(2);
    expect(positionOf('e\u0301b', 1)).toBe(3);
  });
});

describe('broken encodings are refused as such', () => {
  test.each([
    ['TCVN3', 'NguyÔn V¨n An', 'tcvn3'],
    ['TCVN3', 'TrÇn ThÞ Hoa', 'tcvn3'],
    ['TCVN3', 'Ph¹m V¨n B×nh', 'tcvn3'],
    ['TCVN3', 'Hoµng An', 'tcvn3'],
    ['TCVN3', '§ç V¨n An', 'tcvn3'],
    ['TCVN3', 'Lª V¨n T¸m', 'tcvn3'],
    ['TCVN3', 'nguyÔn An', 'tcvn3'],
    ['TCVN3', 'Vò ThÞ Ph­¬ng', 'tcvn3'],
    ['TCVN3', 'NguyÔn An', 'tcvn3'],
    ['TCVN3', 'Quúnh Lý HuÖ', 'tcvn3'],
    ['VNI', 'Nguyeãn Vaên An', 'vni'],
    ['VNI', 'Ñoã Vaên An', 'vni'],
    ['VNI', 'Traàn Vaên An', 'vni'],
    ['VNI', 'Leâ An', 'vni'],
    ['VNI', 'Voõ An', 'vni'],
    ['VNI', 'Vuõ An', 'vni'],
    ['VNI', 'Phaïm An', 'vni'],
    ['VNI', 'Hoaøng An', 'vni'],
    ['VNI', 'Lyù An', 'vni'],
    ['VNI', 'Buøi An', 'vni'],
    ['VNI', 'Ngoâ An', 'vni'],
    ['VNI', 'Tuaán An', 'vni'],
    ['VNI', 'Quoác An', 'vni'],
    ['VNI capitals', 'NGUYEÃN VAÊN AN', 'vni'],
    ['UTF-8 as Windows-1252', 'Nguyá»…n VÄƒn An', 'utf8-as-latin1'],
    ['UTF-8 as Windows-1252', 'Tráº§n An', 'utf8-as-latin1'],
    ['UTF-8 as Windows-1252', 'Äá»— An', 'utf8-as-latin1'],
    ['UTF-8 as Latin-1', 'Nguy\u00e1\u00bb\u0085n An', 'utf8-as-latin1'],
    ['UTF-8 as Windows-1252', 'Giàng PÃ¡o', 'utf8-as-latin1'],
    ['question marks', 'Nguy?n Van An', 'lost-letter'],
    ['question mark alone', 'Nguyễn ? An', 'lost-letter'],
    ['replacement character', 'Nguy\ufffdn An', 'lost-letter'],
    ['two tones', 'Nguyễn Vằán', 'two-tones'],
    ['two tones', 'Lòó An', 'two-tones'],
    ['words run together', 'LòThị An', 'two-tones'],
  ])('%s: %s', (_, name, sort) => {
    expect(derive(name).localPart).toBeNull();
    expect(derive(name).findings).toHaveLength(1);
    expect(first(name)).toMatchObject({ code: 'name-encoding', args: { sort } });
  });

  test('tells word, place and character', () => {
    expect(first('Lò V¨n An')).toMatchObject({
      args: { word: 'V¨n', position: 5, codePoint: 'U+00A8', char: '¨' },
    });
  });

  test.each(
    [
      'hoà hoá toà thuỷ thuý quý quỳ quỷ toán toàn hoãn loà xoã goòng xoong coóng boong oong',
      'tuấn tuân quân xuân thuê quê huệ tuệ thuở quơ hươu rượu khuya khuỷu nguyễn tuyết tuyên',
      'nghiêng yêu yến khoăn xoăn ngoằn hoắc loắt chiêu niêm iêu uôn cuốn nguồn muỗi thoai ngoái',
      'páo xừ dê seo sàng sểnh chẩu phàn lùng giàng vừ lừu chảo chẻo vàng hạng thào cứ sình mùa',
      'ợt pờ tẩn mỳ dín hừ khoàng xưa diệp krajan kpă klơng hua bum pa ủ tà tổng lìn nhùn khoen',
      'vò tõ thò bóng phóc ló lí lý hay hai tay tai mỹ kỹ ỷ ý ỹ y à á ả ã ạ ê ơ ô ư',
      'êm ăn ấn ẩn ẵm ưng ứng ửng ước ướt uyên uyển oanh oai oách oà oe oẻ oẹ quạnh quắc',
    ]
      .join(' ')
      .split(' '),
  )('no false alarm on %s', (syllable) => {
    for (const text of [syllable, syllable.toUpperCase(), syllable[0]?.toUpperCase() + syllable.slice(1)]) {
      expect(findBrokenEncoding(text.normalize('NFC'))).toBeUndefined();
    }
  });

  test('capitals with an en dash or a no-break space are no mojibake', () => {
    expect(findBrokenEncoding('LÊ–LÔ')).toBeUndefined();
    expect(findBrokenEncoding('MÃ\u00a0A PÁO')).toBeUndefined();
  });

  test('odd use of Shift is no broken encoding', () => {
    expect(given('nGUYỄN vĂN lÊ')).toBe('lenv');
    expect(given('NGuyễn Văn AN')).toBe('annv');
  });
});

test('a name too long is refused before anything else, in every form', () => {
  const long = 'ế'.repeat(MAX_NAME + 1);
  for (const name of [long, long.normalize('NFD'), 'a'.repeat(1 << 20)]) {
    expect(derive(name).findings).toEqual([{ code: 'name-too-long', args: { max: MAX_NAME } }]);
  }
});

test.each(['', ' ', '\u00a0\t', '-', ' – ', "'", ', ,'])('an empty name %j', (name) => {
  expect(derive(name)).toMatchObject({ localPart: null, findings: [{ code: 'name-empty' }] });
});
