/** A state that is none of ours wakes nobody. */
import { describe, expect, it } from 'vitest';
import { makeStory } from '../../support/lifecycle-story.ts';
import { organizationText } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const anKey = 'person:LC-000001';
const files = (...people: string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });
const retired = `${an}, termination: {reason: retirement, document: 77/QĐ, decided: 2026-01-10}`;
const wakings = (story: ReturnType<typeof makeStory>) =>
  story
    .plan(files(an, binh), '2026-03-02')
    .changes.filter(({ key, account }) => key === anKey && account?.locked === false)
    .map(({ kind, credential }) => ({ kind, credential }));

describe('a mailbox that has ended, its lines deleted', () => {
  it('stays so with the state as it is', () => {
    const story = makeStory();
    story.run(files(an, binh), '2025-12-05');
    story.run(files(retired, binh), '2026-01-12');
    expect(wakings(story)).toEqual([]);
  });

  it.each(['Terminated', 'TERMINATED', 'terminated ', 'ended', 'suspended\u001fterminated'])(
    'is not opened because its state reads %j',
    (state) => {
      const story = makeStory();
      story.run(files(an, binh), '2025-12-05');
      story.run(files(retired, binh), '2026-01-12');
      story.server.tamper(anKey, { state: state as never });
      expect(wakings(story)).toEqual([]);
    },
  );

  it('is not opened because its reason alone reads "transfer"', () => {
    const story = makeStory();
    story.run(files(an, binh), '2025-12-05');
    story.run(files(retired, binh), '2026-01-12');
    story.server.tamper(anKey, { reason: 'transfer' });
    expect(wakings(story)).toEqual([]);
  });
});

describe('a mailbox the job suspended', () => {
  it.each(['Suspended', 'locked'])('is not opened because its state reads %j', (state) => {
    const story = makeStory();
    story.run(files(an, binh), '2025-02-05');
    story.run(files(an, binh), '2025-09-05');
    expect(story.account(anKey).state).toBe('suspended');
    story.server.tamper(anKey, { state: state as never });
    expect(wakings(story)).toEqual([]);
  });
});
