/** An entry whose key is none of ours, or is written otherwise, is held; it is nobody's removal. */

import { describe, expect, it } from 'vitest';
import { toldKey } from '../../../src/model/account/key.ts';
import { heldOf, makeStory } from '../../support/lifecycle-story.ts';
import { organizationText } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const files = (...people: string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });
const anKey = 'person:LC-000001';
const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];

/** Somebody declared, and active, whose danhbaKey a hand has written otherwise: what a week of runs makes of it. */
function week(key: string) {
  const story = makeStory();
  story.run(files(an, binh), '2026-01-05');
  story.server.tamper(anKey, { key: toldKey(key) });
  for (const day of days) {
    const plan = story.plan(files(an, binh), day);
    for (const change of plan.changes) story.server.perform(change);
  }
  return { story, last: story.plan(files(an, binh), '2026-03-09') };
}

describe('a live mailbox of somebody who is in the files', () => {
  it.each([
    ['a misspelled kind', 'preson:LC-000001'],
    ['the kind in capitals', 'PERSON:LC-000001'],
    ['no kind', 'LC-000001'],
    ['the id in small letters', 'person:lc-000001'],
    ['a number that is none', 'person:LC-000001/0'],
    ['a space behind', 'person:LC-000001 '],
  ])('is not ended because its key has %s', (_what, key) => {
    const { story } = week(key);
    const account = story.server.accounts().find(({ uuid }) => uuid === 'uuid-2');
    const mailbox = story.server.accounts().find((one) => one.address === 'annv.sokx@laichau.gov.vn');
    expect(account ?? mailbox).toBeDefined();
    expect(mailbox).toMatchObject({ state: 'active', locked: false });
  });
});

describe('an organization’s entry that a hand has renamed', () => {
  it('with a number behind is misnamed: organizations have one entry', () => {
    const text = organizationText('sokx', [an], '');
    const story = makeStory();
    story.run({ sokx: text }, '2026-01-05');
    const base = 'ou=organizations,dc=laichau,dc=gov,dc=vn';
    const moved = story.server
      .accounts()
      .map((one) => (one.key === 'organization:sokx' ? { ...one, dn: `ou=sokx-2,${base}` } : one));
    const plan = makeStory(moved).plan({ sokx: text }, '2026-03-02');
    expect(heldOf(plan)).toContain('entry-misnamed organization:sokx');
  });
});

describe('a person’s entry that a hand has renamed', () => {
  it('from the name it was taken over with to its id has lost its mail all the same', () => {
    const story = makeStory();
    story.run(files(an, binh), '2026-01-05');
    story.server.tamper(anKey, { takenName: 'phamtu' });
    expect(heldOf(story.plan(files(an, binh), '2026-03-02'))).toContain(`entry-misnamed ${anKey}`);
  });
});
