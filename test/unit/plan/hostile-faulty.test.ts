/** An entry that is held stays as locked as its state says, whatever a hand did to it. */
import { describe, expect, it } from 'vitest';
import { makeStory } from '../../support/lifecycle-story.ts';
import { organizationText, policyText } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const anKey = 'person:LC-000001';
const files = (...people: string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });
const dn = 'uid=LC-000001,ou=old,ou=people,dc=laichau,dc=gov,dc=vn';

describe('a mailbox the job has suspended, which a hand moves and opens', () => {
  it('is locked again, as it would be in its place', () => {
    const story = makeStory();
    story.run(files(an, binh), '2025-01-06');
    story.run(files(an, binh), '2025-09-08');
    expect(story.account(anKey).state).toBe('suspended');
    story.server.tamper(anKey, { locked: false });
    const inPlace = story.plan(files(an, binh), '2025-09-09');
    expect(inPlace.changes).toMatchObject([{ key: anKey, account: { locked: true } }]);
    const moved = story.server.accounts().map((one) => (one.key === anKey ? { ...one, dn } : one));
    const plan = makeStory(moved).plan(files(an, binh), '2025-09-09');
    expect(plan.changes).toMatchObject([{ key: anKey, base: { dn }, account: { locked: true } }]);
  });
});

describe('a hand that writes "suspended" on twenty live mailboxes', () => {
  it('does not have all of them locked in one run, past every limit', () => {
    const given = [
      'Ba',
      'Bon',
      'Chi',
      'Du',
      'Gia',
      'Hoa',
      'Khang',
      'Minh',
      'Nam',
      'Oanh',
      'Phu',
      'Quy',
      'Son',
      'Tam',
      'Uyen',
      'Vinh',
    ];
    const people = given.map((name, at) => `id: LC-${String(at + 1).padStart(6, '0')}, name: Lò Văn ${name}`);
    const story = makeStory();
    story.run(files(...people), '2026-01-05');
    for (const { key } of story.server.accounts())
      if (key.startsWith('person:')) story.server.tamper(key, { state: 'suspended' });
    const plan = story.plan(files(...people), '2026-03-02');
    expect(plan.changes.filter(({ account }) => account?.locked === true)).toEqual([]);
    expect(plan.approval).toBeDefined();
  });
});

describe('an account that the policy protects', () => {
  it('is not locked because somebody wrote "suspended" on its entry', () => {
    const story = makeStory();
    story.run(files(an, binh), '2026-01-05');
    story.server.tamper(anKey, { state: 'suspended' });
    const policy = policyText.replace('protected: []', `protected: ["${anKey}"]`);
    const plan = story.plan(files(an, binh), '2026-03-02', { policy });
    expect(plan.changes.filter(({ account }) => account?.locked === true)).toEqual([]);
  });
});
