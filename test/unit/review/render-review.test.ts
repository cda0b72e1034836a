/** The comment under a pull request: whole where it fits, cut where it does not, and never a way to write into it. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { PlanDelta, Review } from '../../../src/model/github/review.ts';
import type { Problem } from '../../../src/model/problems/problem.ts';
import { renderReview } from '../../../src/render/github/review.ts';
import { asking, creation, guarded, update } from './plans.ts';

const locate = () => ({ line: 12, column: 5 });
const render = (review: Partial<Review>, limit?: number, language: 'vi' | 'en' = 'vi') =>
  renderReview(
    { verdict: { allowed: true }, asking, problems: [], earlierProblems: 0, behind: 0, ...review },
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
    const term = {
      due: '2026-11-27',
      days: 3,
      from: '2026-11-24',
      clause: '6.2',
      since: 'receipt',
      label: 3,
    } as const;
    const text = render({ verdict, problems: [collision], earlierProblems: 3, behind: 2, plan, term });
    expect(text).toBe(`## ❌ 1 lỗi phải sửa · 1 cấp mới, 1 cập nhật, 1 chấm dứt · Sở A

**Việc tiếp theo:** \`lan\` mở tệp ở tab **Files changed**, bấm **⋯ › Edit file**, sửa dòng 12 của soa.yaml, rồi **Commit changes**.

**Hạn trả lời:** thứ Sáu 27/11/2026 (3 ngày làm việc từ ngày nhận 24/11/2026, khoản 6.2).

### Lỗi và cảnh báo: 1

- **lỗi** soa.yaml:12: Địa chỉ annv.soa@laichau.gov.vn đã là của Nguyễn Văn An \\(b.yaml:7\\). ${text.match(/b\.yaml:7\\\)\. (.*) \\\[/)?.[1]} \\[address-collision\\]

Nhánh này còn thiếu 2 thay đổi của nhánh chính: bấm **"Update branch"** để kế hoạch dưới đây chỉ còn phần của bạn.

| việc | người, hộp thư | sẽ đổi |
|---|---|---|
| **cấp mới** | Người 1<br>1 · dòng 8 | địa chỉ: **nguoi1.<wbr>soa@laichau.<wbr>gov.<wbr>vn** |
| **cập nhật** | Người 2<br>2 · dòng 8 | chức danh: A → **B**<br>điện thoại: không nêu ở đây |

### Không còn làm: 1

- cấp mới: Người 3

### Giữ lại, chưa làm: 1

- **chấm dứt (1)**: Người 4: quá nhiều chấm dứt trong một lần: 5 trên 10 của Sở A; mức 30 % và 3; chờ **đơn vị vận hành**.

Ngoài ra 3 mục đã có từ trước, không do thay đổi này.

<details><summary>Kỹ thuật: tệp, khoản, mã</summary>

- sửa tệp của Sở A (directory/organizations/soa.yaml): một trong \`ann\`, \`bob\`
- sửa tệp không thuộc tổ chức nào (directory/policy.yaml): chưa có ai: đơn vị vận hành chưa có người đại diện
- cấp mới: Người 1: khai báo mới \\(khoản 6.1\\) · directory/organizations/soa.yaml:8
- cập nhật: Người 2: khai báo mới \\(khoản 6.1\\) · directory/organizations/soa.yaml:8
- Khi cần, đơn vị vận hành duyệt một lần bằng mã: \`${'a1'.repeat(32)}\`

</details>
`);
    expect(text).toContain('anngv.soa@laichau.gov.vn');
  });

  it('holds no telephone and no document number, in either language', () => {
    for (const language of ['vi', 'en'] as const) {
      const text = render({ plan, problems: [wrongPhone] }, undefined, language);
      expect(text).not.toMatch(/09\d{8}|MẬT/);
      expect(text).toContain(`soa.yaml:12`);
      expect(text).not.toContain('undefined');
    }
  });

  const nobody = { allowed: false, missing: [] } as const;
  const approved = { ...asking, isOwn: false, approvers: ['minh', 'hoa'] };
  const removed = [{ id: 'LC-000004', name: 'Lò Thị Chiên', organization: 'soa', due: '2026-12-14' }];
  const manyHeld = deltaOf({ added: [creation('1')], held: [guarded('4', 5), guarded('5', 5)] });
  test.each([
    [
      'all is well',
      { plan: deltaOf({ added: [creation('1')] }) },
      '## ✅ Sẵn sàng gộp · Cấp mới: Người 1 · Sở A\n',
    ],
    ['by right', {}, 'Người gửi được sửa các tệp này. Người có quyền gộp bấm **Merge pull request**'],
    ['by approval', { asking: approved }, '`minh`, `hoa` đã duyệt. Người có quyền'],
    ['only warnings', { problems: [{ ...collision, severity: 'warning' }] }, '## ✅ '],
    ['an error', { problems: [collision] }, '## ❌ 1 lỗi phải sửa'],
    ['an error of a form', { asking: { ...asking, form: 7 }, problems: [collision] }, 'sửa phiếu #7'],
    ['nobody agreed', { verdict: nobody }, '## ⏳ Chờ duyệt'],
    [
      'some is held',
      { plan: manyHeld, asking: approved },
      '## ⚠️ Đã duyệt, nhưng 2/3 việc sẽ CHƯA làm · Sở A',
    ],
    ['it is approved elsewhere', { plan: manyHeld, heldIssue: 41 }, 'Duyệt ở #41; không phải gửi lại.'],
    ['it will be approved elsewhere', { plan: manyHeld }, 'phiếu «có thay đổi vượt ngưỡng»'],
    ['somebody is deleted', { removed }, '## ⚠️ Xóa mục của Lò Thị Chiên, chưa ghi lý do · Sở A'],
    ['when that ends', { removed }, 'hộp thư chấm dứt sau ngày 14/12/2026'],
    ['what to write instead', { removed }, '```yaml\n    termination:\n      reason: retirement\n'],
    ['no server', {}, 'Lần chạy này không được đọc máy chủ'],
    ['nothing changes', { plan: deltaOf({}) }, 'Không đổi gì trên máy chủ'],
  ] as readonly [string, Partial<Review>, string][])('says so when %s', (_title, review, said) => {
    expect(render(review)).toContain(said);
    expect(render(review, undefined, 'en')).not.toMatch(/[ạảãđơưồ]i /);
  });

  it('never calls held changes sound, nor an approval the right of the author', () => {
    const held = render({ plan: manyHeld, asking: approved });
    expect(held).not.toContain('✅');
    expect(held).not.toContain('Người gửi được sửa');
    expect(render({ asking: approved })).not.toContain('Người gửi được sửa');
  });

  it('tells one reason of many once, with names that are cut', () => {
    const held = Array.from({ length: 40 }, (_, index) => guarded(String(index), 40));
    const lines = render({ plan: deltaOf({ held }) })
      .split('\n')
      .filter((line) => line.includes('Người 19'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/\(40\).*Người 0, Người 1,.*Người 19, \+20: quá nhiều/);
  });

  it('calls organizations and custodians by their names, and says states in words', () => {
    const names = new Map([...asking.names, ['person:LC-000001', 'Phùng Go Khừ'] as const]);
    const changed = update(
      '2',
      { custodian: 'LC-000001', state: 'active' },
      { custodian: 'LC-000009', state: 'suspended', reason: 'inactivity', restored: '2026-11-20' },
      { code: 'differs' },
    );
    const text = render({ plan: deltaOf({ added: [changed] }), asking: { ...asking, names } });
    expect(text).toContain('người quản lý hộp thư: Phùng Go Khừ → **LC-000009**');
    expect(text).toContain('trạng thái: đang dùng → **tạm dừng**');
    expect(text).toContain('ngày khôi phục: **20/11/2026**');
    expect(text).not.toMatch(/active|inactivity|máy chủ khác tệp|2026-11-20/);
    expect(text).toContain('sửa trong đề nghị này');
  });

  it('is cut with counts left, where it is too long for a comment', () => {
    const added = Array.from({ length: 15_000 }, (_, index) => creation(String(index)));
    const text = render({ plan: deltaOf({ added, gone: added }), problems: [collision] });
    expect(text.length).toBeLessThanOrEqual(65_536 - '<!-- danhba:review -->\n'.length);
    expect(text.length).toBeGreaterThan(20_000);
    expect(text).toContain('· 15000 cấp mới · ');
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
    asking: fc.record({
      author: hostile,
      approvers: many(hostile),
      isOwn: fc.boolean(),
      names: hostile.map((name) => new Map([['organization:soa', name] as const])),
      organizations: many(hostile),
    }),
    removed: many(fc.record({ id: hostile, name: hostile, organization: hostile })),
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
        const folds = /<details><summary>Kỹ thuật: tệp, khoản, mã<\/summary>\n\n((?:.|\n)*)\n\n<\/details>/;
        const body = text.replace(folds, '$1').replaceAll('<br>', ' ').replaceAll('<wbr>', '');
        expect(body).not.toContain('<');
        expect(body).not.toMatch(/(?<![A-Za-z0-9_])@[A-Za-z0-9]/);
        expect(body).not.toMatch(/(?<!\\)\]\(|https?:\/\/|www\./);
        expect(body).not.toMatch(/[\u202e\u200b\r]/);
        const yaml =
          /^ {4}termination:$|^ {6}(?:reason: retirement|document: SỐ-VĂN-BẢN|decided: NĂM-THÁNG-NGÀY)$|^```(?:yaml)?$/;
        const ours =
          /^(?:|## (?:❌|⚠️|⏳|✅) .*|\*\*(?:Việc tiếp theo|Hạn trả lời):\*\* .*|### [^#]+: \d+|- .*|\|.*\||… và \d+ mục nữa|Ngoài ra \d+ .*|Nhánh này còn thiếu \d+ .*|Nghỉ hưu, .*:|`retirement` .*|Đã rút gọn .*)$/;
        for (const line of body.split('\n')) if (!yaml.test(line)) expect(line).toMatch(ours);
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
          expect(cells).toBe(3);
        }
      }),
    );
  });
});
