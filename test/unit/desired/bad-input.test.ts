/** Bad input: every hostile or careless file gives a clear error at its place, and hides no other file's. */
import { describe, expect, it } from 'vitest';
import { renderProblemsJson, renderProblemsText } from '../../../src/render/problems/problems.ts';
import { measureWork } from '../../support/work.ts';
import { committee, readTexts, organizationStart as start } from './read-texts.ts';

interface Told {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint?: string;
}

/** Another file with a known error: it must be told whatever the first file is. */
const other = 'id: sob\nname: Sở Nội vụ\nkind: provincial\nparent: ubnd\ncode: snv\nmailbox: none\nphon: 1\n';

function read(text: string): readonly Told[] {
  const { problems, context } = readTexts({
    'organizations/ubnd.yaml': committee,
    'organizations/soa.yaml': text,
    'organizations/sob.yaml': other,
  });
  expect(renderProblemsText(problems, context)).not.toContain('undefined');
  const { problems: told } = JSON.parse(renderProblemsJson(problems, context)) as {
    problems: readonly Told[];
  };
  const hidden = told
    .filter(({ file }) => file === 'organizations/sob.yaml')
    .map(({ code, line }) => `${line} ${code}`);
  expect(hidden).toEqual(['7 unknown-key']);
  return told.filter(({ file }) => file === 'organizations/soa.yaml');
}

const brief = (told: readonly Told[]) => told.map(({ line, column, code }) => `${line}:${column} ${code}`);
const person = (more: string) => `${start}people:\n  - id: LC-1\n    name: Nguyễn Văn An\n${more}`;
const crlf = (text: string) => text.replaceAll('\n', '\r\n');

describe('what is accepted, because nothing is lost', () => {
  it.each([
    ['an honest file', person('')],
    ['CRLF', crlf(person('    title: Chuyên viên\n'))],
    ['CRLF and quotes', crlf(person('    phone: "0213 3 876 543"\n'))],
    ['a byte-order mark in front', `\ufeff${person('')}`],
    ['a byte-order mark and CRLF', `\ufeff${crlf(person(''))}`],
    ['one document with its marker', `---\n${person('')}`],
    ['one document with its end', `${person('')}...\n`],
    ['NFD', person('').normalize('NFD')],
    ['no newline at the end', person('    title: Chuyên viên').trimEnd()],
    ['tabs after a value', person('    title: Chuyên viên\t# lưu ý\n')],
    [
      'an honest alias',
      person(
        '    suspension: {reason: inactivity, document: &so 1/QĐ, date: 2026-01-02, notice: {document: *so, date: 2026-01-03}}\n',
      ),
    ],
    ['a folded text', person('    title: >-\n      Phó Chánh\n      Văn phòng\n')],
    ['words of YAML 1.1 in quotes', person('    unit: "on"\n')],
    ['an emoji in a comment', person('    # gấp ⚠️\n')],
  ])('%s', (_what, text) => expect(brief(read(text))).toEqual([]));
});

describe('characters', () => {
  it.each([
    ['a Cyrillic letter in a name', person('').replace('An', '\u0410n'), '9:11 name-letter'],
    [
      'a Cyrillic letter in an id',
      start.replace('id: soa', 'id: s\u043ea'),
      '1:5 character-refused',
      '1:5 value-format',
    ],
    [
      'a Cyrillic letter in a key',
      start.replace('name:', 'n\u0430me:'),
      '2:1 character-refused',
      '2:1 unknown-key',
    ],
    ['a Cyrillic letter in a title', person('    title: Chuyên vi\u0435n\n'), '10:12 character-refused'],
    [
      'a Greek letter in a document',
      person('    passwordReset: {document: \u0391/1, date: 2026-01-02}\n'),
      '10:31 character-refused',
    ],
    ['an Icelandic letter for Đ', person('    title: \u00d0ội trưởng\n'), '10:12 character-refused'],
    ['fullwidth letters', person('    unit: \uff21\uff22\n'), '10:11 character-refused'],
    ['a zero-width space in a name', person('').replace('Văn', 'V\u200băn'), '9:11 name-letter'],
    ['a zero-width joiner in a unit', person('    unit: Phòng\u200d Tin học\n'), '10:11 character-refused'],
    ['a byte-order mark inside', person('    unit: Phòng\ufeff Tin học\n'), '10:11 character-refused'],
    ['a soft hyphen', person('    unit: Phòng\u00ad\n'), '10:11 character-refused'],
    ['an override of direction', person('    title: Chuyên \u202eviên\n'), '10:12 character-refused'],
    ['an isolate, escaped', person('    title: "Chuyên \\u2066viên"\n'), '10:12 character-refused'],
    ['an escaped terminal sequence', person('    title: "\\e]0;x\\a"\n'), '10:12 character-refused'],
    ['an escaped NUL', person('    title: "a\\0b"\n'), '10:12 character-refused'],
    [
      'an escaped NUL inside braces',
      person('    absence: {until: 2027-01-01, reason: "a\\0b"}\n'),
      '10:42 character-refused',
    ],
    ['an escaped lone surrogate', person('    title: "a\\ud800b"\n'), '10:12 character-refused'],
    ['a tag character', person('    title: A\u{e0041}\n'), '10:12 character-refused'],
    ['an override of direction in a comment', person('    # \u202egiả\n'), '10:7 character-refused'],
    ['a raw NUL', person('    title: a\0b\n'), '10:13 yaml-syntax'],
    ['a raw escape', person('    title: a\u001b[2J\n'), '10:13 yaml-syntax'],
    ['a C1 control', person('    title: a\u009bb\n'), '10:13 yaml-syntax'],
    ['binary', '\u0001\u0002\u0003\u007f', '1:1 yaml-syntax'],
  ])('%s', (_what, text, ...expected) => expect(brief(read(text))).toEqual(expected));

  it('are told by code point and, where one was meant, by the letter', () => {
    const [told] = read(person('    title: Chuyên vi\u0435n\n'));
    expect(told?.message).toContain('U+0435, CYRILLIC SMALL LETTER IE');
    expect(told?.hint).toContain('"e"');
    expect(read(person('    title: a\0b\n'))[0]?.hint).toContain('UTF-8');
  });
});

describe('syntax', () => {
  const bomb = [
    'a: &a0 [x, x]',
    ...Array.from({ length: 9 }, (_, i) => `b${i}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`),
  ];
  it.each([
    ['nothing', '', '1:1 file-empty'],
    ['white space', '\n  \n\n', '1:1 file-empty'],
    ['only comments', '# một\n# hai\n', '1:1 file-empty'],
    ['a list at the top', '- id: soa\n', '1:1 wrong-type'],
    ['a text at the top', 'soa\n', '1:1 wrong-type'],
    ['null', '~\n', '1:1 wrong-type'],
    ['a key twice', `${start}code: soyt\n`, '7:1 yaml-duplicate-key'],
    ['a key twice, in quotes', `${start}"code": soyt\n`, '7:1 yaml-duplicate-key'],
    ['a name twice, in a person', person('    name: Lò Văn Chi\n'), '10:5 yaml-list-mark'],
    ['a title twice, in a person', person('    title: x\n    title: y\n'), '11:5 yaml-duplicate-key'],
    [
      'a key twice, in braces',
      person('    absence: {until: 2027-01-01, reason: x, reason: y}\n'),
      '10:45 yaml-duplicate-key',
    ],
    ['a tab as indentation', `${start}people:\n\t- id: LC-1\n`, '8:1 yaml-syntax'],
    ['uneven indentation', `${start}people:\n  - id: LC-1\n   name: Lò Thị Ín\n`, '9:4 yaml-indent'],
    ['a quote left open', start.replace('Sở Y tế', '"Sở Y tế'), '2:7 yaml-syntax'],
    ['a bracket left open', start.replace('code: syt', 'code: [syt'), '5:7 yaml-syntax'],
    ['a brace left open at the end', person('    absence: {until: 2027-01-01'), '10:14 yaml-syntax'],
    ['a colon missing', start.replace('parent: ubnd', 'parent ubnd'), '4:1 yaml-syntax'],
    ['an @ in front', person('    title: @an\n'), '10:12 yaml-quote-needed'],
    ['a bad escape', person('    title: "a\\q"\n'), '10:14 yaml-syntax'],
    ['two documents', `${start}---\n${start}`, '7:1 yaml-syntax'],
    ['a second, empty document', `${start}---\n`, '7:1 yaml-syntax'],
    ['documents without end', '---\n'.repeat(5000), '2:1 yaml-syntax'],
    ['an alias of nothing', start.replace('name: Sở Y tế', 'name: *x'), '2:7 yaml-syntax'],
    ['an alias bomb', bomb.join('\n'), '7:35 yaml-syntax'],
    [
      'aliases beyond the limit',
      `a: &a 1\n${Array.from({ length: 60 }, (_, i) => `k${i}: *a\n`).join('')}`,
      '52:6 yaml-syntax',
    ],
    ['an unknown tag', start.replace('name: Sở', 'name: !x Sở'), '2:7 yaml-quote-needed'],
    ['a tag of binary', start.replace('name: Sở Y tế', 'name: !!binary aGk='), '2:16 wrong-type'],
    [
      'a tag that executes',
      start.replace('name: Sở Y tế', 'name: !!js/function "x"'),
      '2:7 yaml-quote-needed',
    ],
    ['brackets 100,000 deep', `id: ${'['.repeat(100_000)}`, '1:68 yaml-syntax'],
    ['balanced brackets 500 deep', `id: ${'['.repeat(500)}${']'.repeat(500)}`, '1:68 yaml-syntax'],
    ['braces 10,000 deep', `id: ${'{a: '.repeat(10_000)}`, '1:254 yaml-syntax'],
    ['dashes 100,000 deep', '- '.repeat(100_000), '1:128 yaml-syntax'],
    [
      'blocks 500 deep',
      Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
      '64:65 yaml-syntax',
    ],
  ])('%s', (_what, text, ...expected) => expect(brief(read(text))).toEqual(expected));

  it('a merge key is no key of ours', () => {
    const told = read(`${start}people:\n  - &p {id: LC-1, name: Nguyễn Văn An}\n  - {<<: *p, id: LC-2}\n`);
    expect(brief(told)).toContain('9:6 unknown-key');
  });

  it('an anchor inside itself is refused, not followed', () => {
    expect(
      brief(read(`&a\n${start.replace('mailbox: none', 'mailbox: *a')}`)).filter(
        (one) => !one.startsWith('7:10'),
      ),
    ).toEqual([]);
    expect(brief(read('id: &a [*a]\n'))).toContain('1:8 wrong-type');
  });
});

describe('keys every object has', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'then'])('%s', (key) => {
    expect(brief(read(`${start}${key}: {id: x}\n`))).toEqual(['7:1 unknown-key']);
    expect(brief(read(person(`    ${key}: x\n`)))).toEqual(['10:5 unknown-key']);
    expect(({} as Record<string, unknown>).id).toBeUndefined();
  });
});

describe('values YAML reads as something else', () => {
  it.each([
    ['a telephone number', person('    phone: 02133876543\n'), '10:12', '"02133876543"'],
    ['a telephone number with a sign', person('    phone: +842133876543\n'), '10:12', '"+842133876543"'],
    ['a telephone number in octal', person('    phone: 0o17\n'), '10:12', '"0o17"'],
    ['a code like a power', start.replace('code: syt', 'code: 1e3'), '5:7', '"1e3"'],
    ['a code of digits', start.replace('code: syt', 'code: 007'), '5:7', '"007"'],
    ['a code in hexadecimal', start.replace('code: syt', 'code: 0x1F'), '5:7', '"0x1F"'],
    [
      'a clause',
      person('    suspension: {reason: violation, clause: 12.10, document: 1/QĐ, date: 2026-01-02}\n'),
      '10:45',
      '"12.10"',
    ],
    [
      'a document of digits',
      person('    passwordReset: {document: 0013, date: 2026-01-02}\n'),
      '10:31',
      '"0013"',
    ],
    [
      'a date without dashes',
      person('    passwordReset: {document: 1/VP, date: 20260102}\n'),
      '10:43',
      '"20260102"',
    ],
    ['a true name', start.replace('name: Sở Y tế', 'name: True'), '2:7', '"True"'],
    ['infinity', person('    title: .inf\n'), '10:12', '".inf"'],
    ['a null name', start.replace('name: Sở Y tế', 'name: null'), '2:7', '"null"'],
    ['an id that is on', start.replace('id: soa', 'id: on'), '1:5', '"on"'],
    ['a unit that is no', person('    unit: No\n'), '10:11', '"No"'],
    ['a basis that is off', `${start}codeBasis: OFF\n`, '7:12', '"OFF"'],
    ['a list of yes', `${start}representatives: [yes]\n`, '7:19', '"yes"'],
  ])('%s: the digits as written, in quotes', (_what, text, place, quoted) => {
    const told = read(text);
    expect(brief(told)).toEqual([`${place} wrong-type`]);
    expect(told[0]?.hint).toContain(quoted);
  });

  it.each([
    ['nothing after a colon', person('    title:\n'), '10:5'],
    ['a tilde', person('    title: ~\n'), '10:12'],
    ['a list for a text', person('    title: [a]\n'), '10:12'],
    ['a group for a text', person('    title: {a: b}\n'), '10:12'],
    ['a word for true', person('    privileged: yes\n'), '10:17'],
    ['true in quotes', person('    privileged: "true"\n'), '10:17'],
    ['a text for a list', `${start}people: none\n`, '7:9'],
    ['a group for a list', `${start}people: {a: b}\n`, '7:9'],
    ['a person that is a text', `${start}people:\n  - LC-1\n`, '8:5'],
    ['a person that is nothing', `${start}people:\n  -\n`, '8:3'],
    ['a number for the mailbox', start.replace('mailbox: none', 'mailbox: 1'), '6:10'],
  ])('%s', (_what, text, place) => expect(brief(read(text))).toEqual([`${place} wrong-type`]));

  it('says true and false for a yes', () => {
    expect(read(person('    privileged: yes\n'))[0]?.hint).toContain('true');
  });

  it('says what to write for nothing', () => {
    expect(read(person('    title:\n'))[0]).toMatchObject({
      message: expect.stringMatching(/rỗng$/),
      hint: expect.stringContaining('xóa cả dòng'),
    });
  });
});

describe('dates', () => {
  const dated = (date: string) => person(`    passwordReset: {document: 1/VP, date: ${date}}\n`);
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-2',
    '02/01/2026',
    '2026-01-02T00:00:00Z',
    '1899-12-31',
    '2200-01-01',
    '"2026-01-02 "',
    '２026-01-02',
  ])('%s is none', (date) => expect(brief(read(dated(date)))).toContain('10:43 date-invalid'));
  it.each(['2024-02-29', '2025-12-31', '2000-02-29'])('%s is one', (date) =>
    expect(read(dated(date))).toEqual([]),
  );
});

describe('sizes', () => {
  it.each([
    ['a scalar', `id: ${'x'.repeat(1_000_000)}`, '1:5 value-format'],
    ['a quoted scalar', `id: "${'x'.repeat(1_000_000)}"`, '1:5 value-format'],
    ['a key', `${'k'.repeat(2000)}: 1`, '1:1 unknown-key'],
    ['a name', start.replace('Sở Y tế', 'Sở '.repeat(200).trim()), '2:7 value-out-of-bounds'],
    ['a line of spaces', `${start}#${' '.repeat(1_000_000)}x\nfoo: 1\n`, '8:1 unknown-key'],
    [
      'a plain value with spaces inside',
      `${start}codeBasis: a${' '.repeat(1_000_000)}b\n`,
      '7:12 value-out-of-bounds',
    ],
    ['a file', `${start}${'# x\n'.repeat(1_100_000)}`, '1:1 file-too-large'],
  ])('%s', (_what, text, expected) => expect(brief(read(text))).toContain(expected));

  it('thousands of errors are all told, in seconds', () => {
    const people = Array.from({ length: 3000 }, (_, i) => `  - {id: LC-${i + 1}, titel: x}\n`).join('');
    const worked = measureWork();
    expect(read(`${start}people:\n${people}`)).toHaveLength(6000);
    expect(read(`\r\n${Array.from({ length: 3000 }, (_, i) => `k${i}: 1\n`).join('')}`)).toHaveLength(3004);
    expect(worked()).toBeLessThan(5000);
  });

  it('only the first of many syntax errors are told', () => {
    expect(read('{]}['.repeat(1000)).length).toBeLessThanOrEqual(20);
  });
});

it('a problem in one person leaves the others of the file usable', () => {
  const { problems } = readTexts({
    'organizations/ubnd.yaml': committee,
    'organizations/soa.yaml': `${start}people:\n  - {id: LC-1, name: Nguyễn Văn An, phone: 0213}\n  - {id: LC-2, name: An}\n`,
  });
  expect(problems.map(({ code, at }) => `${code} ${at.path.join('.')}`)).toEqual([
    'wrong-type people.0.phone',
    'name-one-syllable people.1.name',
  ]);
});
