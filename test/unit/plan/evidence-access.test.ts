/** Six months without access (8.1): silence counts only where somebody listened, and from when. */
import { describe, expect, it } from 'vitest';
import { changesOf, makeStory } from '../../support/lifecycle-story.ts';
import { organizationText } from '../../support/world.ts';

const names = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lò Văn Chi', 'Vàng A Dũng', 'Giàng A Páo', 'Lý Thị Mỷ'];
const people = names.map((name, at) => `id: LC-00000${at + 1}, name: ${name}`);
const files = { sokx: organizationText('sokx', people, 'mailbox: none\n') };
const begun = () => {
  const story = makeStory();
  story.run(files, '2025-01-02');
  return story;
};

describe('the first login after the server began to record', () => {
  it('suspends nobody else: there is no silence before somebody listens', () => {
    const story = begun();
    story.server.login('person:LC-000001', '20260302030000Z');
    expect(changesOf(story.plan(files, '2026-03-02', { loginsSince: '2026-03-02' }))).toEqual([]);
    expect(changesOf(story.plan(files, '2026-09-02', { loginsSince: '2026-03-02' }))).toEqual([]);
    expect(story.plan(files, '2026-09-02', { loginsSince: '2026-03-02' }).upcoming).toHaveLength(6);
    // Had it always been recorded, five of the six would have been silent for a year.
    expect(changesOf(story.plan(files, '2026-03-02', { loginsSince: '2025-01-02' }))).toHaveLength(0);
    expect(story.plan(files, '2026-03-02', { loginsSince: '2025-01-02' }).held).toHaveLength(5);
  });
});

describe('a mailbox', () => {
  it('without a day of issue was issued when danhba first saw it', () => {
    const story = begun();
    const { issued: _lost, ...rest } = story.account('person:LC-000001');
    const after = makeStory([rest]);
    const one = { sokx: organizationText('sokx', people.slice(0, 1), 'mailbox: none\n') };
    const first = after.run(one, '2026-03-10');
    expect(first.changes.filter(({ key }) => key === 'person:LC-000001')).toMatchObject([
      { kind: 'update', fields: ['issued'], why: { code: 'first-seen' } },
    ]);
    expect(changesOf(after.plan(one, '2026-09-10'))).toEqual([]);
    expect(changesOf(after.plan(one, '2026-09-11'))).toEqual(['suspend person:LC-000001']);
  });

  it.each(['2025-01-02 20250102050000Z', '2025-01-02 20250102165959.5Z'])(
    'issued at any hour (%s) was issued that day',
    (issued) => {
      const story = begun();
      story.server.tamper('person:LC-000001', { issued });
      expect(story.plan(files, '2025-06-20').upcoming).toMatchObject(
        people.map(() => ({ from: '2025-01-02' })),
      );
      const plan = story.plan(files, '2025-07-03');
      expect(plan.held.filter(({ key }) => key === 'person:LC-000001')).toMatchObject([
        { code: 'guard', kind: 'suspend' },
      ]);
    },
  );

  it('that somebody logs in to at a replica is in use, and the suspension of another asserts the own server', () => {
    const story = begun();
    for (const [at] of people.entries()) {
      story.server.tamper(`person:LC-00000${at + 1}`, { lastAccess: '20250103030000Z' });
      if (at > 0) story.server.tamper(`person:LC-00000${at + 1}`, { replicaAccess: '20250601030000Z' });
    }
    const plan = story.plan(files, '2025-07-04');
    expect(plan.changes).toMatchObject([
      { kind: 'suspend', key: 'person:LC-000001', base: { lastAccess: '20250103030000Z' } },
    ]);
    expect(JSON.stringify(plan.changes)).not.toContain('replicaAccess');
  });

  it('of whom a replica is silent is suspended by nobody', () => {
    const plan = begun().plan(files, '2025-12-01', { accessDoubt: 'replica-unread' });
    expect(changesOf(plan)).toEqual([]);
    expect(plan.accessDoubt).toBe('replica-unread');
  });
});
