/** The LDIF that mends an entry loses no mail, and a server takes it. */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { makeStory } from '../../support/lifecycle-story.ts';
import { an, anKey, binh, dung, two } from '../../support/two-houses.ts';
import { dnOf } from '../../support/world.ts';

const base = 'dc=laichau,dc=gov,dc=vn';
const ldifOf = (accounts: readonly ObservedAccount[], files: Record<string, string>) =>
  makeStory(accounts)
    .plan(files, '2026-03-10')
    .held.map(({ args }) => ('ldif' in args ? args.ldif : ''))
    .join('\n\n');

describe('the LDIF of two entries with one key', () => {
  it('deletes no former mailbox: each of the two has mail of its own, kept for its term', () => {
    const story = makeStory();
    story.run(two([an, binh], [dung]), '2026-01-05');
    story.run(two([binh], [dung, an]), '2026-03-02');
    // The second mailbox is marked by a hand with the key of the first, former one.
    const former = story.account(`${anKey}/1`);
    const copy = {
      ...former,
      dn: dnOf(anKey, 3),
      uuid: 'uuid-copy',
      addresses: [],
      lastAccess: '20260301000000Z',
    };
    const ldif = ldifOf([...story.server.accounts(), copy], two([binh], [dung, an]));
    expect(ldif).toContain('dn: ');
    expect(ldif).not.toContain('changetype: delete');
  });

  it('deletes no entry somebody logs in to, for one that nobody ever did', () => {
    const story = makeStory();
    story.run(two([an, binh], [dung]), '2026-01-05');
    const own = story.account(anKey);
    // A hand renamed it, and the backup brought the old one back, empty.
    const used = { ...own, dn: `uid=annv,ou=people,${base}`, lastAccess: '20260309000000Z' };
    const restored = { ...own, uuid: 'uuid-copy', addresses: [] };
    const others = story.server.accounts().filter(({ key }) => key !== anKey);
    const ldif = ldifOf([...others, used, restored], two([an, binh], [dung]));
    expect(ldif).not.toContain(`dn: uid=annv,ou=people,${base}\nchangetype: delete`);
  });
});

describe('the LDIF of an entry named by cn', () => {
  it('keeps the only cn there is: slapd refuses a person without (65)', () => {
    const story = makeStory();
    story.run(two([an, binh], [dung]), '2026-01-05');
    const named = story.server
      .accounts()
      .map((one) => (one.key === anKey ? { ...one, dn: `cn=${one.name},ou=people,${base}` } : one));
    expect(ldifOf(named, two([an, binh], [dung]))).toContain('deleteoldrdn: 0');
  });
});
