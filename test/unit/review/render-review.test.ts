/** The comment under a pull request: whole where it fits, cut where it does not, and never a way to write into it. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { PlanDelta, Review } from '../../../src/model/github/review.ts';
import type { Problem } from '../../../src/model/problems/problem.ts';
import { renderReview } from '../../../src/render/github/review.ts';
import { creation, guarded, update } from './plans.ts';

const locate = () => ({ line: 12, column: 5 });
const render = (review: Partial<Review>, limit?: number, language: 'vi' | 'en' = 'vi') =>
  renderReview(
    { verdict: { allowed: true }, problems: [], earlierProblems: 0, behind: 0, ...review },
    { language, locate, ...(limit !== undefined && { limit }) },
  );
const deltaOf = (parts: Partial<PlanDelta>): PlanDelta => ({
  added: [],
  altered: [],
  gone: [],
  held: [],
  ...parts,
});

const collision: Problem = {
  code: 'address-collision',
  args: {
    address: 'annv.soa@laichau.gov.vn',
    holder: 'Nguyễn Văn An',
    place: 'b.yaml:7',
    candidates: ['anngv.soa@laichau.gov.vn'],
  },
  severity: 'error',
  at: { file: 'directory/organizations/soa.yaml', path: ['people', 1, 'name'] },
};

const wrongPhone: Problem = {
  code: 'wrong-type',
  args: { expected: 'string', actual: 'number', value: '0912345678' },
  severity: 'error',
  at: { file: 'directory/organizations/soa.yaml', path: ['people', 1, 'phone'] },
};

const plan = deltaOf({
  added: [
    creation('1', { phone: '0912345678' }),
    update(
      '2',
      { title: 'A', phone: '0911111111' },
      { title: 'B', phone: '0922222222', basis: '31/QĐ-MẬT' },
      { document: '31/QĐ-MẬT' },
    ),
  ],
  gone: [creation('3')],
  held: [guarded('4', 5)],
  approval: 'a1'.repeat(32),
});

describe('a review', () => {
  it('tells problems, candidates, addresses, due dates, the guard, and who must agree', () => {
    const verdict = {
      allowed: false,
      missing: [
        {
          code: 'changed',
          organization: 'soa',
          files: ['directory/organizations/soa.yaml'],
          ask: ['ann', 'bob'],
          records: [],
        },
        { code: 'outside', files: ['directory/policy.yaml'], ask: [], records: [] },
      ],
    } as const;
    const text = render({ verdict, problems: [collision], earlierProblems: 3, behind: 2, plan });
    expect(text).toBe(`## danhba: 1 lỗi phải sửa

### Cần đồng ý: 2

- sửa tệp của soa (directory/organizations/soa.yaml): **một trong ann, bob**
- sửa tệp không thuộc tổ chức nào (directory/policy.yaml): **chưa có ai: đơn vị vận hành chưa có người đại diện**

### Lỗi và cảnh báo: 1

- **lỗi** \\[address-collision\\] directory/organizations/soa.yaml:12: Địa chỉ annv.soa@laichau.gov.vn đã là của Nguyễn Văn An \\(b.yaml:7\\). ${text.match(/b\.yaml:7\\\)\. (.*)/)?.[1]}

Ngoài ra 3 mục đã có từ trước, không do thay đổi này.

Nhánh này còn thiếu 2 thay đổi của nhánh chính: bấm **"Update branch"** để kế hoạch dưới đây chỉ còn phần của bạn.

### Địa chỉ sẽ cấp: 1

| tên | địa chỉ | tổ chức | hạn |
|---|---|---|---|
| Người 1 | nguoi1.soa@laichau.gov.vn | soa | 2026-11-27 |

### Thay đổi khác: 1

|  | tài khoản | tổ chức | thay đổi | vì |
|---|---|---|---|---|
| cập nhật | Người 2<br>nguoi2.soa@laichau.gov.vn | soa | chức danh: A → B | khai báo mới \\(khoản 6.1\\) · hạn 2026-11-27 · directory/organizations/soa.yaml:8 |

### Không còn làm: 1

- cấp mới: Người 3

### Giữ lại, chưa làm: 1

- Người 4 \\[soa\\]: ${text.match(/Người 4 \\\[soa\\\]: (.*)/)?.[1]}

Khi cần, đơn vị vận hành duyệt một lần bằng mã: \`${'a1'.repeat(32)}\`
`);
    expect(text).toContain('anngv.soa@laichau.gov.vn');
    expect(text).toMatch(/Người 4 .*5.*30.*3/);
  });

  it('holds no telephone and no document number, in either language', () => {
    for (const language of ['vi', 'en'] as const) {
      const text = render({ plan, problems: [wrongPhone] }, undefined, language);
      expect(text).not.toMatch(/09\d{8}|MẬT/);
      expect(text).toContain(`soa.yaml:12`);
      expect(text).not.toContain('undefined');
    }
  });

  test.each([
    ['all is well', {}, 'danhba: thay đổi này hợp lệ'],
    ['only warnings', { problems: [{ ...collision, severity: 'warning' }] }, 'danhba: thay đổi này hợp lệ'],
    ['an error', { problems: [collision] }, 'danhba: 1 lỗi phải sửa'],
    ['nobody agreed', { verdict: { allowed: false, missing: [] } }, 'danhba: chưa đủ người có quyền đồng ý'],
    ['no server', {}, 'Chưa có kế hoạch'],
    ['nothing changes', { plan: deltaOf({}) }, 'Trên máy chủ không có gì đổi.'],
  ] as readonly [string, Partial<Review>, string][])('says so when %s', (_title, review, said) => {
    expect(render(review)).toContain(said);
    expect(render(review, undefined, 'en')).not.toMatch(/[ạảãđơưồ]i /);
  });

  it('is cut with counts left, where it is too long for a comment', () => {
    const added = Array.from({ length: 15_000 }, (_, index) => creation(String(index)));
    const text = render({ plan: deltaOf({ added, gone: added }), problems: [collision] });
    expect(text.length).toBeLessThanOrEqual(65_536 - '<!-- danhba:review -->\n'.length);
    expect(text.length).toBeGreaterThan(20_000);
    expect(text).toContain('### Địa chỉ sẽ cấp: 15000');
    expect(text).toContain('### Không còn làm: 15000');
    expect(text).toMatch(/… và \d+ mục nữa/);
    expect(text).toContain('Đã rút gọn');
    expect(render({ plan: deltaOf({ added: added.slice(0, 3) }) })).not.toContain('Đã rút gọn');
  });
});

describe('whatever names, paths and logins hold', () => {
  const lump = fc.constantFrom(
    '@all',
    '@',
    '<script>',
    '<!--',
    '-->',
    '[a](http://b.vn)',
    '![x](y)',
    '`',
    '\n',
    '\r\n## ',
    '|',
    '#1',
    'www.x.vn',
    'http://x.vn',
    '&lt;',
    '\\',
    '*',
    '_',
    '\u202e',
    '\u200b',
    '\ud83d\ude00',
    'a',
    'x'.repeat(400),
  );
  const hostile = fc.array(lump, { maxLength: 12 }).map((lumps) => lumps.join(''));
  const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 8 });
  const review: fc.Arbitrary<Review> = fc.record({
    verdict: many(
      fc.record({
        organization: hostile,
        files: many(hostile),
        ask: many(hostile),
        records: fc.constant([]),
      }),
    ).map((missing) => ({
      allowed: false as const,
      missing: missing.map((one) => ({ code: 'changed' as const, ...one })),
    })),
    problems: many(fc.tuple(hostile, hostile)).map((list) =>
      list.map(
        ([name, file]): Problem =>
          ({
            ...collision,
            args: { ...collision.args, holder: name, candidates: [name] },
            at: { file, path: [] },
          }) as Problem,
      ),
    ),
    earlierProblems: fc.nat(),
    behind: fc.nat(),
    plan: fc.record({
      added: many(fc.tuple(hostile, hostile)).map((list) =>
        list.flatMap(([name, file]) => [
          creation('1', { name, address: name, organization: file }, { file }),
          update('2', { title: name }, { title: file, name }),
        ]),
      ),
      altered: many(hostile).map((list) =>
        list.map((name) => update('3', {}, { unit: name, organization: name })),
      ),
      gone: many(hostile).map((list) => list.map((name) => creation('4', { name }))),
      held: many(hostile).map((list) =>
        list.map((name) => ({ ...guarded('5', 5), name, organization: name })),
      ),
      approval: hostile,
    }),
  });

  it('nothing of it is markup, a mention, a link or a line of its own', () => {
    fc.assert(
      fc.property(review, (one) => {
        const text = render(one);
        const body = text.replaceAll('<br>', ' ');
        expect(body).not.toContain('<');
        expect(body).not.toMatch(/(?<![A-Za-z0-9_])@[A-Za-z0-9]/);
        expect(body).not.toMatch(/(?<!\\)\]\(|https?:\/\/|www\./);
        expect(body).not.toMatch(/[\u202e\u200b\r]/);
        const ours =
          /^(?:|## danhba: .*|### [^#]+: \d+|- .*|\|.*\||Ngoài ra \d+ .*|Nhánh này còn thiếu \d+ .*|Khi cần, .*: `[0-9a-z:]*`|Đã rút gọn .*|Trên máy chủ .*)$/;
        for (const line of body.split('\n')) expect(line).toMatch(ours);
      }),
      { numRuns: 200 },
    );
  });

  it('it is never longer than the limit, whatever the limit', () => {
    fc.assert(
      fc.property(review, fc.integer({ min: 0, max: 70_000 }), (one, limit) => {
        expect(render(one, limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it('rows of tables keep their cells', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const text = render({
          plan: deltaOf({
            added: [creation('1', { name }, { file: name }), update('2', { title: 'x' }, { title: name })],
          }),
        });
        for (const row of text.split('\n').filter((line) => line.startsWith('| '))) {
          const cells = row.replace(/\\\\/g, '').split(/(?<!\\)\|/).length - 2;
          expect([4, 5]).toContain(cells);
        }
      }),
    );
  });
});
