/** What the job tells on GitHub after a run: each deed with its term, what is held with its digest, and no markup of others. */
import { describe, expect, it, test } from 'vitest';
import { organizationKey } from '../../../src/model/account/key.ts';
import type { Change } from '../../../src/model/plan/plan.ts';
import { remark } from '../../../src/model/problems/remark.ts';
import {
  type Deed,
  renderDone,
  renderDoneLate,
  renderHeldIssue,
} from '../../../src/render/github/follow-up.ts';
import { creation, guarded, planOf, update } from '../review/plans.ts';

const deed = (change: Change, result: Deed['outcome']['result'] = 'applied', detail?: string): Deed => ({
  change,
  outcome: {
    id: change.id,
    key: change.key,
    kind: change.kind,
    wave: 1,
    result,
    ...(detail !== undefined && { detail: remark('quoted', { text: detail }) }),
  },
});
const evil = '<img src=x> @laichau #1 [x](javascript:1)\n## Đã duyệt |`*_~ https://evil.example';
/** As GitHub would read it: what begins a heading, a mention, a link, HTML. */
const markup = /^#|<img|(?<![a-z])@laichau|(?<!\\)\[x|(?<!\\)`|https:\/\/|#1/m;

describe('what was done', () => {
  test.each<[string, Deed, string, string]>([
    [
      'in time, on the last day',
      deed(creation('1', {}, { due: '2026-11-23' })),
      '- cấp mới: Người 1 · nguoi1.soa@laichau.gov.vn: đã làm · đúng hạn (23/11/2026)',
      'applied · in time (2026-11-23)',
    ],
    [
      'a day late',
      deed(creation('1', {}, { due: '2026-11-22' })),
      'đã làm · **trễ hạn (22/11/2026)**',
      'applied · **late (2026-11-22)**',
    ],
    [
      'before this run',
      deed(creation('1', {}, { due: '2026-11-27' }), 'already'),
      'đã đúng từ trước · đúng hạn (27/11/2026)',
      'already so · in time (2026-11-27)',
    ],
  ])('%s', (_title, one, vi, en) => {
    const text = renderDone([one], '2026-11-23', 'vi');
    expect(text).toMatch(/^Đã thực hiện ngày 23\/11\/2026:\n\n- /);
    expect(text).toContain(vi);
    expect(renderDone([one], '2026-11-23', 'en')).toContain(en);
  });

  it('is told late under the day it was done, to which its term is counted', () => {
    const days = { day: '2026-11-23', today: '2026-11-30' };
    const done = { kind: 'create', name: 'Lò Văn An', result: 'applied', due: '2026-11-23' } as const;
    const known = { ...done, address: 'anlv.soa@laichau.gov.vn' };
    expect(renderDoneLate([known], days, 'vi')).toBe(
      'Đã thực hiện ngày 23/11/2026:\n\n- cấp mới: Lò Văn An · anlv.soa@laichau.gov.vn: đã làm · đúng hạn (23/11/2026)\n\n(Báo muộn, ngày 30/11/2026: lúc làm xong danhba chưa ghi được lên GitHub.)\n',
    );
    const english = renderDoneLate([done, { ...done, due: '2026-11-20' }], days, 'en');
    expect(english).toContain('- issue: Lò Văn An: applied · in time (2026-11-23)\n');
    expect(english).toContain('applied · **late (2026-11-20)**\n');
    expect(english).toMatch(
      /\n\n\(Told late, on 2026-11-30: when it was done, GitHub could not be told\.\)\n$/,
    );
    expect(renderDoneLate([{ ...done, name: evil }], days, 'vi')).not.toMatch(markup);
  });

  it('is said once where it is the same of all', () => {
    const one = deed(creation('1', {}, { due: '2026-11-27' }));
    const other = deed(update('2', { title: 'A' }, { title: 'B' }, { due: '2026-11-27' }));
    const text = renderDone([one, other], '2026-11-23', 'vi');
    expect(text).toMatch(/^Đã thực hiện ngày 23\/11\/2026, cả 2 việc: đã làm · đúng hạn \(27\/11\/2026\):\n/);
    expect(text.match(/đã làm/g)).toHaveLength(1);
    const late = deed(creation('3', {}, { due: '2026-11-20' }));
    expect(renderDone([one, late], '2026-11-23', 'vi').match(/đã làm/g)).toHaveLength(2);
  });

  it('has no term where the rule book sets none', () => {
    const { due: _due, ...why } = creation('1').why;
    const text = renderDone([deed({ ...creation('1'), why } as Change)], '2026-11-23', 'vi');
    expect(text).not.toMatch(/hạn/);
  });

  it('is not said to be in time while it is not done', () => {
    for (const result of ['retry', 'failed', 'skipped'] as const) {
      const text = renderDone(
        [deed(creation('1', {}, { due: '2026-11-27' }), result, 'máy chủ: uid=1,ou=people')],
        '2026-11-23',
        'vi',
      );
      expect(text).not.toContain('đúng hạn');
      // What the server says is for the journal.
      expect(text).not.toContain('ou=people');
    }
  });

  it('tells names and addresses, no other value, and nothing of them as markup', () => {
    const phone = { phone: '0213 3 999 888', name: evil };
    const text = renderDone(
      [deed(creation('1', phone)), deed(update('2', { phone: '1' }, phone, { document: '9/MẬT' }))],
      '2026-11-23',
      'vi',
    );
    expect(text.split('\n').filter((line) => line !== '')).toHaveLength(3);
    expect(text).not.toMatch(/999 888|9\/MẬT/);
    expect(text.split('\n').slice(2).join('\n')).not.toMatch(markup);
  });

  test.each([
    [200, 200, undefined],
    [201, 201, '- … và 1 mục nữa'],
    [15_000, 201, '- … và 14800 mục nữa'],
  ])('of %i deeds takes %i lines, and fits in one comment', (count, lines, last) => {
    const deeds = Array.from({ length: count }, (_, index) =>
      deed(creation(`${index}`, { name: 'Nguyễn Hoàng Thị Phương Thảo Linh Đan' })),
    );
    const text = renderDone(deeds, '2026-11-23', 'vi');
    const items = text.split('\n').filter((line) => line.startsWith('- '));
    expect(items).toHaveLength(lines);
    if (last !== undefined) expect(items.at(-1)).toBe(last);
    expect(text.length).toBeLessThan(65_000);
  });
});

const names = new Map([[organizationKey('soa'), 'Sở A']]);

describe('what is held', () => {
  const approval = '0123456789abcdef'.repeat(4);
  const issue = (held: Parameters<typeof planOf>[0]['held'], language: 'vi' | 'en' = 'vi') =>
    renderHeldIssue(planOf({ held: held ?? [], approval }), names, language);

  it('names each, and how to let exactly this set pass', () => {
    const text = issue([guarded('1', 6), guarded('2', 6)]);
    expect(text).toContain('Ngày 23/11/2026: 2 thay đổi vượt ngưỡng');
    expect(text).toMatch(/^- chấm dứt: Người 1 \\\[Sở A\\\]: /m);
    expect(text).toContain('Mã chỉ dùng một lần');
    // It can be copied as it stands.
    expect(text.match(/^\/approve [0-9a-f]{64}$/gm)).toEqual([`/approve ${approval}`]);
    expect(text.match(/[0-9a-f]{64}/g)).toEqual([approval]);
    expect(issue([guarded('1', 6)], 'en')).toContain('The digest passes once');
  });

  it('leaves out what no digest lets pass', () => {
    const other = {
      key: 'person:9',
      name: 'Người 9',
      organization: 'soa',
      code: 'notice-missing',
      kind: 'delete',
      args: { since: '2026-05-04', earliest: '2027-11-23' },
    } as const;
    const text = issue([guarded('1', 6), other]);
    expect(text).toContain('1 thay đổi vượt ngưỡng');
    expect(text).not.toContain('Người 9');
  });

  it('is no markup, whatever people and organizations are called', () => {
    const text = issue([{ ...guarded('1', 6), name: evil, organization: evil }]);
    const [item = ''] = text.split('\n').filter((line) => line.startsWith('- '));
    expect(item).not.toMatch(markup);
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(1);
    expect(text.match(/^```$/gm)).toHaveLength(2);
  });

  test.each([
    [200, 200],
    [201, 201],
    [9000, 201],
  ])('of %i takes %i lines, and fits in one issue', (count, lines) => {
    const text = issue(Array.from({ length: count }, (_, index) => guarded(`${index}`, count)));
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(lines);
    expect(text).toContain(`${count} thay đổi vượt ngưỡng`);
    expect(text.includes(`… và ${count - 200} mục nữa`)).toBe(count > 200);
    expect(text.length).toBeLessThan(65_000);
  });
});
