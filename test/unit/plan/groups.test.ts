/** Renames that follow from one new code go together, or wait together for the one they follow. */

import { describe, expect, it } from 'vitest';
import { type Key, organizationKey } from '../../../src/model/account/key.ts';
import { lineFrom, type Organization } from '../../../src/model/directory/organization.ts';
import type { Facts } from '../../../src/plan/facts/facts.ts';
import { groupRenames, heldRenames } from '../../../src/plan/order/groups.ts';
import { account, creates, updates } from './drafts.ts';

const organization = (id: string, parent?: string): [string, Organization] => [
  id,
  { id, name: id, kind: 'provincial', code: id, ...(parent !== undefined && { parent }) },
];
/** Top above middle above leaf; two that are each other's parent; one whose parent has no file. */
const organizations = new Map([
  organization('top'),
  organization('middle', 'top'),
  organization('leaf', 'middle'),
  organization('hen', 'egg'),
  organization('egg', 'hen'),
  organization('lone', 'nowhere'),
]);
const lineOf = (id: string) => lineFrom(id, (one) => organizations.get(one)?.parent);
const renames = (key: Key, scope: string) => updates(key, [], [], { kind: 'rename', scope });
const office = (id: string, scope = id) => renames(`organization:${id}`, scope);
const grouped = (drafts: Parameters<typeof groupRenames>[0], ...waiting: string[]) => {
  const { kept, held } = groupRenames(drafts, lineOf, new Set(waiting.map(organizationKey)));
  return {
    kept: kept.map(({ key, needs, why }) => [key, needs, why.group]),
    held: held.map(({ key, code, args }) => [key, code, args]),
  };
};

describe('a rename', () => {
  it.each([
    ['of its people follows it', ['leaf'], 'leaf', 'leaf'],
    ['of people below follows the highest of an unbroken line', ['top', 'middle', 'leaf'], 'leaf', 'top'],
    ['of people below follows one that is above a unit keeping its name', ['top'], 'leaf', 'top'],
    ['of people below follows no further than where the line breaks', ['top', 'leaf'], 'leaf', 'leaf'],
    ['in a circle ends', ['hen', 'egg'], 'hen', 'egg'],
    ['below one that has no file', ['lone'], 'lone', 'lone'],
    ['of somebody alone follows nothing', [], 'leaf', undefined],
    ['of somebody alone below one that has no file', [], 'lone', undefined],
    ['elsewhere is none of theirs', ['leaf'], 'top', undefined],
  ])('%s', (_what, renamed, scope, top) => {
    const key = top && `organization:${top}`;
    const { kept, held } = grouped([...renamed.map((id) => office(id)), renames('person:A', scope)]);
    expect(kept.at(-1)).toEqual(['person:A', key === undefined ? [] : [`rename ${key}`], key]);
    expect(held).toEqual([]);
  });

  it('of the one that they follow waits for nothing', () => {
    expect(grouped([office('top')])).toEqual({
      kept: [['organization:top', [], undefined]],
      held: [],
    });
  });

  it('keeps what it needs already', () => {
    const draft = { ...renames('person:A', 'leaf'), needs: ['x'] };
    expect(grouped([office('leaf'), draft]).kept.at(-1)?.[1]).toEqual(['x', 'rename organization:leaf']);
  });

  it('waits where the organization does not get its name', () => {
    expect(
      grouped([office('middle'), renames('person:A', 'leaf'), renames('person:B', 'top')], 'top'),
    ).toEqual({
      kept: [],
      held: [
        ['organization:middle', 'depends-on-held', { other: 'organization:top' }],
        ['person:A', 'depends-on-held', { other: 'organization:top' }],
        ['person:B', 'depends-on-held', { other: 'organization:top' }],
      ],
    });
  });
});

it('nothing but renames follows a rename, whatever waits', () => {
  const others = [creates('person:A', 'a@x'), updates('person:B', [], [], { scope: 'leaf' })];
  expect(groupRenames([...others, office('leaf')], lineOf).kept.slice(0, 2)).toEqual(others);
  expect(groupRenames(others, lineOf, new Set(['organization:leaf'])).kept).toEqual(others);
  // Only a rename renames.
  const same = updates('organization:leaf', [], [], { scope: 'leaf' });
  expect(grouped([same, renames('person:C', 'leaf')]).kept.at(-1)).toEqual(['person:C', [], undefined]);
});

describe('an organization waits for another address', () => {
  const key = 'organization:leaf';
  const record = { key, kind: 'organization', address: 'new@x', declaration: {} };
  const entry = { ...account(key, 'old@x'), address: 'old@x', state: 'active' };
  const waits = (change: object, there: object = {}, drafts = [creates('organization:top')]) => {
    const scene = { declared: [{ ...record, ...change }], accounts: [{ ...entry, ...there }] };
    return [...heldRenames(drafts, scene as unknown as Facts)];
  };

  it('where its record gives it one, and nothing is planned for it', () => {
    expect(waits({})).toEqual([key]);
    expect(waits({}, {}, [creates(key)])).toEqual([]);
  });

  it.each([
    ['which is the one it has', { address: 'old@x' }, {}],
    ['which nobody could derive', { address: undefined }, {}],
    ['without a mailbox in its record', { declaration: undefined }, {}],
    ['of a person', { kind: 'person' }, {}],
    ['after it has ended', {}, { state: 'terminated' }],
    ['where its entry has none', {}, { address: undefined }],
    ['where another entry has one', {}, { key: 'organization:top' }],
  ])('but not for one %s', (_what, change, there) => {
    expect(waits(change, there)).toEqual([]);
  });

  it('but not where it has no entry', () => {
    const scene = { declared: [record], accounts: [] };
    expect(heldRenames([], scene as unknown as Facts).size).toBe(0);
  });
});
