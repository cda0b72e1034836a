/** Silence counts only where somebody has listened, whatever the policy names today. */
import { describe, expect, it } from 'vitest';
import { judgeAccess } from '../../../src/run/access.ts';

const replica = 'ldaps://r1.laichau.gov.vn';
const none = { lastAccess: new Map<string, string>(), listening: new Map<string, string>(), unread: [] };

describe('a replica that the policy names no longer', () => {
  it('leaves nobody silent since before: who logged in there was heard until today', () => {
    const { loginsSince } = judgeAccess({
      listening: { day: '2026-11-23' },
      replicas: none,
      recorded: new Map([
        ['', '2025-01-06'],
        [replica, '2025-01-06'],
      ]),
      isSeen: true,
    });
    expect(loginsSince === undefined || loginsSince >= '2026-11-23').toBe(true);
  });
});
