/** Nobody is called by a code that the organization in the end does not get, whatever keeps it from it. */
import { describe, expect, it } from 'vitest';
import { changesOf, makeStory } from '../../support/lifecycle-story.ts';
import { organizationText } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const box = (more = '') => ({ sokx: organizationText('sokx', [an, binh], `mailbox: {${more}}\n`) });
const recoded = (more = '') => ({ sokx: box(more).sokx.replace('code: sokx', 'code: sokxm') });
const renames = (plan: Parameters<typeof changesOf>[0]) =>
  changesOf(plan).filter((one) => one.startsWith('rename'));

describe('a new code', () => {
  it('goes through as one', () => {
    const story = makeStory();
    story.run(box(), '2026-01-05');
    expect(renames(story.plan(recoded(), '2026-03-02'))).toHaveLength(3);
  });

  it('of an organization whose record has another error renames nobody', () => {
    const story = makeStory();
    story.run(box(), '2026-01-05');
    const plan = story.plan(recoded('aliases: [ubnd.khac@laichau.gov.vn]'), '2026-03-02');
    expect(plan.held.map(({ key }) => key)).toContain('organization:sokx');
    expect(renames(plan)).toEqual([]);
  });

  it('of an organization whose entry a hand has moved renames nobody', () => {
    const story = makeStory();
    story.run(box(), '2026-01-05');
    const dn = 'ou=sokx,ou=old,ou=organizations,dc=laichau,dc=gov,dc=vn';
    const moved = story.server
      .accounts()
      .map((one) => (one.key === 'organization:sokx' ? { ...one, dn } : one));
    const plan = makeStory(moved).plan(recoded(), '2026-03-02');
    expect(plan.held.map(({ code }) => code)).toContain('entry-misplaced');
    expect(renames(plan)).toEqual([]);
  });
});
