/** Whatever the scripts of a mailbox say, the plan is made, and changes the mailbox twice at most. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { judgeMail } from '../../../src/plan/compare/mail.ts';
import { readWorld } from '../../support/world.ts';

const policy = { ...readWorld({}).directory.policy, mail: { forwarding: 'deactivate' } } as const;
const account: ObservedAccount = {
  key: 'person:LC-000001',
  dn: 'uid=LC-000001,ou=people,dc=laichau,dc=gov,dc=vn',
  uuid: 'u',
  name: 'Nguyễn Văn An',
  organization: 'sokx',
  mailbox: true,
  addresses: ['annv.sokx@laichau.gov.vn'],
  state: 'active',
  locked: false,
};

it('scripts never make a plan fail, nor change a mailbox more than twice', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('redirect "an@gmail.com";', 'redirect "${x}";', 'require', '/*', 'include "x";'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: fc.string({ unit: 'binary' }), active: fc.boolean(), text })),
      fc.nat(3),
      fc.boolean(),
      (scripts, sessions, locked) => {
        const mailbox = {
          user: 'LC-000001@people',
          sessions,
          scripts,
          quota: { used: 0, limit: 2048 * 1024 },
        };
        const { changes, mail } = judgeMail(
          {
            accounts: [{ ...account, locked, state: locked ? 'suspended' : 'active' }],
            policy,
            unmarked: [],
            faults: new Map(),
            mail: { mailboxes: [mailbox], orphans: [] },
          },
          [],
        );
        expect(changes.length).toBeLessThanOrEqual(2);
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
        const active = mail?.findings.some(({ args }) => 'script' in args && args.active) ?? false;
        expect(changes.some(({ kind }) => kind === 'deactivate-script')).toBe(active);
      },
    ),
    { numRuns: 500 },
  );
});
