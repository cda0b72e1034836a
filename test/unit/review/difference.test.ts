/** What a pull request changes: nothing for itself, and never what was there without it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/model/problems/problem.ts';
import { comparePlanOfBase, compareProblems } from '../../../src/review/difference.ts';
import { creation, guarded, planOf, update } from './plans.ts';

const idsOf = (delta: ReturnType<typeof comparePlanOfBase>) => ({
  added: delta.added.map(({ id }) => id),
  altered: delta.altered.map(({ id }) => id),
  gone: delta.gone.map(({ id }) => id),
  held: delta.held.map(({ key }) => key),
});

describe('two plans', () => {
  it('differ in what is added, altered and gone', () => {
    const base = planOf({ changes: [creation('1'), creation('2'), update('3', {}, { title: 'A' })] });
    const head = planOf({ changes: [creation('2'), creation('4'), update('3', {}, { title: 'B' })] });
    expect(idsOf(comparePlanOfBase(base, head))).toEqual({
      added: ['create person:4'],
      altered: ['update person:3'],
      gone: ['create person:1'],
      held: [],
    });
  });

  it('do not differ by order, wave, reason or the order of keys', () => {
    const change = creation('1');
    const turned = Object.fromEntries(Object.entries(change).reverse()) as unknown as typeof change;
    const head = planOf({
      changes: [
        creation('2'),
        { ...turned, wave: 3, after: ['create person:2'], why: { ...change.why, line: 99 } },
      ],
    });
    const delta = comparePlanOfBase(planOf({ changes: [change, creation('2')] }), head);
    expect(idsOf(delta)).toEqual({ added: [], altered: [], gone: [], held: [] });
  });

  it('tell what the guard holds only now, with its digest', () => {
    const base = planOf({ held: [guarded('1', 4)], approval: 'a'.repeat(64) });
    const same = planOf({ held: [guarded('1', 5)], approval: 'b'.repeat(64) });
    expect(comparePlanOfBase(base, same)).toEqual({ added: [], altered: [], gone: [], held: [] });
    const more = planOf({ held: [guarded('1', 5), guarded('2', 5)], approval: 'b'.repeat(64) });
    expect(comparePlanOfBase(base, more)).toMatchObject({
      held: [{ key: 'person:2' }],
      approval: 'b'.repeat(64),
    });
  });

  it('a plan does not differ from itself, and differences turn round', () => {
    const id = fc.constantFrom('1', '2', '3', '4');
    const change = fc.oneof(
      id.map((one) => creation(one)),
      fc.tuple(id, fc.constantFrom('A', 'B')).map(([one, title]) => update(one, {}, { title })),
    );
    const plan = fc.uniqueArray(change, { selector: (one) => one.id }).map((changes) => planOf({ changes }));
    fc.assert(
      fc.property(plan, plan, (a, b) => {
        expect(idsOf(comparePlanOfBase(a, a))).toEqual({ added: [], altered: [], gone: [], held: [] });
        const [there, back] = [idsOf(comparePlanOfBase(a, b)), idsOf(comparePlanOfBase(b, a))];
        expect(there.added.toSorted()).toEqual(back.gone.toSorted());
        expect(there.altered.toSorted()).toEqual(back.altered.toSorted());
        expect(a.changes.length - there.gone.length + there.added.length).toBe(b.changes.length);
      }),
    );
  });
});

describe('problems', () => {
  const problem = (file: string, name: string, otherLine: number): Problem => ({
    code: 'person-duplicate',
    args: { id: 'LC-1', name, otherFile: 'b.yaml', otherLine },
    severity: 'error',
    at: { file, path: ['people', otherLine, 'id'] },
  });
  it('that only moved are not of the pull request, one more of the same is', () => {
    const base = [problem('a.yaml', 'An', 3)];
    expect(compareProblems(base, [problem('a.yaml', 'An', 9)])).toEqual({ problems: [], earlierProblems: 1 });
    const more = [problem('a.yaml', 'An', 9), problem('a.yaml', 'An', 12), problem('c.yaml', 'An', 1)];
    expect(compareProblems(base, more)).toEqual({ problems: more.slice(1), earlierProblems: 1 });
    expect(compareProblems(base, [])).toEqual({ problems: [], earlierProblems: 0 });
  });
});
