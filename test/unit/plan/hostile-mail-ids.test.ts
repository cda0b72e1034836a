/** Ids are unique in a plan, also where one account has two mailboxes on the mail server. */
import { describe, expect, it } from 'vitest';
import { makeStory } from '../../support/lifecycle-story.ts';
import { organizationText } from '../../support/world.ts';
import { planWithMail } from './mail-world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const anKey = 'person:LC-000001';
const breach = 'suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-02}';
const files = (...people: string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });

describe('sessions under two names of one locked account', () => {
  it('are ended by two changes with two ids', () => {
    const story = makeStory();
    story.run(files(an), '2026-01-05');
    story.run(files(`${an}, ${breach}`), '2026-03-02');
    const dn = 'uid=LC-000001-2,ou=people,dc=laichau,dc=gov,dc=vn';
    const accounts = [
      ...story.server.accounts(),
      { ...story.account(anKey), dn, uuid: 'uuid-copy', addresses: [] },
    ];
    const mailboxes = ['LC-000001@people', 'LC-000001-2@people'].map((user) => ({
      user,
      sessions: 2,
      scripts: [],
    }));
    const plan = planWithMail({
      organizations: files(`${an}, ${breach}`),
      accounts,
      today: '2026-03-03',
      mail: { mailboxes, orphans: [] },
    });
    const ids = plan.changes.filter(({ kind }) => kind === 'end-sessions').map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });
});
