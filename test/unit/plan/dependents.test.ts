/** What waits for something held is held too, down the chain; a modification waits with its address alone. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/plan/draft.ts';
import { holdDependents } from '../../../src/plan/order/dependents.ts';
import { creates, updates } from './drafts.ts';

const chain: readonly Draft[] = [
  creates('organization:sokx'),
  { ...creates('person:LC-1', 'a@x.vn'), needs: ['create organization:sokx'] },
  { ...creates('person:LC-2', 'b@x.vn'), needs: ['create person:LC-1'] },
  creates('person:LC-3', 'c@x.vn'),
];

describe('what needs something held', () => {
  it('is held, however far down, in whatever order', () => {
    for (const drafts of [chain, chain.toReversed()]) {
      const { kept, held } = holdDependents(drafts, new Set(['create organization:sokx']));
      expect(kept.map(({ id }) => id)).toEqual(['create person:LC-3']);
      expect(held.map(({ key, code, args }) => [key, code, args])).toEqual([
        ['person:LC-1', 'depends-on-held', { other: 'organization:sokx' }],
        ['person:LC-2', 'depends-on-held', { other: 'person:LC-1' }],
      ]);
    }
  });

  it('is held where a later change it leads to is', () => {
    const leading: Draft = { ...creates('person:LC-1'), leadsTo: 'create person:LC-3' };
    const { held } = holdDependents([leading], new Set(['create person:LC-3']));
    expect(held).toMatchObject([{ key: 'person:LC-1', args: { other: 'person:LC-3' } }]);
  });

  it('waits for the approval where what it needs does, and so does what needs it', () => {
    const awaited = new Set(['create organization:sokx']);
    const { held } = holdDependents(chain, new Set(awaited), awaited);
    expect(held.map(({ code }) => code)).toEqual(['approval-needed', 'approval-needed']);
    expect([...awaited]).toEqual(['create organization:sokx', 'create person:LC-1', 'create person:LC-2']);
  });

  it('is nothing where nothing is held', () => {
    expect(holdDependents(chain, new Set())).toEqual({ kept: chain, held: [] });
  });

  it('goes on without its address, where it has anything else', () => {
    const why = { code: 'differs', clause: '6.2' } as const;
    const base = {
      ...updates('person:LC-1', ['a@x.vn'], []).account,
      dn: 'd',
      uuid: 'u',
      address: 'a@x.vn',
      addresses: ['a@x.vn'],
    };
    const renaming = updates('person:LC-1', [], [], {
      kind: 'rename',
      base,
      account: { ...base, address: 'b@x.vn', addresses: ['a@x.vn', 'b@x.vn'], title: 'x' },
      fields: ['title', 'address', 'addresses'],
      needs: ['rename organization:sokx'],
      rest: { withoutLock: why, withoutAddress: why },
    });
    const { kept, held } = holdDependents([renaming], new Set(['rename organization:sokx']));
    expect(kept).toMatchObject([{ id: 'update person:LC-1', fields: ['title'], needs: [] }]);
    expect(held).toMatchObject([
      { key: 'person:LC-1', kind: 'rename', args: { other: 'organization:sokx' } },
    ]);
  });
});
