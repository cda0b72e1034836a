/** The pure core: each edit of a file gives the plan a clerk would expect, and a second plan is empty. */
import { describe, expect, it } from 'vitest';
import type { ActualAccount } from '../../../src/model/account/account.ts';
import { renderPlanText } from '../../../src/render/plan/text.ts';
import {
  applied,
  type Files,
  grantText,
  organizationText,
  planOf,
  policyText,
  type Situation,
  tombstonesOf,
  unmarkedAt,
} from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const chi = 'id: LC-000003, name: Lò Văn Chi';
const dung = 'id: LC-000004, name: Vàng A Dũng';

/** The server after a first run over one organization of these people. */
function served(...people: string[]): readonly ActualAccount[] {
  return applied([], planOf({ organizations: { sokx: organizationText('sokx', people) } }).plan);
}

function changesOf(situation: Situation) {
  const { plan } = planOf(situation);
  return plan.changes.map(({ kind, key }) => `${kind} ${key}`);
}

/** The plan settles: once applied, nothing is left to do. */
function expectSettled(situation: Situation) {
  const { plan } = planOf(situation);
  const accounts = applied(situation.accounts ?? [], plan);
  const { approved: _once, ...again } = situation;
  expect(planOf({ ...again, accounts }).plan.changes).toEqual([]);
  return accounts;
}

describe('a new directory', () => {
  const situation = { organizations: { sokx: organizationText('sokx', [an, binh]) } };

  it('issues organizations before their people', () => {
    const { plan } = planOf(situation);
    expect(plan.changes.map(({ kind, key, wave }) => [kind, key, wave])).toEqual([
      ['create', 'organization:sokx', 1],
      ['create', 'organization:ubnd', 1],
      ['create', 'person:LC-000001', 2],
      ['create', 'person:LC-000002', 2],
    ]);
    expect(plan.changes[2]?.account).toMatchObject({
      address: 'annv.sokx@laichau.gov.vn',
      family: 'Nguyễn',
      given: 'An',
      organizationName: 'Sở SOKX',
      state: 'active',
      issued: '2026-11-23',
      locked: false,
    });
    expect(plan.changes[2]?.why).toEqual({
      code: 'declared',
      clause: '6.1',
      file: 'directory/organizations/sokx.yaml',
      line: 8,
    });
    expectSettled(situation);
  });

  it('gives an organization without a mailbox an entry without state or address', () => {
    const committee = planOf(situation).plan.changes.find(({ key }) => key === 'organization:ubnd');
    expect(committee?.account).toMatchObject({ mailbox: false, addresses: [] });
    expect(committee?.account?.state).toBeUndefined();
  });

  it('has the same digest whatever the order of files, and another for other facts', () => {
    const a = { soka: organizationText('soka', [an]), sokb: organizationText('sokb', [binh]) };
    const b = { sokb: a.sokb, soka: a.soka };
    expect(planOf({ organizations: a }).plan.digest).toBe(planOf({ organizations: b }).plan.digest);
    const c = { ...a, sokb: organizationText('sokb', [chi]) };
    expect(planOf({ organizations: c }).plan.digest).not.toBe(planOf({ organizations: a }).plan.digest);
  });
});

describe('an edit', () => {
  it('of a title updates one entry', () => {
    const organizations = { sokx: organizationText('sokx', [`${an}, title: Chuyên viên`, binh]) };
    const { plan } = planOf({ organizations, accounts: served(an, binh) });
    expect(plan.changes).toHaveLength(1);
    expect(plan.changes[0]).toMatchObject({ kind: 'update', fields: ['title'], key: 'person:LC-000001' });
    expectSettled({ organizations, accounts: served(an, binh) });
  });

  it('of a name renames the address and keeps the key', () => {
    const organizations = { sokx: organizationText('sokx', ['id: LC-000001, name: Nguyễn Văn Ân Huệ']) };
    const { plan } = planOf({ organizations, accounts: served(an) });
    expect(plan.changes[0]).toMatchObject({ kind: 'rename', key: 'person:LC-000001' });
    expect(plan.changes[0]?.account?.address).toBe('huenva.sokx@laichau.gov.vn');
    expectSettled({ organizations, accounts: served(an) });
  });

  it('that adds a person issues one account', () => {
    const organizations = { sokx: organizationText('sokx', [an, binh]) };
    expect(changesOf({ organizations, accounts: served(an) })).toEqual(['create person:LC-000002']);
  });

  it('that removes a person marks it, and ends it two working days later (8.2)', () => {
    const organizations = { sokx: organizationText('sokx', [an]) };
    const situation = { organizations, accounts: served(an, binh) };
    const { plan } = planOf(situation);
    expect(plan.changes).toMatchObject([
      {
        kind: 'update',
        key: 'person:LC-000002',
        fields: ['missing'],
        account: { state: 'active', missing: '2026-11-23', locked: false },
        why: { code: 'missing', clause: '8.2', due: '2026-11-26' },
      },
    ]);
    const accounts = expectSettled(situation);
    // 24 November 2026 is a day off.
    const waiting = planOf({ organizations, accounts, today: '2026-11-25' }).plan;
    expect(waiting.changes).toEqual([]);
    expect(waiting.held).toMatchObject([
      { code: 'removal-waits', args: { since: '2026-11-23', due: '2026-11-26' } },
    ]);
    const due = { organizations, accounts, today: '2026-11-26' };
    const ending = planOf(due).plan.changes[0];
    expect(ending).toMatchObject({ kind: 'terminate', why: { code: 'removed', clause: '8.2' } });
    expect(ending?.account).toMatchObject({
      state: 'terminated',
      reason: 'removed',
      since: '2026-11-26',
      locked: true,
      address: 'binhtt.sokx@laichau.gov.vn',
    });
    expect(ending?.account?.missing).toBeUndefined();
    expectSettled(due);
  });

  it('that brings a removed person back in time only takes the mark away', () => {
    const without = { sokx: organizationText('sokx', [an]) };
    const accounts = expectSettled({ organizations: without, accounts: served(an, binh) });
    const organizations = { sokx: organizationText('sokx', [an, binh]) };
    const { plan } = planOf({ organizations, accounts });
    expect(plan.changes).toMatchObject([{ kind: 'update', fields: ['missing'] }]);
    expect(plan.changes[0]?.account?.missing).toBeUndefined();
    expectSettled({ organizations, accounts });
  });

  it('that brings a removed person back after its end restores the account', () => {
    const without = { sokx: organizationText('sokx', [an]) };
    const marked = expectSettled({ organizations: without, accounts: served(an, binh) });
    const accounts = expectSettled({ organizations: without, accounts: marked, today: '2026-11-26' });
    // Lines that come back wake nothing: a written request does (8.3), with a password nobody has had.
    const silent = planOf({ organizations: { sokx: organizationText('sokx', [an, binh]) }, accounts }).plan;
    expect(silent.changes).toEqual([]);
    expect(silent.held).toMatchObject([{ code: 'restoration-needed', args: { state: 'terminated' } }]);
    const asked = `${binh}, restoration: {document: 5/VP, date: 2026-11-26}`;
    const organizations = { sokx: organizationText('sokx', [an, asked]) };
    const { plan } = planOf({ organizations, accounts, today: '2026-11-26' });
    expect(plan.changes[0]).toMatchObject({
      kind: 'restore',
      credential: true,
      account: { state: 'active', locked: false },
    });
    expect(plan.changes[0]?.account?.reason).toBeUndefined();
    expectSettled({ organizations, accounts, today: '2026-11-26' });
  });

  it('with a termination terminates with its basis; on a later day nothing changes again', () => {
    const ended = `${binh}, termination: {reason: retirement, document: 77/QĐ, decided: 2026-11-02}`;
    const organizations = { sokx: organizationText('sokx', [an, ended]) };
    const accounts = expectSettled({ organizations, accounts: served(an, binh) });
    expect(accounts.find(({ key }) => key === 'person:LC-000002')).toMatchObject({
      state: 'terminated',
      reason: 'retirement',
      basis: '77/QĐ; 2026-11-02',
      since: '2026-11-23',
    });
    expect(changesOf({ organizations, accounts, today: '2026-12-31' })).toEqual([]);
  });

  it('with a termination decided for a day to come waits for it', () => {
    const ended = `${binh}, termination: {reason: retirement, document: 77/QĐ, decided: 2027-01-01}`;
    const organizations = { sokx: organizationText('sokx', [an, ended]) };
    expect(changesOf({ organizations, accounts: served(an, binh) })).toEqual([]);
    expect(changesOf({ organizations, accounts: served(an, binh), today: '2027-01-01' })).toEqual([
      'terminate person:LC-000002',
    ]);
  });

  it('never issues an account only to end it', () => {
    const ended = `${binh}, termination: {reason: retirement, document: 77/QĐ, decided: 2026-11-02}`;
    expect(
      changesOf({ organizations: { sokx: organizationText('sokx', [an, ended]) }, accounts: served(an) }),
    ).toEqual([]);
  });
});

describe('a suspension (8.1, 8.3)', () => {
  const suspension = 'suspension: {reason: violation, clause: "12.3", document: 31/QĐ, date: 2026-11-01}';
  const suspended = { sokx: organizationText('sokx', [an, `${binh}, ${suspension}`]) };

  it('locks the account and remembers since when and why', () => {
    const accounts = expectSettled({ organizations: suspended, accounts: served(an, binh) });
    expect(accounts.find(({ key }) => key === 'person:LC-000002')).toMatchObject({
      state: 'suspended',
      since: '2026-11-01',
      reason: 'violation',
      basis: '31/QĐ; 2026-11-01',
      locked: true,
    });
  });

  it('is not lifted by deleting its lines', () => {
    const accounts = expectSettled({ organizations: suspended, accounts: served(an, binh) });
    const { plan } = planOf({ organizations: { sokx: organizationText('sokx', [an, binh]) }, accounts });
    expect(plan.changes).toEqual([]);
    expect(plan.held).toMatchObject([{ key: 'person:LC-000002', code: 'restoration-needed' }]);
  });

  it('is lifted by a restoration not before it', () => {
    const accounts = expectSettled({ organizations: suspended, accounts: served(an, binh) });
    const restored = `${binh}, ${suspension}, restoration: {document: 12/VP, date: 2026-11-20}`;
    const organizations = { sokx: organizationText('sokx', [an, restored]) };
    const { plan } = planOf({ organizations, accounts });
    expect(plan.changes[0]).toMatchObject({
      kind: 'restore',
      why: { code: 'restoration-declared', clause: '8.3' },
    });
    expect(plan.changes[0]?.account).toMatchObject({
      state: 'active',
      restored: '2026-11-20',
      locked: false,
    });
    expectSettled({ organizations, accounts });
  });

  it('cannot be escaped by moving to another organization', () => {
    const accounts = expectSettled({ organizations: suspended, accounts: served(an, binh) });
    const moved = { sokx: organizationText('sokx', [an]), soky: organizationText('soky', [binh]) };
    const { plan } = planOf({ organizations: moved, accounts });
    expect(plan.changes.filter(({ key }) => key === 'person:LC-000002')).toEqual([]);
    expect(plan.held).toMatchObject([{ key: 'person:LC-000002', code: 'restoration-needed' }]);
  });
});

describe('a move to another organization (8.2, 6.1)', () => {
  const before = { sokx: organizationText('sokx', [an, binh]), soky: organizationText('soky', [chi]) };
  const after = { sokx: organizationText('sokx', [an]), soky: organizationText('soky', [chi, binh]) };

  it('ends the old mailbox and issues a new one, in that order', () => {
    const accounts = applied([], planOf({ organizations: before }).plan);
    const { plan } = planOf({ organizations: after, accounts });
    expect(plan.changes.map(({ kind, key, wave }) => [kind, key, wave])).toEqual([
      ['transfer', 'person:LC-000002', 1],
      ['create', 'person:LC-000002', 2],
    ]);
    const moved = expectSettled({ organizations: after, accounts });
    const mailboxes = moved.filter(({ key }) => key.startsWith('person:LC-000002'));
    expect(mailboxes.map(({ key, state, address }) => [key, state, address])).toEqual([
      ['person:LC-000002/1', 'terminated', 'binhtt.sokx@laichau.gov.vn'],
      ['person:LC-000002', 'active', 'binhtt.soky@laichau.gov.vn'],
    ]);
  });

  it('and back again wakes the first mailbox, and the second one ends', () => {
    const accounts = applied([], planOf({ organizations: before }).plan);
    const moved = expectSettled({ organizations: after, accounts });
    const back = expectSettled({ organizations: before, accounts: moved });
    const own = back.filter(({ key }) => key.startsWith('person:LC-000002'));
    expect(own.map(({ key, state, organization }) => [key, state, organization])).toEqual([
      ['person:LC-000002', 'active', 'sokx'],
      ['person:LC-000002/2', 'terminated', 'soky'],
    ]);
  });

  it('whose file left records the termination may stand in both files', () => {
    const accounts = applied([], planOf({ organizations: before }).plan);
    const leaving = `${binh}, termination: {reason: transfer, document: 7/QĐ, decided: 2026-11-20}`;
    const both = { sokx: organizationText('sokx', [an, leaving]), soky: after.soky };
    const { plan, problems } = planOf({ organizations: both, accounts });
    expect(problems.map(({ code }) => code)).not.toContain('person-duplicate');
    expect(plan.changes.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'transfer person:LC-000002',
      'create person:LC-000002',
    ]);
    expectSettled({ organizations: both, accounts });
  });

  it('leaves the old mailbox until the day of the decision', () => {
    const accounts = applied([], planOf({ organizations: before }).plan);
    const leaving = `${binh}, termination: {reason: transfer, document: 7/QĐ, decided: 2026-12-01}`;
    const both = { sokx: organizationText('sokx', [an, leaving]), soky: after.soky };
    expect(changesOf({ organizations: both, accounts })).toEqual([]);
    expect(changesOf({ organizations: both, accounts, today: '2026-12-01' })).toEqual([
      'transfer person:LC-000002',
      'create person:LC-000002',
    ]);
  });

  it('in two merges, the removal first, ends nobody in between', () => {
    const accounts = applied([], planOf({ organizations: before }).plan);
    const gone = { sokx: after.sokx, soky: before.soky };
    const marked = expectSettled({ organizations: gone, accounts });
    expect(marked.find(({ key }) => key === 'person:LC-000002')).toMatchObject({ state: 'active' });
    const moved = expectSettled({ organizations: after, accounts: marked, today: '2026-11-24' });
    const mailboxes = moved.filter(({ key }) => key.startsWith('person:LC-000002'));
    expect(mailboxes.map(({ key, state, missing }) => [key, state, missing])).toEqual([
      ['person:LC-000002/1', 'terminated', undefined],
      ['person:LC-000002', 'active', undefined],
    ]);
  });

  it('half merged (in both files) changes nothing', () => {
    const accounts = applied([], planOf({ organizations: before }).plan);
    const both = { sokx: before.sokx, soky: after.soky };
    const { plan, problems } = planOf({ organizations: both, accounts });
    expect(plan.changes).toEqual([]);
    expect(problems.map(({ code }) => code)).toContain('person-duplicate');
    expect(plan.held).toMatchObject([{ code: 'problem', organization: 'soky' }]);
  });
});

describe('collisions', () => {
  const twin = 'id: LC-000009, name: Ngô Văn An';

  it('block the newcomer, never the incumbent, whatever their ids', () => {
    const early = 'id: LC-000000, name: Ngô Văn An';
    const { plan, problems } = planOf({
      organizations: { sokx: organizationText('sokx', [`${an}, title: Mới`, early]) },
      accounts: served(an),
    });
    expect(plan.changes.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['update person:LC-000001']);
    expect(plan.held).toMatchObject([
      { key: 'person:LC-000000', code: 'problem', args: { problem: 'address-collision' } },
    ]);
    const collision = problems.find(({ code }) => code === 'address-collision');
    expect(collision?.args).toMatchObject({ holder: 'Nguyễn Văn An' });
    expect(collision?.args).toMatchObject({
      candidates: expect.arrayContaining([expect.stringMatching(/^an\w+\.sokx@laichau\.gov\.vn$/)]),
    });
  });

  it('are settled by a decided address', () => {
    const decided = `${twin}, address: anngv.sokx@laichau.gov.vn, addressDecision: {document: 15/CNTT, date: 2026-05-04}`;
    const organizations = { sokx: organizationText('sokx', [an, decided]) };
    expect(planOf({ organizations }).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expectSettled({ organizations });
  });

  it('with an entry nobody manages hold the newcomer and leave the entry', () => {
    const unmarked = [unmarkedAt('uid=old,ou=people,dc=laichau,dc=gov,dc=vn', ['annv.sokx@laichau.gov.vn'])];
    const { plan } = planOf({ organizations: { sokx: organizationText('sokx', [an]) }, unmarked });
    expect(plan.held).toMatchObject([{ key: 'person:LC-000001', code: 'adoption-resembles' }]);
    expect(plan.unmarked).toEqual(unmarked);
  });

  it('with an entry nobody manages at its very place hold the newcomer', () => {
    const dn = 'uid=LC-000001,ou=people,dc=laichau,dc=gov,dc=vn';
    const unmarked = [unmarkedAt(dn, [], { occupies: 'person:LC-000001' })];
    const { plan } = planOf({ organizations: { sokx: organizationText('sokx', [an, binh]) }, unmarked });
    expect(plan.held).toMatchObject([{ key: 'person:LC-000001', code: 'entry-occupied', args: { dn } }]);
    expect(plan.changes.map(({ key }) => key)).toContain('person:LC-000002');
  });

  it('an address given up stays with its holder as a former one, then rests', () => {
    const renamed = 'id: LC-000001, name: Nguyễn Văn Khang, nameChange: {document: 8/TB, date: 2026-01-02}';
    const organizations = { sokx: organizationText('sokx', [renamed, twin]) };
    const { plan } = planOf({ organizations, accounts: served(an) });
    expect(plan.changes).toMatchObject([
      {
        kind: 'rename',
        account: {
          address: 'khangnv.sokx@laichau.gov.vn',
          addresses: ['annv.sokx@laichau.gov.vn', 'khangnv.sokx@laichau.gov.vn'],
          former: ['annv.sokx@laichau.gov.vn 2027-05-23'],
        },
      },
    ]);
    expect(plan.held).toMatchObject([{ key: 'person:LC-000009', code: 'address-held' }]);
    const accounts = expectSettled({ organizations, accounts: served(an) });
    const later = { organizations, accounts, today: '2027-05-24' };
    const released = planOf(later).plan;
    expect(released.changes).toMatchObject([
      {
        kind: 'update',
        key: 'person:LC-000001',
        retires: [{ address: 'annv.sokx@laichau.gov.vn', until: '2032-05-24' }],
      },
    ]);
    const tombstones = tombstonesOf([], released);
    const rested = { ...later, accounts: applied(accounts, released), tombstones };
    expect(planOf(rested).plan.held.filter(({ code }) => code !== 'calendar-missing')).toMatchObject([
      { key: 'person:LC-000009', code: 'address-retired', args: { holder: 'person:LC-000001' } },
    ]);
    // 5.2.b decides what somebody is called, not what happens to the mail of somebody else.
    const decided = `${twin}, address: annv.sokx@laichau.gov.vn, addressDecision: {document: 9/CNTT, date: 2027-05-20}`;
    const undecided = { ...rested, organizations: { sokx: organizationText('sokx', [renamed, decided]) } };
    expect(changesOf(undecided)).toEqual([]);
    const grants = grantText('annv.sokx@laichau.gov.vn', 'person:LC-000009', '2027-05-20');
    expect(changesOf({ ...rested, grants })).toEqual(['create person:LC-000009']);
    const other = grantText('annv.sokx@laichau.gov.vn', 'person:LC-000008', '2027-05-20');
    expect(changesOf({ ...rested, grants: other })).toEqual([]);
    const notYet = grantText('annv.sokx@laichau.gov.vn', 'person:LC-000009', '2027-05-25');
    expect(changesOf({ ...rested, grants: notYet })).toEqual([]);
    expect(changesOf({ ...rested, today: '2032-05-25' })).toEqual(['create person:LC-000009']);
  });

  it('a grant hands a former address on at once, after its holder has let it go', () => {
    const renamed = 'id: LC-000001, name: Nguyễn Văn Khang, nameChange: {document: 8/TB, date: 2026-01-02}';
    const organizations = { sokx: organizationText('sokx', [renamed, twin]) };
    const grants = grantText('annv.sokx@laichau.gov.vn', 'person:LC-000009');
    const { plan } = planOf({ organizations, accounts: served(an), grants });
    expect(plan.changes.map(({ kind, key, wave }) => [kind, key, wave])).toEqual([
      ['rename', 'person:LC-000001', 1],
      ['create', 'person:LC-000009', 2],
    ]);
    expect(plan.changes[1]?.after).toEqual(['rename person:LC-000001']);
    // Whoever reads the plan sees by whose word.
    const [granted] = plan.changes[1]?.why.grants ?? [];
    expect(granted?.address).toBe('annv.sokx@laichau.gov.vn');
    expect(plan.changes[0]?.why.grants).toBeUndefined();
    expect(renderPlanText(plan, { language: 'en', limit: 9 })).toContain(
      `granted by ${granted?.document} (grants.yaml)`,
    );
    expectSettled({ organizations, accounts: served(an), grants });
  });

  it('who is held takes no former address from anybody, granted or not', () => {
    const renamed = 'id: LC-000001, name: Nguyễn Văn Khang, nameChange: {document: 8/TB, date: 2026-01-02}';
    const grants = grantText('annv.sokx@laichau.gov.vn', 'person:LC-000009');
    const kept = { addresses: ['annv.sokx@laichau.gov.vn', 'khangnv.sokx@laichau.gov.vn'] };
    // Nobody to seal the password for: the newcomer is held, and an error of the record holds it as well.
    const unsealed = organizationText('sokx', [renamed, twin]);
    const ubnd =
      'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\n';
    const wrong = organizationText('sokx', [renamed, `${twin}, aliases: [an@gmail.com]`]);
    for (const organizations of [{ ubnd, sokx: unsealed }, { sokx: wrong }] as Files[]) {
      const { plan } = planOf({ organizations, accounts: served(an), grants });
      expect(plan.changes).toMatchObject([{ kind: 'rename', key: 'person:LC-000001', account: kept }]);
      expect(plan.held).toMatchObject([{ key: 'person:LC-000009' }]);
    }
  });
});

describe('what only looks like leaving', () => {
  const accounts = () => served(an, binh, chi, dung);

  it('a vanished file ends nobody', () => {
    const { plan } = planOf({ organizations: {}, accounts: accounts() });
    expect(plan.changes).toEqual([]);
    expect(new Set(plan.held.map(({ code }) => code))).toEqual(new Set(['organization-vanished']));
  });

  it('an unparsable file ends nobody and hides no other', () => {
    const { plan } = planOf({
      organizations: { sokx: 'id: [', soky: organizationText('soky', []) },
      accounts: accounts(),
    });
    expect(plan.changes.map(({ key }) => key)).toEqual(['organization:soky']);
    expect(new Set(plan.held.map(({ code }) => code))).toEqual(new Set(['organization-unreadable']));
  });

  it('an emptied file ends nobody', () => {
    const { plan } = planOf({ organizations: { sokx: organizationText('sokx', []) }, accounts: accounts() });
    expect(plan.changes).toEqual([]);
    expect(new Set(plan.held.map(({ code }) => code))).toEqual(new Set(['organization-emptied']));
  });

  it('one mistyped person ends nobody else', () => {
    const organizations = { sokx: organizationText('sokx', [an, 'id: LC-000002, nmae: Trần Thị Bình', chi]) };
    const { plan, problems } = planOf({ organizations, accounts: accounts() });
    expect(plan.changes).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['unknown-key']));
    expect(plan.held.map(({ key }) => key)).toEqual(['person:LC-000002', 'person:LC-000004']);
  });

  it('an error in what addresses are made of renames nobody below it', () => {
    const district = 'id: sinho\nname: Huyện Sìn Hồ\nkind: district\nparent: ubnd\ncode: sinho\n';
    const room = (code: string) =>
      `id: room\nname: Phòng Nội vụ\nkind: district-room\nparent: sinho\ncode: ${code}\npeople:\n  - {${an}}\n  - {${binh}}\n`;
    const before = applied([], planOf({ organizations: { sinho: district, room: room('pnv') } }).plan);
    const renames = (organizations: Record<string, string>) =>
      planOf({ organizations, accounts: before }).plan.changes.map(({ kind, key }) => `${kind} ${key}`);
    expect(renames({ sinho: 'id: [', room: room('pnv') })).toEqual([]);
    expect(renames({ sinho: district.replace('code: sinho', 'code: sinhoo'), room: room('pnv') })).toEqual(
      [],
    );
    expect(renames({ sinho: district, room: room('pvn') })).toEqual([]);
    expect(renames({ room: room('pnv') })).toEqual([]);
  });

  it('a renamed file is told, and its people stay', () => {
    const { plan, problems } = planOf({
      organizations: { another: organizationText('sokx', [an, binh, chi, dung]) },
      accounts: accounts(),
    });
    expect(problems.map(({ code }) => code)).toContain('file-name');
    expect(plan.changes).toEqual([]);
  });
});

describe('the guard', () => {
  const many = Array.from(
    { length: 40 },
    (_, index) => `id: LC-0001${10 + index}, name: Lò Văn Ba, ${decided(index)}`,
  );
  function decided(index: number): string {
    return `address: balv${index}.sokx@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2026-01-01}`;
  }
  const accounts = () => served(...many);

  it('holds a mass termination in one organization, and lets the rest go on', () => {
    const organizations = { sokx: organizationText('sokx', [...many.slice(0, 20), dung]) };
    const { plan } = planOf({ organizations, accounts: accounts() });
    expect(plan.changes.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['create person:LC-000004']);
    expect(plan.held).toHaveLength(20);
    expect(plan.held[0]).toMatchObject({ code: 'guard', args: { class: 'terminate', count: 20 } });
    expect(plan.approval).toMatch(/^sha256:/);
  });

  it('is passed once by the approval of exactly that set', () => {
    const organizations = { sokx: organizationText('sokx', many.slice(0, 20)) };
    const { plan } = planOf({ organizations, accounts: accounts() });
    const approved = plan.approval ?? '';
    expect(planOf({ organizations, accounts: accounts(), approved }).plan.changes).toHaveLength(20);
    const more = { sokx: organizationText('sokx', many.slice(0, 19)) };
    expect(planOf({ organizations: more, accounts: accounts(), approved }).plan.changes).toEqual([]);
  });

  it('counts what the last seven days did already, so that many small runs cannot pass it', () => {
    const settle = (count: number, before: readonly ActualAccount[], today: string) => {
      const organizations = { sokx: organizationText('sokx', many.slice(0, count)) };
      const { plan } = planOf({ organizations, accounts: before, today });
      return { plan, accounts: applied(before, plan) };
    };
    const first = settle(37, accounts(), '2026-11-23');
    expect(first.plan.changes).toHaveLength(3);
    const second = settle(34, first.accounts, '2026-11-25');
    expect(second.plan.changes).toEqual([]);
    expect(second.plan.held[0]).toMatchObject({ code: 'guard', args: { count: 6 } });
    const third = settle(34, first.accounts, '2026-11-30').plan.changes;
    expect(third.map(({ why }) => why.code).sort()).toEqual([
      ...Array(3).fill('missing'),
      ...Array(3).fill('removed'),
    ]);
  });

  it('lets nothing lock or rename while the read is in doubt, and the rest go on', () => {
    const organizations = { sokx: organizationText('sokx', [...many.slice(0, 39), dung]) };
    const doubt = { seen: 40, expected: 45 };
    const { plan } = planOf({ organizations, accounts: accounts(), doubt });
    expect(plan.changes.map(({ kind }) => kind)).toEqual(['create']);
    expect(plan.held).toMatchObject([{ code: 'read-doubtful', kind: 'terminate' }]);
    // What was counted wrongly cannot be approved: who counts the entries confirms their number.
    expect(plan.approval).toBeUndefined();
  });

  it('lets a few go', () => {
    const organizations = { sokx: organizationText('sokx', many.slice(0, 38)) };
    expect(planOf({ organizations, accounts: accounts() }).plan.changes).toHaveLength(2);
  });

  it('holds a transfer together with the account it would have led to', () => {
    const organizations = {
      sokx: organizationText('sokx', many.slice(0, 20)),
      soky: organizationText(
        'soky',
        many
          .slice(20)
          .map((person, index) =>
            person.replace(/address: [^,]+/, `address: balv${index}.soky@laichau.gov.vn`),
          ),
      ),
    };
    const { plan } = planOf({ organizations, accounts: accounts() });
    expect(plan.changes.map(({ key }) => key)).toEqual(['organization:soky']);
    expect(new Set(plan.held.map(({ code }) => code))).toEqual(new Set(['guard', 'approval-needed']));
  });

  it('never locks a protected account', () => {
    const organizations = { sokx: organizationText('sokx', many.slice(0, 38)) };
    const policy = policyText.replace('protected: []', 'protected: ["person:LC-000149"]');
    const { plan } = planOf({ organizations, accounts: accounts(), policy });
    expect(plan.changes.map(({ key }) => key)).toEqual(['person:LC-000148']);
    expect(plan.held).toMatchObject([{ key: 'person:LC-000149', code: 'protected' }]);
  });
});
