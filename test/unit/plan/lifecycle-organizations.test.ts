/** Organizations that end, are succeeded, lose their mailbox or change their code: addresses go where they are to go. */
import { describe, expect, it } from 'vitest';
import { changesOf, heldAs, heldOf, makeStory, type Story } from '../../support/lifecycle-story.ts';
import { type Files, organizationText, policyText } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const chi = 'id: LC-000003, name: Lò Văn Chi';
const mail = (local: string) => `${local}@laichau.gov.vn`;

interface Parts {
  readonly people?: readonly string[];
  readonly mailbox?: string;
  readonly dissolved?: string;
  readonly code?: string;
}

function file(id: string, { people = [], mailbox = '{}', dissolved, code = id }: Parts = {}): string {
  const more = `mailbox: ${mailbox}\n${dissolved === undefined ? '' : `dissolved: {${dissolved}}\n`}`;
  return organizationText(id, people, more).replace(`code: ${id}`, `code: ${code}`);
}

const ending = (date: string, successor?: string) =>
  `document: 9/NQ, date: ${date}${successor === undefined ? '' : `, successor: ${successor}`}`;

function begun(organizations: Files, day = '2026-01-05'): Story {
  const story = makeStory();
  story.run(organizations, day);
  return story;
}

const receives = (story: Story, address: string) =>
  story.server
    .accounts()
    .filter(({ addresses }) => addresses.includes(address))
    .map(({ key }) => key);

describe('an organization that ends (dissolved)', () => {
  it('with people left in it is held, and its people stay as they are', () => {
    const before = { sokx: file('sokx', { people: [an, binh] }), soky: file('soky') };
    const story = begun(before);
    const after = {
      ...before,
      sokx: file('sokx', { people: [an, binh], dissolved: ending('2026-03-02', 'soky') }),
    };
    const plan = story.plan(after, '2026-03-02');
    expect(changesOf(plan)).toEqual([]);
    expect(heldAs(plan, 'problem')).toMatchObject({
      key: 'organization:sokx',
      args: { problem: 'dissolved-with-people' },
    });
  });

  it('held so stops nothing of what the successor has to do', () => {
    const before = { sokx: file('sokx', { people: [an] }), soky: file('soky') };
    const story = begun(before);
    const after = {
      sokx: file('sokx', { people: [an], dissolved: ending('2026-03-02', 'soky') }),
      soky: file('soky', { mailbox: '{aliases: [hop.thu.soky@laichau.gov.vn]}' }),
    };
    expect(changesOf(story.run(after, '2026-03-02'))).toEqual(['update organization:soky']);
    expect(story.account('organization:soky').addresses).toEqual([mail('hop.thu.soky'), mail('soky')]);
  });

  it('on a day to come waits', () => {
    const before = { sokx: file('sokx'), soky: file('soky') };
    const story = begun(before);
    const after = { ...before, sokx: file('sokx', { dissolved: ending('2026-03-02', 'soky') }) };
    expect(changesOf(story.plan(after, '2026-03-01'))).toEqual([]);
    expect(changesOf(story.plan(after, '2026-03-02'))).toEqual([
      'terminate organization:sokx',
      'update organization:soky',
    ]);
  });

  it('without a successor keeps its address locked until it is deleted, then the address rests', () => {
    const story = begun({ sokx: file('sokx') }, '2024-03-04');
    const after = { sokx: file('sokx', { dissolved: ending('2024-03-05') }) };
    story.run(after, '2024-03-05');
    expect(story.account('organization:sokx')).toMatchObject({
      state: 'terminated',
      reason: 'dissolved',
      basis: '9/NQ; 2024-03-05',
      locked: true,
      addresses: [mail('sokx')],
    });
    story.run(after, '2025-03-06');
    expect(story.server.find('organization:sokx')).toBeUndefined();
    expect(story.server.tombstones()).toMatchObject([{ address: mail('sokx'), holder: 'organization:sokx' }]);
    expect(changesOf(story.plan(after, '2025-06-02'))).toEqual([]);
  });

  it('hands its address to the successor for the alias months, then the address rests', () => {
    const before = { sokx: file('sokx'), soky: file('soky') };
    const story = begun(before);
    const after = { ...before, sokx: file('sokx', { dissolved: ending('2026-03-31', 'soky') }) };
    const plan = story.run(after, '2026-04-01');
    expect(plan.changes).toMatchObject([
      { kind: 'terminate', key: 'organization:sokx', wave: 1 },
      { kind: 'update', key: 'organization:soky', wave: 2, after: ['terminate organization:sokx'] },
    ]);
    // It rests for whoever else would have it, should the run end between the two.
    expect(story.server.tombstones()).toMatchObject([{ address: mail('sokx'), holder: 'organization:sokx' }]);
    expect(story.account('organization:sokx').addresses).toEqual([]);
    expect(story.account('organization:soky')).toMatchObject({
      address: mail('soky'),
      former: [`${mail('sokx')} 2026-09-30`],
    });
    expect(receives(story, mail('sokx'))).toEqual(['organization:soky']);
    story.server.login('organization:soky', '20260701000000Z');
    expect(changesOf(story.plan(after, '2026-09-30'))).toEqual([]);
    story.run(after, '2026-10-01');
    expect(receives(story, mail('sokx'))).toEqual([]);
    expect(story.server.tombstones()).toEqual([
      { address: mail('sokx'), holder: 'organization:soky', until: '2031-10-01' },
    ]);
    expect(story.account('organization:soky').former).toBeUndefined();
  });

  it('hands it on for as long as the policy says', () => {
    const policy = policyText.replace('warnDays: 30', 'warnDays: 30\n  aliasMonths: 1');
    const before = { sokx: file('sokx'), soky: file('soky') };
    const story = begun(before);
    const after = { ...before, sokx: file('sokx', { dissolved: ending('2026-01-31', 'soky') }) };
    story.run(after, '2026-02-02', { policy });
    expect(story.account('organization:soky').former).toEqual([`${mail('sokx')} 2026-02-28`]);
    expect(changesOf(story.plan(after, '2026-02-28', { policy }))).toEqual([]);
    expect(changesOf(story.plan(after, '2026-03-01', { policy }))).toEqual(['update organization:soky']);
  });

  it('too long ago hands nothing on any more', () => {
    const before = { sokx: file('sokx'), soky: file('soky') };
    const story = begun(before, '2025-06-02');
    story.server.login('organization:soky', '20260101000000Z');
    const after = { ...before, sokx: file('sokx', { dissolved: ending('2025-06-03', 'soky') }) };
    story.run(after, '2026-01-05');
    expect(receives(story, mail('sokx'))).toEqual([]);
    expect(story.server.tombstones()).toMatchObject([{ address: mail('sokx') }]);
  });

  it('in a chain hands it to the last that is there', () => {
    const before = { sokx: file('sokx'), soky: file('soky'), sokz: file('sokz') };
    const story = begun(before);
    const after = {
      ...before,
      sokx: file('sokx', { dissolved: ending('2026-03-02', 'soky') }),
      soky: file('soky', { dissolved: ending('2026-03-02', 'sokz') }),
    };
    story.run(after, '2026-03-02');
    expect(story.account('organization:sokz').addresses).toEqual([mail('sokx'), mail('soky'), mail('sokz')]);
  });

  it('in a circle hands it to nobody and comes to an end', () => {
    const before = { sokx: file('sokx'), soky: file('soky') };
    const story = begun(before);
    const after = {
      sokx: file('sokx', { dissolved: ending('2026-03-02', 'soky') }),
      soky: file('soky', { dissolved: ending('2026-03-02', 'sokx') }),
    };
    story.run(after, '2026-03-02');
    expect(receives(story, mail('sokx'))).toEqual(['organization:sokx']);
    expect(receives(story, mail('soky'))).toEqual(['organization:soky']);
  });

  it('whose successor ends later hands both addresses on', () => {
    const before = { sokx: file('sokx'), soky: file('soky'), sokz: file('sokz') };
    const story = begun(before);
    const first = { ...before, sokx: file('sokx', { dissolved: ending('2026-03-02', 'soky') }) };
    story.run(first, '2026-03-02');
    const second = { ...first, soky: file('soky', { dissolved: ending('2026-05-04', 'sokz') }) };
    story.run(second, '2026-05-04');
    expect(story.account('organization:sokz').former).toEqual([
      `${mail('sokx')} 2026-09-02`,
      `${mail('soky')} 2026-11-04`,
    ]);
    expect(story.server.tombstones().map(({ holder }) => holder)).not.toContain('organization:sokz');
  });

  it('whose successor ends without one asks for nothing back', () => {
    const before = { sokx: file('sokx'), soky: file('soky') };
    const story = begun(before);
    const first = { ...before, sokx: file('sokx', { dissolved: ending('2026-03-02', 'soky') }) };
    story.run(first, '2026-03-02');
    const second = { ...first, soky: file('soky', { dissolved: ending('2026-05-04') }) };
    const plan = story.run(second, '2026-05-04');
    expect(changesOf(plan)).toEqual(['terminate organization:soky']);
    expect(plan.held.filter(({ code }) => code.startsWith('address'))).toEqual([]);
  });

  it('whose successor has no mailbox keeps its own address to its end', () => {
    const before = { sokx: file('sokx'), soky: file('soky', { mailbox: 'none' }) };
    const story = begun(before);
    const after = { ...before, sokx: file('sokx', { dissolved: ending('2026-03-02', 'soky') }) };
    expect(changesOf(story.run(after, '2026-03-02'))).toEqual(['terminate organization:sokx']);
    expect(receives(story, mail('sokx'))).toEqual(['organization:sokx']);
  });

  it('whose file cannot be read later leaves the successor what it has', () => {
    const before = { sokx: file('sokx'), soky: file('soky') };
    const story = begun(before);
    const after = { ...before, sokx: file('sokx', { dissolved: ending('2026-03-02', 'soky') }) };
    story.run(after, '2026-03-02');
    expect(changesOf(story.plan({ ...after, sokx: 'id: [' }, '2026-03-09'))).toEqual([]);
    const { sokx: _gone, ...without } = after;
    expect(changesOf(story.plan(without, '2026-03-09'))).toEqual([]);
  });

  it('with a decided address hands that on as well', () => {
    const decided =
      '{address: hop.thu.sokx@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2026-01-02}}';
    const before = { sokx: file('sokx', { mailbox: decided }), soky: file('soky') };
    const story = begun(before);
    const address = story.account('organization:sokx').address ?? '';
    const after = {
      ...before,
      sokx: file('sokx', { mailbox: decided, dissolved: ending('2026-03-02', 'soky') }),
    };
    story.run(after, '2026-03-02');
    expect(receives(story, address)).toEqual(['organization:soky']);
  });

  it('held by the guard holds what the successor would take, and a lock of the successor goes on', () => {
    const policy = policyText.replace('run: {share: 5, count: 5}', 'run: {share: 1, count: 0}');
    const before = { sokx: file('sokx'), soky: file('soky') };
    const story = begun(before);
    const after = {
      sokx: file('sokx', { dissolved: ending('2026-03-02', 'soky') }),
      soky: file('soky', {
        mailbox: '{suspension: {reason: violation, clause: "12.1", document: 3/QĐ, date: 2026-03-02}}',
      }),
    };
    const plan = story.plan(after, '2026-03-02', { policy });
    expect(changesOf(plan)).toEqual([]);
    const approved = plan.approval ?? '';
    expect(changesOf(story.plan(after, '2026-03-02', { policy, approved }))).toEqual([
      'terminate organization:sokx',
      'suspend organization:soky',
    ]);
    const looser = policyText
      .replace('run: {share: 5, count: 5}', 'run: {share: 1, count: 0}')
      .replace('protected: []', 'protected: ["organization:sokx"]');
    const shielded = story.plan(after, '2026-03-02', { policy: looser });
    expect(heldOf(shielded)).toContain('protected organization:sokx');
    const lock = story.plan(after, '2026-03-02', {
      policy: policyText.replace('protected: []', 'protected: ["organization:sokx"]'),
    });
    expect(changesOf(lock)).toEqual(['suspend organization:soky']);
    expect(heldAs(lock, 'address-held')).toMatchObject({ key: 'organization:soky' });
  });
});

describe('an agency mailbox that is given up (mailbox: none)', () => {
  it('ends, is deleted when its time has come, and the organization’s entry is made again without it', () => {
    const story = begun({ sokx: file('sokx', { people: [an] }) }, '2024-03-04');
    const { uuid } = story.account('organization:sokx');
    const after = { sokx: file('sokx', { people: [an], mailbox: 'none' }) };
    expect(changesOf(story.run(after, '2024-03-05'))).toEqual(['terminate organization:sokx']);
    expect(story.account('organization:sokx')).toMatchObject({
      state: 'terminated',
      locked: true,
      mailbox: true,
    });
    story.server.login('person:LC-000001', '20250301000000Z');
    const plan = story.run(after, '2025-03-06');
    expect(changesOf(plan)).toEqual(['delete organization:sokx', 'create organization:sokx']);
    expect(plan.changes[1]).toMatchObject({
      after: ['delete organization:sokx'],
      account: { mailbox: false },
    });
    expect(story.account('organization:sokx')).toMatchObject({
      mailbox: false,
      addresses: [],
      locked: false,
    });
    expect(story.account('organization:sokx').uuid).not.toBe(uuid);
    expect(story.server.tombstones()).toMatchObject([{ address: mail('sokx'), holder: 'organization:sokx' }]);
  });

  it('is made again for an organization of one’s own: the address it rested for', () => {
    const story = begun({ sokx: file('sokx') }, '2024-03-04');
    const none = { sokx: file('sokx', { mailbox: 'none' }) };
    story.run(none, '2024-03-05');
    story.run(none, '2025-03-06');
    const plan = story.run({ sokx: file('sokx') }, '2025-03-07');
    expect(plan.changes).toMatchObject([
      { kind: 'update', credential: true, account: { issued: '2025-03-07' } },
    ]);
    expect(story.account('organization:sokx')).toMatchObject({ state: 'active', address: mail('sokx') });
  });

  it('and taken back on request is active again, with another password', () => {
    const story = begun({ sokx: file('sokx') });
    story.run({ sokx: file('sokx', { mailbox: 'none' }) }, '2026-01-06');
    expect(changesOf(story.plan({ sokx: file('sokx') }, '2026-01-07'))).toEqual([]);
    const asked = { sokx: file('sokx', { mailbox: '{restoration: {document: 5/VP, date: 2026-01-07}}' }) };
    expect(story.run(asked, '2026-01-07').changes).toMatchObject([
      { kind: 'restore', key: 'organization:sokx', credential: true },
    ]);
  });

  it('of many at once is for the guard', () => {
    const ids = ['soka', 'sokb', 'sokc', 'sokd', 'soke', 'sokg'];
    const all = (mailbox: string) => Object.fromEntries(ids.map((id) => [id, file(id, { mailbox })]));
    const story = begun(all('{}'));
    const plan = story.plan(all('none'), '2026-01-06');
    expect(changesOf(plan)).toEqual([]);
    expect(plan.held).toHaveLength(6);
    expect(plan.held[0]).toMatchObject({ code: 'guard', args: { class: 'terminate', count: 6 } });
  });

  it('never begins where it would have ended already', () => {
    const none = { sokx: file('sokx', { mailbox: 'none' }) };
    const story = begun(none);
    const over = { sokx: file('sokx', { dissolved: ending('2026-01-06') }) };
    expect(changesOf(story.run(over, '2026-01-07'))).toEqual([]);
    expect(story.account('organization:sokx').mailbox).toBe(false);
  });
});

describe('a new code', () => {
  const unit = (parent: string, people: readonly string[]) =>
    `id: cctl\nname: Chi cục Thủy lợi\nkind: provincial-unit\nparent: ${parent}\ncode: cctl\n` +
    `mailbox: {}\npeople:\n${people.map((person) => `  - {${person}}\n`).join('')}`;
  const province = (code: string, first = an) => ({
    sokx: file('sokx', { code, people: [first, binh] }),
    cctl: unit('sokx', [chi]),
    soky: file('soky'),
  });

  it('renames the organization, its units and people as one group, and they receive under the old names', () => {
    const story = begun(province('sokx'));
    const before = story.server.accounts();
    const plan = story.run(province('sokn'), '2026-03-02');
    const group = 'organization:sokx';
    expect(plan.changes.map(({ kind, key, why }) => [kind, key, why.group])).toEqual([
      ['rename', 'organization:sokx', undefined],
      ['rename', 'organization:cctl', group],
      ['rename', 'person:LC-000001', group],
      ['rename', 'person:LC-000002', group],
      ['rename', 'person:LC-000003', group],
    ]);
    expect(story.account('person:LC-000003')).toMatchObject({
      address: mail('chilv.cctl.sokn'),
      addresses: [mail('chilv.cctl.sokn'), mail('chilv.cctl.sokx')],
      former: [`${mail('chilv.cctl.sokx')} 2026-09-02`],
    });
    expect(story.account('organization:sokx').address).toBe(mail('sokn'));
    expect(plan.changes.map(({ why }) => why.clause)).toEqual(['5.1.a', '5.1.a', '5.2.a', '5.2.a', '5.2.a']);
    for (const { key, uuid, issued } of before)
      expect(story.account(key)).toMatchObject({ uuid, ...(issued && { issued }) });
  });

  it('keeps every clock: issue, restoration, reset, state and last access', () => {
    const record =
      `${an}, suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-01-12}, ` +
      'restoration: {document: 2/VP, date: 2026-01-19}, passwordReset: {document: 3/VP, date: 2026-01-20}';
    const story = begun(province('sokx'));
    story.run(province('sokx', record.replace(/, restoration.*$/, '')), '2026-01-12');
    story.run(province('sokx', record), '2026-01-20');
    story.server.login('person:LC-000001', '20260201000000Z');
    const { issued, restored, reset, since, lastAccess } = story.account('person:LC-000001');
    expect([issued, restored, reset, lastAccess]).toEqual([
      '2026-01-05',
      '2026-01-19',
      '3/VP; 2026-01-20',
      '20260201000000Z',
    ]);
    story.run(province('sokn', record), '2026-03-02');
    expect(story.account('person:LC-000001')).toMatchObject({
      issued,
      restored,
      reset,
      since,
      lastAccess,
      state: 'active',
    });
  });

  it('renames suspended and ended accounts as well, and leaves them as they are', () => {
    const record = `${an}, suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-01-12}`;
    const story = begun(province('sokx'));
    story.run(province('sokx', record), '2026-01-12');
    story.run(province('sokn', record), '2026-03-02');
    expect(story.account('person:LC-000001')).toMatchObject({
      state: 'suspended',
      since: '2026-01-12',
      locked: true,
      address: mail('annv.sokn'),
    });
  });

  it('taken back within the months turns the names round', () => {
    const story = begun(province('sokx'));
    story.run(province('sokn'), '2026-03-02');
    story.run(province('sokx'), '2026-04-01');
    expect(story.account('person:LC-000001')).toMatchObject({
      address: mail('annv.sokx'),
      former: [`${mail('annv.sokn')} 2026-10-01`],
    });
  });

  it('and another after it keeps both old names, each to its own day', () => {
    const story = begun(province('sokx'));
    story.run(province('sokn'), '2026-03-31');
    story.run(province('sokm'), '2026-05-04');
    expect(story.account('person:LC-000001').former).toEqual([
      `${mail('annv.sokn')} 2026-11-04`,
      `${mail('annv.sokx')} 2026-09-30`,
    ]);
    story.server.login('person:LC-000001', '20260901000000Z');
    const plan = story.plan(province('sokm'), '2026-10-01');
    const release = plan.changes.find(({ key }) => key === 'person:LC-000001');
    expect(release).toMatchObject({ retires: [{ address: mail('annv.sokx'), until: '2031-10-01' }] });
  });

  it('does not hand the old name to a newcomer with that code', () => {
    const story = begun(province('sokx'));
    story.run(province('sokn'), '2026-03-02');
    const newcomer = { ...province('sokn'), moi: file('moi', { code: 'sokx' }) };
    const plan = story.plan(newcomer, '2026-03-03');
    expect(changesOf(plan)).toEqual([]);
    expect(heldAs(plan, 'address-held')).toMatchObject({
      key: 'organization:moi',
      args: { holder: 'organization:sokx' },
    });
  });

  it('of many people is one question to the guard', () => {
    const many = Array.from({ length: 20 }, (_, index) => {
      const id = `LC-0001${10 + index}`;
      return `id: ${id}, name: Lò Văn Ba, address: balv${index}.sokx@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2026-01-01}`;
    });
    const story = begun({ sokx: file('sokx', { people: many }) });
    const renamed = many.map((person) => person.replace('.sokx@', '.sokn@'));
    const plan = story.plan({ sokx: file('sokx', { code: 'sokn', people: renamed }) }, '2026-03-02');
    expect(changesOf(plan)).toEqual([]);
    const approved = plan.approval ?? '';
    const organizations = { sokx: file('sokx', { code: 'sokn', people: renamed }) };
    expect(story.plan(organizations, '2026-03-02', { approved }).changes).toHaveLength(21);
  });
});

describe('a custodian who left (9.1)', () => {
  it('is told of the organization, and the organization stays', () => {
    const before = { sokx: file('sokx', { people: [an, binh], mailbox: '{custodian: LC-000001}' }) };
    const story = begun(before);
    const record = `${an}, termination: {reason: retirement, document: 7/QĐ, decided: 2026-03-02}`;
    const after = { sokx: file('sokx', { people: [record, binh], mailbox: '{custodian: LC-000001}' }) };
    const plan = story.run(after, '2026-03-02');
    expect(changesOf(plan)).toEqual(['terminate person:LC-000001']);
    expect(heldAs(plan, 'problem')).toMatchObject({
      key: 'organization:sokx',
      args: { problem: 'custodian-ended' },
    });
  });
});
