/** What stands beside a review's comment: notes within GitHub's bounds, suggestions in their block, labels by what is to be done. */
import { describe, expect, it, test } from 'vitest';
import type { PlanDelta, Review } from '../../../src/model/github/review.ts';
import type { Problem } from '../../../src/model/problems/problem.ts';
import {
  deadlineLabels,
  problemNotes,
  renderSuggestion,
  reviewLabels,
} from '../../../src/render/github/review-notes.ts';
import { asking, guarded } from '../review/plans.ts';

const file = 'directory/organizations/soa.yaml';
const context = (language: 'vi' | 'en' = 'vi') => ({
  language,
  locate: ({ path }: Problem['at']) => ({ line: path.length + 1, column: 3 }),
  textOf: () => undefined,
});
const wrong = (path: readonly (string | number)[], value: string, severity: Problem['severity'] = 'error') =>
  ({
    code: 'wrong-type',
    args: { expected: 'string', actual: 'number', value },
    severity,
    at: { file, path },
  }) as Problem;
const noteOf = (problem: Problem, language: 'vi' | 'en' = 'vi') => {
  const [note, ...others] = problemNotes([problem], context(language), new Map());
  expect(others).toEqual([]);
  if (note === undefined) throw new Error('no note');
  return note;
};

describe('a note', () => {
  it('stands on the line of its problem, with its code and its weight', () => {
    expect(noteOf(wrong(['people', 3, 'title'], '7'))).toMatchObject({
      path: file,
      line: 4,
      level: 'failure',
      title: 'wrong-type',
      message: expect.stringContaining('7'),
    });
    expect(noteOf(wrong(['code'], '7', 'warning'))).toMatchObject({ line: 2, level: 'warning' });
  });

  it('is made for each problem, in their order', () => {
    const problems = ['1', '2', '3'].map((value) => wrong(['code'], value));
    expect(problemNotes(problems, context(), new Map())).toHaveLength(3);
    expect(problemNotes([], context(), new Map())).toEqual([]);
  });

  test.each([
    [['people', 0, 'phone']],
    [['people', 0, 'suspension', 'document']],
    [['mailbox', 'suspension', 'notice', 'document']],
    [['people', 0, 'absence', 'reason']],
    [['people', 0, 'absence']],
  ])('at %j does not repeat the value', (path) => {
    for (const language of ['vi', 'en'] as const) {
      const { message, line } = noteOf(wrong(path, '0912345678'), language);
      expect(message).not.toContain('0912345678');
      expect(message).toMatch(/dữ liệu riêng|private/);
      expect(line).toBe(path.length + 1);
    }
  });

  it('is no longer than GitHub takes, and no half of a character', () => {
    const long = noteOf(wrong(['code'], 'x'.repeat(10_000)));
    expect(long.message).toHaveLength(4000);
    for (const shift of ['', 'x']) {
      const { message } = noteOf(wrong(['code'], shift + '🇻'.repeat(5000)));
      expect(message.length).toBeLessThanOrEqual(4000);
      expect(message.isWellFormed()).toBe(true);
    }
  });

  it('shows what cannot be seen, and gives a runner no command', () => {
    const { message } = noteOf(wrong(['code'], '\u202e\u0007\n::error::x\n##[group]y'));
    expect(message).toContain('\\u{202e}');
    expect(message).not.toMatch(/^\s*::|##\[|\u202e|\u0007/m);
  });
});

test('a suggestion is the line as it is to be, alone in its block', () => {
  expect(renderSuggestion('    title: Chuyên viên # ghi chú ', 'vi')).toBe(
    'Theo quy tắc, dòng này phải là (bấm nút để nhận):\n```suggestion\n    title: Chuyên viên # ghi chú \n```',
  );
  expect(renderSuggestion('a', 'en').split('\n').slice(1)).toEqual(['```suggestion', 'a', '```']);
});

describe('the labels', () => {
  const waiting = {
    allowed: false,
    missing: [{ code: 'changed', organization: 'soa', files: [file], ask: ['minh'], records: [] }],
  } as const;
  const held: PlanDelta = { added: [], altered: [], gone: [], held: [guarded('1', 6)] };
  const waits: PlanDelta = {
    ...held,
    held: [
      {
        ...guarded('1', 6),
        code: 'notice-missing',
        args: { since: '2026-05-04', earliest: '2027-11-23' },
      } as PlanDelta['held'][number],
    ],
  };
  const occupied: PlanDelta = {
    ...held,
    held: [
      { ...guarded('1', 6), code: 'entry-occupied', args: { dn: 'uid=1' } } as PlanDelta['held'][number],
    ],
  };
  const gone = { id: 'LC-000001', name: 'Lan', organization: 'soa' };
  const error = wrong(['code'], 'x');
  const warning = wrong(['code'], 'x', 'warning');
  test.each<[string, Partial<Review>, readonly string[]]>([
    ['sound', {}, ['đạt']],
    ['sound, with a warning', { problems: [warning] }, ['đạt']],
    ['wrong', { problems: [warning, error] }, ['có lỗi']],
    ['not agreed to', { verdict: waiting }, ['chờ duyệt']],
    ['wrong and not agreed to', { problems: [error], verdict: waiting }, ['có lỗi', 'chờ duyệt']],
    ['agreed to and above a limit', { plan: held }, ['vượt ngưỡng']],
    ['agreed to and held for something else', { plan: occupied }, ['còn giữ lại']],
    ['one that deletes somebody', { removed: [gone] }, ['xóa người']],
    ['sound, with a term that has not begun', { plan: waits }, ['đạt']],
    [
      'all of it',
      { problems: [error], verdict: waiting, plan: held },
      ['có lỗi', 'chờ duyệt', 'vượt ngưỡng'],
    ],
  ])('of a pull request that is %s', (_title, review, names) => {
    const labels = reviewLabels(
      { verdict: { allowed: true }, asking, problems: [], earlierProblems: 0, behind: 0, ...review },
      'danhba: ',
    );
    expect(labels.map(({ name }) => name)).toEqual(names.map((name) => `danhba: ${name}`));
    for (const { name, color, description } of labels) {
      expect(name.length).toBeLessThanOrEqual(50);
      expect(description.length).toBeLessThanOrEqual(100);
      expect(color).toMatch(/^[0-9a-f]{6}$/);
    }
  });

  test.each([
    ['running', ['hạn: 3 ngày làm việc']],
    ['soon', ['hạn: 3 ngày làm việc', 'hạn: sắp đến']],
    ['overdue', ['hạn: 3 ngày làm việc', 'hạn: quá hạn']],
  ] as const)('of a term that is %s', (status, names) => {
    const labels = deadlineLabels('hạn: 3 ngày làm việc', 3, status, 'hạn: ');
    expect(labels.map(({ name }) => name)).toEqual(names);
    expect(labels[0]?.description).toContain('3 ngày làm việc');
    for (const { color, description } of labels) {
      expect(color).toMatch(/^[0-9a-f]{6}$/);
      expect(description.length).toBeLessThanOrEqual(100);
    }
  });
});
