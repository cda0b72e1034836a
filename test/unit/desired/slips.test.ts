/** Slips of hands: each is told by its cause, once, at its line, and hides nobody else of the file. */
import { globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDirectory, parseOrganization } from '../../../src/desired/read/parse-directory.ts';
import { readDirectoryFiles } from '../../../src/files/read-directory.ts';
import { judgeFileName } from '../../../src/model/directory/file-name.ts';
import { renderProblemsJson } from '../../../src/render/problems/problems.ts';
import { measureWork } from '../../support/work.ts';
import { policyText } from '../../support/world.ts';
import { committee, readTexts } from './read-texts.ts';

const slips = join(import.meta.dirname, '../../slips');
const readSlip = (name: string) => readFileSync(join(slips, name), 'utf8');
const base = readSlip('as-it-was.yaml');

/** What is told of the file, as "line code". */
function told(text: string): readonly string[] {
  const { problems, context } = readTexts({
    'organizations/ubnd.yaml': committee,
    'organizations/soyt.yaml': text,
  });
  const { problems: found } = JSON.parse(renderProblemsJson(problems, context)) as {
    problems: readonly { file: string; line: number; code: string }[];
  };
  return found.flatMap(({ file, line, code }) => (file.endsWith('soyt.yaml') ? [`${line} ${code}`] : []));
}

const edited = (before: string, after: string): string => {
  expect(base).toContain(before);
  return base.replace(before, () => after);
};

/** How many of the five people of the file can still be planned. */
function usable(text: string): number {
  const path = 'organizations/soyt.yaml';
  const { result } = parseOrganization({ file: path, path, text });
  if (!('organization' in result)) return 0;
  return (result.organization.people?.length ?? 0) - result.unusable.size;
}

it('the file itself is without fault', () => expect(told(base)).toEqual([]));

describe('the files of the field', () => {
  const table = [
    ['no-break-space-before.yaml', ['11 yaml-foreign-space']],
    ['no-break-space-after-colon.yaml', ['12 yaml-foreign-space']],
    ['no-break-space-alone.yaml', ['26 yaml-foreign-space']],
    ['colon-joined.yaml', ['12 yaml-missing-space']],
    ['colon-in-value.yaml', ['12 yaml-quote-needed']],
    ['hash-in-value.yaml', ['12 yaml-text-lost']],
    ['ampersand-first.yaml', ['12 yaml-text-lost']],
    ['one-space-less.yaml', ['27 yaml-indent']],
    ['one-space-more.yaml', ['27 yaml-indent']],
    ['bullet.yaml', ['26 yaml-list-mark']],
    ['appended-to-the-last-line.yaml', ['25 yaml-list-mark']],
    ['merge-left-undecided.yaml', ['12 yaml-conflict-markers']],
    ['emptied.yaml', ['1 file-empty']],
    ['old-fonts.yaml', ['12 text-encoding', '19 text-encoding']],
  ] as const;

  it.each(table)('%s: %j', (name, expected) => {
    expect(told(readSlip(name))).toEqual(expected);
    expect(told(readSlip(name).replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it('are all in the table', () => {
    const files = globSync('*.yaml', { cwd: slips }).filter((name) => name !== 'as-it-was.yaml');
    expect(files.sort()).toEqual(table.map(([name]) => name).sort());
  });

  it.each(table.filter(([name]) => name !== 'emptied.yaml'))('%s hides nobody else', (name) => {
    expect(usable(readSlip(name))).toBeGreaterThanOrEqual(4);
    const wrong = readSlip(name).replace('Sùng A Chứ', 'Chứ');
    expect(told(wrong).some((one) => one.endsWith(' name-one-syllable'))).toBe(true);
  });
});

describe('their neighbours', () => {
  const title = '    title: Giám đốc';
  const item = '  - id: LC-000013';
  const row = 'LC-000020\tĐỗ Thị Hà\tChuyên viên\n';
  const signature = '\nTrân trọng,\nĐỗ Thị Hà\nĐT: 0213 3 800 999\nEmail: ha@laichau.gov.vn\n';
  it.each<[string, string, ...string[]]>([
    ['a tab before a key', edited(title, '\ttitle: Giám đốc'), '12 yaml-syntax'],
    ['a tab before an item', edited(item, '\t- id: LC-000013'), '17 yaml-syntax'],
    ['U+200B after the colon', edited('title: G', 'title:\u200b G'), '12 yaml-foreign-space'],
    ['U+200B in front', edited(title, `\u200b${title}`), '12 yaml-foreign-space'],
    ['U+FEFF in the middle', edited(item, `\ufeff${item}`), '17 yaml-foreign-space'],
    ['U+3000 in front', edited(title, '\u3000\u3000title: Giám đốc'), '12 yaml-foreign-space'],
    ['U+00A0 after the mark', edited(item, '  -\u00a0id: LC-000013'), '17 yaml-foreign-space'],
    ['-id', edited(item, '  -id: LC-000013'), '17 yaml-list-mark'],
    ['an en dash', edited(item, '  – id: LC-000013'), '17 yaml-list-mark'],
    ['an em dash', edited(item, '  — id: LC-000013'), '17 yaml-list-mark'],
    ['a star', edited(item, '  * id: LC-000013'), '17 yaml-list-mark'],
    ['a number', edited(item, '  3. id: LC-000013'), '17 yaml-list-mark'],
    ['a bullet and a tab', edited(item, '•\tid: LC-000013'), '17 yaml-list-mark'],
    ['no mark at all', edited(item, '    id: LC-000013'), '17 yaml-list-mark'],
    ['a lost first line', edited(`${item}\n`, ''), '17 yaml-list-mark'],
    ['the first line of the first', edited('  - id: LC-000011\n', ''), '10 yaml-list-mark'],
    ['curly quotes', edited('"0213 3 800 123"', '“0213 3 800 123”'), '13 yaml-quote-needed'],
    ['curly quotes around a name', edited('Trần Thị Bình', '“Trần Thị Bình”'), '11 yaml-quote-needed'],
    ['a full-width colon', edited('title: G', 'title：G'), '12 yaml-missing-space'],
    ['an equals sign', edited('title: G', 'title = G'), '12 yaml-missing-space'],
    ['no colon', edited('title: G', 'title G'), '12 yaml-syntax'],
    ['rows of a table', base + row + row.replace('20', '21'), '26 yaml-syntax'],
    ['a row of a table inside', edited(item, row + item), '17 yaml-syntax'],
    ['the signature of a letter', base + signature, '27 yaml-syntax'],
    ['a note that is no comment', edited('people:\n', 'people:\n  Ban Giám đốc\n'), '10 yaml-syntax'],
    ['a quote left open', edited('name: Tr', 'name: "Tr'), '11 yaml-syntax'],
    ['a quote that is not opened', edited('"0213', '0213'), '13 value-format'],
    ['text after a quote', edited(title, '    title: "Giám" đốc'), '12 yaml-quote-needed'],
    ['a brace left open', edited(title, `${title}\n    absence: {until: 2027-01-01`), '13 yaml-syntax'],
    [
      'a comma missing in braces',
      edited(title, `${title}\n    absence: {until: 2027-01-01 reason: Nghỉ}`),
      '13 yaml-syntax',
    ],
    [
      'no blanks in braces',
      edited(title, `${title}\n    absence: {until:2027-01-01, reason:Nghỉ}`),
      '13 yaml-missing-space',
    ],
    ['no braces', edited(title, `${title}\n    absence: until: 2027-01-01, reason: Nghỉ`), '13 yaml-syntax'],
    [
      'a group that is not indented',
      edited(title, `${title}\n    absence:\n    until: 2027-01-01\n    reason: Nghỉ`),
      '14 yaml-indent',
    ],
    ['a quote at the end alone', edited('Giám đốc', 'Giám đốc"'), '12 yaml-quote-needed'],
    ['the list under a Vietnamese key', edited('people:', 'nhân viên:'), '9 unknown-key'],
    ['an @ in front', edited('title: G', 'title: @G'), '12 yaml-quote-needed'],
    ['a star in front', edited('title: G', 'title: *G'), '12 yaml-quote-needed'],
    ['a ! in front', edited('title: G', 'title: !G'), '12 yaml-quote-needed'],
    ['a ! alone in front', edited('title: G', 'title: ! G'), '12 yaml-text-lost'],
    ['a # in front', edited('title: Giám đốc', 'title: #1'), '12 yaml-quote-needed'],
    ['a key with marks', edited('    name: Tr', '    tên: Tr'), '11 unknown-key'],
    ['two keys on a line', edited(`${title}\n    phone`, `${title}    phone`), '12 yaml-syntax'],
    ['an item at the edge', edited(item, item.trimStart()), '17 yaml-indent'],
    ['an item too deep', edited(item, `  ${item}`), '17 yaml-indent'],
    ['a key at the edge', edited(title, title.trimStart()), '12 yaml-indent'],
    ['a key in the column of the mark', edited(title, title.slice(2)), '12 yaml-indent'],
    ['a custodian without a blank', edited('custodian: ', 'custodian:'), '8 yaml-missing-space'],
    ['a custodian at the edge', edited('  custodian', 'custodian'), '8 yaml-indent'],
    ['a key of the head too deep', edited('parent', ' parent'), '4 yaml-indent'],
    ['people without a colon', edited('people:', 'people'), '9 yaml-syntax'],
    [
      'an item pasted twice',
      `${base}${item}\n    name: Sùng A Chứ\n`,
      '17 person-duplicate',
      '26 person-duplicate',
    ],
    ['the whole file pasted twice', base + base, '26 yaml-duplicate-key'],
    ['half of the marks of a merge', edited(item, `=======\n${item}`), '17 yaml-conflict-markers'],
    ['a document mark inside', edited(item, `---\n${item}`), '17 yaml-syntax'],
    ['UTF-8 read as Latin-1', edited('Giám đốc', 'GiÃ¡m Ä‘á»‘c'), '12 text-encoding'],
    ['lost letters', edited('Giám đốc', 'Gi?m ??c'), '12 text-encoding'],
    ['a name in capitals', edited('Sùng A Chứ', 'SÙNG A CHỨ'), '18 name-spelling'],
    ['a name without marks', edited('Sùng A Chứ', 'Nguyen Van Duc'), '18 name-spelling'],
    ['a control character', edited('Giám đốc', 'Giám\0đốc'), '12 yaml-syntax'],
    ['id : x', edited('id: LC-000013', 'id : LC-000013')],
    ['a comment', edited('Giám đốc', 'Giám đốc # từ 2024')],
    ['an anchor that is used', `${edited('title: Giám đốc', 'title: &gd Giám đốc')}    unit: *gd\n`],
  ])('%s', (_what, text, ...expected) => expect(told(text)).toEqual(expected));

  it('an alias, a tab and a bracket in a file with another slip are none', () => {
    const absence = 'absence: {until: 2027-01-01,\n      reason: Nghỉ}';
    const honest = edited(title, `    title: &gd Giám đốc\t# từ: 2024\n    unit: *gd\n    ${absence}`);
    expect(told(honest)).toEqual([]);
    expect(told(honest.replace('title: Văn thư', 'title:Văn thư'))).toEqual(['19 yaml-missing-space']);
  });

  it.each<[string, (line: string) => string, string]>([
    ['a bullet', (line) => line.replace('- {', '• {'), 'yaml-list-mark'],
    ['a joined mark', (line) => line.replace('- {', '-{'), 'yaml-list-mark'],
    ['a blank less', (line) => line.slice(1), 'yaml-indent'],
    ['no blank', (line) => line.replace('name: ', 'name:'), 'yaml-missing-space'],
    ['no comma', (line) => line.replace(', name', ' name'), 'yaml-syntax'],
    ['no brace', (line) => line.slice(0, -1), 'yaml-syntax'],
    ['a quote left open', (line) => line.replace('name: ', 'name: "'), 'yaml-syntax'],
  ])('a person in braces: %s', (_what, slip, code) => {
    const line = '  - {id: LC-000020, name: Đỗ Thị Hà}';
    const text = (own: string) => edited(item, `${own}\n${item}`);
    expect(told(text(line))).toEqual([]);
    expect(told(text(slip(line)))).toEqual([`17 ${code}`]);
    expect(usable(text(slip(line)))).toBe(5);
  });

  it('every mistake in one person is told at once', () => {
    const text = edited(
      '    name: Trần Thị Bình\n    title: Giám đốc\n',
      '    name: Bình\n    title:Giám đốc\n    phon: 1\n    passwordReset: {document: 1/VP, date: 2026-13-01}\n    aliases: [x]\n',
    );
    expect(told(text)).toEqual([
      '11 name-one-syllable',
      '12 yaml-missing-space',
      '13 unknown-key',
      '14 date-invalid',
      '15 value-format',
    ]);
  });

  it('what is read of lines with a slip is never planned from, and nobody of the file ends by it', () => {
    const path = 'organizations/soyt.yaml';
    const { result } = parseOrganization({ file: path, path, text: readSlip('bullet.yaml') });
    expect(result).toMatchObject({ isMended: true, unusable: new Set([5]) });
  });
});

describe('the other files', () => {
  const toldOf = (file: string, text: string) =>
    parseDirectory(
      [
        { file, path: file, text },
        ...(file === 'policy.yaml' ? [] : [{ file: 'policy.yaml', path: 'policy.yaml', text: policyText }]),
      ],
      'policy.yaml',
    ).problems.map(({ code }) => code);

  it('have slips, too', () => {
    expect(toldOf('policy.yaml', policyText.replace('domain: ', 'domain:'))).toEqual(['yaml-missing-space']);
    const year = 'year: 2026\nsource: 1/TB\nweekdaysOff:\n  - 2026-01-01\nweekendDaysWorked: []\n';
    expect(toldOf('calendar/2026.yaml', year)).toEqual([]);
    expect(toldOf('calendar/2026.yaml', year.replace('- 2', '• 2'))).toEqual(['yaml-list-mark']);
    expect(toldOf('calendar/2026.yaml', '')).toEqual(['file-empty']);
  });
});

describe('names of files', () => {
  it.each([
    ['soyt (1).yaml', 'file-copy', 'error'],
    ['soyt - Copy.yaml', 'file-copy', 'error'],
    ['soyt - Sao chép.yaml', 'file-copy', 'error'],
    ['Bản sao của soyt.yaml', 'file-copy', 'error'],
    ['soyt.yaml~', 'file-copy', 'warning'],
    ['soyt.yaml.bak', 'file-copy', 'warning'],
    ['.soyt.yaml.swp', 'file-copy', 'warning'],
    ['._soyt.yaml', 'file-copy', 'warning'],
    ['soyt.yaml.txt', 'file-ending', 'error'],
    ['soyt.yml', 'file-ending', 'error'],
    ['soyt.YAML', 'file-ending', 'error'],
    ['soyt.yalm', 'file-ending', 'error'],
    ['soyt.txt', 'file-ending', 'warning'],
  ])('%s: %s', (name, code, severity) =>
    expect(judgeFileName(`organizations/${name}`)).toEqual({ code, severity, meant: 'soyt.yaml' }),
  );

  it.each(['soyt.yaml', 'so-cu.yaml', 'soyt-copy.yaml', 'README.md', '.gitkeep', 'so/soyt.yaml'])(
    '%s is nothing of it',
    (name) => expect(judgeFileName(`organizations/${name}`)).toBeUndefined(),
  );

  it('no id an organization may have makes its file a copy', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,62}$/), (id) => {
        expect(judgeFileName(`organizations/${id}.yaml`)).toBeUndefined();
      }),
    );
  });
});

describe('on the disk', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'danhba-slips-'));
    await mkdir(join(root, 'organizations'));
    await writeFile(join(root, 'policy.yaml'), policyText);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));
  const put = (name: string, text: string) => writeFile(join(root, 'organizations', name), text);
  const found = async () =>
    (await readDirectoryFiles(root)).problems.map(
      ({ code, at }) => `${code} ${at.file.slice(root.length + 1)}`,
    );

  it('what Notepad saved is told, though nobody reads it', async () => {
    await put('sotp.yaml.txt', readSlip('sotp.yaml.txt'));
    expect(await found()).toEqual(['file-ending organizations/sotp.yaml.txt']);
  });

  it('an empty folder with the name of a file is told', async () => {
    await mkdir(join(root, 'organizations/sotp.yaml'));
    expect(await found()).toEqual(['file-unreadable organizations/sotp.yaml']);
  });

  it('carriage returns alone end lines', async () => {
    await put('soyt.yaml', base.replaceAll('\n', '\r'));
    const { files } = await readDirectoryFiles(root);
    expect(files.find(({ path }) => path.endsWith('soyt.yaml'))?.text).toBe(base);
  });
});

/** Files as people may write them; every value of theirs is good. */
const words = fc.constantFrom(
  'Chuyên viên',
  'Phó Trưởng phòng',
  'Văn thư – Lưu trữ',
  'Kế toán (kiêm nhiệm)',
  'Phòng Số 1',
);
const anyPerson = fc.record({
  name: fc.constantFrom('Trần Thị Bình', 'Lò Văn Sơn', 'Sùng A Chứ', 'Ma A Páo', 'Lý Mí Sài', 'Giang Thu Hà'),
  title: words,
  unit: fc.option(words, { nil: undefined }),
  quoted: fc.boolean(),
  comment: fc.constantFrom('', ' # từ 2024', '  #', ' # xem 15/QĐ: mục 2'),
});
const anyFile = fc.array(anyPerson, { minLength: 1, maxLength: 6 }).map((people) => {
  const items = people.map(({ name, title, unit, quoted, comment }, index) => {
    const value = quoted ? `"${title}"` : title;
    // Everybody has an address of his own by the suffix alone; the names repeat.
    return `  - id: LC-0001${index}\n    name: ${name}${' Thị Hoàng Anh Dũng'
      .split(' ')
      .slice(0, index + 1)
      .join(' ')}\n    title: ${value}${comment}\n${unit === undefined ? '' : `    unit: ${unit}\n`}`;
  });
  return `${base.slice(0, base.indexOf('mailbox:'))}mailbox: none\npeople:\n${items.join('')}`;
});

describe('any file', () => {
  it('that is good has nothing to be told', () => {
    fc.assert(
      fc.property(anyFile, (text) => {
        const path = 'organizations/soyt.yaml';
        expect(parseOrganization({ file: path, path, text }).problems).toEqual([]);
      }),
    );
  });

  it('with one slip has at most two problems, at its line, and every other person is there', () => {
    const kinds: readonly [string, (line: string) => string][] = [
      ['yaml-missing-space', (line) => line.replace('title: ', 'title:')],
      ['yaml-foreign-space', (line) => line.replace('title: ', 'title:\u00a0')],
      ['yaml-foreign-space', (line) => line.replace('    title', '\u00a0\u00a0\u00a0\u00a0title')],
      ['yaml-indent', (line) => line.slice(1)],
      ['yaml-indent', (line) => ` ${line}`],
      ['yaml-quote-needed', (line) => line.replace(/title: .*/, 'title: @Trưởng phòng')],
      ['yaml-quote-needed', (line) => line.replace(/title: .*/, 'title: Trưởng phòng: Nội vụ')],
    ];
    fc.assert(
      fc.property(anyFile, fc.nat(), fc.constantFrom(...kinds), (text, at, [code, slip]) => {
        const lines = text.split('\n');
        const titles = lines.flatMap((line, index) => (line.startsWith('    title') ? [index] : []));
        const line = titles[at % titles.length] as number;
        lines[line] = slip(lines[line] as string);
        const path = 'organizations/soyt.yaml';
        const { problems, result } = parseOrganization({ file: path, path, text: lines.join('\n') });
        expect(problems.map((one) => one.code)).toEqual([code]);
        const offset = problems[0]?.at.offset ?? 0;
        expect(lines.join('\n').slice(0, offset).split('\n')).toHaveLength(line + 1);
        expect(result).toMatchObject({ unusable: new Set([at % titles.length]) });
      }),
    );
  });
});

it('three thousand people with a slip each are told in seconds', () => {
  const people = Array.from(
    { length: 3000 },
    (_, i) => `  - id: LC-${i}\n    name: Trần Thị Bình\n    title:x\n`,
  );
  const worked = measureWork();
  const path = 'organizations/soyt.yaml';
  const text = `${base.slice(0, base.indexOf('people:'))}people:\n${people.join('')}`;
  expect(parseOrganization({ file: path, path, text }).problems).toHaveLength(3000);
  expect(worked()).toBeLessThan(5000);
});
