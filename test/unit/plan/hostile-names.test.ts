/** Which of several names the mail is stored under, nobody knows: no deletion before they are one, by whatever way. */
import { describe, expect, it } from 'vitest';
import { changesOf, makeStory } from '../../support/lifecycle-story.ts';
import { an, anKey, binh, dung, two } from '../../support/two-houses.ts';

describe('a mailbox that ended long ago, with two names, whose holder is hired elsewhere', () => {
  it('is not deleted on the way', () => {
    const story = makeStory();
    story.run(two([an, binh], [dung]), '2024-01-08');
    const retired = `${an}, termination: {reason: retirement, document: 7/QĐ, decided: 2024-02-05}`;
    story.run(two([retired, binh], [dung]), '2024-02-05');
    story.server.tamper(anKey, { extraNames: ['annv.cu'] });
    const plan = story.plan(two([binh], [dung, an]), '2025-06-02', { loginsSince: '2025-05-01' });
    expect(changesOf(plan)).not.toContain(`delete ${anKey}`);
  });
});
