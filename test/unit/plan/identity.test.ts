/** An entry is known by its key, its place and its naming attribute: where they do not agree, nothing but a lock is done. */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { mailUsersOf } from '../../../src/model/mail/state.ts';
import { changesOf, heldOf, makeStory } from '../../support/lifecycle-story.ts';
import { dnOf, organizationText, planOf } from '../../support/world.ts';
import { planWithMail } from './mail-world.ts';

const base = 'dc=laichau,dc=gov,dc=vn';
const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const anKey = 'person:LC-000001';
const breach = 'suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-02}';
const files = (...people: string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });

const begun = (...people: string[]) => {
  const story = makeStory();
  story.run(files(...people), '2026-01-05');
  return story;
};

/** The accounts, with the first person's entry changed by a hand. */
function touched(more: Partial<ObservedAccount>, key = anKey): readonly ObservedAccount[] {
  const accounts = begun(an, binh).server.accounts();
  return accounts.map((one) => (one.key === key ? { ...one, ...more } : one));
}

const planFor = (accounts: readonly ObservedAccount[], ...people: string[]) =>
  planOf({ organizations: files(...people), accounts, today: '2026-03-02' }).plan;

const at = (rdn: string, place = 'ou=people') => `${rdn},${place},${base}`;

const misfits = [
  ['moved below another OU of its container', 'entry-misplaced', at('uid=LC-000001', 'ou=old,ou=people')],
  ['moved out of its container', 'entry-misplaced', at('uid=LC-000001', 'ou=retired')],
  ['moved among the organizations', 'entry-misplaced', at('uid=LC-000001', 'ou=organizations')],
  ['named by cn', 'entry-misnamed', at('cn=Đỗ Minh Hòa')],
  ['named by two values', 'entry-misnamed', at('cn=An+uid=LC-000001')],
  ['renamed after it was issued', 'entry-misnamed', at('uid=hunglx')],
  ['named as another person', 'entry-misnamed', at('uid=LC-000002')],
  ['named as another’s later mailbox', 'entry-misnamed', at('uid=LC-000002-3')],
] as const;

describe('an entry', () => {
  it.each(misfits)(
    '%s is held with both DNs and what mends it, and nothing else is planned',
    (_what, code, dn) => {
      const plan = planFor(touched({ dn, title: 'Khác' }), `${an}, title: Chuyên viên`, binh);
      expect(changesOf(plan)).toEqual([]);
      expect(heldOf(plan)).toEqual([`${code} ${anKey}`]);
      const [{ args }] = plan.held as unknown as [{ args: { dn: string; belongs: string; ldif: string } }];
      expect(args).toMatchObject({ dn, belongs: dnOf(anKey) });
      // What the entry is named by wrongly may be an attribute it cannot be without.
      const old = dn.startsWith('cn=') ? 0 : 1;
      expect(args.ldif).toContain(`changetype: modrdn\nnewrdn: uid=LC-000001\ndeleteoldrdn: ${old}`);
      expect(args.ldif.includes('newsuperior')).toBe(
        !dn.endsWith(`,ou=people,${base}`) || dn.includes('ou=old'),
      );
    },
  );

  it.each(misfits)('%s is locked all the same, where its record locks', (_what, code, dn) => {
    const plan = planFor(touched({ dn }), `${an}, ${breach}`, binh);
    expect(plan.changes).toMatchObject([
      { kind: 'suspend', key: anKey, base: { dn }, account: { locked: true, lockedOn: '2026-03-02' } },
    ]);
    expect(heldOf(plan)).toEqual([`${code} ${anKey}`]);
  });

  it.each(misfits)('%s loses no mail: it is nobody’s orphan, under any name', (_what, _code, dn) => {
    const accounts = touched({ dn, extraNames: ['hunglx.cu'] });
    const orphans = ['LC-000001@people', 'hunglx.cu@people', 'ghost@people'];
    const mail = { mailboxes: [], orphans };
    const plan = planWithMail({ organizations: files(an, binh), accounts, today: '2026-03-02', mail });
    const told = (plan.mail?.findings ?? []).filter(({ code }) => code === 'orphan').map(({ user }) => user);
    expect(told).toEqual(['ghost@people']);
  });

  it('of another case or with spaces in its DN is the same entry', () => {
    const dn = `UID=lc-000001, OU=People, DC=laichau,dc=gov,dc=vn`;
    expect(heldOf(planFor(touched({ dn }), an, binh))).toEqual([]);
  });

  it('that was there before keeps its name, which is kept in mind; another name is then a renaming', () => {
    const { issued: _issued, ...rest } = touched({ dn: at('uid=phamtu') }).find(
      ({ key }) => key === anKey,
    ) as ObservedAccount;
    const story = makeStory([rest]);
    const [first] = story.run(files(an), '2026-03-02').changes.filter(({ key }) => key === anKey);
    expect(first).toMatchObject({
      kind: 'update',
      fields: ['issued', 'takenName'],
      account: { takenName: 'phamtu' },
    });
    expect(heldOf(story.plan(files(an), '2026-03-03'))).toEqual([]);
    const after = { ...story.account(anKey), dn: at('uid=khac') };
    expect(heldOf(makeStory([after]).plan(files(an), '2026-03-03'))).toEqual([`entry-misnamed ${anKey}`]);
  });

  it('with another value of its naming attribute loses it, and is locked under either', () => {
    const accounts = touched({ extraNames: ['hunglx'] });
    expect(planFor(accounts, an, binh).changes).toMatchObject([{ kind: 'update', fields: ['extraNames'] }]);
    const [suspended] = planFor(accounts, `${an}, ${breach}`, binh).changes;
    expect(suspended).toMatchObject({ kind: 'suspend' });
    const { base: before } = suspended as { base: ObservedAccount };
    const places = { baseDn: 'dc=laichau,dc=gov,dc=vn' };
    expect(mailUsersOf(before, places)).toEqual(['LC-000001@people', 'hunglx@people']);
  });

  it('whose other name is a pattern is asked for under its own alone', () => {
    const [account] = touched({ extraNames: ['*', 'a b', 'hung'] }).filter(({ key }) => key === anKey);
    expect(mailUsersOf(account as ObservedAccount, { baseDn: 'dc=laichau,dc=gov,dc=vn' })).toEqual([
      'LC-000001@people',
      'hung@people',
    ]);
  });

  it('is deleted only once its names are one', () => {
    const record = `${an}, termination: {reason: retirement, document: 7/QĐ, decided: 2026-01-10}`;
    const story = begun(an, binh);
    story.run(files(record, binh), '2026-01-12');
    story.server.tamper(anKey, { extraNames: ['cu'] });
    expect(changesOf(story.plan(files(record, binh), '2027-06-01', { loginsSince: '2027-05-01' }))).toEqual([
      `update ${anKey}`,
    ]);
  });
});

describe('two entries with one key', () => {
  const copy = (more: Partial<ObservedAccount>) => {
    const accounts = begun(an, binh).server.accounts();
    const own = accounts.find(({ key }) => key === anKey) as ObservedAccount;
    return [...accounts, { ...own, uuid: 'uuid-copy', addresses: [], ...more }];
  };

  it('are both held, and the one in place and in use is the one to keep', () => {
    const accounts = copy({ dn: at('uid=LC-000001', 'ou=restored,ou=people') });
    const plan = planFor(accounts, `${an}, title: Khác`, binh);
    expect(changesOf(plan)).toEqual([]);
    expect(plan.held).toMatchObject([
      {
        code: 'entry-duplicate',
        key: anKey,
        args: { dn: dnOf(anKey), other: at('uid=LC-000001', 'ou=restored,ou=people') },
      },
    ]);
    expect(JSON.stringify(plan.held)).toContain('changetype: delete');
  });

  it('of which the other is a mailbox of its own becomes a former one: its mail is not lost', () => {
    const accounts = copy({ dn: dnOf(anKey, 2), lastAccess: '20260301000000Z' });
    const [held] = planFor(accounts, an, binh).held;
    // The one somebody logs in to is kept.
    expect(held).toMatchObject({ args: { dn: dnOf(anKey, 2), other: dnOf(anKey) } });
    expect(JSON.stringify(held)).toContain(
      'replace: danhbaKey\\\\ndanhbaKey: person:LC-000001/1'.replace('\\\\', '\\'),
    );
  });

  it.each([false, true])('that nobody has used: the one named by the id is the one to keep (%s)', (first) => {
    const accounts = copy({ dn: at('uid=an-cu'), takenName: 'an-cu' });
    const [held] = planFor(first ? accounts : [...accounts].reverse(), an, binh).held;
    expect(held).toMatchObject({ args: { dn: dnOf(anKey), other: at('uid=an-cu') } });
  });

  it('are both locked where the record locks, each by a change of its own', () => {
    const accounts = copy({ dn: dnOf(anKey, 2) });
    const plan = planFor(accounts, `${an}, ${breach}`, binh);
    expect(plan.changes.map(({ kind }) => kind)).toEqual(['suspend', 'suspend']);
    expect(new Set(plan.changes.map(({ id }) => id)).size).toBe(2);
    expect(plan.changes).toMatchObject([
      { account: { locked: true }, base: { dn: dnOf(anKey) } },
      { account: { locked: true }, base: { dn: dnOf(anKey, 2) } },
    ]);
  });

  it('of somebody who was removed are both left as they are, and one that had ended stays locked', () => {
    const accounts = copy({ dn: dnOf(anKey, 2), state: 'terminated', locked: false });
    const plan = planFor(accounts, binh);
    expect(plan.changes).toMatchObject([{ base: { dn: dnOf(anKey, 2) }, account: { locked: true } }]);
    expect(heldOf(plan)).toEqual([`entry-duplicate ${anKey}`]);
  });
});
