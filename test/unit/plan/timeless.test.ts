/** What the day alone decides is no fact of a change; every other day is. */
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/model/account/account.ts';
import type { Change } from '../../../src/model/plan/plan.ts';
import { factsOf, timelessAccount } from '../../../src/plan/timeless.ts';

const day = '2026-03-02';
const before = '2026-01-05';
const account = (more: Partial<Account> = {}): Account => ({
  key: 'person:LC-000001',
  name: 'Nguyễn Văn An',
  mailbox: true,
  addresses: [],
  locked: false,
  ...more,
});

describe('an account', () => {
  it.each(['issued', 'lockedOn', 'noticedOn', 'renamedOn', 'missing'] as const)(
    'has %s for today where it is new, and for itself where it was there',
    (field) => {
      const now = account({ [field]: day });
      expect(timelessAccount(now, undefined)).toStrictEqual({ ...now, [field]: 'today' });
      expect(timelessAccount(now, account({ [field]: before }))).toStrictEqual({ ...now, [field]: 'today' });
      expect(timelessAccount(now, now)).toStrictEqual(now);
      expect(timelessAccount(account(), now)).toStrictEqual(account());
    },
  );

  it.each([
    ['terminated', { state: 'terminated', reason: 'retirement', basis: '7/QĐ; 2026-01-05' }, 'today'],
    ['active', { state: 'active' }, 'today'],
    ['suspended for not logging in', { state: 'suspended', reason: 'inactivity', lockedOn: day }, 'today'],
    [
      'suspended for it by a document',
      { state: 'suspended', reason: 'inactivity', lockedOn: day, basis: 'x' },
      day,
    ],
    [
      'suspended for it, as recorded',
      { state: 'suspended', reason: 'inactivity', lockedOn: '2026-03-03' },
      day,
    ],
    ['suspended for a breach', { state: 'suspended', reason: 'violation', lockedOn: day }, day],
  ] as const)('that is %s since a new day', (_what, more, since) => {
    expect(timelessAccount(account({ since: day, ...more }), account({ since: before })).since).toBe(since);
    expect(timelessAccount(account({ since: day, ...more }), undefined).since).toBe(since);
  });

  it('keeps the day of a state that it had', () => {
    const ended = account({ state: 'terminated', since: before });
    expect(timelessAccount(ended, ended).since).toBe(before);
    expect(timelessAccount(account(), ended)).not.toHaveProperty('since');
  });

  it('keeps an address for months from today where it is its own that it gives up, and no other line', () => {
    const base = account({ address: 'a@x', former: ['a@x 2026-05-01', 'b@x 2026-05-01'] });
    const former = ['a@x 2026-05-01', 'a@x 2026-09-02', 'b@x 2026-09-02'];
    expect(timelessAccount(account({ former }), base).former).toEqual([
      'a@x 2026-05-01',
      'a@x today',
      'b@x 2026-09-02',
    ]);
    expect(timelessAccount(account({ former }), account({ address: 'a@x' })).former).toEqual([
      'a@x today',
      'a@x today',
      'b@x 2026-09-02',
    ]);
    expect(timelessAccount(account({ former }), account()).former).toEqual(former);
    expect(timelessAccount(account({ former }), undefined).former).toEqual(former);
  });
});

describe('a change', () => {
  const change = (more: object) =>
    ({
      id: 'x',
      kind: 'update',
      key: 'person:LC-000001',
      wave: 1,
      after: [],
      why: { code: 'differs', clause: '8.2' },
      ...more,
    }) as unknown as Change;

  it('is told without its reasons, and by the entry as it was', () => {
    const now = account({ issued: day });
    expect(factsOf(change({ account: now, base: now }))).toStrictEqual({
      ...{ id: 'x', kind: 'update', key: 'person:LC-000001', wave: 1, after: [] },
      account: now,
      base: now,
    });
    expect(factsOf(change({ account: now }))).toMatchObject({ account: { issued: 'today' } });
  });

  it('lays addresses to rest, however long from today', () => {
    const retires = [{ address: 'a@x', until: '2031-03-02' }];
    expect(factsOf(change({ account: account(), retires }))).toMatchObject({ retires: ['a@x'] });
  });

  it('of no account is told as it is', () => {
    expect(factsOf(change({ name: 'users' }))).toStrictEqual({
      ...{ id: 'x', kind: 'update', key: 'person:LC-000001', wave: 1, after: [] },
      name: 'users',
    });
  });
});
