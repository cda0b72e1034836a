/** A telephone is read as it was meant where only one number can be meant; else it is asked back, and never guessed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFormBody } from '../../../src/forms/body.ts';
import { labelsOf } from '../../../src/forms/questions.ts';
import { readRequest } from '../../../src/forms/read.ts';
import { readTelephone } from '../../../src/forms/telephone.ts';
import { renderRequestDone, requestProblemWords } from '../../../src/render/github/request.ts';
import { renderRequestList } from '../../../src/render/github/request-list.ts';
import { fillForm } from '../review/fill-form.ts';

describe('what only one number can be meant by', () => {
  test.each([
    ['912345678', '0912345678', 'Excel: without its zero'],
    ['849123456', '0849123456', 'a mobile of 084, not the country'],
    ['912 345 678', '0912345678', ''],
    ['912.345.678', '0912345678', ''],
    ['2133876543', '02133876543', 'a fixed line of Lai Châu'],
    ['(213) 3876543', '02133876543', ''],
    ['2438765432', '02438765432', 'of Hà Nội'],
    ['84912345678', '0912345678', 'Excel: without its plus'],
    ['842133876543', '02133876543', ''],
    ['+84912345678', '0912345678', ''],
    ['+84 (0)213 3 876 543', '02133876543', ''],
    ['0084 912 345 678', '0912345678', ''],
    ['9.12345678E8', '0912345678', 'all digits are there'],
    ['9,12345678E+08', '0912345678', ''],
    ['2.133876543e+9', '02133876543', ''],
    ['8.4912345678E+10', '0912345678', ''],
    ['912345678.0', '0912345678', 'a quantity with its fraction'],
    ["'912345678", '0912345678', 'the apostrophe Excel keeps text by'],
    ["'0912345678", '0912345678', ''],
  ])('%s is %s %s', (text, number) => {
    expect(readTelephone(text)).toBe(number);
  });
});

describe('what is right as it is', () => {
  test.each([
    '0912345678',
    '0213 3 876 543',
    '(0213) 3876543',
    '0912345678 / 0213 3876543',
    // Within the town, an extension, and what nobody dials a zero for.
    '3876543',
    '1234',
    '113',
    '1900 1234',
    '1800 123456',
    '+1 202 555 0100',
    'gọi sau',
  ])('%s stays', (text) => {
    expect(readTelephone(text)).toBe(text);
  });
});

describe('what nobody can tell', () => {
  test.each([
    ['9.12E+08', 'rounded'],
    ['9.1234567E+08', 'rounded by one digit'],
    ['9E+08', 'rounded'],
    ['91234567', 'a digit less, or of a large town'],
    ['9123456789', 'a digit more'],
    ['2173876543', 'no such area'],
    ['612345678', 'no mobile begins so'],
    ['8491234567', 'of the country a digit less'],
    ['+8491234567', ''],
    ['912345678/987654321', 'two of them'],
    ['912345678912345678', ''],
  ])('%s is asked back: %s', (text) => {
    expect(readTelephone(text)).toBeUndefined();
  });
});

test('whatever the number, it is read the same a second time', () => {
  const digits = fc.stringMatching(/^[0-9+(][0-9 +().,/-]{2,20}$/);
  fc.assert(
    fc.property(digits, (text) => {
      const once = readTelephone(text);
      if (once !== undefined) expect(readTelephone(once)).toBe(once);
    }),
  );
});

test('a number of Vietnam survives every way Excel spoils it', () => {
  const mobile = fc
    .tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.stringMatching(/^\d{8}$/))
    .map(([first, rest]) => first + rest);
  fc.assert(
    fc.property(mobile, (inside) => {
      const power = `${inside[0]}.${inside.slice(1)}E+08`;
      for (const spoiled of [inside, `84${inside}`, `+84${inside}`, `${inside}.0`, power])
        expect(readTelephone(spoiled), spoiled).toBe(`0${inside}`);
    }),
  );
});

const basis = { organization: 'sotttt', document: '15/STTTT', date: '20/11/2026' };
const read = (facts: Record<string, string>) =>
  readRequest(
    'issue',
    parseFormBody(fillForm('issue', { ...basis, ...facts }), labelsOf('issue')),
    '2026-11-24',
  );

describe('the answer', () => {
  test('of a list says at the row what was written otherwise, and repeats no number', () => {
    const table =
      'Họ và tên\tSĐT\nNguyễn Văn An\t912345678\nLò Thị Mai\t0213 3 876 543\nTao Văn Ín\t9.12E+08\nSùng A Chứ\t84912345678';
    const result = read({ table });
    if (!('rows' in result)) throw new Error(JSON.stringify(result));
    const phones = result.rows.map((row) =>
      'request' in row && row.request.kind === 'issue' ? row.request.person.phone : row,
    );
    expect(phones).toMatchObject([
      '0912345678',
      '0213 3 876 543',
      { problems: [{ code: 'field-telephone', args: { field: 'phone' } }] },
      '0912345678',
    ]);
    const rows = result.rows.map((one) =>
      'problems' in one
        ? { ...one, wrong: { problems: one.problems } }
        : {
            row: one.row,
            name: one.name,
            key: 'person:LC-1' as const,
            address: undefined,
            ...(one.notes && { notes: one.notes }),
          },
    );
    const text = renderRequestList('issue', rows, [], { number: 7, organization: 'Sở A', operator: false });
    const note = /✅ \(điện thoại ghi lại với số 0 ở đầu, xin xem lại\) \|$/;
    const lines = text.split('\n').filter((line) => /^\| \d/.test(line));
    expect(lines.map((line) => note.test(line))).toEqual([false, true, false, true]);
    expect(lines[0]).toMatch(
      /❌ "Điện thoại cơ quan" thiếu hoặc thừa chữ số, không rõ là số nào\. Ghi đủ số/,
    );
    expect(text).toContain('- 1, 4: the telephone is written with its leading zero, please look at it\n');
    expect(text).not.toMatch(/12345678|9[.,]12/);
  });

  test('of one person says so too', () => {
    const result = read({ name: 'Nguyễn Văn An', phone: '912345678' });
    expect(result).toMatchObject({ request: { person: { phone: '0912345678' } }, notes: ['telephone-zero'] });
    expect(read({ name: 'Nguyễn Văn An', phone: '0213 3 876 543' })).not.toHaveProperty('notes');
    const pull = { number: 7, organization: 'Sở A', operator: false };
    const text = renderRequestDone('issue', 'Nguyễn Văn An', pull, ['telephone-zero']);
    expect(text).toContain('\n\nĐiện thoại ghi lại với số 0 ở đầu, xin xem lại.\n');
    expect(text).toContain('The telephone is written with its leading zero, please look at it.');
  });

  test('that asks back tells how to write it', () => {
    const problem = { code: 'field-telephone', args: { field: 'phone' } } as const;
    expect(requestProblemWords(problem, 'vi').hint).toMatch(/ví dụ: 0213 3 876 543\. Dán từ Excel/);
    expect(requestProblemWords(problem, 'en').hint).toMatch(/for example: 0213 3 876 543\. For a paste/);
  });
});
