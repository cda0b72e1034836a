/** An address comes back to a dissolved agency alone; whoever once had one takes it from nobody. */
import { describe, expect, it } from 'vitest';
import { makeStory } from '../../support/lifecycle-story.ts';
import { grantText, organizationText } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const address = 'binhtt.sokx@laichau.gov.vn';
const box = (alias: boolean) => (alias ? `mailbox: {aliases: [${address}]}\n` : 'mailbox: {}\n');
const files = (alias: boolean, ...people: string[]) => ({
  sokx: organizationText('sokx', people, box(alias)),
});

describe('an alias an organization gave up', () => {
  it('and that the operator granted to a person is not taken from the person by the organization’s own file', () => {
    const story = makeStory();
    story.run(files(true, an), '2025-01-06');
    story.run(files(false, an), '2025-02-03');
    const binh = 'id: LC-000002, name: Trần Thị Bình';
    const grants = grantText(address, 'person:LC-000002');
    story.run(files(false, an, binh), '2025-03-03', { grants });
    // Another given name by a document: her old address receives for six months.
    const renamed = 'id: LC-000002, name: Trần Thị Bích, nameChange: {document: 5/HT, date: 2025-04-01}';
    story.run(files(false, an, renamed), '2025-04-01', { grants });
    expect(story.account('person:LC-000002').addresses).toContain(address);
    const plan = story.plan(files(true, an, renamed), '2025-04-02', { grants });
    for (const change of plan.changes) story.server.perform(change);
    expect(story.account('person:LC-000002').addresses).toContain(address);
  });
});
