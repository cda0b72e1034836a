/** Every naming code has its words, which tell the facts a clerk needs. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/model/problems/naming.ts';
import { judge } from '../../../src/naming/judge.ts';
import { defaultNamingPolicy } from '../../../src/naming/policy.ts';
import { namingWords } from '../../../src/render/problems/words/naming.ts';
import { kindNames } from '../../../src/render/problems/words/naming-kinds.ts';
import type { Language, Words } from '../../../src/render/text/wording.ts';

const words = ({ code, args }: Finding, language: Language): Words =>
  (namingWords[code][language] as (facts: unknown) => Words)(args);
const problemsOf = (request: unknown) => judge(request, defaultNamingPolicy).problems;

describe('real problems, in both languages', () => {
  const requests: readonly unknown[] = [
    7,
    {},
    { kind: 'x' },
    { kind: 'person', name: 1, suffix: 'a', x: 1 },
    { kind: 'person', name: '', suffix: 'sở' },
    { kind: 'person', name: 'x'.repeat(999), suffix: 'a' },
    { kind: 'person', name: 'NguyÔn', suffix: 'a' },
    { kind: 'person', name: 'Vuõ', suffix: 'a' },
    { kind: 'person', name: 'Nguyá»…n', suffix: 'a' },
    { kind: 'person', name: 'Nguy?n', suffix: 'a' },
    { kind: 'person', name: 'Lòó', suffix: 'a' },
    { kind: 'person', name: 'Lò \u0430n', suffix: 'a' },
    { kind: 'person', name: 'Lò \u200bAn', suffix: 'a' },
    { kind: 'person', name: 'Páo', suffix: 'a' },
    { kind: 'person', name: "H'Hen Niê", suffix: 'a' },
    { kind: 'person', name: 'Ông An', suffix: 'a' },
    { kind: 'person', name: 'Ng An', suffix: 'a' },
    { kind: 'person', name: 'Lò An 2', suffix: 'a' },
    { kind: 'person', name: 'Lò An', suffix: 'a', nameParts: { given: 'x' } },
    { kind: 'person', name: 'Lò An', suffix: 'a', nameParts: { given: '' } },
    { kind: 'person', name: 'Lò An', suffix: 'a'.repeat(62) },
    { kind: 'person', name: 'Lò An', suffix: 'a', address: 'b@laichau.gov.vn' },
    { kind: 'person', name: 'Lò An', suffix: 'a', address: 'b@laichau.gov.vn', decision: '1' },
    { kind: 'person', name: 'Lò An', suffix: 'a', address: 'b@c' },
    { kind: 'person', name: 'Lò An', suffix: 'a', address: 'anl.a' },
    { kind: 'person', name: 'Lò An', suffix: 'a', address: '-' },
    { kind: 'provincial', name: 'A & B' },
    { kind: 'provincial', name: 'UBND tỉnh' },
    { kind: 'provincial', name: 'So va' },
    { kind: 'provincial', name: 'Lai Châu' },
    { kind: 'provincial', name: 'Sở Y tế', code: 'x', parent: 'y' },
    { kind: 'provincial', name: 'Sở Y tế', code: '-' },
    { kind: 'provincial', name: 'Sở Y tế', code: 'ubnd', decision: '1' },
    { kind: 'provincial', name: 'Sở Y tế', code: 'info', decision: '1' },
    { kind: 'provincial', name: 'Sở Y tế', address: 'a.b@laichau.gov.vn' },
    { kind: 'commune', name: 'Xã A' },
    { kind: 'commune', name: 'Xã A', parent: '-' },
    { kind: 'commune', name: 'Xã A', parent: 'ubnd' },
    { kind: 'commune', name: 'Xã A, huyện B', parent: 'c' },
    { kind: 'commune', name: 'Xã A', parent: 'b', code: 'c' },
    { kind: 'district', name: 'Huyện A tỉnh B' },
    { kind: 'city', name: 'Thành phố Lai Châu', code: 'x' },
    { kind: 'town', name: 'TT A', parent: 'b', code: 'a' },
  ];
  const findings: Finding[] = [
    ...requests.flatMap(problemsOf),
    { code: 'request-json', args: { detail: '{' } },
    { code: 'address-old-form', args: { address: 'an+1@laichau.gov.vn' } },
    { code: 'address-taken', args: { address: 'a@laichau.gov.vn', line: 4 } },
    { code: 'request-field-type', args: { field: 'nameParts', expected: 'name-parts' } },
  ];

  test('reach every code', () => {
    expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual(Object.keys(namingWords).sort());
  });

  test.each(findings.map((finding) => [finding.code, finding] as const))('%s', (_, finding) => {
    const vi = words(finding, 'vi');
    const en = words(finding, 'en');
    for (const { message, hint } of [vi, en]) {
      expect(message.length).toBeGreaterThan(10);
      expect(hint).toMatch(/\.$/);
      expect(message + hint).not.toMatch(/undefined|\[object|\bnull\b/);
    }
    expect(vi.message).not.toBe(en.message);
  });
});

test.each([
  ['Lò \u0430n', 'U+0430', 'CYRILLIC SMALL LETTER A', '4'],
  ['Lò\u200b An', 'U+200B', 'ZERO WIDTH SPACE', '3'],
  ['\u00d0ỗ An', 'U+00D0', 'LATIN CAPITAL LETTER ETH', '1'],
])(
  'a refused letter is told by name, position and code point: %j',
  (name, codePoint, letterName, position) => {
    const [finding] = problemsOf({ kind: 'person', name, suffix: 'a' });
    for (const language of ['vi', 'en'] as const) {
      const { message } = words(finding as Finding, language);
      expect(message).toContain(codePoint);
      expect(message).toContain(letterName);
      expect(message).toContain(language === 'vi' ? `vị trí ${position}` : `position ${position}`);
    }
  },
);

test('an invisible character is never put into a message', () => {
  const [finding] = problemsOf({ kind: 'person', name: 'Lò \u202eAn', suffix: 'a' });
  expect(words(finding as Finding, 'vi').message).not.toContain('\u202e');
});

test('ETH is answered with the letter that was meant', () => {
  const [finding] = problemsOf({ kind: 'person', name: '\u00d0ỗ An', suffix: 'a' });
  expect(words(finding as Finding, 'vi').hint).toContain('"Đ" (U+0110)');
});

test('what is missing for a commune of the province is named', () => {
  const [finding] = problemsOf({ kind: 'commune', name: 'Xã Mường Than', parent: 'ubnd' });
  expect(words(finding as Finding, 'en').hint).toContain('naming.forms.commune-of-province');
});

test('every kind has a name', () => {
  expect(Object.values(kindNames).every(({ vi, en }) => vi !== '' && en !== '')).toBe(true);
});
