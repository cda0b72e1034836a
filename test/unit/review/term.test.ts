/** The term of a pull request by what it asks for (6.2, 8.2, 8.3), and its label, which is read again. */
import { describe, expect, it } from 'vitest';
import type { PlanDelta } from '../../../src/model/github/review.ts';
import type { ChangeKind } from '../../../src/model/plan/plan.ts';
import type { WhyCode } from '../../../src/model/plan/why.ts';
import { readTerm, termLabelOf, termOf, termOfChange } from '../../../src/review/term.ts';

const deadlines = {
  issueWorkingDays: 3,
  terminateWorkingDays: 2,
  restoreWorkingDays: 1,
  notifyDays: 15,
};
const delta = (added: readonly ChangeKind[], altered: readonly ChangeKind[] = []): PlanDelta =>
  ({
    added: added.map((kind) => ({ kind, why: { code: 'declared' } })),
    altered: altered.map((kind) => ({ kind, why: { code: 'differs' } })),
    gone: [],
    held: [],
  }) as unknown as PlanDelta;

describe('the term', () => {
  it.each([
    [['create'], [], 3],
    [['update', 'rename', 'suspend', 'reset'], [], 3],
    [['create', 'terminate'], [], 2],
    [['create'], ['transfer'], 2],
    [['restore', 'terminate'], [], 1],
    [['suspend', 'reset'], [], undefined],
    [[], [], undefined],
  ] as const)('of %j and %j is %s working days', (added, altered, days) => {
    expect(termOf(delta(added, altered), deadlines)?.days).toBe(days);
  });
});

describe('the clause', () => {
  it.each([
    ['create', '6.2'],
    ['rename', '6.2'],
    ['terminate', '8.2'],
    ['transfer', '8.2'],
    ['restore', '8.3'],
  ] as const)('of %s is %s', (kind, clause) => {
    expect(termOf(delta([kind]), deadlines)?.clause).toBe(clause);
  });
});

describe('what nobody asked for, or the rule book gives no term', () => {
  it('has none', () => {
    const told = (kind: ChangeKind, code: WhyCode) =>
      termOfChange({ kind, why: { code, clause: '8.1' } }, deadlines)?.days;
    expect(told('terminate', 'termination-declared')).toBe(2);
    expect(told('terminate', 'removed')).toBeUndefined();
    expect(told('suspend', 'suspension-declared')).toBeUndefined();
    expect(told('suspend', 'inactive')).toBeUndefined();
    expect(told('delete', 'term-elapsed')).toBeUndefined();
    expect(told('reset', 'reset-requested')).toBeUndefined();
  });
});

describe('its label', () => {
  it.each([1, 2, 3, 15])('%s is read again', (days) => {
    expect(readTerm(['danhba: đạt', termLabelOf(days)])).toBe(days);
    expect(readTerm([termLabelOf(days).normalize('NFD')])).toBe(days);
  });

  it.each([
    ['hạn: quá hạn'],
    ['hạn: 0 ngày làm việc'],
    ['hạn: 1e3 ngày làm việc'],
    ['x hạn: 3 ngày làm việc'],
  ])('%s is none', (label) => {
    expect(readTerm([label])).toBeUndefined();
  });
});
