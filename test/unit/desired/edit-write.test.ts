/** Whatever an edit writes is read back as it was meant, by our readers and by the full YAML parsers of 1.1 and 1.2. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeFlow, writeScalar } from '../../../src/desired/edit/write.ts';
import { parseYaml } from '../../../src/desired/read/parse-yaml.ts';

const words = [
  ...[
    '',
    ' ',
    'a ',
    ' a',
    'on',
    'Off',
    'yes',
    'NO',
    'y',
    'n',
    'true',
    'False',
    'null',
    'Null',
    '~',
    '=',
    '<<',
  ],
  ...['12.5', '0213', '1e3', '0x1f', '0o17', '1_000', '-1', '+1', '.5', '.inf', '-.inf', '.nan', '12:30:45'],
  ...['2026-05-04', '2026-02-30', '2026-05-04T10:00:00Z', '15/STTTT-CNTT', '12/05/2026', '7/2026/QĐ-UBND'],
  ...[
    'a: b',
    'a:',
    'a #b',
    '#a',
    '- a',
    '-',
    '? a',
    ': a',
    '[a]',
    '{a}',
    'a, b',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '%a',
  ],
  ...['@a', '`a`', '"a"', "'a'", `a"b'c`, 'a\\b', 'a\nb', 'a\r\nb', 'a\tb', '---', '...', "H'Hen", 'a  b'],
  ...[
    '\u0000',
    '\u007f',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\u200b',
    '\u202e',
    '\ud800',
    '\u{1f600}',
    '\u{e0001}',
  ],
  ...['\u00a0', '\u0301', 'Nguyễn', 'Nguye\u0302\u0303n', '+84 213', '(0213) 3 876 543', '３', '²'],
];
const texts = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((some) => some.join(' ')),
);

function readBack(text: string): readonly unknown[] {
  return [parseYaml('', text).value, parse(text), parse(text, { version: '1.1' })];
}

describe('a text that is written', () => {
  it('is text again, in a block', () => {
    const quotes = fc.constantFrom('plain', 'single', 'double');
    fc.assert(
      fc.property(texts, quotes, (value, kind) => {
        const written = `a:\n  b: ${writeScalar(value, 'block', kind)} # c\n  d: e\n`;
        for (const read of readBack(written)) {
          // A reader of YAML 1.1 makes dates of dates; our files have written them so from the beginning.
          if (/^\d{4}-\d\d-\d\d$/.test(value) && written.includes(`b: ${value} `)) continue;
          expect(read).toEqual({ a: { b: value, d: 'e' } });
        }
        expect(written.split('\n')).toHaveLength(4);
      }),
      { numRuns: 1200 },
    );
  });

  it('is text again, in brackets', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 3 }), texts, (list, value) => {
        const written = `a: ${writeFlow({ list, value, flag: true })} # c\n`;
        expect(parseYaml('', written).value).toEqual({ a: { list, value, flag: true } });
        expect(parse(written)).toEqual({ a: { list, value, flag: true } });
      }),
      { numRuns: 1200 },
    );
  });

  it.each([
    ['Nguyễn Văn An', 'Nguyễn Văn An'],
    ["H'Hen Niê", "H'Hen Niê"],
    ['15/STTTT-CNTT', '15/STTTT-CNTT'],
    ['31/QĐ-STTTT', '31/QĐ-STTTT'],
    ['2026-05-04', '2026-05-04'],
    ['Trưởng phòng, Bí thư', 'Trưởng phòng, Bí thư'],
    ['12.5', '"12.5"'],
    ['0213 3 876 543', '"0213 3 876 543"'],
    ['on', '"on"'],
    ['Null', '"Null"'],
    ['Tổ: một', '"Tổ: một"'],
    ['Tổ "một cửa"', `'Tổ "một cửa"'`],
    ['a\u200bb', '"a\\u200bb"'],
    ['', '""'],
  ])('%j is written %s', (value, written) => {
    expect(writeScalar(value, 'block')).toBe(written);
  });

  it('is quoted where a bracket or comma would end it', () => {
    expect(writeFlow({ title: 'Trưởng phòng, Bí thư', unit: 'Văn phòng' })).toBe(
      '{title: "Trưởng phòng, Bí thư", unit: Văn phòng}',
    );
  });
});
