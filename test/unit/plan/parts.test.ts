/** What a change counts as, part by part, and what is left of it where a part is held. */
import { describe, expect, it } from 'vitest';
import type { Account, ActualAccount } from '../../../src/model/account/account.ts';
import type { Why } from '../../../src/model/plan/why.ts';
import type { Draft, ModificationDraft } from '../../../src/plan/draft.ts';
import { diffFields, kindOfModification } from '../../../src/plan/draft.ts';
import { countedOf, isEnding, kindOfPart, takingOf, unseenOf } from '../../../src/plan/guard/counted.ts';
import { onlyParts, type Part, withoutPart } from '../../../src/plan/parts.ts';
import { account, creates, deletes } from './drafts.ts';

const key = 'person:LC-1';
const [old, fresh] = ['a@x.vn', 'b@x.vn'];
const why = (code: Why['code']): Why => ({ code, clause: '8.1' });
const rest = { withoutLock: why('address-derived'), withoutAddress: why('differs') };
const working: ActualAccount = {
  ...account(key, old),
  address: old,
  state: 'active',
  title: 'Chuyên viên',
  phone: '1',
  dn: key,
  uuid: 'u',
};
const lock = { state: 'suspended', reason: 'violation', locked: true, lockedOn: '2026-03-03' } as const;
const renamed = { address: fresh, addresses: [old, fresh] } as const;
const emptied = { title: undefined, phone: undefined };

/** The change from the working mailbox, with what it says of the base and of itself. */
function changing(
  fields: { readonly [F in keyof Account]?: Account[F] | undefined },
  {
    base: was = {},
    ...more
  }: Omit<Partial<ModificationDraft>, 'base'> & { base?: Partial<ActualAccount> } = {},
): ModificationDraft {
  const base = { ...working, ...was };
  const { dn: _dn, uuid: _uuid, ...before } = base;
  const present = Object.entries({ ...before, ...fields }).filter(([, value]) => value !== undefined);
  const wanted = Object.fromEntries(present) as unknown as Account;
  const changed = diffFields(base, wanted);
  const kind = more.kind ?? kindOfModification(base, wanted, changed, more.credential === true);
  return {
    id: `${kind} ${key}`,
    kind,
    key,
    account: wanted,
    base,
    fields: changed,
    why: why('suspension-declared'),
    scope: 'sokx',
    needs: [],
    rest,
    ...more,
  };
}

const of = (one: ReturnType<typeof changing>) => countedOf(one).map((each) => `${each.class} ${each.part}`);
const whole = (draft: ModificationDraft): ModificationDraft => {
  const { rest: _rest, ...indivisible } = draft;
  return indivisible;
};
const ended = { state: 'terminated', locked: true } as const;

describe('what a change counts as', () => {
  const cases: readonly (readonly [string, ModificationDraft, readonly string[], Part | undefined])[] = [
    ['a suspension', changing(lock), ['suspend lock'], 'lock'],
    [
      'a suspension that gives another address',
      changing({ ...lock, ...renamed }),
      ['suspend lock', 'rename address'],
      'lock',
    ],
    ['the same, planned as one', whole(changing({ ...lock, ...renamed })), ['suspend all'], 'all'],
    ['an end', changing(ended), ['terminate lock'], 'lock'],
    ['an end that gives another address', changing({ ...ended, ...renamed }), ['terminate lock'], 'lock'],
    [
      'an end that was judged when it was first seen',
      changing(ended, { why: why('removed'), base: { missing: '2026-03-01' } }),
      [],
      'lock',
    ],
    [
      'a removal nobody has seen before',
      changing(ended, { why: why('removed') }),
      ['terminate lock'],
      'lock',
    ],
    [
      'an end that is recorded of somebody missing',
      changing(ended, { base: { missing: '2026-03-01' } }),
      ['terminate lock'],
      'lock',
    ],
    [
      'a removal first seen',
      whole(changing({ missing: '2026-03-03' }, { why: why('missing') })),
      ['terminate all'],
      'all',
    ],
    ['a transfer', whole(changing(ended, { kind: 'transfer' })), ['terminate all'], 'all'],
    ['another address', changing(renamed), ['rename address'], 'address'],
    ['another address of who travels', whole(changing(renamed)), ['rename all'], 'all'],
    ['a first address', changing(renamed, { base: { address: undefined as never } }), [], undefined],
    ['a suspension lifted', changing({ state: 'active', locked: false }, { base: lock }), [], undefined],
    [
      'a suspension lifted with another address',
      changing({ state: 'active', locked: false, ...renamed }, { base: lock }),
      ['rename address'],
      undefined,
    ],
    [
      'the same of who travels',
      whole(changing({ state: 'active', locked: false, ...renamed }, { base: lock })),
      [],
      undefined,
    ],
    [
      'a suspension lifted with a first address',
      changing(
        { state: 'active', locked: false, ...renamed },
        { base: { ...lock, address: undefined as never } },
      ),
      [],
      undefined,
    ],
    [
      'a mailbox that had ended and comes back',
      changing({ state: 'active', locked: false, ...renamed }, { base: ended }),
      ['wake all'],
      'all',
    ],
    ['a title and a telephone taken away', changing(emptied), ['empty values'], undefined],
    ['the same in a suspension', changing({ ...lock, ...emptied }), ['suspend lock', 'empty values'], 'lock'],
    ['another title', changing({ title: 'Trưởng phòng' }), [], undefined],
    [
      'a lock that a hand has lifted',
      changing({ locked: true }, { base: { ...lock, locked: false } }),
      [],
      undefined,
    ],
    [
      'a state a hand has set, of one danhba never locked',
      changing({ locked: true }, { base: { state: 'suspended' } }),
      ['suspend lock'],
      'lock',
    ],
    [
      'the same, locked',
      changing({ title: 'x' }, { base: { state: 'suspended', locked: true } }),
      [],
      undefined,
    ],
    [
      'a lock of what has no state',
      changing({ locked: true }, { base: { state: undefined as never } }),
      [],
      undefined,
    ],
    ['a password', changing({ reset: '1/VP; 2026-03-01' }, { credential: true }), [], undefined],
  ];
  it.each(cases)('%s', (_what, draft, counts, taking) => {
    expect(of(draft)).toEqual(counts);
    expect(takingOf(draft)).toBe(taking);
  });

  it('of a deletion is the whole of it, of a creation nothing', () => {
    expect(countedOf(deletes(key, old))).toEqual([{ part: 'all', class: 'delete' }]);
    expect(countedOf(creates(key, old))).toEqual([]);
    expect([takingOf(deletes(key, old)), takingOf(creates(key, old))]).toEqual(['all', undefined]);
  });

  it('takes a mailbox away where it locks, ends or deletes it', () => {
    const those: readonly (readonly [Draft, boolean])[] = [
      [changing(lock), true],
      [changing(ended), true],
      [deletes(key, old), true],
      [changing(renamed), false],
      [changing(emptied), false],
      [creates(key, old), false],
      [changing({ state: 'active', locked: false }, { base: ended }), false],
      [changing({ locked: true }, { base: { state: 'suspended' } }), true],
    ];
    expect(those.map(([draft]) => isEnding(draft))).toEqual(those.map(([, is]) => is));
  });

  it('rests on entries nobody saw where it locks, or gives another address', () => {
    const both = changing({ ...lock, ...renamed, ...emptied });
    expect([...unseenOf(both)]).toEqual(['lock', 'address']);
    expect([...unseenOf(changing(emptied))]).toEqual([]);
    expect([...unseenOf(changing(ended, { why: why('removed'), base: { missing: '2026-03-01' } }))]).toEqual([
      'lock',
    ]);
  });

  it('is told as what the part would be alone', () => {
    const draft = changing({ ...lock, ...renamed, ...emptied });
    const parts = ['lock', 'address', 'values', 'all'] as const;
    expect(parts.map((part) => kindOfPart(draft, part))).toEqual(['suspend', 'rename', 'update', 'suspend']);
  });
});

describe('what is left where a part is held', () => {
  const all = changing({ ...lock, ...renamed, ...emptied, unit: 'Văn phòng' });
  const cases: readonly (readonly [string, ModificationDraft, Part, object | undefined])[] = [
    [
      'of a suspension, without its lock',
      all,
      'lock',
      { kind: 'rename', id: `rename ${key}`, why: rest.withoutLock },
    ],
    [
      'of a suspension, without its address',
      all,
      'address',
      { kind: 'suspend', id: `suspend ${key}`, why: all.why },
    ],
    ['of a suspension, without what it empties', all, 'values', { kind: 'suspend', why: all.why }],
    [
      'of a suspension and a title, without the lock',
      changing({ ...lock, title: 'x' }),
      'lock',
      { kind: 'update', fields: ['title'], why: rest.withoutAddress },
    ],
    [
      'of an end with an address, without its lock: neither',
      changing({ ...ended, ...renamed, title: 'x' }),
      'lock',
      { kind: 'update', fields: ['title'] },
    ],
    [
      'of an end, without its address',
      changing({ ...ended, ...renamed }),
      'address',
      { kind: 'terminate', fields: ['state', 'locked'] },
    ],
    [
      'of another address and a title',
      changing({ ...renamed, title: 'x' }),
      'address',
      { kind: 'update', fields: ['title'], why: rest.withoutAddress },
    ],
    ['of another address alone', changing(renamed), 'address', undefined],
    ['of a lock alone', changing(lock), 'lock', undefined],
    ['of a title alone that is taken away', changing(emptied), 'values', undefined],
    [
      'of a lock with a password',
      changing({ ...lock, reset: '1/VP; 2026-03-01' }, { credential: true }),
      'lock',
      { kind: 'reset', fields: ['reset'], credential: true },
    ],
    [
      'of an address with a password that leaves no trace',
      changing(renamed, { credential: true }),
      'address',
      { kind: 'reset', fields: [], credential: true },
    ],
    ['of what is held as a whole', all, 'all', undefined],
    ['of what is held as a whole with a password', changing(lock, { credential: true }), 'all', undefined],
    [
      'of an entry with an id of its own',
      changing({ ...lock, ...renamed }, { id: 'suspend x dn' }),
      'address',
      { id: 'suspend x dn' },
    ],
    ['of what was planned as one, without its lock', whole(all), 'lock', undefined],
    ['of a suspension planned as one, without its address', whole(all), 'address', { kind: 'suspend' }],
    [
      'of an end planned as one, without its address',
      whole(changing({ ...ended, ...renamed })),
      'address',
      { kind: 'terminate' },
    ],
    ['of another address planned as one', whole(changing({ ...renamed, title: 'x' })), 'address', undefined],
    [
      'of what gets its mailbox',
      changing({ ...renamed, mailbox: true }, { base: { mailbox: false } }),
      'address',
      undefined,
    ],
    ['of what had ended', changing({ ...renamed, title: 'x' }, { base: ended }), 'address', undefined],
    [
      'of a transfer, without what it empties',
      whole(changing({ ...ended, ...emptied }, { kind: 'transfer', id: `transfer ${key}` })),
      'values',
      { kind: 'transfer', id: `transfer ${key}`, fields: ['state', 'locked'] },
    ],
  ];
  it.each(cases)('%s', (_what, draft, part, left) => {
    const found = withoutPart(draft, part);
    if (left === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(left);
  });

  it('has the fields of the part as they were', () => {
    expect(withoutPart(all, 'lock')?.account).toMatchObject({ state: 'active', locked: false, ...renamed });
    expect(withoutPart(all, 'lock')?.account).not.toHaveProperty('reason');
    expect(withoutPart(all, 'address')?.account).toMatchObject({ ...lock, address: old, addresses: [old] });
    expect(withoutPart(all, 'values')?.account).toMatchObject({ title: 'Chuyên viên', phone: '1', ...lock });
  });

  it('of a creation or a deletion is nothing, whatever the part', () => {
    for (const part of ['lock', 'address', 'values', 'all'] as const) {
      expect([withoutPart(creates(key, old), part), withoutPart(deletes(key, old), part)]).toEqual([
        undefined,
        undefined,
      ]);
    }
  });
});

describe('the parts that an approval lets pass', () => {
  const all = changing({ ...lock, ...renamed, ...emptied });
  it.each<[Part[], string[]]>([
    [['lock'], ['state', 'reason', 'lockedOn', 'locked']],
    [['address'], ['address', 'addresses']],
    [['values'], ['title', 'phone']],
    [
      ['lock', 'values'],
      ['title', 'phone', 'state', 'reason', 'lockedOn', 'locked'],
    ],
    [['all'], ['title', 'phone', 'address', 'addresses', 'state', 'reason', 'lockedOn', 'locked']],
  ])('%j have the fields %j', (parts, fields) => {
    expect(onlyParts(all, new Set(parts))).toMatchObject({ id: all.id, kind: all.kind, fields });
  });

  it('are the whole of a creation and of a deletion', () => {
    for (const draft of [creates(key, old), deletes(key, old)]) {
      expect(onlyParts(draft, new Set(['all']))).toBe(draft);
    }
  });
});
