/** Rights are those from before anything of them was disputed: operators by the policy, representatives by their file. */
import { describe, expect, it } from 'vitest';
import {
  beginningsOf,
  type Disputed,
  isRight,
  type TreeAt,
  withAgreedRights,
} from '../../../src/review/rights.ts';

const fileOf = (id: string) => `organizations/${id}.yaml`;
/** Each organization with who represents it. */
const tree = (
  operators: readonly string[],
  offices: Readonly<Record<string, readonly string[] | undefined>>,
): TreeAt => ({
  operators,
  operatedBy: 'organization:ubnd',
  organizations: Object.entries(offices).map(([id, representatives]) => ({
    file: fileOf(id),
    organization: {
      ...{ id, name: `Sở ${id}`, kind: 'provincial', code: id },
      ...(representatives && { representatives }),
    },
  })),
  texts: new Map(),
  unreadable: new Set(),
});
const trees = [
  tree(['Olga'], { b: ['Bob'], a: ['Ann'], ubnd: ['Olga'], c: undefined }),
  tree(['Olga', 'Eve'], { b: ['Bob', 'Eve'], a: ['Ann', 'Eve'], ubnd: ['Olga'] }),
];
const now = tree(['Eve'], { a: ['Eve'], b: ['Eve'], c: ['Eve'], d: ['Eve'] });
const agreed = (...disputed: readonly Disputed[]) => {
  const { operators, organizations } = withAgreedRights(now, disputed, (index) => trees[index]);
  return {
    operators,
    ...Object.fromEntries(
      organizations.map(({ organization }) => [organization.id, organization.representatives]),
    ),
  };
};
const eve = ['Eve'];
const all = { operators: eve, a: eve, b: eve, c: eve, d: eve };

it('each record is disputed since the first step that lacked a word', () => {
  const disputed = [
    { id: 'a', index: 3 },
    { id: 'b', index: 2 },
    { id: 'a', index: 1 },
    { id: 'a', index: 2 },
  ];
  expect([...beginningsOf(disputed)]).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});

describe('who may speak', () => {
  it('is as it stands, where nothing is disputed', () => {
    expect(withAgreedRights(now, [], () => undefined)).toBe(now);
  });

  it.each<[string, Disputed, object]>([
    ['by the record of an organization, from before it', { id: 'organization:a', index: 0 }, { a: ['Ann'] }],
    ['by its file, from before it', { id: fileOf('a'), index: 0 }, { a: ['Ann'] }],
    ['by what was agreed in between', { id: 'organization:a', index: 1 }, { a: ['Ann', 'Eve'] }],
    ['nobody, where nobody did before', { id: 'organization:c', index: 0 }, { c: [] }],
    ['nobody, where there was no such organization', { id: 'organization:d', index: 0 }, { d: [] }],
    ['by the policy, from before it', { id: 'policy.yaml', index: 0 }, { operators: ['Olga'] }],
    [
      'by the record that names the operators',
      { id: 'organization:ubnd', index: 0 },
      { operators: ['Olga'] },
    ],
    ['as it stands, where a person is disputed', { id: 'person:LC-1', index: 0 }, {}],
    ['as it stands, where the tree is not known', { id: 'organization:a', index: 9 }, {}],
  ])('is told %s', (_what, disputed, rights) => {
    expect(agreed(disputed)).toEqual({ ...all, ...rights });
  });

  it('changes nothing else of an organization', () => {
    const { organizations } = withAgreedRights(now, [{ id: 'organization:a', index: 0 }], () => trees[0]);
    expect(organizations[0]).toEqual({
      file: fileOf('a'),
      organization: { id: 'a', name: 'Sở a', kind: 'provincial', code: 'a', representatives: ['Ann'] },
    });
  });
});

it.each([
  ['organization:a', true],
  ['policy.yaml', true],
  ['organizations/a.yaml', true],
  ['person:LC-1', false],
])('%s gives rights: %s', (id, right) => {
  expect(isRight(id)).toBe(right);
});
