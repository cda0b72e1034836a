/** A mailbox travels by succession or by release, never because two addresses are equal, nor because an attribute is gone. */
import { describe, expect, it } from 'vitest';
import { changesOf, makeStory } from '../../support/lifecycle-story.ts';
import { an, anKey, binh, dung, two } from '../../support/two-houses.ts';
import { organizationText } from '../../support/world.ts';

const none = 'mailbox: none\n';

describe('a mailbox whose organization got another code', () => {
  it('goes to no other organization that now has the old code, without a release', () => {
    const story = makeStory();
    story.run({ sokx: organizationText('sokx', [an, binh], none) }, '2026-01-05');
    const renamed = organizationText('sokx', [an, binh], none).replace('code: sokx', 'code: sokxm');
    story.run({ sokx: renamed }, '2026-02-02');
    // The code passes to a new organization, as phongtho did; it names An, and his own drops him.
    const left = organizationText('sokx', [binh], none).replace('code: sokx', 'code: sokxm');
    const taker = organizationText('sokq', [dung, an], none).replace('code: sokq', 'code: sokx');
    const plan = story.plan({ sokx: left, sokq: taker }, '2026-03-02');
    const taken = plan.changes.filter(
      ({ key, account }) => key === anKey && account?.organization === 'sokq',
    );
    // The one with the mail in it stays behind, or nothing is done.
    expect(taken.filter((change) => 'base' in change).map(({ kind }) => kind)).toEqual([]);
  });
});

describe('a mailbox whose entry lost the organization it is of', () => {
  it('goes to no other organization, as it would not with the attribute', () => {
    const story = makeStory();
    story.run(two([an, binh], [dung]), '2026-01-05');
    const { organization: _gone, ...rest } = story.account(anKey);
    const others = story.server.accounts().filter(({ key }) => key !== anKey);
    const after = makeStory([...others, rest]);
    // With the attribute: the old mailbox ends, a new one is issued (8.2, 6.1).
    expect(changesOf(story.plan(two([binh], [dung, an]), '2026-03-02'))).toEqual([
      `transfer ${anKey}`,
      `create ${anKey}`,
    ]);
    for (const day of ['2026-03-02', '2026-03-03']) {
      for (const change of after.plan(two([binh], [dung, an]), day).changes) after.server.perform(change);
    }
    const old = after.server.accounts().find(({ uuid }) => uuid === rest.uuid);
    expect(old).not.toMatchObject({ organization: 'soky', state: 'active' });
  });
});
