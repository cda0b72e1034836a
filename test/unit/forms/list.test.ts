/** A list is understood however it was pasted: columns in any order, any marks, line ends and blanks; a wrong row hides no other. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseFormBody } from '../../../src/forms/body.ts';
import { type ListKind, labelsOf } from '../../../src/forms/questions.ts';
import { countRows, readRequest } from '../../../src/forms/read.ts';
import { parseCells } from '../../../src/forms/table/cells.ts';
import { rowLimit } from '../../../src/forms/table/rows.ts';
import { type Filled, fillForm } from '../review/fill-form.ts';

const basis = { organization: 'sotttt', document: '15/STTTT', date: '20/11/2026' };
const read = (kind: ListKind, table: string, more: Filled = {}) => {
  const body = fillForm(kind, {
    ...basis,
    ...(kind === 'terminate' && { reason: 'Nghỉ hưu' }),
    ...more,
    table,
  });
  return readRequest(kind, parseFormBody(body, labelsOf(kind)), '2026-11-24');
};
const rowsOf = (kind: ListKind, table: string, more: Filled = {}) => {
  const result = read(kind, table, more);
  if (!('rows' in result)) throw new Error(JSON.stringify(result));
  return result.rows;
};
const problemsOf = (kind: ListKind, table: string, more: Filled = {}) => {
  const result = read(kind, table, more);
  return 'problems' in result ? result.problems.map(({ code }) => code) : [];
};
/** What each row says of its person, or why it says nothing. */
const told = (kind: ListKind, table: string, more: Filled = {}) =>
  rowsOf(kind, table, more).map((row) => {
    if ('problems' in row)
      return row.problems.map(({ code, args }) => [code, 'field' in args ? args.field : '']);
    const { request } = row;
    if (request.kind === 'issue') return { ...request.person, ...(request.namesake && { namesake: true }) };
    if (request.kind === 'change') return { ...(request.account as object), ...request.fields };
    return request.kind === 'terminate' ? { ...request.account, ...request.termination } : request.kind;
  });

const an = { name: 'Nguyễn Văn An', title: 'Chuyên viên', phone: '0213 3 876 543' };

describe('of newcomers', () => {
  test.each([
    ['tabs', 'Họ và tên\tChức vụ\tSĐT\nNguyễn Văn An\tChuyên viên\t0213 3 876 543'],
    [
      'other words, another order, a number',
      'STT\tSố điện thoại\tCHỨC DANH\tho ten\n1\t0213 3 876 543\tChuyên viên\tNguyễn Văn An',
    ],
    [
      'a title above, empty rows between',
      '\t\t\nDANH SÁCH ĐỀ NGHỊ CẤP\t\t\n\nHọ và tên (*)\tChức vụ\tSĐT\n\t\t\nNguyễn Văn An\tChuyên viên\t0213 3 876 543\n\t\t\n',
    ],
    ['cells of several lines', '"Họ và\ntên"\tChức vụ\tSĐT\n"Nguyễn\nVăn An"\tChuyên viên\t0213 3 876 543'],
    ['the name in two columns', 'Họ đệm\tTên\tChức vụ\tSĐT\nNguyễn Văn\tAn\tChuyên viên\t0213 3 876 543'],
    [
      'a numbering without a heading',
      '\tHọ và tên\tChức vụ\tSĐT\n1\tNguyễn Văn An\tChuyên viên\t0213 3 876 543',
    ],
    [
      'Markdown',
      '| STT | Họ và tên | Chức vụ | SĐT |\n|---|:--:|---|---|\n| 1 | Nguyễn Văn An | Chuyên viên | 0213 3 876 543 |',
    ],
    [
      'Markdown without its outer bars',
      'Họ và tên | Chức vụ | SĐT\n--- | --- | ---\nNguyễn Văn An | Chuyên viên | 0213 3 876 543',
    ],
    ['a fence', '```\nHọ và tên\tChức vụ\tSĐT\nNguyễn Văn An\tChuyên viên\t0213 3 876 543\n```'],
    [
      'rows that were numbered and not filled',
      'STT\tHọ và tên\tChức vụ\tSĐT\n1\tNguyễn Văn An\tChuyên viên\t0213 3 876 543\n2\t\t\t\n3\t\t\t',
    ],
  ])('by %s', (_what, table) => {
    expect(told('issue', table)).toEqual([an]);
  });

  it('each with what the form can say of one', () => {
    const table = [
      'Họ và tên\tMã\tTrùng tên\tĐịa chỉ thư do quyết định đặt\tSố, ký hiệu quyết định đặt địa chỉ\tNgày quyết định đặt địa chỉ',
      'Nguyễn Văn An\tlc-000017\t\t\t\t',
      'Lò Thị Mai\t\tx\tMaiLth.sotttt@laichau.gov.vn\t18/QĐ\t6/5/2026',
      'Lò Thị Mai\tKhông\tN/A\t-\t\t',
    ].join('\n');
    expect(told('issue', table)).toEqual([
      { name: 'Nguyễn Văn An', id: 'LC-000017' },
      {
        name: 'Lò Thị Mai',
        namesake: true,
        address: 'mailth.sotttt@laichau.gov.vn',
        addressDecision: { document: '18/QĐ', date: '2026-05-06' },
      },
      { name: 'Lò Thị Mai' },
    ]);
  });

  it('tells each wrong row and keeps the others, with the columns nobody reads', () => {
    const table =
      'Họ và tên\tSĐT\tGhi chú\nNguyễn Văn An\tgọi sau\t\nLò Thị Mai\t\tmới\n\t0213 3 876 543\t\nTao\u202eVăn Ín\t\t';
    expect(told('issue', table)).toEqual([
      [['field-form', 'phone']],
      { name: 'Lò Thị Mai' },
      [['field-missing', 'name']],
      [['field-character', 'name']],
    ]);
    expect(read('issue', table)).toMatchObject({ unused: ['Ghi chú'], organization: 'sotttt' });
    expect(rowsOf('issue', table).map(({ row }) => row)).toEqual([1, 2, 3, 4]);
  });
});

test('the people of a list are counted, whatever is wrong with them', () => {
  const count = (table: string, kind: 'issue' | 'reset' = 'issue') =>
    countRows(kind, fillForm(kind, { ...basis, table }));
  expect(count('STT\tHọ và tên\tSĐT\n1\tNguyễn Văn An\tgọi sau\n2\t\t\n3\tLò Thị Mai\t')).toBe(2);
  expect(count('Nguyễn Văn An')).toBe(0);
  expect(countRows('issue', fillForm('issue', { ...basis, name: 'Nguyễn Văn An' }))).toBe(0);
  expect(count('Họ và tên\nNguyễn Văn An', 'reset')).toBe(0);
});

describe('of people who are there', () => {
  it('changes what has a value, and asks by name, by id, or by both', () => {
    const table =
      'Mã cá nhân\tHọ và tên\tChức vụ\tChức vụ mới\tHọ và tên mới\nLC-000017\tLò Thị Mai\tChuyên viên\tPhó Giám đốc\t\n\tTao Văn Ín\t\t\tTao Văn Ính\nLC-000018\t\t\tVăn thư\t\nLC-000019\tVũ Văn Tám\tKế toán\t\t';
    expect(told('change', table)).toEqual([
      { person: 'LC-000017', called: 'Lò Thị Mai', title: 'Phó Giám đốc' },
      { person: 'Tao Văn Ín', name: 'Tao Văn Ính' },
      { person: 'LC-000018', title: 'Văn thư' },
      [['nothing-asked', '']],
    ]);
    expect(read('change', table)).toMatchObject({ unused: ['Chức vụ'] });
  });

  it('ends each by its own reason and decision, else by the form’s', () => {
    const table =
      'Họ và tên\tLý do\tNơi đến\tSố quyết định\tNgày quyết định\tNgày làm việc cuối\nLò Thị Mai\t\t\t\t\t\nTao Văn Ín\tdieu dong\tsotc\t77/QĐ\t1.12.2026\t31/12/2026\nVũ Văn Tám\tđi chơi\t\t\t\t';
    expect(told('terminate', table, { effective: '30/11/2026' })).toEqual([
      {
        person: 'Lò Thị Mai',
        reason: 'retirement',
        document: '15/STTTT',
        decided: '2026-11-20',
        effective: '2026-11-30',
      },
      {
        person: 'Tao Văn Ín',
        reason: 'transfer',
        document: '77/QĐ',
        decided: '2026-12-01',
        effective: '2026-12-31',
        to: 'sotc',
      },
      [['field-choice', 'reason']],
    ]);
  });
});

test.each<[string, string, Filled, readonly string[]]>([
  ['a person beside it', 'Họ và tên\nLò Thị Mai', { name: 'An' }, ['table-and-field']],
  ['no headings', 'Lò Thị Mai\tChuyên viên', {}, ['table-heading-missing']],
  ['one heading twice', 'Họ và tên\tSĐT\tĐiện thoại\nLò Thị Mai\t\t', {}, ['table-heading-repeated']],
  [
    'half a name without a heading',
    'Họ và tên\t\tChức vụ\nLò Thị\tMai\tVăn thư',
    {},
    ['table-column-unnamed'],
  ],
  ['values beyond the headings', 'Họ và tên\nLò Thị\tMai', {}, ['table-column-unnamed']],
  ['headings alone', 'STT\tHọ và tên\n1\t', {}, ['table-empty']],
  ['too many', `Họ và tên\n${'Lò Thị Mai\n'.repeat(rowLimit + 1)}`, {}, ['table-too-long']],
  ['neither a list nor a person', 'Không', {}, ['field-missing']],
  ['a wrong answer for all', 'Họ và tên\nLò Thị Mai', { date: 'mai' }, ['date-invalid']],
])('a list with %s is asked back as a whole', (_what, table, more, codes) => {
  expect(problemsOf('issue', table, more)).toEqual(codes);
});

it('what begins with a quote and is no cell of Excel swallows no row', () => {
  expect(parseCells('"a" b\tc\n"d\te\n"f""g"\th"')).toEqual([
    ['"a" b', 'c'],
    ['"d', 'e'],
    ['f"g', 'h"'],
  ]);
});

describe('whatever it was pasted from', () => {
  const cell = fc.constantFrom(
    '',
    'Nguyễn Văn An',
    'Lò Thị Mai',
    'Phòng "Một cửa"',
    'Tổ 1, xã Bum Nưa',
    'Đặng | Dung',
  );
  const headings = ['Họ và tên', 'Chức vụ', 'Phòng', 'Ghi chú'] as const;
  const person = fc.tuple(fc.constantFrom('Nguyễn Văn An', 'Lò Thị Mai', 'Tao Văn Ín'), cell, cell, cell);
  const people = fc.array(person, { minLength: 1, maxLength: 6 });
  const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 });
  const blanks = fc.constantFrom('', ' ', '  ', '\u00a0');
  const spellings = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'),
  );
  const lines = (rows: readonly (readonly string[])[]) => rows.map((cells) => cells.join('\t'));
  const plain = (rows: readonly (readonly string[])[]) => lines([[...headings], ...rows]).join('\n');

  it('order, blanks, line ends, decomposed letters and empty rows change nothing of what is understood', () => {
    fc.assert(
      fc.property(
        people,
        order,
        blanks,
        spellings,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('NFC', 'NFD'),
        fc.array(fc.constantFrom('', '\t\t\t', ' \t '), { maxLength: 3 }),
        (rows, ordered, blank, spell, end, form, empty) => {
          const shuffled = (cells: readonly string[]) => ordered.map((index) => cells[index] ?? '');
          const head = shuffled(headings.map(spell)).map((text) => blank + text + blank);
          const written = lines(
            [head, ...rows.map(shuffled)].map((cells) => cells.map((one) => one + blank)),
          );
          const table = [...empty, ...written.flatMap((line) => [line, ...empty])].join(end).normalize(form);
          expect(told('issue', table)).toEqual(told('issue', plain(rows)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('as Markdown, and with every cell in quotes, it is the same', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const all = [[...headings], ...rows];
        const piped = all.map((cells) => `| ${cells.map((one) => one.replaceAll('|', '\\|')).join(' | ')} |`);
        const markdown = [piped[0], '|---|---|---|---|', ...piped.slice(1)].join('\n');
        const quoted = lines(all.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`)));
        expect(told('issue', markdown)).toEqual(told('issue', plain(rows)));
        expect(told('issue', quoted.join('\n'))).toEqual(told('issue', plain(rows)));
      }),
      { numRuns: 60 },
    );
  });
});
