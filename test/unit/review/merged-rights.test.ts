/** No right somebody gave himself counts, and nothing goes round a key that is the operator's, in any number of steps. */
import { describe, expect, it } from 'vitest';
import type { Organization, Person } from '../../../src/model/directory/organization.ts';
import { judgeMerged, type Step } from '../../../src/review/merged.ts';
import type { TreeAt } from '../../../src/review/rights.ts';

const owners: Readonly<Record<string, string>> = { a: 'Ann', b: 'Bob', ubnd: 'Olga' };
const person = (id: string, more: Partial<Person> = {}): Person => ({ id, name: `Người ${id}`, ...more });
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
function tree(
  organizations: readonly Organization[],
  operators: readonly string[] = ['Olga'],
  more: Record<string, string> = {},
  unreadable: readonly string[] = [],
): TreeAt {
  return {
    organizations: organizations.map((organization) => ({ file: fileOf(organization.id), organization })),
    operators,
    operatedBy: 'policy.yaml',
    texts: new Map([
      ...organizations.map((one) => [fileOf(one.id), JSON.stringify(one)] as const),
      ...Object.entries(more),
      ...unreadable.map((one) => [fileOf(one), `broken ${one}`] as const),
    ]),
    unreadable: new Set(unreadable.map(fileOf)),
  };
}
function judge(first: TreeAt, ...then: readonly (readonly [readonly string[] | undefined, TreeAt])[]) {
  const steps = then.map(([voices, after], index): Step => {
    const [author = '', ...approvers] = voices ?? [];
    return {
      before: then[index - 1]?.[1] ?? first,
      after,
      voices: voices && { author, approvers },
      lastHome: () => undefined,
    };
  });
  const { unconsented, files, waiting } = judgeMerged(steps);
  return { held: Object.fromEntries(unconsented), files, waiting };
}
const p1 = person('LC-1');
const policy = (ops: readonly string[]) => ({ 'policy.yaml': ops.join() });
const world = (
  a: Partial<Organization>,
  people: readonly Person[] = [p1],
  ops: readonly string[] = ['Olga'],
) => tree([office('a', people, a), office('b', [])], ops, policy(ops));

describe('rights given to oneself', () => {
  it('operator in step 1 speaks for himself by touching policy again', () => {
    const v = judge(
      world({}),
      [['Eve'], world({}, [p1], ['Olga', 'Eve'])],
      [['Eve'], world({}, [p1], ['Eve'])],
    );
    expect(v.files).toEqual(['policy.yaml']);
  });
  it('operator for one step, then back: the record changed in between is held', () => {
    const up = ['Olga', 'Eve'];
    const v = judge(
      world({}),
      [['Eve'], world({}, [p1], up)],
      [['Eve'], world({ credentialRecipients: ['age1eve'] }, [p1], up)],
      [['Eve'], world({ credentialRecipients: ['age1eve'] })],
    );
    expect(Object.keys(v.held)).toContain('organization:a');
  });
  it('representative for one step, then back: the people changed in between are held', () => {
    const evil = person('LC-1', { passwordReset: { document: '1', date: '2026-11-02' } });
    const v = judge(
      world({}),
      [[''], world({ representatives: ['Ann', 'Eve'] })],
      [['Eve'], world({ representatives: ['Ann', 'Eve'] }, [evil])],
      [[''], world({}, [evil])],
    );
    expect(Object.keys(v.held)).toContain('person:LC-1');
  });
  it('operators by ubnd.yaml: Eve represents it from step 1, and is believed in step 2', () => {
    const u = (reps: string[], a: Partial<Organization>): TreeAt => ({
      ...tree([office('ubnd', [], { representatives: reps }), office('a', [p1], a)], reps),
      operatedBy: 'organization:ubnd',
    });
    const v = judge(
      u(['Olga'], {}),
      [['Eve'], u(['Olga', 'Eve'], {})],
      [['Eve'], u(['Olga', 'Eve'], { code: 'zz' })],
    );
    expect(Object.keys(v.held)).toContain('organization:a');
  });
});

const violation = { reason: 'violation', clause: '12.1', document: '1/QĐ', date: '2026-11-02' } as const;
describe('one id twice, or away and back', () => {
  it('twice and once again: an operator’s keys need the operator', () => {
    const decided = person('LC-1', {
      privileged: true,
      address: 'chutich@laichau.gov.vn',
      addressDecision: { document: '1', date: '2026-11-02' },
    });
    const v = judge(world({}), [['Ann'], world({}, [p1, decided])], [['Ann'], world({}, [decided])]);
    expect(v.held).toEqual({ 'person:LC-1': ['Olga'] });
  });
  it('the same lifts a violation', () => {
    const locked = person('LC-1', { suspension: violation });
    const free = person('LC-1', { restoration: { document: '2', date: '2026-11-10' } });
    const v = judge(world({}, [locked]), [['Ann'], world({}, [locked, free])], [['Ann'], world({}, [free])]);
    expect(v.held).toEqual({ 'person:LC-1': ['Olga'] });
  });
  it('taken out and put in again with a restoration lifts a violation', () => {
    const locked = person('LC-1', { suspension: violation });
    const free = person('LC-1', { restoration: { document: '2', date: '2026-11-10' } });
    const v = judge(world({}, [locked]), [['Ann'], world({}, [])], [['Ann'], world({}, [free])]);
    expect(v.held).toEqual({ 'person:LC-1': ['Olga'] });
  });
  it('moved to another file with a restoration, one step', () => {
    const locked = person('LC-1', { suspension: violation });
    const free = person('LC-1', { restoration: { document: '2', date: '2026-11-10' } });
    const t = (a: Person[], b: Person[]) => tree([office('a', a), office('b', b)]);
    const v = judge(t([locked], []), [['Ann', 'Bob'], t([], [free])]);
    expect(v.held).toEqual({ 'person:LC-1': ['Olga'] });
  });
});

describe('heard by mistake', () => {
  it('Ann edits her own record of LC-1; she has not agreed to Bob’s claim of him', () => {
    const t = (a: Person[], b: Person[]) => tree([office('a', a), office('b', b)]);
    const mine = person('LC-1', { title: 'Trưởng phòng' });
    const v = judge(t([p1], []), [['Bob'], t([p1], [p1])], [['Ann'], t([mine], [p1])]);
    expect(v.held).toEqual({ 'person:LC-1': ['Ann'] });
  });
});
