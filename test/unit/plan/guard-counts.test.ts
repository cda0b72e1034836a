/** The guard by itself: what of the accounts counts in which class and scope, and what an approval cannot lift. */

import { describe, expect, it } from 'vitest';
import type { ActualAccount } from '../../../src/model/account/account.ts';
import { type Key, toldKey } from '../../../src/model/account/key.ts';
import type { Policy } from '../../../src/model/directory/policy.ts';
import type { Draft } from '../../../src/plan/draft.ts';
import { type GuardFacts, guardChanges } from '../../../src/plan/guard/guard.ts';
import { account, deletes, updates } from './drafts.ts';

const today = '2026-03-20';
const recent = '2026-03-18';
const lifecycle = { tombstoneYears: 5, aliasMonths: 6 } as Policy['lifecycle'];
const none = { share: 0, count: 0 };
const lifted = { share: 100, count: 1000 };

const entry = (key: Key, more: Partial<ActualAccount> = {}): ActualAccount => ({
  ...account(key),
  organization: 'sokx',
  state: 'active',
  dn: key,
  uuid: key,
  ...more,
});
const suspends = (number: number, scope = 'sokx'): Draft =>
  updates(`person:S-${number}`, [], [], {
    kind: 'suspend',
    id: `suspend person:S-${number}`,
    base: entry(`person:S-${number}`, { organization: scope }),
    account: { ...account(`person:S-${number}`), state: 'suspended', locked: true },
    fields: ['state', 'locked'],
    scope,
  });
type Told = Partial<Omit<GuardFacts, 'policy'>> & { readonly policy?: Policy['guard'] };
const guard = (drafts: readonly Draft[], { policy, ...more }: Told = {}) =>
  guardChanges(drafts, {
    accounts: [],
    tombstones: [],
    policy: { guard: policy ?? { run: none, organization: lifted, protected: [] }, lifecycle },
    today,
    ...more,
  });
const argsOf = (drafts: readonly Draft[], more: Told = {}) =>
  guard(drafts, more).held.map(({ args }) => args)[0];

describe('the days before', () => {
  const others: readonly (readonly [string, Partial<ActualAccount>, number])[] = [
    ['somebody active since then', { since: recent }, 1],
    ['somebody renamed then', { renamedOn: recent }, 1],
    ['somebody missed then', { missing: recent }, 1],
    ['somebody who ended then', { state: 'terminated', lockedOn: recent }, 1],
    ['somebody suspended then', { state: 'suspended', lockedOn: recent }, 2],
    ['an entry without a state', { state: undefined as never, lockedOn: recent }, 1],
  ];
  it.each(others)('%s beside one suspension counts %i', (_what, more, count) => {
    expect(argsOf([suspends(1)], { accounts: [entry('person:P-1', more)] })).toMatchObject({
      class: 'suspend',
      scope: '',
      count,
    });
  });

  const wakes: Draft = updates('person:W-1', [], [], {
    kind: 'restore',
    id: 'restore person:W-1',
    base: entry('person:W-1', { state: 'terminated', locked: true }),
    account: { ...account('person:W-1'), state: 'active' },
    fields: ['state', 'locked'],
  });
  it.each([
    [{ since: recent }, 2],
    [{ since: recent, state: 'terminated' }, 1],
    [{ since: recent, state: 'suspended' }, 1],
  ] as const)('%j beside one that comes back counts %i', (more, count) => {
    expect(argsOf([wakes], { accounts: [entry('person:P-1', more)] })).toMatchObject({
      class: 'wake',
      count,
    });
  });
});

describe('the scope of one organization', () => {
  const policy = { run: lifted, organization: { share: 30, count: 1 }, protected: [] };
  const accounts = [
    ...[1, 2, 3, 4, 5].map((number) => entry(`person:P-${number}`)),
    entry('person:P-6', { state: 'suspended', lockedOn: recent }),
    entry('person:P-7', { state: 'terminated' }),
    entry('person:P-8', { organization: 'soky' }),
    entry(toldKey('nobody'), { organization: undefined as never }),
    entry('organization:sokx', { organization: 'ubnd' }),
  ];
  it('is a share of those who work there, the agency among them, with what was done there before', () => {
    const { held, kept } = guard([suspends(1), suspends(2), suspends(3, 'soky')], { policy, accounts });
    expect(held.map(({ key, args }) => [key, args])).toEqual(
      ['person:S-1', 'person:S-2'].map((key) => [
        key,
        { class: 'suspend', scope: 'sokx', count: 3, of: 7, shareLimit: 30, countLimit: 1 },
      ]),
    );
    expect(kept.map(({ key }) => key)).toEqual(['person:S-3']);
  });

  it('of an organization that has nobody is all of it', () => {
    expect(argsOf([suspends(1, 'sokz'), suspends(2, 'sokz')], { policy, accounts })).toMatchObject({
      scope: 'sokz',
      count: 2,
      of: 0,
    });
  });

  it('of deletions is a share of all entries there, ended ones too', () => {
    const three = [1, 2, 3].map((number) => deletes(`person:P-${number}`));
    expect(argsOf(three, { policy, accounts })).toMatchObject({
      class: 'delete',
      scope: 'sokx',
      count: 3,
      of: 8,
    });
    const elsewhere = three.map((draft) => ({ ...draft, scope: 'sokz' }));
    expect(argsOf(elsewhere, { policy, accounts })).toMatchObject({ scope: 'sokz', of: 0 });
    expect(guard(three.slice(0, 2), { policy, accounts }).held).toEqual([]);
  });
});

it('deletions of the days before stand on the tombstones of those who have no entry', () => {
  const stone = (holder: Key, until: string) => ({ address: `${holder}@x.vn`, holder, until });
  const tombstones = [
    stone('person:D-1', '2031-03-18'),
    { ...stone('person:D-1', '2031-03-18'), address: 'b@x.vn' },
    stone('person:D-2', '2031-03-13'),
    stone('person:D-3', '2031-03-19'),
    stone('person:P-1', '2031-03-18'),
  ];
  const accounts = [entry('person:P-1'), entry('person:P-2')];
  expect(argsOf([deletes('person:P-2')], { accounts, tombstones })).toMatchObject({
    scope: '',
    count: 3,
    of: 2,
  });
});

describe('what is protected', () => {
  it('counts among nobody, and keeps nobody else from going on', () => {
    const policy = { run: { share: 0, count: 1 }, organization: lifted, protected: ['person:S-1'] } as const;
    const { held, kept } = guard([suspends(1), suspends(2)], { policy });
    expect(held.map(({ code, key }) => `${code} ${key}`)).toEqual(['protected person:S-1']);
    expect(kept.map(({ key }) => key)).toEqual(['person:S-2']);
  });
});

describe('an approval', () => {
  const { approval = '' } = guard([suspends(1)]);
  it('lets exactly its set pass, and is told as given', () => {
    expect(guard([suspends(1)], { approved: approval })).toMatchObject({
      kept: [{ key: 'person:S-1' }],
      held: [],
      awaited: [],
      approved: approval,
    });
    expect(guard([suspends(1)], { approved: approval })).not.toHaveProperty('approval');
    expect(guard([suspends(2)], { approved: approval })).toMatchObject({
      kept: [],
      awaited: [{ key: 'person:S-2' }],
    });
  });

  it('lifts no doubt of the read, and nothing else while there is one', () => {
    const found = guard([suspends(1)], { approved: approval, doubt: { seen: 1, expected: 2 } });
    expect(found.held.map(({ code }) => code)).toEqual(['read-doubtful', 'guard']);
    expect(found).toMatchObject({ kept: [], approval });
  });

  it('is neither asked for nor told where nothing is held', () => {
    const found = guard([suspends(1)], { policy: { run: lifted, organization: lifted, protected: [] } });
    expect(Object.keys(found)).not.toContain('approval');
    expect(Object.keys(found)).not.toContain('approved');
  });
});
