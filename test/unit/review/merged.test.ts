/** What a run of merges comes to: whose word is missing, and what gives it. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Organization, Person } from '../../../src/model/directory/organization.ts';
import { judgeMerged, type Step } from '../../../src/review/merged.ts';
import type { TreeAt } from '../../../src/review/rights.ts';

const operators = ['Olga'];
const person = (id: string, more: Partial<Person> = {}): Person => ({ id, name: `Người ${id}`, ...more });
const owners: Readonly<Record<string, string>> = { a: 'Ann', b: 'Bob' };

const office = (id: string, people: readonly Person[], more: Partial<Organization> = {}): Organization => ({
  id,
  name: id,
  kind: 'provincial',
  code: id,
  representatives: [owners[id] ?? ''],
  people,
  ...more,
});
const fileOf = (id: string) => `organizations/${id}.yaml`;

/** `more` are files of everybody, with their texts. */
function tree(organizations: readonly Organization[], more: Readonly<Record<string, string>> = {}): TreeAt {
  const texts = [
    ...organizations.map((one) => [fileOf(one.id), JSON.stringify(one)] as const),
    ...Object.entries(more),
  ];
  return {
    organizations: organizations.map((organization) => ({ file: fileOf(organization.id), organization })),
    operators,
    operatedBy: 'policy.yaml',
    texts: new Map(texts),
    unreadable: new Set(),
  };
}

type Voices = readonly string[] | undefined;

/** Each tree with who brought it about: the author, then who agreed; undefined where GitHub was silent. */
function judge(first: TreeAt, ...then: readonly (readonly [Voices, TreeAt])[]) {
  const steps = then.map(([voices, after], index): Step => {
    const [author = '', ...approvers] = voices ?? [];
    const before = then[index - 1]?.[1] ?? first;
    return { before, after, voices: voices && { author, approvers }, lastHome: () => undefined };
  });
  const { unconsented, files, waiting, silent } = judgeMerged(steps);
  return { held: Object.fromEntries(unconsented), files, waiting, ...(silent !== undefined && { silent }) };
}

const p1 = person('LC-1');
const start = tree([office('a', [p1]), office('b', [])]);
const titled = tree([office('a', [person('LC-1', { title: 'Chuyên viên' })]), office('b', [])]);
const newcomer = tree([office('a', [p1, person('LC-2')]), office('b', [])]);
const decided = tree([
  office('a', [
    person('LC-1', {
      address: 'x.a@laichau.gov.vn',
      addressDecision: { document: '1/QĐ', date: '2026-11-02' },
    }),
  ]),
  office('b', []),
]);
const renamed = tree([office('a', [p1], { code: 'aa' }), office('b', [])]);
const taken = tree([office('a', []), office('b', [p1])]);
const claimed = tree([office('a', [p1]), office('b', [p1])]);
const gone = tree([office('b', [])]);
const nothing = { held: {}, files: [], waiting: [] };

describe('one step', () => {
  test.each<[string, Voices, TreeAt, Readonly<Record<string, readonly string[]>>]>([
    ['of who represents the file', ['Ann'], newcomer, {}],
    ['that he agreed to', ['Eve', 'Ann'], newcomer, {}],
    ['of an operator', ['Olga'], decided, {}],
    ['of a stranger', ['Eve'], newcomer, { 'person:LC-2': ['Ann'] }],
    ['that was pushed', [''], newcomer, { 'person:LC-2': ['Ann'] }],
    ['an operator’s key by the representative', ['Ann'], decided, { 'person:LC-1': ['Olga'] }],
    ['the code by the representative', ['Ann'], renamed, { 'organization:a': ['Olga'] }],
    ['a person taken over', ['Bob'], taken, { 'person:LC-1': ['Ann'] }],
    ['a person taken over with the word of both', ['Bob', 'Ann'], taken, {}],
    ['a file deleted', ['Eve'], gone, { 'organization:a': ['Olga'], 'person:LC-1': ['Ann'] }],
    ['GitHub silent: a newcomer', undefined, newcomer, {}],
    ['GitHub silent: an operator’s key', undefined, decided, { 'person:LC-1': ['Olga'] }],
    ['GitHub silent: a person moved, both files changed', undefined, taken, {}],
    ['GitHub silent: a person taken over', undefined, claimed, { 'person:LC-1': ['Ann'] }],
  ])('%s', (_title, voices, after, held) => {
    const silent = voices === undefined ? { silent: 0 } : {};
    const waiting = Object.keys(held).length === 0 || voices === undefined ? [] : [0];
    expect(judge(start, [voices, after])).toEqual({ held, files: [], waiting, ...silent });
  });
});

describe('a later step', () => {
  it('gives the word of who had somebody where he was taken on, and by no change of the old file', () => {
    const there = tree([office('a', []), office('b', [person('LC-1', { title: 'Phó phòng' })])]);
    expect(judge(start, [['Bob'], taken], [['Bob', 'Ann'], there])).toEqual(nothing);
    expect(judge(start, [['Bob'], taken], [['Bob'], there])).toMatchObject({
      held: { 'person:LC-1': ['Ann'] },
    });
  });

  it('gives the word of who still has somebody where he was taken on', () => {
    const there = tree([office('a', [p1]), office('b', [person('LC-1', { title: 'Phó phòng' })])]);
    expect(judge(start, [['Bob'], claimed], [['Bob', 'Ann'], there])).toEqual(nothing);
    expect(judge(start, [['Bob'], claimed], [['Bob'], there])).toMatchObject({
      held: { 'person:LC-1': ['Ann'] },
    });
  });

  it('gives the operator’s word for a file of everybody, and only by that file', () => {
    const offices = [office('a', [p1]), office('b', [])];
    const [before, first, second] = ['1', '2', '3'].map((text) =>
      tree(offices, { 'calendar/2026.yaml': text }),
    );
    const waits = { held: {}, files: ['calendar/2026.yaml'], waiting: [0] };
    const [was, is, then] = [before, first, second] as [TreeAt, TreeAt, TreeAt];
    expect(judge(was, [['Eve'], is])).toEqual(waits);
    expect(judge(was, [['Eve'], is], [['Olga'], then])).toEqual(nothing);
    expect(judge(was, [['Eve'], is], [['Ann'], then])).toEqual({ ...waits, waiting: [0, 1] });
    expect(judge(was, [['Eve'], is], [['Eve'], was])).toEqual(nothing);
  });

  it('gives the word where who was asked changes the same record', () => {
    expect(judge(start, [['Eve'], newcomer], [['Ann'], start])).toEqual(nothing);
    const again = tree([office('a', [p1, person('LC-2', { title: 'Phó phòng' })]), office('b', [])]);
    expect(judge(start, [['Eve'], newcomer], [['Ann'], again])).toEqual(nothing);
  });

  it('gives none by changing another record of the file', () => {
    const other = tree([
      office('a', [person('LC-1', { title: 'Phó phòng' }), person('LC-2')]),
      office('b', []),
    ]);
    expect(judge(start, [['Eve'], newcomer], [['Ann'], other])).toMatchObject({
      held: { 'person:LC-2': ['Ann'] },
    });
  });

  it('gives no operator’s word by the representative', () => {
    const [one] = decided.organizations[0]?.organization.people ?? [];
    const after = tree([office('a', [{ ...(one as Person), title: 'Phó phòng' }]), office('b', [])]);
    expect(judge(start, [['Ann'], decided], [['Ann'], after])).toMatchObject({
      held: { 'person:LC-1': ['Olga'] },
    });
  });

  it('that lacks a lesser word does not make the greater one unneeded', () => {
    const [one] = decided.organizations[0]?.organization.people ?? [];
    const over = tree([office('a', [{ ...(one as Person), title: 'Phó phòng' }]), office('b', [])]);
    const again = tree([office('a', [{ ...(one as Person), title: 'Trưởng phòng' }]), office('b', [])]);
    const steps = [[['Ann'], decided] as const, [['Eve'], over] as const, [['Ann'], again] as const];
    expect(judge(start, ...steps)).toMatchObject({ held: { 'person:LC-1': ['Olga'] } });
    expect(judge(start, ...steps, [['Olga'], over])).toEqual(nothing);
  });

  it('makes it as it was, whoever did', () => {
    expect(judge(start, [['Eve'], newcomer], [['Eve'], start])).toEqual(nothing);
  });

  it('makes it as it was before the first of several, whoever did', () => {
    const also = (title?: string) => {
      const one = person('LC-1', title === undefined ? {} : { title });
      return tree([office('a', [one, person('LC-2')]), office('b', [])]);
    };
    expect(judge(start, [['Ann'], also()], [['Eve'], also('A')], [['Eve'], also('B')])).toMatchObject({
      ...{ held: { 'person:LC-1': ['Ann'] }, waiting: [1, 2] },
    });
    expect(
      judge(start, [['Ann'], also()], [['Eve'], also('A')], [['Eve'], also('B')], [['Eve'], also()]),
    ).toEqual(nothing);
  });

  it('waits for nothing that lacked its word on another record', () => {
    const people = (first: string, second: string) =>
      tree([
        office('a', [person('LC-1', { title: first }), person('LC-2', { title: second })]),
        office('b', []),
      ]);
    expect(
      judge(
        people('A', 'A'),
        [['Eve'], people('B', 'A')],
        [['Eve'], people('B', 'B')],
        [['Ann'], people('B', 'C')],
      ),
    ).toEqual({ held: { 'person:LC-1': ['Ann'] }, files: [], waiting: [0] });
  });

  it('waits with every step before that lacked or gave a word on the same record, in their order', () => {
    const [one] = decided.organizations[0]?.organization.people ?? [];
    const titles = (title: string) => tree([office('a', [{ ...(one as Person), title }]), office('b', [])]);
    const settled = [[['Ann'], decided] as const, [['Olga'], titles('A')] as const];
    expect(judge(start, ...settled)).toEqual(nothing);
    expect(judge(start, ...settled, [['Eve'], titles('B')])).toEqual({
      ...{ held: { 'person:LC-1': ['Ann'] }, files: [], waiting: [0, 1, 2] },
    });
  });

  it('waits with what it answered in part, for as long as the rest waits', () => {
    const one = person('LC-1', { title: 'Chuyên viên' });
    const withTwo = (more: Partial<Person>) =>
      tree([office('a', [one, person('LC-2', more), person('LC-3')]), office('b', [])]);
    const [both, answered] = [withTwo({}), withTwo({ title: 'Phó phòng' })];
    expect(judge(start, [['Ann'], titled], [['Eve'], both], [['Ann'], answered])).toEqual({
      held: { 'person:LC-3': ['Ann'] },
      files: [],
      waiting: [1, 2],
    });
  });

  it('is judged again where GitHub was silent', () => {
    expect(judge(start, [['Ann'], titled], [undefined, renamed], [undefined, renamed])).toEqual({
      ...nothing,
      held: { 'organization:a': ['Olga'] },
      silent: 1,
    });
  });

  it('where GitHub was silent leaves waiting what waited before', () => {
    const both = tree([office('a', [p1, person('LC-2'), person('LC-3')]), office('b', [])]);
    expect(judge(start, [['Eve'], newcomer], [undefined, both])).toEqual({
      ...{ held: { 'person:LC-2': ['Ann'] }, files: [], waiting: [0], silent: 1 },
    });
  });
});

describe('a file of an organization', () => {
  const offices = [office('a', [p1]), office('b', [])];

  it('that cannot be read any more holds every record it had', () => {
    const file = fileOf('a');
    const broken = { ...tree([office('b', [])], { [file]: 'broken' }), unreadable: new Set([file]) };
    expect(judge(start, [['Eve'], broken])).toEqual({
      ...{ held: { 'organization:a': ['Ann'], 'person:LC-1': ['Ann'] }, files: [], waiting: [0] },
    });
    expect(judge(start, [['Ann'], broken])).toEqual(nothing);
    const more = {
      ...tree([office('b', [person('LC-2')])], { [file]: 'broken' }),
      unreadable: new Set([file]),
    };
    expect(Object.keys(judge(start, [['Eve'], broken], [['Bob'], more]).held)).toEqual([
      'organization:a',
      'person:LC-1',
    ]);
  });

  it('that is only somewhere else waits with nothing of before', () => {
    const added = [office('a', [p1]), office('b', [person('LC-2')])];
    const remarked = tree(added, { [fileOf('a')]: 'with a remark' });
    const there: TreeAt = {
      ...remarked,
      organizations: remarked.organizations.map((one) =>
        one.file === fileOf('a') ? { ...one, file: fileOf('c') } : one,
      ),
      texts: new Map(
        [...remarked.texts].map(([path, text]) => [path === fileOf('a') ? fileOf('c') : path, text]),
      ),
    };
    expect(judge(start, [['Eve'], remarked], [['Eve'], there])).toEqual({
      ...{ held: { 'person:LC-2': ['Bob'] }, files: [], waiting: [0] },
    });
  });

  it('of which no record differs lacks nothing', () => {
    expect(judge(start, [['Eve'], tree(offices, { [fileOf('a')]: 'with a remark' })])).toEqual(nothing);
  });
});

describe('what speaks for everybody', () => {
  const policy = (text: string) =>
    tree([office('a', [p1]), office('b', [])], { 'policy.yaml': text, 'grants.yaml': text });
  const before = policy('1');
  it('needs the operator', () => {
    expect(judge(before, [['Ann'], policy('2')]).files).toEqual(['grants.yaml', 'policy.yaml']);
    expect(judge(before, [['Ann', 'Olga'], policy('2')])).toEqual(nothing);
    expect(judge(before, [['Ann'], policy('2')], [['Eve'], before])).toEqual(nothing);
    expect(judge(before, [['Ann'], policy('2')], [['Olga'], policy('3')])).toEqual(nothing);
    expect(judge(before, [undefined, policy('2')]).files).toEqual(['grants.yaml', 'policy.yaml']);
  });

  it('waits with the step that gave the word for a part of it', () => {
    const texts = { 'policy.yaml': '3', 'grants.yaml': '2' };
    const partly = tree([office('a', [p1]), office('b', [])], texts);
    expect(judge(before, [['Ann'], policy('2')], [['Olga'], partly])).toEqual({
      ...{ held: {}, files: ['grants.yaml'], waiting: [0, 1] },
    });
  });
});

it('of nothing is nothing', () => {
  expect(judge(start)).toEqual(nothing);
});

describe('any history', () => {
  const ids = ['LC-1', 'LC-2', 'LC-3'] as const;
  const logins = ['Ann', 'Bob', 'Eve', 'Olga', ''] as const;
  const edit = fc.record({
    author: fc.constantFrom(...logins),
    changes: fc.array(
      fc.record({
        id: fc.constantFrom(...ids),
        title: fc.constantFrom('A', 'B'),
        privileged: fc.boolean(),
        there: fc.boolean(),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    /** The job runs after it. */
    runs: fc.boolean(),
  });
  type State = Readonly<Record<string, Person | undefined>>;
  const treeOf = (state: State) =>
    tree([
      office(
        'a',
        ids.flatMap((id) => state[id] ?? []),
      ),
      office('b', []),
    ]);

  /** What a record lacks, told in the plainest way: who has to speak, and how it was before that was needed. */
  interface Lack {
    readonly ask: readonly string[];
    readonly before: string;
  }
  const textOf = (one: Person | undefined) =>
    one === undefined ? '' : `${one.title} ${one.privileged === true}`;

  function follow(
    lacks: readonly Lack[],
    author: string,
    old: Person | undefined,
    now: Person | undefined,
  ): readonly Lack[] {
    const [before, after] = [textOf(old), textOf(now)];
    if (before === after) return lacks;
    const left = lacks.filter(({ ask }) => !ask.includes(author));
    const asks = [['Ann', 'Olga']];
    if (now !== undefined && (old?.privileged === true) !== (now.privileged === true)) asks.push(['Olga']);
    for (const ask of asks) if (!ask.includes(author)) left.push({ ask, before });
    return left[0]?.before === after ? [] : left;
  }

  it('holds what lacks a word and nothing else, whenever the job looks', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        let state: State = { 'LC-1': person('LC-1', { title: 'A' }) };
        let lacks: Readonly<Record<string, readonly Lack[]>> = {};
        let waiting: readonly Step[] = [];
        let fresh: Step[] = [];
        for (const { author, changes, runs } of edits) {
          const next: Record<string, Person | undefined> = { ...state };
          for (const { id, there, ...more } of changes) next[id] = there ? person(id, more) : undefined;
          const step = {
            before: treeOf(state),
            after: treeOf(next),
            voices: { author, approvers: [] },
            lastHome: () => undefined,
          };
          const before = state;
          lacks = Object.fromEntries(
            ids.map((id) => [id, follow(lacks[id] ?? [], author, before[id], next[id])]),
          );
          state = next;
          fresh.push(step);
          if (!runs) continue;
          const steps = [...waiting, ...fresh];
          const verdict = judgeMerged(steps);
          const expected = ids.filter((id) => (lacks[id] ?? []).length > 0).map((id) => `person:${id}`);
          expect([...verdict.unconsented.keys()].sort()).toEqual(expected);
          waiting = verdict.waiting.map((index) => steps[index] as Step);
          fresh = [];
        }
      }),
      { numRuns: 2000 },
    );
  });
});
