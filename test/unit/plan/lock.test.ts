/** The lock alone: what a record demands of an entry, whoever it is, and nothing of what else it says. */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { lockOf } from '../../../src/plan/decide/lock.ts';
import type { StateDecision } from '../../../src/plan/decide/state.ts';
import { dnOf } from '../../support/world.ts';

const actual: ObservedAccount = {
  key: 'person:LC-000001',
  dn: dnOf('person:LC-000001'),
  uuid: 'u',
  name: 'Trần Thị Bình',
  mailbox: true,
  addresses: ['binhtt.sokx@laichau.gov.vn'],
  state: 'active',
  locked: false,
  lastAccess: '20260102030405Z',
  restored: '2025-05-05',
  notice: '4/TB; 2025-04-04',
  noticedOn: '2025-04-05',
};
const suspended: StateDecision = {
  lifecycle: {
    ...{ state: 'suspended', since: '2026-03-02', reason: 'violation', basis: '31/QĐ; 2026-03-02' },
    ...{ lockedOn: '2026-03-02', locked: true },
  },
  why: 'suspension-declared',
  document: '31/QĐ',
};
const lock = (decision: StateDecision | undefined, entry = actual) =>
  lockOf(entry, { account: { ...actual, name: 'Nguyễn Văn An' }, ...(decision && { decision }) });

describe('a record that locks', () => {
  it('locks the entry as it is', () => {
    expect(lock(suspended)).toStrictEqual({
      account: {
        ...{ key: actual.key, name: 'Trần Thị Bình', mailbox: true, addresses: actual.addresses },
        ...suspended.lifecycle,
      },
      why: 'suspension-declared',
      document: '31/QĐ',
    });
  });

  it('without a document tells none', () => {
    const { document: _document, ...bare } = suspended;
    expect(lock(bare)).not.toHaveProperty('document');
  });

  it.each([
    ['active and locked by a hand', { state: 'active', locked: true }, true],
    ['suspended and opened by a hand', { state: 'suspended', locked: false }, true],
    ['suspended with an end time of another’s', { state: 'suspended', locked: '20300101000000Z' }, true],
    ['suspended and locked', { state: 'suspended', locked: true }, false],
    ['terminated and locked', { state: 'terminated', locked: true }, false],
  ] as const)('finds an entry %s', (_what, more, locks) => {
    expect(lock(suspended, { ...actual, ...more }) !== undefined).toBe(locks);
  });
});

it.each([
  ['a record that says nothing', undefined],
  ['a record by which the account works', { lifecycle: { state: 'active', locked: false }, why: 'declared' }],
  ['not having logged in', { ...suspended, why: 'inactive' }],
] as const)('%s locks nobody', (_what, decision) => {
  expect(lock(decision)).toBeUndefined();
});
