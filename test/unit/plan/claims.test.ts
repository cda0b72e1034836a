/** Every taking of an address stands behind the change that frees it, or is held with the reason; nothing else waits. */

import { describe, expect, it } from 'vitest';
import type { ObservedAccount, Tombstone, UnmarkedEntry } from '../../../src/model/account/account.ts';
import type { Key } from '../../../src/model/account/key.ts';
import type { Draft } from '../../../src/plan/draft.ts';
import { approvalOf } from '../../../src/plan/guard/released.ts';
import { type Holders, orderClaims } from '../../../src/plan/order/claims.ts';
import { unmarkedAt } from '../../support/world.ts';
import { account, creates, deletes, updates } from './drafts.ts';

const today = '2026-03-20';
const [a, b, c] = ['a@x.vn', 'b@x.vn', 'c@x.vn'];
const entry = (key: Key, ...addresses: string[]): ObservedAccount => ({
  ...account(key, ...addresses),
  dn: `dn of ${key}`,
  uuid: key,
});
const stone = (address: string, holder: Key, until = '2030-01-01'): Tombstone => ({
  address,
  holder,
  until,
});
const order = (drafts: readonly Draft[], more: Partial<Holders> = {}) =>
  orderClaims(drafts, { accounts: [], unmarked: [], tombstones: [], today, awaited: new Map(), ...more });
const told = ({ held }: ReturnType<typeof order>) => held.map(({ code, key, args }) => [code, key, args]);
const needsOf = ({ drafts }: ReturnType<typeof order>, id: string) =>
  drafts.find((one) => one.id === id)?.needs;
const renames = (key: Key, from: string, to: string, more = {}): Draft =>
  updates(key, [from], [to], {
    kind: 'rename',
    id: `rename ${key}`,
    base: { ...entry(key, from), address: from },
    account: { ...account(key, to), address: to },
    fields: ['address', 'addresses'],
    ...more,
  });

describe('a free address', () => {
  it('is taken at once, and what was needed before is needed still', () => {
    const draft: Draft = { ...creates('person:LC-1', a), needs: ['create organization:sokx'] };
    const found = order([draft]);
    expect(found.held).toEqual([]);
    expect(needsOf(found, draft.id)).toEqual(['create organization:sokx']);
  });

  it('is the own one, whoever else is thought to have it', () => {
    const draft = updates('person:LC-1', [a], [a]);
    const found = order([draft], {
      unmarked: [unmarkedAt('cn=x', [a])],
      tombstones: [stone(a, 'person:LC-2')],
    });
    expect(found).toMatchObject({ held: [], drafts: [{ id: draft.id }] });
  });

  it('is one that the entry itself has under an option', () => {
    const draft = updates('person:LC-1', [], [b], { base: entry('person:LC-1') });
    const accounts = [{ ...entry('person:LC-1'), optionAddresses: [b] }];
    expect(order([draft], { accounts }).held).toEqual([]);
  });

  it('matters to no deletion', () => {
    const leaving = deletes('person:LC-1', a);
    const found = order([leaving], {
      accounts: [entry('person:LC-2', a)],
      tombstones: [stone(a, 'person:LC-3')],
    });
    expect(found).toMatchObject({ held: [], drafts: [leaving] });
  });
});

describe('an address that somebody has', () => {
  const taking = creates('person:LC-1', b, a, c);
  const unmarked: readonly UnmarkedEntry[] = [unmarkedAt('cn=x', [c])];
  it('is told with the first of them and who it is', () => {
    expect(told(order([taking], { accounts: [entry('person:LC-2', a)], unmarked }))).toEqual([
      ['address-held', 'person:LC-1', { address: a, holder: 'person:LC-2' }],
    ]);
    expect(told(order([taking], { unmarked }))).toEqual([
      ['adoption-resembles', 'person:LC-1', { dn: 'cn=x', name: '', address: c }],
    ]);
  });

  it('is told with the DN where it stands under an option, and nothing frees it', () => {
    const accounts = [{ ...entry('person:LC-2'), optionAddresses: [a] }];
    expect(told(order([taking, deletes('person:LC-2')], { accounts }))).toEqual([
      ['address-held', 'person:LC-1', { address: a, holder: 'dn of person:LC-2' }],
    ]);
  });

  it('is told with the key where an entry of ours has it in full', () => {
    const accounts = [{ ...entry('person:LC-2', a), optionAddresses: [a] }];
    expect(told(order([taking], { accounts }))).toMatchObject([
      ['address-held', 'person:LC-1', { holder: 'person:LC-2' }],
    ]);
  });

  it('waits for the approval where its holder’s change does', () => {
    const accounts = [entry('person:LC-2', a)];
    const waiting = (key: Key) => told(order([taking], { accounts, awaited: new Map([[a, key]]) }));
    expect(waiting('person:LC-2')).toEqual([['approval-needed', 'person:LC-1', { other: 'person:LC-2' }]]);
    expect(waiting('person:LC-3')).toMatchObject([['address-held', 'person:LC-1', {}]]);
  });
});

describe('an address that is let go in the same run', () => {
  const accounts = [entry('person:LC-2', a)];
  const letting = deletes('person:LC-2', a);
  it('rests like any other', () => {
    expect(told(order([letting, creates('person:LC-1', a)], { accounts }))).toMatchObject([
      ['address-held', 'person:LC-1', {}],
    ]);
  });

  it('passes on by a decision, behind the change that frees it', () => {
    const taking: Draft = { ...creates('person:LC-1', a), reuses: [a] };
    const found = order([taking, letting], { accounts });
    expect(found.held).toEqual([]);
    expect(needsOf(found, taking.id)).toEqual([letting.id]);
    expect(told(order([{ ...taking, reuses: [b] }, letting], { accounts }))).toMatchObject([
      ['address-held', 'person:LC-1', {}],
    ]);
    expect(told(order([taking], { accounts }))).toMatchObject([['address-held', 'person:LC-1', {}]]);
  });

  it('goes on with the same holder, behind the change that frees it', () => {
    const former = [entry('person:LC-1/1', a)];
    const found = order([creates('person:LC-1', a), deletes('person:LC-1/1', a)], { accounts: former });
    expect(needsOf(found, 'create person:LC-1')).toEqual(['delete person:LC-1/1']);
  });
});

describe('an address at rest', () => {
  const taking = creates('person:LC-1', a, b);
  it('is told with whose it was and its last day, before a holder is', () => {
    const tombstones = [stone(b, 'person:LC-2'), stone(a, 'person:LC-3')];
    expect(told(order([taking], { tombstones, accounts: [entry('person:LC-4', b)] }))).toEqual([
      ['address-retired', 'person:LC-1', { address: a, holder: 'person:LC-3', until: '2030-01-01' }],
    ]);
  });

  it.each([
    ['on its last day', stone(a, 'person:LC-2', today), {}, 1],
    ['the day after', stone(a, 'person:LC-2', '2026-03-19'), {}, 0],
    ['of the same person', stone(a, 'person:LC-1/1'), {}, 0],
    ['by a decision', stone(a, 'person:LC-2'), { reuses: [a] }, 0],
    ['by a decision about another', stone(a, 'person:LC-2'), { reuses: [b] }, 1],
  ] as const)('%s', (_what, tombstone, more, held) => {
    expect(order([{ ...taking, ...more } as Draft], { tombstones: [tombstone] }).held).toHaveLength(held);
  });
});

describe('what else a change does', () => {
  const unmarked = [unmarkedAt('cn=x', [b])];
  const why = { code: 'differs', clause: '6.2' } as const;
  it('goes on without the address, and only the address is told', () => {
    const titled = renames('person:LC-1', a, b, {
      account: { ...account('person:LC-1', b), address: b, title: 'x' },
      rest: { withoutLock: why, withoutAddress: why },
    });
    const found = order([titled], { unmarked });
    expect(found.drafts).toEqual([]);
    expect(found.held).toMatchObject([{ kind: 'rename', code: 'address-held' }]);
    expect(found.withoutAddress.get(titled.id)).toMatchObject({ kind: 'update', fields: ['title'] });
  });

  it('of a suspension goes on too, and of what is nothing else nothing', () => {
    const suspending = renames('person:LC-1', a, b, { kind: 'suspend', id: 'suspend person:LC-1' });
    const locking = {
      ...suspending,
      account: { ...suspending.account, state: 'suspended', locked: true },
    } as Draft;
    const found = order([locking], { unmarked });
    expect(found.withoutAddress.get('suspend person:LC-1')).toMatchObject({
      account: { locked: true, addresses: [a] },
    });
    expect(found.held).toMatchObject([{ kind: 'rename' }]);
    const bare = order([renames('person:LC-1', a, b)], { unmarked });
    expect(bare.withoutAddress.size).toBe(0);
    expect(order([creates('person:LC-1', b)], { unmarked }).held).toMatchObject([{ kind: 'create' }]);
  });
});

describe('the digest of what is released', () => {
  const lifecycle = { aliasMonths: 6, tombstoneYears: 5 } as Parameters<typeof approvalOf>[2];
  const leaving = deletes('person:LC-2', a);
  const taking: Draft = { ...creates('person:LC-1', a), reuses: [a] };
  const digest = (drafts: readonly Draft[], over: readonly Draft[] = [leaving], more = lifecycle) =>
    approvalOf(over, drafts, more);
  it('is the same in whatever order, and another for another policy', () => {
    const other = deletes('person:LC-3', b);
    expect(approvalOf([other, leaving], [], lifecycle)).toBe(approvalOf([leaving, other], [], lifecycle));
    expect(digest([], [leaving], { ...lifecycle, tombstoneYears: 1 })).not.toBe(digest([]));
    expect(digest([], [leaving], { ...lifecycle, aliasMonths: 1 })).not.toBe(digest([]));
  });

  it('covers who takes what is let go, and who waits for that, down the chain', () => {
    const next: Draft = { ...creates('person:LC-4', c), needs: [taking.id] };
    const leads: Draft = { ...creates('person:LC-5'), leadsTo: next.id };
    const found = [digest([]), digest([taking]), digest([taking, next]), digest([taking, next, leads])];
    expect(new Set(found).size).toBe(4);
    const two = [next, { ...creates('person:LC-9', b), needs: [taking.id] }];
    expect(digest([taking, ...two])).not.toBe(digest([taking, next]));
    expect(digest([taking, ...two])).toBe(digest([taking, ...two.toReversed()]));
    const others: readonly Draft[] = [
      creates('person:LC-6', b),
      updates('person:LC-7', [a], [a]),
      deletes('person:LC-8', a),
    ];
    expect(digest([taking, ...others])).toBe(digest([taking]));
  });

  it('covers of a modification the entry, the fields that change, and the login it rests on', () => {
    const base = { ...entry('person:LC-1', a), phone: '1' };
    const of = (draft: Partial<Extract<Draft, { fields: unknown }>>) =>
      approvalOf([updates('person:LC-1', [a], [b], { base, ...draft })], [], lifecycle);
    const plain = of({});
    expect(of({ base: { ...base, phone: '2', title: 'x' } })).toBe(plain);
    const others = [
      of({ base: { ...base, addresses: [c] } }),
      of({ base: { ...base, uuid: 'other' } }),
      of({ base: { ...base, dn: 'other' } }),
      of({ base: { ...base, lastAccess: '20260101000000Z' } }),
      of({ account: account('person:LC-1', c) }),
      of({ fields: ['addresses', 'phone'] }),
      of({ credential: true }),
      of({ id: 'other' }),
    ];
    expect(new Set([plain, ...others]).size).toBe(others.length + 1);
  });

  it('covers of a creation its account, its number and its password, of a deletion what is lost', () => {
    const of = (draft: Draft) => approvalOf([draft], [], lifecycle);
    const one = creates('person:LC-1', a);
    const [numbered, sealed] = [{ ...one, number: 2 } as Draft, { ...one, credential: true } as Draft];
    expect(new Set([one, numbered, sealed, creates('person:LC-1', b)].map(of)).size).toBe(4);
    expect(of(deletes('person:LC-2', a))).not.toBe(of(deletes('person:LC-2', b)));
  });
});
