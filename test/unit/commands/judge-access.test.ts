/** Since when silence counts: a day for each server, kept, set anew, and never guessed. */
import { describe, expect, it } from 'vitest';
import type { ReplicaAccess } from '../../../src/ldap/read/replicas.ts';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { quoted } from '../../../src/model/problems/remark.ts';
import { judgeAccess, withReplicaAccess } from '../../../src/run/access.ts';

const url = 'ldaps://hai.gov.vn';
const day = '2026-03-02';
const none: ReplicaAccess = { lastAccess: new Map(), listening: new Map(), unread: [] };
const heard: ReplicaAccess = { ...none, listening: new Map([[url, day]]) };
const silent = (hasStopped: boolean): ReplicaAccess => ({
  ...none,
  unread: [{ url, detail: quoted('x'), hasStopped }],
});
const listening = { day };

const judge = (recorded: Record<string, string>, replicas = none, more = {}) =>
  judgeAccess({ listening, replicas, recorded: new Map(Object.entries(recorded)), isSeen: true, ...more });

describe('since when logins are seen', () => {
  it.each([
    ['by the first run that sees its own', judge({}), { loginsSince: day, logins: new Map([['', day]]) }],
    ['stays what was recorded', judge({ '': '2025-01-02' }), { loginsSince: '2025-01-02' }],
    [
      'at a replica too: the later of the days counts',
      judge({ '': '2025-01-02' }, heard),
      {
        loginsSince: day,
        logins: new Map([
          ['', '2025-01-02'],
          [url, day],
        ]),
      },
    ],
    [
      'begins anew where a replica is named no more: who logged in there has been silent to nobody',
      judge({ '': '2025-01-02', [url]: '2025-06-01' }),
      { loginsSince: day, logins: new Map([['', day]]) },
    ],
    [
      'of a server that records no more begins anew',
      judge({ '': '2025-01-02' }, none, { listening: { doubt: 'not-recorded' } }),
      { accessDoubt: 'not-recorded', loginsSince: undefined, logins: new Map() },
    ],
    [
      'of one that lets nobody look is kept',
      judge({ '': '2025-01-02' }, none, { listening: { doubt: 'not-readable' } }),
      { accessDoubt: 'not-readable', loginsSince: undefined },
    ],
    [
      'of a replica that is down is kept, and nobody is silent meanwhile',
      judge({ '': '2025-01-02', [url]: day }, silent(false)),
      {
        accessDoubt: 'replica-unread',
        unreadReplicas: [{ url, detail: quoted('x') }],
        loginsSince: undefined,
      },
    ],
    [
      'of a replica that records no more begins anew',
      judge({ '': '2025-01-02', [url]: day }, silent(true)),
      { accessDoubt: 'replica-unread', loginsSince: undefined, logins: new Map([['', '2025-01-02']]) },
    ],
    [
      'says nothing where nobody has ever been seen',
      judge({ '': '2025-01-02' }, none, { isSeen: false }),
      { accessDoubt: 'not-readable', loginsSince: '2025-01-02' },
    ],
  ])('%s', (_what, judged, expected) => {
    expect(judged).toMatchObject(expected);
    expect('logins' in judged).toBe('logins' in expected);
  });
});

describe('a login at a replica', () => {
  const account = (lastAccess?: string) =>
    ({ uuid: 'u', ...(lastAccess && { lastAccess }) }) as ObservedAccount;
  const there = { ...none, lastAccess: new Map([['u', '20260302010000Z']]) };

  it.each([
    ['where there is no other', undefined, '20260302010000Z'],
    ['that is later', '20260301010000Z', '20260302010000Z'],
    ['that is earlier is left', '20260303010000Z', undefined],
    ['that is the same is left', '20260302010000Z', undefined],
  ])('%s', (_what, own, expected) => {
    const merged = withReplicaAccess(account(own), there);
    expect(merged.replicaAccess).toBe(expected);
    expect(merged.lastAccess, 'what a change asserts stays the own server’s').toBe(own);
  });
});
