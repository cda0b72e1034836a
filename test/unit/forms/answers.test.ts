/** No answer under a form asks for what no form can give: it speaks the labels of the forms, never the keys of the files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { requestForms } from '../../../src/forms/questions.ts';
import type { RequestField, RequestProblem } from '../../../src/model/github/request.ts';
import type { AnsweredRow } from '../../../src/model/github/request-answer.ts';
import type { Problem } from '../../../src/model/problems/problem.ts';
import { renderRequestDone, renderRequestWrong } from '../../../src/render/github/request.ts';
import { renderRequestList } from '../../../src/render/github/request-list.ts';
import { refusedWords, uneditableWords } from '../../../src/render/github/words/request-refused.ts';
import { exampleOf, fieldTerms } from '../../../src/render/github/words/request-terms.ts';

const schemas = join(import.meta.dirname, '../../../schemas');
const words = join(import.meta.dirname, '../../../src/render/github/words');

/** Keys of the files that are no word of any language. */
const keys =
  /\b(?:addressDecision|codeBasis|nameParts|nameChange|personSuffix|passwordReset|custodian:|termination:|mailbox:|notice"|"to"|"title"|"mailbox"|YAML|yaml)/;

test('the keys looked for are those of the schema', () => {
  const schema = readFileSync(join(schemas, 'organization.schema.json'), 'utf8');
  for (const key of [
    'addressDecision',
    'codeBasis',
    'nameParts',
    'nameChange',
    'personSuffix',
    'passwordReset',
  ])
    expect(schema).toContain(`"${key}"`);
});

it('the words of the forms hold no key of a file', () => {
  for (const file of readdirSync(words).filter((name) => name.startsWith('request'))) {
    const texts = readFileSync(join(words, file), 'utf8').match(/`[^`]*`|'[^'\n]*'/g) ?? [];
    expect(
      texts.filter((text) => keys.test(text)),
      file,
    ).toEqual([]);
  }
});

describe('what the rules refuse', () => {
  const at = { file: 'x.yaml', path: [] };
  const collision: Problem = {
    code: 'address-collision',
    severity: 'error',
    at,
    args: {
      address: 'annv.sotttt@laichau.gov.vn',
      holder: 'Nguyễn Văn An',
      place: 'x.yaml:1',
      candidates: ['anngv.sotttt@laichau.gov.vn'],
    },
  };
  const title: Problem = { code: 'name-title', severity: 'error', at, args: { title: 'ông' } };
  const code: Problem = {
    code: 'parent-unknown',
    severity: 'error',
    at,
    args: { parent: 'x' },
  };

  it('is answered with the field of the form that takes a decided address', () => {
    expect(refusedWords(collision, 'vi').hint).toBe(
      'Xin quyết định một địa chỉ khác, ví dụ: anngv.sotttt@laichau.gov.vn. Có quyết định (khoản 5.2.b) thì điền "Địa chỉ thư do quyết định đặt" cùng số và ngày quyết định',
    );
    expect(requestForms.issue.address?.label).toBe('Địa chỉ thư do quyết định đặt');
  });

  it('says who can help where no form does', () => {
    expect(refusedWords(code, 'vi').hint).toContain('đơn vị vận hành');
    expect(uneditableWords({ code: 'anchor', line: 7 }, 'vi')).toEqual({
      message: 'Tệp của cơ quan có chỗ viết theo cách phiếu không sửa được (dòng 7)',
      hint: 'Đề nghị đơn vị vận hành xem tệp, rồi lưu lại phiếu',
    });
  });

  it.each([[collision], [title], [code]])('$code speaks of no file', (problem) => {
    for (const language of ['vi', 'en'] as const)
      expect(refusedWords(problem, language).hint).not.toMatch(keys);
  });
});

test('every field is called in answers as the form asks for it', () => {
  const asked = Object.values(requestForms).flatMap((form) =>
    Object.entries(form).map(([field, { label }]) => [field as RequestField, label] as const),
  );
  for (const [field, label] of asked) {
    // "… mới" and the day of a decision are said as in the other forms.
    const isSaid = label.startsWith(fieldTerms[field].vi) || label === 'Ngày quyết định';
    expect(isSaid, `${field}: ${label}`).toBe(true);
    expect(exampleOf(field)).toBeTypeOf('string');
  }
});

describe('the answer to a list', () => {
  const missing: RequestProblem = { code: 'field-missing', args: { field: 'name' } };
  const rows: readonly AnsweredRow[] = [
    { row: 1, name: 'Nguyễn Văn An', key: 'person:LC-1', address: 'annv.sotttt@laichau.gov.vn' },
    { row: 2, name: '<b>|@all', wrong: { problems: [missing] } },
  ];
  const pull = { number: 7, organization: 'Xã Bum Nưa', operator: true };

  it('has a line for each row, what is told of all, and no markup of others', () => {
    const text = renderRequestList('issue', rows, ['Ghi chú'], pull);
    expect(text).toContain('**Đã lập thay đổi #7** cho đề nghị cấp mới: 1 người, Xã Bum Nưa.');
    expect(text).toContain('**Còn 1 dòng chưa đưa vào.**');
    expect(text).toContain('cần **đơn vị vận hành** cùng duyệt');
    expect(text).toContain('Cột không dùng đến: Ghi chú.');
    expect(text).toMatch(/^\| 1 \| Nguyễn Văn An \| ✅ annv\.<wbr>sotttt@.*laichau\.<wbr>gov\.<wbr>vn \|$/m);
    expect(text).toMatch(/^\| 2 \| .* \| ❌ Thiếu "Họ và tên"\. Sửa phiếu và điền mục này \|$/m);
    // A wrong row among two hundred is found.
    expect(text.indexOf('| 2 |')).toBeLessThan(text.indexOf('| 1 |'));
    expect(text).toContain('- 2: "Full name" is missing');
    expect(text).not.toMatch(/<b>|@all/);
  });

  it('says so where no row is good, and has room for the longest list', () => {
    expect(renderRequestList('issue', rows.slice(1), [], undefined)).toContain(
      '**Chưa thực hiện được đề nghị cấp mới: 1 dòng còn sai.**',
    );
    const long = Array.from({ length: 200 }, (_, index): AnsweredRow => {
      const name = 'Nguyễn Thị Phương Thảo '.repeat(5).trim();
      return {
        row: index + 1,
        name,
        wrong: { problems: [{ code: 'row-repeated', args: { name, row: 1 } }] },
      };
    });
    expect(renderRequestList('issue', long, [], pull).length).toBeLessThan(65_536);
  });

  it('of one names the organization that was understood, and the operator where one is needed', () => {
    const text = renderRequestDone('issue', 'Giàng A Páo', pull);
    expect(text).toContain('cấp mới: Giàng A Páo, Xã Bum Nưa.');
    expect(text).toContain('đơn vị vận hành');
    expect(renderRequestDone('issue', 'x', { ...pull, operator: false })).not.toContain('vận hành');
    expect(renderRequestWrong('issue', { refusal: { code: 'style' } })).not.toMatch(keys);
  });
});
