/** Whoever comes back, and entries that say too little of where somebody belongs: one live mailbox, in the right house. */
import { describe, expect, it } from 'vitest';
import { changesOf, heldAs, heldOf, makeStory } from '../../support/lifecycle-story.ts';
import { an, anKey, binh, dung, two } from '../../support/two-houses.ts';
import { organizationText, policyText } from '../../support/world.ts';

const chi = 'id: LC-000003, name: Lò Văn Chi';
const none = 'mailbox: none\n';
const begun = (files: Record<string, string>) => {
  const story = makeStory();
  story.run(files, '2026-01-05');
  return story;
};
const liveOf = (story: ReturnType<typeof makeStory>, key: string) =>
  story.server.accounts().filter((one) => one.key.startsWith(key) && one.state !== 'terminated');

describe('a transfer that is taken back', () => {
  it('again and again keeps to the two mailboxes there are', () => {
    const story = begun(two([an, binh], [dung]));
    for (const [day, back] of [
      ['2026-03-02', false],
      ['2026-03-03', true],
      ['2026-03-10', false],
      ['2026-03-20', true],
    ] as const) {
      const plan = story.run(back ? two([an, binh], [dung]) : two([binh], [dung, an]), day);
      expect(plan.held.filter(({ code }) => code !== 'deletion-not-due')).toEqual([]);
      expect(liveOf(story, anKey)).toMatchObject([
        { address: back ? 'annv.sokx@laichau.gov.vn' : 'annv.soky@laichau.gov.vn', locked: false },
      ]);
    }
    expect(story.server.accounts().filter(({ key }) => key.startsWith(anKey))).toHaveLength(2);
  });

  it('of somebody who retired in between wakes nothing, and passes the address on to a new mailbox', () => {
    const story = begun(two([an, binh], [dung]));
    const retired = `${an}, termination: {reason: retirement, document: 7/QĐ, decided: 2026-02-02}`;
    story.run(two([retired, binh], [dung]), '2026-02-02');
    story.run(two([binh], [dung, an]), '2026-03-02');
    const plan = story.run(two([an, binh], [dung]), '2026-04-01');
    expect(changesOf(plan).sort()).toEqual([`create ${anKey}`, `transfer ${anKey}`, `update ${anKey}/1`]);
    expect(liveOf(story, anKey)).toMatchObject([
      { address: 'annv.sokx@laichau.gov.vn', organization: 'sokx' },
    ]);
    expect(story.account(`${anKey}/1`)).toMatchObject({
      state: 'terminated',
      reason: 'retirement',
      addresses: [],
    });
  });

  it('by another human under the same id wakes nothing and passes nothing on', () => {
    const story = begun(two([an, binh], [dung]));
    story.run(two([binh], [dung, an]), '2026-03-02');
    // The mailbox in use is gone from the server; the former one still has the leaver's mail.
    story.server.force(story.account(anKey).dn, undefined);
    const other = 'id: LC-000001, name: Hoàng Thị Mỷ';
    const plan = story.plan(two([other, binh], [dung]), '2026-03-20');
    expect(changesOf(plan)).toEqual([]);
    expect(heldOf(plan)).toContain(`person-replaced ${anKey}`);
  });

  it('and is suspended at once is not woken only to be locked', () => {
    const story = begun(two([an, binh], [dung]));
    story.run(two([binh], [dung, an]), '2026-03-02');
    const breach = 'suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-20}';
    const plan = story.plan(two([`${an}, ${breach}`, binh], [dung]), '2026-03-20');
    expect(plan.changes.filter(({ kind }) => kind === 'restore')).toEqual([]);
  });

  it('counts in the guard as a mailbox that comes back', () => {
    const people = [
      an,
      binh,
      chi,
      dung,
      'id: LC-000005, name: Giàng A Páo',
      'id: LC-000006, name: Lý Thị Mỷ',
    ];
    const stay = 'id: LC-000009, name: Lò Thị Đôi';
    const open = policyText.replace(/count: \d/g, 'count: 9');
    const story = begun(two([...people, stay], []));
    story.run(two([stay], people), '2026-03-02', { policy: open });
    const plan = story.plan(two([...people, stay], []), '2026-03-20');
    expect(plan.held.filter(({ kind, code }) => kind === 'restore' && code === 'guard')).toHaveLength(6);
    expect(plan.approval).toBeDefined();
  });
});

describe('a merger that is taken back', () => {
  const gone = 'dissolved: {document: 9/NQ, date: 2026-03-02, successor: sokx}\n';
  const apart = {
    sokx: organizationText('sokx', [an, binh]),
    soky: organizationText('soky', [chi, dung]),
  };
  const merged = {
    sokx: organizationText('sokx', [an, binh, chi, dung]),
    soky: organizationText('soky', [], gone),
  };

  it('settles by itself: the people go back with their mailboxes, the agency wakes with its address', () => {
    const story = begun(apart);
    story.run(merged, '2026-03-03');
    expect(story.account('person:LC-000003')).toMatchObject({ address: 'chilv.sokx@laichau.gov.vn' });
    const plan = story.run(apart, '2026-03-20');
    expect(plan.held).toEqual([]);
    expect(changesOf(plan)).toEqual(
      expect.arrayContaining([
        'restore organization:soky',
        'rename person:LC-000003',
        'rename person:LC-000004',
      ]),
    );
    expect(story.account('organization:soky')).toMatchObject({
      address: 'soky@laichau.gov.vn',
      locked: false,
    });
    expect(story.account('organization:sokx').addresses).toEqual(['sokx@laichau.gov.vn']);
    expect(story.account('person:LC-000003')).toMatchObject({
      organization: 'soky',
      address: 'chilv.soky@laichau.gov.vn',
    });
    expect(story.server.accounts().filter(({ state }) => state === 'terminated')).toEqual([]);
  });

  it('that is held in part gives nobody an address somebody keeps', () => {
    const story = begun(apart);
    story.run(merged, '2026-03-03');
    const plan = story.plan(
      { ...apart, soky: organizationText('soky', [chi, dung], 'personSuffix: sokx\n') },
      '2026-03-20',
    );
    const wanted = plan.changes.flatMap(({ account }) => account?.addresses ?? []);
    expect(new Set(wanted).size).toBe(wanted.length);
  });

  it('that waits for an approval says so, and blames no address', () => {
    const many = Array.from(
      { length: 8 },
      (_, at) =>
        `id: LC-0001${at}0, name: Lò Văn ${['Ba', 'Bon', 'Chi', 'Du', 'Gia', 'Hoa', 'Khang', 'Minh'][at]}`,
    );
    const story = begun({ sokx: organizationText('sokx', [an]), soky: organizationText('soky', many) });
    const plan = story.plan(
      { sokx: organizationText('sokx', [an, ...many]), soky: organizationText('soky', [], gone) },
      '2026-03-03',
    );
    const codes = new Set(plan.held.map(({ code }) => code));
    expect(codes.has('guard')).toBe(true);
    expect(codes.has('address-held')).toBe(false);
  });
});

describe('an entry without an organization that is known', () => {
  it.each([
    ['without any', undefined],
    ['with another spelling', 'SoKX'],
    ['with a space', ' sokx'],
    ['with one that nobody knows', 'sotttt'],
  ])('%s is completed, alone, without a password', (_what, organization) => {
    const story = begun(two([an, binh], [dung]));
    const { organization: _own, ...rest } = story.account(anKey);
    const account = { ...rest, ...(organization !== undefined && { organization }) };
    const others = story.server.accounts().filter(({ key }) => key !== anKey);
    const after = makeStory([...others, account]);
    const reset = `${an}, title: Trưởng phòng, passwordReset: {document: 1/VP, date: 2026-03-02}`;
    const plan = after.plan(two([reset, binh], [dung]), '2026-03-02');
    expect(plan.changes).toMatchObject([
      { kind: 'update', key: anKey, fields: ['organization'], why: { code: 'completed' } },
    ]);
    expect(plan.changes[0]).not.toHaveProperty('credential');
    expect(heldOf(plan)).toEqual([]);
  });

  it('with another spelling of another organization is put right first, and moves by the rules after that', () => {
    const story = begun(two([an, binh], [dung]));
    story.server.tamper(anKey, { organization: 'SOKX' });
    const plan = story.plan(two([binh], [dung, an]), '2026-03-02');
    expect(plan.changes).toMatchObject([{ kind: 'update', account: { organization: 'sokx' } }]);
  });

  it('is locked along, where its record locks', () => {
    const story = begun(two([an, binh], [dung]));
    story.server.tamper(anKey, { organization: 'khac' });
    const breach = 'suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-02}';
    const plan = story.plan(two([`${an}, ${breach}`, binh], [dung]), '2026-03-02');
    expect(plan.changes).toMatchObject([
      { kind: 'suspend', account: { organization: 'sokx', locked: true, lockedOn: '2026-03-02' } },
    ]);
  });

  it('of an organization that is on the server and whose file is gone is held, never taken', () => {
    const story = begun(two([an, binh], [dung]));
    const plan = story.plan({ soky: organizationText('soky', [dung, an], none) }, '2026-03-02');
    expect(
      heldAs({ ...plan, held: plan.held.filter(({ key }) => key === anKey) }, 'organization-vanished').args,
    ).toEqual({
      organization: 'sokx',
    });
    expect(changesOf(plan)).toEqual([]);
  });

  it('and without a list of its addresses keeps its mail as a former one, and lays it to rest when that is over', () => {
    const story = begun(two([an, binh], [dung]));
    story.server.tamper(anKey, { address: 'cu.nguyen@laichau.gov.vn', addresses: [] });
    const plan = story.plan(two([an, binh], [dung]), '2026-03-02');
    expect(plan.changes).toMatchObject([
      {
        kind: 'rename',
        account: {
          address: 'annv.sokx@laichau.gov.vn',
          former: ['cu.nguyen@laichau.gov.vn 2026-09-02'],
        },
      },
    ]);
    const over = `${an}, termination: {reason: retirement, document: 7/QĐ, decided: 2026-03-02}`;
    story.server.tamper(anKey, { address: 'annv.sokx@laichau.gov.vn', addresses: [] });
    const long = { issued: '2023-01-02', since: '2024-01-02', lockedOn: '2024-01-02' };
    story.server.tamper(anKey, { ...long, state: 'terminated', locked: true });
    const deletion = story.plan(two([over, binh], [dung]), '2026-03-02');
    expect(deletion.changes).toMatchObject([
      { kind: 'delete', retires: [{ address: 'annv.sokx@laichau.gov.vn' }] },
    ]);
  });
});
