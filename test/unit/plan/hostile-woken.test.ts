/** A waking frees the key first, keeps to its own house, and is not undone by what stands beside it. */
import { describe, expect, it } from 'vitest';
import { changesOf, heldOf, makeStory } from '../../support/lifecycle-story.ts';
import { an, anKey, binh, dung, two } from '../../support/two-houses.ts';

describe('somebody who was dismissed after a transfer', () => {
  it('does not get the first mailbox back by being listed again: a request is needed, or a new one', () => {
    const story = makeStory();
    story.run(two([an, binh], [dung]), '2026-01-05');
    story.run(two([binh], [dung, an]), '2026-03-02');
    const dismissed = `${an}, termination: {reason: retirement, document: 7/QĐ, decided: 2026-04-01}`;
    story.run(two([binh], [dung, dismissed]), '2026-04-01');
    const plan = story.plan(two([an, binh], [dung]), '2026-05-04');
    expect(changesOf(plan)).not.toContain(`restore ${anKey}`);
  });
});

describe('a mailbox ended by a transfer to nobody', () => {
  it('wakes for its own file only with a request: deleting the lines of a termination is none', () => {
    const story = makeStory();
    story.run(two([an, binh], [dung]), '2026-01-05');
    const left = `${an}, termination: {reason: transfer, document: 7/QĐ, decided: 2026-02-02, to: soky}`;
    story.run(two([left, binh], [dung]), '2026-02-02');
    const plan = story.plan(two([an, binh], [dung]), '2026-12-01', { loginsSince: '2026-11-02' });
    expect(changesOf(plan)).not.toContain(`restore ${anKey}`);
    expect(heldOf(plan)).toContain(`restoration-needed ${anKey}`);
  });

  it('nor because its reason reads "dissolved", which no person’s does', () => {
    const story = makeStory();
    story.run(two([an, binh], [dung]), '2026-01-05');
    const left = `${an}, termination: {reason: retirement, document: 7/QĐ, decided: 2026-02-02}`;
    story.run(two([left, binh], [dung]), '2026-02-02');
    story.server.tamper(anKey, { reason: 'dissolved' });
    const plan = story.plan(two([an, binh], [dung]), '2026-03-02');
    expect(changesOf(plan)).not.toContain(`restore ${anKey}`);
  });
});
