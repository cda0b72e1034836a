/** Every address that is let go rests, whoever takes it next; only what stays with its holder does not. */

import { describe, expect, it } from 'vitest';
import type { Tombstone } from '../../../src/model/account/account.ts';
import type { Key } from '../../../src/model/account/key.ts';
import type { Draft } from '../../../src/plan/draft.ts';
import { retireAddresses } from '../../../src/plan/order/retirement.ts';
import { readWorld } from '../../support/world.ts';
import { creates, deletes, updates } from './drafts.ts';

const { directory } = readWorld({});
const facts = { tombstones: [], policy: directory.policy, today: '2024-02-29' };

/** What each change lays to rest. */
const restedBy = (drafts: readonly Draft[], tombstones: readonly Tombstone[] = []) =>
  retireAddresses(drafts, { ...facts, tombstones }).map((draft, at) => [
    at + 1,
    draft.retires?.map(({ address }) => address),
  ]);

describe('an address that is let go', () => {
  it('rests for the years of the policy', () => {
    const [only] = retireAddresses([deletes('person:A', 'a@x')], facts);
    expect(only).toEqual({
      ...deletes('person:A', 'a@x'),
      retires: [{ address: 'a@x', until: '2029-02-28' }],
    });
  });

  it.each([
    ['by a deletion rests', [deletes('person:A', 'a@x', 'b@x')], [[1, ['a@x', 'b@x']]]],
    [
      'by a change rests, and what is kept does not',
      [updates('person:A', ['a@x', 'b@x'], ['b@x'])],
      [[1, ['a@x']]],
    ],
    [
      'rests although somebody else takes it in the same plan: a crash may come between the two',
      [deletes('person:A', 'a@x'), creates('person:B', 'a@x')],
      [
        [1, ['a@x']],
        [2, undefined],
      ],
    ],
    [
      'does not rest where it goes on with the same holder',
      [updates('person:A/1', ['a@x', 'b@x'], []), creates('person:A', 'a@x')],
      [
        [1, ['b@x']],
        [2, undefined],
      ],
    ],
    [
      'rests where two mailboxes of one holder let it go',
      [deletes('person:A/1', 'a@x'), deletes('person:A', 'b@x')],
      [
        [1, ['a@x']],
        [2, ['b@x']],
      ],
    ],
    ['is none where nothing is let go', [updates('person:A', ['a@x'], ['a@x', 'b@x'])], [[1, undefined]]],
  ] as const)('%s', (_what, drafts, rested) => {
    expect(restedBy(drafts)).toEqual(rested);
  });

  it('to whom it rests for already needs no second tombstone; to anybody else it does', () => {
    const back = [updates('person:A', ['a@x'], []), creates('person:B', 'a@x')];
    const tombstone = (holder: Key) => [{ address: 'a@x', holder, until: '2027-01-01' }];
    expect(restedBy(back, tombstone('person:B'))).toEqual([
      [1, undefined],
      [2, undefined],
    ]);
    expect(restedBy(back, tombstone('person:C'))).toEqual([
      [1, ['a@x']],
      [2, undefined],
    ]);
  });

  it('a change that lets nothing go is handed on as it is', () => {
    const draft = creates('person:A', 'a@x');
    expect(retireAddresses([draft], facts)[0]).toBe(draft);
  });
});
