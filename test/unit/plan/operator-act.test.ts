/** 17.2: what an operator may lock by one call, what is refused, and how the lock is lifted. */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount, UnmarkedEntry } from '../../../src/model/account/account.ts';
import {
  longestReason,
  type OperatorAct,
  operatorLockText,
  parseOperatorLock,
  reasonFault,
  tidyReason,
} from '../../../src/model/account/operator-lock.ts';
import type { Change } from '../../../src/model/plan/plan.ts';
import { type OperatorActInput, planOperatorAct } from '../../../src/plan/compare/operator-act.ts';
import { organizationText, policyText, readWorld, unmarkedAt } from '../../support/world.ts';
import { entryOf } from './scenes.ts';

const key = 'person:LC-000001';
const today = '2026-11-23';
const lock: OperatorAct = { kind: 'lock', reason: 'Mất máy' };
const lift: OperatorAct = { kind: 'lift' };
const standing = { operatorLock: '2026-11-20 Lộ mật khẩu', locked: true } as const;

interface World {
  readonly more?: Partial<ObservedAccount>;
  readonly others?: readonly ObservedAccount[];
  readonly unmarked?: readonly UnmarkedEntry[];
  readonly policy?: string;
}

function act(at: string, what: OperatorAct, { more = {}, others = [], unmarked = [], policy }: World = {}) {
  const people = ['id: LC-000001, name: Nguyễn Văn An'];
  const { directory, declared } = readWorld({ sokx: organizationText('sokx', people) }, policy);
  const accounts = [entryOf(key, more), ...others];
  const input: OperatorActInput = { accounts, unmarked, declared, policy: directory.policy, today };
  return planOperatorAct(at, what, input);
}

const changesOf = (result: ReturnType<typeof planOperatorAct>): readonly Change[] => {
  if ('says' in result) throw new Error(result.says);
  return result.plan.changes;
};

describe('a lock', () => {
  it('is one change that writes the lock, its day and its reason, on what was read', () => {
    const [change, ...others] = changesOf(act(key, lock));
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      id: `lock ${key}`,
      kind: 'lock',
      fields: ['operatorLock', 'locked'],
      account: { operatorLock: `${today} Mất máy`, locked: true, state: 'active' },
      base: { uuid: `uuid-${key}`, locked: false, state: 'active' },
      why: { code: 'operator', clause: '17.2' },
    });
    expect(change).not.toHaveProperty('credential');
    expect(change?.account).not.toHaveProperty('lockedOn');
  });

  it('that stands is left as it is, day and reason too: nobody gains days by a second call', () => {
    expect(changesOf(act(key, lock, { more: standing }))).toEqual([]);
  });

  it.each([
    ['a lock by other hands gets its day', { locked: true }, `${today} Mất máy`],
    ['one that lacks the lock itself keeps its day', { ...standing, locked: false }, standing.operatorLock],
    ['one that nobody can read gets a new day', { operatorLock: 'x', locked: true }, `${today} Mất máy`],
  ])('%s', (_, more, operatorLock) => {
    expect(changesOf(act(key, lock, { more }))).toMatchObject([
      { kind: 'lock', account: { operatorLock, locked: true } },
    ]);
  });

  it('of an agency locks its mailbox', () => {
    const dn = 'ou=sokx,ou=organizations,dc=laichau,dc=gov,dc=vn';
    const agency = { ...entryOf('organization:sokx'), dn, name: 'Sở SOKX', organization: 'ubnd' };
    expect(changesOf(act('organization:sokx', lock, { others: [agency] }))).toHaveLength(1);
  });
});

describe('a lift', () => {
  it('takes both away, and is the day from which inactivity counts', () => {
    const [change] = changesOf(act(key, lift, { more: { ...standing, since: '2025-01-06' } }));
    expect(change).toMatchObject({
      id: `lift ${key}`,
      kind: 'lift',
      fields: ['since', 'operatorLock', 'locked'],
      account: { since: today, locked: false },
    });
    expect(change?.account).not.toHaveProperty('operatorLock');
  });

  it('takes away what nobody can read as well', () => {
    expect(changesOf(act(key, lift, { more: { operatorLock: 'x', locked: true } }))).toHaveLength(1);
  });

  it('of what is open is done already', () => {
    expect(changesOf(act(key, lift))).toEqual([]);
  });

  it.each([[true], ['20300101000000Z']])('of a lock by other hands (%s) is refused', (locked) => {
    expect(act(key, lift, { more: { locked } })).toEqual({
      says: 'lock-refused.foreign',
      facts: { at: key },
    });
  });
});

describe.each([
  ['lock', lock],
  ['lift', lift],
])('a %s is refused', (_, what) => {
  it.each([
    ['annv.sokx@laichau.gov.vn', 'lock-refused.address', { holder: key }],
    ['ANNV.SOKX@LAICHAU.GOV.VN', 'lock-refused.address', { holder: key }],
    ['nobody@laichau.gov.vn', 'lock-refused.unknown', {}],
    ['root@laichau.gov.vn', 'lock-refused.unmarked', { dn: 'uid=x' }],
    ['person:LC-000009', 'lock-refused.unknown', {}],
    ['LC-000001', 'lock-refused.near', { near: key }],
    ['Person:lc-000001', 'lock-refused.near', { near: key }],
    ['', 'lock-refused.unknown', {}],
  ])('by "%s": %s', (at, says, facts) => {
    const unmarked = [unmarkedAt('uid=x', ['root@laichau.gov.vn'])];
    expect(act(at, what, { unmarked })).toMatchObject({ says, facts });
  });

  it.each([
    ['suspended', { state: 'suspended', since: '2026-11-02' }, 'lock-refused.suspended'],
    ['ended', { state: 'terminated', since: '2026-11-02' }, 'lock-refused.terminated'],
    ['in a state nobody knows', { state: 'gone' as 'active' }, 'lock-refused.state'],
    ['without a mailbox', { mailbox: false }, 'lock-refused.mailbox'],
  ] as const)('of an entry that is %s', (_name, more, says) => {
    expect(act(key, what, { more: { ...standing, ...more } })).toMatchObject({ says, facts: { at: key } });
  });

  it.each([
    ['stands elsewhere', { dn: 'uid=LC-000001,ou=khac,dc=laichau,dc=gov,dc=vn' }, 'entry-misplaced'],
    ['is named otherwise', { dn: 'uid=annv,ou=people,dc=laichau,dc=gov,dc=vn' }, 'entry-misnamed'],
    ['is of another class', { lacksClass: 'inetOrgPerson' }, 'entry-class'],
  ])('of an entry that %s', (_name, more, codes) => {
    expect(act(key, what, { more: { ...standing, ...more } })).toMatchObject({
      says: 'lock-refused.identity',
      facts: { codes },
    });
  });

  it('where two entries have the key', () => {
    const copy = { ...entryOf(key), dn: 'uid=LC-000001-2,ou=people,dc=laichau,dc=gov,dc=vn', uuid: 'v' };
    expect(act(key, what, { others: [copy] })).toMatchObject({ facts: { codes: 'entry-duplicate' } });
  });
});

describe('a protected account', () => {
  const policy = policyText.replace('protected: []', `protected: ["${key}"]`);

  it('is not locked, and its lock is lifted', () => {
    expect(act(key, lock, { policy })).toMatchObject({ says: 'lock-refused.protected' });
    expect(changesOf(act(key, lift, { policy, more: standing }))).toHaveLength(1);
  });
});

describe('a reason', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['x'.repeat(longestReason + 1), 'long'],
    ['a\nb', 'characters'],
    ['a\u0000b', 'characters'],
    ['a\u202eb', 'characters'],
    ['a\u200bb', 'characters'],
    ['a\u2028b', 'characters'],
    ['\ud800', 'characters'],
    ['x'.repeat(longestReason), undefined],
    ['Mất máy; ông An gọi "gấp" (0213 3 876 543)', undefined],
  ])('%j is refused as %s', (text, fault) => {
    expect(reasonFault(tidyReason(text))).toBe(fault);
  });

  it('counts letters as people do, however they are composed', () => {
    expect(reasonFault(tidyReason('ế'.normalize('NFD').repeat(longestReason)))).toBeUndefined();
  });

  it('comes back from what is written', () => {
    const given = { since: today, reason: 'a  b: 2026-01-01 c' };
    expect(parseOperatorLock(operatorLockText(given))).toEqual(given);
  });
});
