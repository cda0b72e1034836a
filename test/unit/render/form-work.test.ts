/** What a form is answered after its merge, word by word in both languages, and no markup of others. */
import { describe, expect, it, test } from 'vitest';
import { organizationKey } from '../../../src/model/account/key.ts';
import type { FormDone, FormWaiting } from '../../../src/model/github/form-work.ts';
import { requestKinds } from '../../../src/model/github/request.ts';
import type { Held } from '../../../src/model/plan/plan.ts';
import {
  renderFormDone,
  renderFormMerged,
  renderFormSettled,
  renderFormWaiting,
} from '../../../src/render/github/form-work.ts';
import { guarded } from '../review/plans.ts';

const issued: FormDone = {
  kind: 'issue',
  pullRequest: 13,
  author: 'lan',
  today: '2026-11-28',
  on: '2026-11-28',
  due: '2026-12-02',
  records: [{ name: 'Nguyễn Văn An', address: 'annv.bumnua.muongte@laichau.gov.vn' }],
  passwords: [
    {
      file: 'muongte-bumnua-2026-11-28-e91e64a4.html.age',
      organization: 'Xã Bum Nưa',
      holder: 'organization',
    },
  ],
  page: 'https://matkhau.laichau.gov.vn/',
  keepMonths: 12,
};

test('a mailbox that was issued', () => {
  expect(renderFormDone(issued, 'vi')).toBe(
    [
      '✅ **Xong ngày thứ Bảy 28/11/2026** (đúng hạn thứ Tư 02/12/2026, khoản 6.2) – @lan',
      '',
      '- Cấp mới **Nguyễn Văn An**: `annv.bumnua.muongte@laichau.gov.vn`',
      '- Mật khẩu lần đầu: tệp `muongte-bumnua-2026-11-28-e91e64a4.html.age`, người giữ khóa của Xã Bum Nưa mở, in và trao tận tay.',
      '- Tiếp theo: người nhận đổi mật khẩu ngay tại https://matkhau.laichau.gov.vn/ (khoản 6.3); chưa đổi thì chưa dùng được hộp thư.',
      '',
    ].join('\n'),
  );
  expect(renderFormDone(issued, 'en')).toBe(
    [
      '✅ **Done on Saturday 2026-11-28** (in time, due Wednesday 2026-12-02, clause 6.2) – @lan',
      '',
      '- Issued: **Nguyễn Văn An**: `annv.bumnua.muongte@laichau.gov.vn`',
      '- First password: file `muongte-bumnua-2026-11-28-e91e64a4.html.age`; the key holder of Xã Bum Nưa opens and prints it and hands it over.',
      '- Next: the holder changes the password at once at https://matkhau.laichau.gov.vn/ (6.3); before that the mailbox cannot be used.',
      '',
    ].join('\n'),
  );
});

test.each<[string, Partial<FormDone>, string, string]>([
  [
    'a day late',
    { on: '2026-12-03' },
    '✅ **Xong ngày thứ Năm 03/12/2026** (**trễ hạn** thứ Tư 02/12/2026, khoản 6.2)',
    '✅ **Done on Thursday 2026-12-03** (**late**, due Wednesday 2026-12-02, clause 6.2)',
  ],
  [
    'on the last day',
    { on: '2026-12-02', today: '2026-12-05' },
    '✅ **Xong ngày thứ Tư 02/12/2026** (đúng hạn thứ Tư 02/12/2026, khoản 6.2)',
    '(in time, due Wednesday 2026-12-02',
  ],
  [
    'on a day nobody recorded, told before the last one',
    { on: undefined as never, today: '2026-12-02' },
    '✅ **Đã xong**, báo ngày thứ Tư 02/12/2026 (đúng hạn thứ Tư 02/12/2026, khoản 6.2)',
    '✅ **Done**, told on Wednesday 2026-12-02 (in time, due',
  ],
  [
    'on a day nobody recorded, told too late to know',
    { on: undefined as never, today: '2026-12-06' },
    '✅ **Đã xong**, báo ngày Chủ nhật 06/12/2026 (hạn thứ Tư 02/12/2026, khoản 6.2)',
    '✅ **Done**, told on Sunday 2026-12-06 (due Wednesday 2026-12-02, clause 6.2)',
  ],
  [
    'without a term in the rule book',
    { kind: 'reset', due: undefined as never },
    '✅ **Xong ngày thứ Bảy 28/11/2026** (khoản 7.2) – @lan',
    '✅ **Done on Saturday 2026-11-28** (clause 7.2) – @lan',
  ],
])('the term: %s', (_title, more, vi, en) => {
  expect(renderFormDone({ ...issued, ...more }, 'vi')).toContain(vi);
  expect(renderFormDone({ ...issued, ...more }, 'en')).toContain(en);
});

describe('what comes next', () => {
  const plain = { ...issued, passwords: [] };

  it.each([
    [
      'suspend',
      'Tạm dừng',
      '- Tiếp theo: hộp thư không đăng nhập được nữa. Muốn mở lại: gửi phiếu *Khôi phục hộp thư*',
    ],
    [
      'terminate',
      'Chấm dứt',
      '- Hộp thư đã chấm dứt không đăng nhập được nữa; thư được giữ 12 tháng rồi mới xóa',
    ],
    ['restore', 'Khôi phục', '- Tiếp theo: đăng nhập bằng mật khẩu đang có'],
  ] as const)('of %s', (kind, deed, next) => {
    const text = renderFormDone({ ...plain, kind }, 'vi');
    expect(text).toContain(`- ${deed} **Nguyễn Văn An**`);
    expect(text).toContain(next);
    expect(text).not.toContain('ật khẩu lần đầu');
  });

  it('of a custodian who leaves: who keeps the agency mailbox, whose password is new', () => {
    const records = [
      { name: 'Xã Bum Nưa', deed: 'custodian', address: 'bumnua@laichau.gov.vn', custodian: 'Tạ Mì Đức' },
      { name: 'Nguyễn Văn An', address: 'annv@laichau.gov.vn' },
    ] as const;
    expect(
      renderFormDone({ ...issued, kind: 'terminate', records }, 'vi')
        .split('\n')
        .slice(2),
    ).toEqual([
      '- Chấm dứt **Nguyễn Văn An**: `annv@laichau.gov.vn`',
      '- Đổi người quản lý hộp thư cơ quan **Xã Bum Nưa**: `bumnua@laichau.gov.vn`, người quản lý mới là **Tạ Mì Đức**',
      '- Mật khẩu mới: tệp `muongte-bumnua-2026-11-28-e91e64a4.html.age`, người giữ khóa của Xã Bum Nưa mở, in và trao tận tay.',
      '- Tiếp theo: người nhận đổi mật khẩu ngay tại https://matkhau.laichau.gov.vn/ (khoản 7.3); mật khẩu cũ không còn dùng được.',
      '- Hộp thư đã chấm dứt không đăng nhập được nữa; thư được giữ 12 tháng rồi mới xóa.',
      '',
    ]);
  });

  it('of a list with rows that were wrong: those first, for a new form', () => {
    const [, , first] = renderFormDone({ ...issued, left: 3 }, 'vi').split('\n');
    expect(first).toMatch(/^- \*\*Còn 3 dòng của danh sách chưa làm\*\*.*gửi phiếu mới/);
  });

  it('of a new address: how long the old one receives', () => {
    const [record] = issued.records;
    const former = ['annv.bumnua@laichau.gov.vn 2027-05-28'];
    const change: FormDone = { ...plain, kind: 'change', records: [{ name: 'An', ...record, former }] };
    expect(renderFormDone(change, 'vi')).toContain(
      '- Địa chỉ cũ `annv.bumnua@laichau.gov.vn` còn nhận thư đến hết ngày 28/05/2027.\n',
    );
    expect(renderFormDone({ ...change, kind: 'restore' }, 'vi')).not.toContain('Địa chỉ cũ');
  });

  it('where the operator has the key, and no page is set', () => {
    const { page: _page, ...rest } = issued;
    const passwords = issued.passwords.map((one) => ({ ...one, holder: 'operator' as const }));
    const text = renderFormDone({ ...rest, kind: 'reset', passwords }, 'vi');
    expect(text).toContain(
      '- Mật khẩu mới: tệp `muongte-bumnua-2026-11-28-e91e64a4.html.age`, đơn vị vận hành mở, in và chuyển cho Xã Bum Nưa trao tận tay.\n- Tiếp theo: người nhận đổi mật khẩu ngay (khoản 7.3); mật khẩu cũ không còn dùng được.\n',
    );
  });

  it('is not told of a record that another merge has changed since', () => {
    const text = renderFormDone(
      { ...plain, kind: 'change', records: [{ name: 'An', address: 'a@b', superseded: true }] },
      'vi',
    );
    expect(text).toContain('- Thay đổi thông tin **An**. Sau đó tệp đã được sửa tiếp');
    expect(text).not.toContain('a@b');
  });
});

const names = new Map([
  [organizationKey('soa'), 'Sở A'],
  [organizationKey('sob'), 'Sở B'],
]);

const waiting: FormWaiting = {
  kind: 'terminate',
  pullRequest: 13,
  due: '2026-12-01',
  done: 0,
  waiting: [
    { name: 'Người 1', waits: { by: 'held', held: guarded('1', 4) } },
    { name: 'Người 2', waits: { by: 'change', result: 'retry' } },
    { name: 'Người 3', waits: { by: 'state' } },
    { name: 'Người 4', waits: { by: 'change' } },
  ],
};

test('work that waits says for what, by when, and calls nobody', () => {
  const vi = renderFormWaiting(waiting, names, 'vi');
  expect(vi).toMatch(/^⏳ \*\*Thay đổi #13 đã được gộp, nhưng chưa làm được\.\*\* Đang chờ:\n\n/);
  expect(vi.split('\n').slice(2)).toEqual([
    '- **Người 1**: thay đổi vượt ngưỡng, chờ người vận hành duyệt; đơn vị gửi phiếu không phải làm gì.',
    '- **Người 2**: máy chủ bận, chưa làm; lần chạy sau làm lại.',
    '- **Người 3**: hộp thư trên máy chủ chưa như phiếu đề nghị; danhba xem lại ở mỗi lần chạy.',
    '- **Người 4**: lần chạy này chưa làm đến; lần chạy sau làm tiếp.',
    '',
    'Hạn: thứ Ba 01/12/2026 (khoản 8.2). Xong việc, danhba trả lời tại đây và tự đóng phiếu.',
    '',
  ]);
  const en = renderFormWaiting({ ...waiting, done: 2 }, names, 'en');
  expect(en).toMatch(/^⏳ \*\*Pull request #13 was merged: 2 done, 4 not\.\*\* Waiting for:\n/);
  expect(en).toContain('Due Tuesday 2026-12-01 (clause 8.2). Once it is done, danhba answers here');
  expect(vi + en).not.toMatch(/@[a-z]/);
});

test.each(['vi', 'en'] as const)(
  'what a clerk can see to is told in full, and no entry of the server (%s)',
  (language) => {
    const subject = { key: 'person:1', name: 'Người 1', organization: 'soa' } as const;
    const text = (held: Held) =>
      renderFormWaiting(
        { ...waiting, waiting: [{ name: 'Người 1', waits: { by: 'held', held } }] },
        names,
        language,
      );
    expect(text({ ...subject, code: 'consent-missing', args: { ask: ['minh'] } })).toContain('minh');
    const release = text({ ...subject, code: 'release-needed', args: { from: 'soa', to: 'sob' } });
    expect(release).toContain('"Sở A"');
    expect(release).not.toMatch(/so[ab]/);
    const misfit = { dn: 'uid=1,ou=x', belongs: 'ou=people', ldif: 'dn: uid=1,ou=x\nchangetype: modrdn' };
    expect(text({ ...subject, code: 'entry-misplaced', args: misfit })).not.toMatch(/uid=|ldap|modrdn/);
    const problem = { problem: 'name-invalid', place: '/var/lib/danhba/main/soa.yaml:3' } as never;
    expect(text({ ...subject, code: 'problem', args: problem })).not.toContain('/var');
  },
);

test('of somebody who still works nothing is late: the day is told', () => {
  const one = { name: 'Người 1', waits: { by: 'last-day', day: '2027-02-26' } } as const;
  const calm = renderFormWaiting({ ...waiting, due: '2027-03-02', waiting: [one] }, names, 'vi');
  expect(calm.split('\n')).toEqual([
    '⏳ **Thay đổi #13 đã được gộp**, chờ qua ngày làm việc cuối cùng:',
    '',
    '- **Người 1**: hộp thư dùng bình thường đến hết thứ Sáu 26/02/2027, sau đó danhba chấm dứt.',
    '',
    'Hạn: thứ Ba 02/03/2027 (khoản 8.2). Xong việc, danhba trả lời tại đây và tự đóng phiếu.',
    '',
  ]);
  const mixed = renderFormWaiting({ ...waiting, waiting: [one, ...waiting.waiting] }, names, 'vi');
  expect(mixed).toContain('chưa làm được');
});

test('a merge is told, and what is settled', () => {
  expect(renderFormMerged(waiting, 'vi')).toBe(
    '⏳ **Thay đổi #13 đã được gộp.** danhba thực hiện ở lần chạy tới.\n\nHạn: thứ Ba 01/12/2026 (khoản 8.2). Xong việc, danhba trả lời tại đây và tự đóng phiếu.\n',
  );
  expect(renderFormMerged(waiting, 'en')).toMatch(/^⏳ \*\*Pull request #13 was merged\.\*\*/);
  expect(renderFormSettled(13, 'vi')).toBe('✅ Thay đổi #13: đã xong, xem trả lời ở dưới.\n');
  expect(renderFormSettled(13, 'en')).toBe('✅ Pull request #13: done, see the answer below.\n');
});

test.each(['ghost', 'dependabot[bot]', 'lan @minh', ''])('nobody is called as %j', (author) => {
  expect(renderFormDone({ ...issued, author }, 'vi')).not.toMatch(/ – |@lan|@minh/);
});

test('texts of others are no markup, in every kind of form', () => {
  const evil = '<img src=x> @laichau #1 [x](javascript:1)\n## Đã duyệt |`*_~ https://evil.example';
  const markup = /^#|<img|(?<![a-z])@laichau|(?<!\\)\[x|https:\/\/evil|#1(?!3)/m;
  for (const kind of requestKinds) {
    const text = renderFormDone(
      {
        ...issued,
        kind,
        records: [{ name: evil, former: [evil] }],
        passwords: [{ file: 'x.age', organization: evil, holder: 'organization' }],
      },
      'vi',
    ).replaceAll(/`[^`\n]*`/g, '');
    expect(text).not.toMatch(markup);
    const held = renderFormWaiting(
      { ...waiting, kind, waiting: [{ name: evil, waits: { by: 'state' } }] },
      names,
      'en',
    );
    expect(held).not.toMatch(markup);
  }
});

test('a list of hundreds is cut', () => {
  const records = Array.from({ length: 250 }, (_, index) => ({ name: `Người ${index}` }));
  expect(renderFormDone({ ...issued, records }, 'vi')).toContain('… và 50 mục nữa');
});
