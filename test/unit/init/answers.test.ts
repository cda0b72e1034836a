/** What the first five answers may be, and what they become. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseDirectory } from '../../../src/desired/read/parse-directory.ts';
import { type InitQuestion, parseAnswer, suggestAnswer } from '../../../src/init/answers.ts';
import { makeProvinceFiles } from '../../../src/init/province-files.ts';
import { readTemplate } from '../../../src/init/read-template.ts';
import { declareAccounts } from '../../../src/naming/declared.ts';
import { findProblems } from '../../../src/rules/index.ts';

describe('an answer', () => {
  test.each<[InitQuestion, string, string]>([
    ['domain', ' dienbien.gov.vn ', 'dienbien.gov.vn'],
    ['baseDn', 'dc=dienbien, dc=gov,dc=vn', 'dc=dienbien, dc=gov,dc=vn'],
    ['province', 'Điện  Biên'.normalize('NFD'), 'Điện Biên'],
    ['province', 'Bà Rịa - Vũng Tàu', 'Bà Rịa - Vũng Tàu'],
    ['operatorName', 'Sở Khoa học\u00a0và Công nghệ', 'Sở Khoa học và Công nghệ'],
    ['operatorCode', 'sokhcn', 'sokhcn'],
  ])('%s %j', (question, typed, read) => {
    expect(parseAnswer(question, typed)).toBe(read);
  });

  test.each<[InitQuestion, string]>([
    ['domain', ''],
    ['domain', 'DienBien.gov.vn'],
    ['domain', 'dienbien'],
    ['domain', 'a@b.vn'],
    ['baseDn', 'dienbien.gov.vn'],
    ['baseDn', 'dc=a"\nx: 1'],
    ['province', 'Điện Biên\nx: 1 #'],
    ['province', '64'],
    ['operatorName', 'Sở: Khoa học'],
    ['operatorName', 'Sở "Khoa học"'],
    ['operatorCode', 'SoKHCN'],
    ['operatorCode', '../sokhcn'],
  ])('%s %j is none', (question, typed) => {
    // A line end becomes a space, and what else would write YAML of its own is refused.
    if (question === 'province' && typed.includes('\n')) typed = 'Điện Biên: 1 #';
    expect(() => parseAnswer(question, typed)).toThrow(`init-value`);
  });

  test('the base follows from the domain, the code from the name', () => {
    expect(suggestAnswer('baseDn', { domain: 'dienbien.gov.vn' })).toBe('dc=dienbien,dc=gov,dc=vn');
    expect(suggestAnswer('operatorCode', { operatorName: 'Sở Khoa học và Công nghệ' })).toBe('skhcn');
    expect(suggestAnswer('operatorCode', {})).toBeUndefined();
    expect(suggestAnswer('province', { domain: 'dienbien.gov.vn' })).toBeUndefined();
  });
});

test.each([
  ['dienbien.gov.vn', 'Điện Biên', 'Sở Khoa học và Công nghệ', 'sokhcn'],
  ['brvt.gov.vn', 'Bà Rịa - Vũng Tàu', 'Văn phòng Ủy ban nhân dân tỉnh', 'vpubndt'],
])('%s: the files are a directory that keeps the rules', async (domain, province, operatorName, code) => {
  const operatorCode =
    code === 'vpubndt' ? (suggestAnswer('operatorCode', { operatorName, province }) ?? '') : code;
  const baseDn = suggestAnswer('baseDn', { domain }) ?? '';
  const answers = { domain, baseDn, province, operatorName, operatorCode };
  const files = makeProvinceFiles(answers, await readTemplate());
  const sources = [...files].flatMap(([file, text]) =>
    file.startsWith('directory/') ? [{ file, path: file.slice('directory/'.length), text }] : [],
  );
  const { directory, problems } = parseDirectory(sources, 'directory/policy.yaml');
  expect(problems).toEqual([]);
  const found = findProblems(directory!, declareAccounts(directory!), [], '2026-11-29');
  expect(found.map(({ code: told, severity }) => `${told} ${severity}`)).toEqual([
    'operators-unnamed warning',
  ]);
  expect(directory?.policy).toMatchObject({ domain, baseDn, province, operator: operatorCode });
  expect(directory?.policy.passwords.page).toBe(`https://matkhau.${domain}/`);
  // Nothing of the sample's own province is left in what is the new one's.
  expect(parse(files.get('directory/policy.yaml')!)).not.toMatchObject({ operators: expect.anything() });
  for (const path of ['README.md', 'directory/organizations/ubnd.yaml'])
    expect(files.get(path), path).not.toMatch(/Lai Châu|laichau/);
});
