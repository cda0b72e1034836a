/** Both halves or none: an agency that is dissolved lets no address go that its successor cannot take in the same run. */
import { describe, expect, it } from 'vitest';
import { makeStory } from '../../support/lifecycle-story.ts';
import { organizationText, unmarkedAt } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const chi = 'id: LC-000003, name: Lò Văn Chi';
const gone = 'dissolved: {document: 9/NQ, date: 2026-03-02, successor: sokx}\n';
const apart = { sokx: organizationText('sokx', [an]), soky: organizationText('soky', [chi]) };
const merged = { sokx: organizationText('sokx', [an, chi]), soky: organizationText('soky', [], gone) };
const address = 'soky@laichau.gov.vn';
const begun = () => {
  const story = makeStory();
  story.run(apart, '2026-01-05');
  return story;
};
/** Who has the address once every change of the plan is made. */
function holderAfter(story: ReturnType<typeof makeStory>, plan: ReturnType<typeof story.plan>) {
  for (const change of plan.changes) story.server.perform(change);
  return story.server.accounts().find(({ addresses }) => addresses.includes(address))?.key;
}

describe('an agency that is dissolved, with a successor', () => {
  it('whose entry a hand has moved: its address goes on being received', () => {
    const story = begun();
    const dn = 'ou=sokx,ou=old,ou=organizations,dc=laichau,dc=gov,dc=vn';
    const moved = story.server
      .accounts()
      .map((one) => (one.key === 'organization:sokx' ? { ...one, dn } : one));
    const after = makeStory(moved);
    const plan = after.plan(merged, '2026-03-03');
    expect(holderAfter(after, plan)).toBeDefined();
  });

  it('that wants another address which somebody has: its address goes on being received', () => {
    const story = begun();
    const other = { ...merged, sokx: merged.sokx.replace('code: sokx', 'code: sokxm') };
    const unmarked = [unmarkedAt('uid=x,ou=people,dc=laichau,dc=gov,dc=vn', ['sokxm@laichau.gov.vn'])];
    const plan = story.plan(other, '2026-03-03', { unmarked });
    expect(plan.held.map(({ code }) => code)).toContain('address-held');
    expect(holderAfter(story, plan)).toBeDefined();
  });

  it('that nobody may rename just now, for want of an approval: its address goes on being received', () => {
    const people = Array.from(
      { length: 9 },
      (_, at) =>
        `id: LC-0002${at}0, name: Lò Văn ${['Ba', 'Bon', 'Chi', 'Du', 'Gia', 'Hoa', 'Khang', 'Minh', 'Nam'][at]}`,
    );
    const story = makeStory();
    story.run({ ...apart, sokx: organizationText('sokx', people) }, '2026-01-05');
    const files = {
      ...merged,
      sokx: organizationText('sokx', [...people, chi]).replace('code: sokx', 'code: sokxm'),
    };
    const plan = story.plan(files, '2026-03-03');
    expect(plan.held.map(({ code }) => code)).toContain('guard');
    expect(holderAfter(story, plan)).toBeDefined();
  });
});

describe('a person of an organization whose file is gone', () => {
  it('is not taken by another file because the entry of the organization cannot be told for sure', () => {
    const story = begun();
    const dn = 'ou=soky,ou=old,ou=organizations,dc=laichau,dc=gov,dc=vn';
    const moved = story.server
      .accounts()
      .map((one) => (one.key === 'organization:soky' ? { ...one, dn } : one));
    const plan = makeStory(moved).plan({ sokx: organizationText('sokx', [an, chi]) }, '2026-03-03');
    const taken = plan.changes.filter(({ key }) => key === 'person:LC-000003');
    expect(taken).toEqual([]);
  });
});
