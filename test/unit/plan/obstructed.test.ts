/** What the server would refuse is held before it is tried; what danhba sees and does not touch is told. */

import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { type Key, toldKey } from '../../../src/model/account/key.ts';
import type { Draft } from '../../../src/plan/draft.ts';
import { holdObstructed } from '../../../src/plan/order/obstructed.ts';
import { tellSeen } from '../../../src/plan/remarks/seen.ts';
import { changesOf, heldAs, heldOf, makeStory } from '../../support/lifecycle-story.ts';
import { organizationText, unmarkedAt } from '../../support/world.ts';
import { account, creates, deletes, updates } from './drafts.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const key = 'person:LC-000001';
const breach = ', suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-03}';
const retired = ', termination: {reason: retirement, document: 2/QĐ, decided: 2024-01-02}';
const files = (...people: string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });
const people = 'ou=people,dc=laichau,dc=gov,dc=vn';

function begun(fields: Partial<ObservedAccount> = {}) {
  const story = makeStory();
  story.run(files(an, binh), '2026-03-02');
  story.server.tamper(key, fields);
  return story;
}

describe('an entry that others stand below', () => {
  it('is not deleted, and is told with the DN', () => {
    const story = makeStory();
    story.run(files(`${an}`, binh), '2024-01-02');
    story.run(files(`${an}${retired}`, binh), '2024-01-02');
    story.server.tamper(key, { hasChildren: true });
    const plan = story.plan(files(`${an}${retired}`, binh), '2026-03-02');
    expect(changesOf(plan)).not.toContain(`delete ${key}`);
    expect(heldAs(plan, 'entry-children')).toMatchObject({
      key,
      kind: 'delete',
      args: { dn: `uid=LC-000001,${people}` },
    });
    story.server.tamper(key, { hasChildren: undefined as never });
    expect(changesOf(story.plan(files(`${an}${retired}`, binh), '2026-03-02'))).toContain(`delete ${key}`);
  });
});

describe('the place of a new entry', () => {
  const chi = 'id: LC-000003, name: Lò Văn Chi';
  const place = `uid=LC-000003,${people}`;
  it('that somebody else’s entry has is told, and no password is made', () => {
    const story = begun({ dn: place, occupies: 'person:LC-000003' });
    const plan = story.plan(files(an, binh, chi), '2026-03-03');
    expect(plan.changes.filter(({ credential }) => credential)).toEqual([]);
    expect(heldAs(plan, 'entry-occupied')).toMatchObject({
      key: 'person:LC-000003',
      kind: 'create',
      args: { dn: place, holder: key },
    });
  });

  it.each(['person:LC-000003', 'person:lc-000003'])(
    'that an entry of nobody’s has is told: %s',
    (occupies) => {
      const unmarked = [unmarkedAt(place, [], { occupies })];
      const plan = begun().plan(files(an, binh, chi), '2026-03-03', { unmarked });
      expect(heldAs(plan, 'entry-occupied')).toMatchObject({ args: { dn: place } });
    },
  );
});

describe('an entry of another structural class', () => {
  it('is told, and locked where its record says so; nothing else is tried', () => {
    const story = begun({ lacksClass: 'inetOrgPerson' });
    const titled = story.plan(files(`${an}, title: Chuyên viên`, binh), '2026-03-03');
    expect(changesOf(titled)).toEqual([]);
    expect(heldAs(titled, 'entry-class')).toMatchObject({ key, args: { lacks: 'inetOrgPerson' } });
    const locked = story.plan(files(`${an}, title: Chuyên viên${breach}`, binh), '2026-03-03');
    expect(locked.changes).toMatchObject([{ kind: 'suspend', key }]);
    expect(locked.changes[0]?.account).not.toHaveProperty('title');
  });
});

describe('attributes with an option', () => {
  it('are told with the addresses in them and the LDIF, and keep nothing waiting', () => {
    const story = begun({
      options: ['mail;lang-en', 'title;lang-en'],
      optionAddresses: ['x@laichau.gov.vn'],
    });
    const plan = story.plan(files(`${an}, title: Chuyên viên${breach}`, binh), '2026-03-03');
    expect(changesOf(plan)).toEqual([`suspend ${key}`]);
    expect(plan.changes[0]).toMatchObject({ base: { options: ['mail;lang-en', 'title;lang-en'] } });
    expect(heldAs(plan, 'entry-options')).toMatchObject({
      args: {
        attributes: ['mail;lang-en', 'title;lang-en'],
        addresses: ['x@laichau.gov.vn'],
        ldif: `dn: uid=LC-000001,${people}\nchangetype: modify\ndelete: mail;lang-en\n-\ndelete: title;lang-en`,
      },
    });
  });

  it('keep their addresses from everybody else', () => {
    const taken = 'chilv.sokx@laichau.gov.vn';
    const story = begun({ options: ['danhbaAddress;lang-en'], optionAddresses: [taken] });
    const plan = story.plan(files(an, binh, 'id: LC-000003, name: Lò Văn Chi'), '2026-03-03');
    expect(heldAs(plan, 'address-held')).toMatchObject({
      key: 'person:LC-000003',
      args: { address: taken, holder: `uid=LC-000001,${people}` },
    });
  });
});

describe('a lock that is not danhba’s', () => {
  const [today, later] = ['2026-03-03', '20260401000000Z'];
  const cases = [
    ['pwdAccountLockedTime', '000001010000Z', true],
    ['pwdAccountLockedTime', '20260301000000Z', true],
    ['pwdStartTime', later, true],
    ['pwdStartTime', '20260301000000Z', false],
    ['pwdStartTime', 'soon', true],
  ] as const;
  it.each(cases)('%s %s: told %s', (attribute, value, isTold) => {
    const story = begun({ otherLocks: [{ attribute, value }] });
    const { held } = story.plan(files(an, binh), today);
    expect(held.map(({ code, args }) => [code, args])).toEqual(
      isTold ? [['locked-otherwise', expect.objectContaining({ attribute, value })]] : [],
    );
  });

  it('is not told of who is locked anyway, and is of who is let in again', () => {
    const story = begun();
    story.run(files(`${an}${breach}`, binh), today);
    story.server.tamper(key, { otherLocks: [{ attribute: 'pwdStartTime', value: later }] });
    expect(heldOf(story.plan(files(`${an}${breach}`, binh), today))).not.toContain(`locked-otherwise ${key}`);
    const restored = `${an}${breach}, restoration: {document: 3/CV, date: 2026-03-04}`;
    expect(heldOf(story.plan(files(restored, binh), '2026-03-04'))).toContain(`locked-otherwise ${key}`);
  });
});

describe('holdObstructed', () => {
  const entry = (of: Key, dn: string, more: Partial<ObservedAccount> = {}): ObservedAccount => ({
    ...account(of),
    dn,
    uuid: dn,
    ...more,
  });
  const agency = entry('organization:so', 'ou=so,ou=organizations');
  const heldIn = (drafts: readonly Draft[], accounts: readonly ObservedAccount[]) => {
    const { held, kept } = holdObstructed(drafts, { accounts, unmarked: [] });
    expect(drafts.filter((one) => kept.includes(one))).toEqual(kept);
    expect(held).toHaveLength(drafts.length - kept.length);
    return held.map(({ key: of, code }) => `${code} ${of}`);
  };

  it('lets an agency’s entry be deleted to be made again without its mailbox', () => {
    const leaving: Draft = { ...deletes('organization:so'), base: { ...agency } } as Draft;
    const again: Draft = { ...creates('organization:so'), needs: [leaving.id] };
    expect(heldIn([leaving, again], [agency])).toEqual([]);
    expect(heldIn([leaving, creates('organization:so')], [agency])).toEqual([
      'entry-occupied organization:so',
    ]);
    expect(heldIn([{ ...again, needs: ['delete x'] }, leaving], [agency])).toEqual([
      'entry-occupied organization:so',
    ]);
  });

  it('lets a creation wait for another where its place is free', () => {
    const waiting: Draft = { ...creates('person:LC-9'), needs: ['create organization:so'] };
    expect(heldIn([waiting], [agency])).toEqual([]);
  });

  it.each([
    ['person:LC-1', 'uid=LC-1,ou=people', 1, true],
    ['person:LC-1', 'uid=LC-1-2,ou=people', 2, true],
    ['person:LC-1/1', 'uid=LC-1,ou=people', 1, true],
    ['person:LC-1', 'uid=LC-1-2,ou=people', 1, false],
    ['person:LC-1', 'cn=x,ou=people', 1, true],
    ['nobody', 'uid=x,ou=people', 1, false],
  ])('%s at %s stands where number %i would: %s', (of, dn, number, stands) => {
    const draft: Draft = { ...creates('person:LC-1'), number } as Draft;
    expect(heldIn([draft], [entry(toldKey(of), dn)])).toEqual(stands ? ['entry-occupied person:LC-1'] : []);
  });

  it('holds a deletion for children, and no other change of the entry', () => {
    const parent = entry('person:LC-1', 'person:LC-1', { hasChildren: true });
    const changes = [deletes('person:LC-1'), updates('person:LC-1', [], [])];
    expect(heldIn(changes, [parent])).toEqual(['entry-children person:LC-1']);
    expect(heldIn([deletes('person:LC-1')], [entry('person:LC-1', 'person:LC-1')])).toEqual([]);
  });
});

describe('tellSeen', () => {
  const options = ['title;lang-en'];
  const told = (one: Partial<ObservedAccount>) =>
    tellSeen([{ ...account('person:LC-1'), dn: 'uid=x', uuid: 'u', ...one }], new Set(), '2026-03-03');
  it('counts what it tells for the organization that has the entry', () => {
    expect(told({ options, organization: 'so' })).toMatchObject([
      { organization: 'so', args: { addresses: [] } },
    ]);
    expect(told({ options })).toMatchObject([{ organization: '' }]);
    expect(told({ options, key: 'organization:so' })).toMatchObject([{ organization: 'so' }]);
    expect(told({ options, key: toldKey('nobody') })).toMatchObject([{ organization: '' }]);
  });

  it('tells the LDIF that takes a lock away, and nothing of who has no mailbox or may begin today', () => {
    const otherLocks = [{ attribute: 'pwdAccountLockedTime', value: '000001010000Z' }] as const;
    const ldif = 'dn: uid=x\nchangetype: modify\ndelete: pwdAccountLockedTime';
    expect(told({ otherLocks })).toMatchObject([{ args: { ldif } }]);
    expect(told({ otherLocks, mailbox: false })).toEqual([]);
    expect(told({ otherLocks: [{ attribute: 'pwdStartTime', value: '20260303000000Z' }] })).toEqual([]);
  });
});
