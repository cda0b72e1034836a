/** 17.2: what an operator has locked upon a call no plan opens; every plan tells it, and a document takes over. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import type { HeldArgs, Modification, Plan } from '../../../src/model/plan/plan.ts';
import { applied, organizationText, planOf, policyText, type Situation } from '../../support/world.ts';
import { planWithMail } from './mail-world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const chi = 'id: LC-000003, name: Lò Văn Chi';
const files = (...people: string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });
const key = 'person:LC-000001';
const value = '2026-11-18 Mất máy tính, ông An gọi';

/** A Monday. */
const today = '2026-11-23';
const issued = planOf({ organizations: files(an, binh, chi), today: '2026-11-10' }).plan;
const before = applied([], issued);

type More = Partial<ObservedAccount>;
const standing: More = { operatorLock: value, locked: true };
const withLock = (more: More = standing): readonly ObservedAccount[] =>
  before.map((one) => (one.key === key ? { ...one, ...more } : one));

const planned = (record: string, more: Partial<Situation> = {}, accounts = withLock()): Plan =>
  planOf({ organizations: files(record, binh, chi), accounts, today, ...more }).plan;

const told = ({ held }: Plan): readonly HeldArgs['operator-lock'][] =>
  held.flatMap((one) => (one.code === 'operator-lock' ? [one.args] : []));

const ofAn = ({ changes }: Plan): readonly Modification[] =>
  changes.filter((one): one is Modification => 'fields' in one && one.base.key === key);

describe('a lock that stands', () => {
  it('is no drift: nothing is planned, and it is told without its reason', () => {
    const plan = planned(an);
    expect(plan.changes).toEqual([]);
    expect(plan.held).toEqual([
      {
        ...{ key, name: 'Nguyễn Văn An', organization: 'sokx', code: 'operator-lock' },
        args: { since: '2026-11-18', days: 5, due: '2026-11-20', overdue: true },
      },
    ]);
    expect(JSON.stringify(plan)).not.toContain('Mất máy tính');
  });

  it.each([
    ['on the day itself', '2026-11-18', false],
    ['on the second working day', '2026-11-20', false],
    ['on the day after', '2026-11-21', true],
  ])('%s is overdue: %s %s', (_, day, overdue) => {
    expect(told(planned(an, { today: day }))).toMatchObject([{ due: '2026-11-20', overdue }]);
  });

  it('counts working days by the calendar: New Year does not count, nor does a weekend', () => {
    const accounts = withLock({ operatorLock: '2025-12-31 x', locked: true });
    // 2 January 2026 is a day off in exchange for a Saturday.
    expect(told(planned(an, { today: '2026-01-06' }, accounts))).toMatchObject([
      { due: '2026-01-06', overdue: false },
    ]);
    expect(told(planned(an, { today: '2026-01-07' }, accounts))).toMatchObject([{ overdue: true }]);
  });

  it('that ends in a year without a calendar is told as overdue once the days alone are over', () => {
    const accounts = withLock({ operatorLock: '2026-12-31 x', locked: true });
    expect(told(planned(an, { today: '2026-12-31' }, accounts))).toMatchObject([{ overdue: false }]);
    expect(told(planned(an, { today: '2027-01-08' }, accounts))).toMatchObject([{ overdue: true }]);
  });

  it('lets a title, an address and a password go on', () => {
    const record = `${an}, title: Chuyên viên, address: anvn.sokx@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2026-11-20}, passwordReset: {document: 13/VP, date: 2026-11-20}`;
    const [change, ...others] = ofAn(planned(record));
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      credential: true,
      account: { title: 'Chuyên viên', address: 'anvn.sokx@laichau.gov.vn', ...standing },
    });
    expect(change?.fields).not.toContain('locked');
  });

  it('lets the person go to another house, with a new mailbox and a new password', () => {
    const release = 'termination: {reason: transfer, document: 9/QĐ, decided: 2026-11-20, to: soky}';
    const organizations = {
      sokx: organizationText('sokx', [`${an}, ${release}`, binh, chi], 'mailbox: none\n'),
      soky: organizationText('soky', [an], 'mailbox: none\n'),
    };
    const { plan } = planOf({ organizations, accounts: withLock(), today });
    const [left] = ofAn(plan);
    expect(left).toMatchObject({ kind: 'transfer', account: { state: 'terminated', locked: true } });
    expect(left?.account).not.toHaveProperty('operatorLock');
    expect(plan.changes).toContainEqual(expect.objectContaining({ kind: 'create', key, credential: true }));
  });

  it('stays when the person is in no file any more, until the removal takes over', () => {
    const gone = files(binh, chi);
    const first = planOf({ organizations: gone, accounts: withLock(), today }).plan;
    expect(ofAn(first)).toMatchObject([{ account: { missing: today, ...standing } }]);
    const accounts = applied(withLock(), first);
    const later = planOf({ organizations: gone, accounts, today: '2026-12-07' }).plan;
    const [end] = ofAn(later);
    expect(end).toMatchObject({ kind: 'terminate', account: { state: 'terminated', locked: true } });
    expect(end?.account).not.toHaveProperty('operatorLock');
  });

  it('is told of somebody whose file is broken, and of an entry that stands elsewhere', () => {
    expect(told(planned('id: LC-000001, name: Nguyễn Văn An, title: [x'))).toHaveLength(1);
    const moved = withLock({ ...standing, dn: 'uid=LC-000001,ou=khac,dc=laichau,dc=gov,dc=vn' });
    expect(told(planned(an, {}, moved))).toHaveLength(1);
  });
});

describe('a document', () => {
  const suspension = 'suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-11-20}';

  it.each([
    ['a suspension', suspension, 'suspend', 'suspended'],
    [
      'a termination',
      'termination: {reason: retirement, document: 31/QĐ, decided: 2026-11-20}',
      'terminate',
      'terminated',
    ],
  ])('of %s takes over in one write and keeps the lock', (_, record, kind, state) => {
    const [change] = ofAn(planned(`${an}, ${record}`));
    expect(change).toMatchObject({ kind, account: { state, lockedOn: today, locked: true } });
    expect(change?.account).not.toHaveProperty('operatorLock');
    expect(change?.fields).toContain('operatorLock');
    expect(change?.fields).not.toContain('locked');
    expect(change?.base).toMatchObject(standing);
  });

  it('of a person under whose id another name stands takes over as well', () => {
    const [change] = ofAn(planned(`id: LC-000001, name: Vàng Thị Hoa, ${suspension}`));
    expect(change).toMatchObject({ kind: 'suspend', account: { name: 'Nguyễn Văn An', locked: true } });
    expect(change?.account).not.toHaveProperty('operatorLock');
  });

  it('that the guard holds leaves the lock as it is', () => {
    const { plan } = planOf({
      organizations: files(`${an}, ${suspension}`, binh, chi),
      accounts: withLock(),
      today,
      doubt: { seen: 3, expected: 9 },
    });
    expect(ofAn(plan)).toEqual([]);
    expect(plan.held.map(({ code }) => code)).toContain('read-doubtful');
  });

  it('of a restoration lifts nothing: a call is no suspension', () => {
    const plan = planned(`${an}, ${suspension}, restoration: {document: 12/VP, date: 2026-11-20}`);
    for (const change of ofAn(plan)) expect(change.account).toMatchObject(standing);
    expect(told(plan)).toHaveLength(1);
  });
});

describe('inactivity (8.1)', () => {
  const longAgo: More = { issued: '2025-01-06', lastAccess: '20250601030000Z' };
  const year = { today: '2026-11-23' };

  it('suspends whoever could have logged in, and nobody an operator keeps out', () => {
    const accounts = withLock({ ...longAgo });
    expect(ofAn(planned(an, year, accounts))).toMatchObject([{ kind: 'suspend', why: { code: 'inactive' } }]);
    const locked = withLock({ ...longAgo, ...standing });
    const plan = planned(an, year, locked);
    expect(plan.changes).toEqual([]);
    expect(plan.upcoming).toEqual([]);
    expect(plan.held.map(({ code }) => code)).toEqual(['operator-lock']);
  });

  it('does not suspend on the day after the lift either: the term runs from there', () => {
    const lifted = withLock({ ...longAgo, since: '2026-11-22' });
    expect(planned(an, year, lifted).changes).toEqual([]);
    expect(ofAn(planned(an, { today: '2026-12-24' }, lifted))).toEqual([]);
  });
});

describe('a value that is not as danhba leaves it', () => {
  it.each([
    ['no day', 'bị khóa'],
    ['a day that does not exist', '2026-02-30 x'],
    ['a day to come', '2027-01-05 x'],
    ['a day alone', '2026-11-18'],
    ['nothing but a reason', ' x'],
    ['a control character', '2026-11-18 a\u0007b'],
  ])('%s: stays locked, and is told at once as overdue', (_, operatorLock) => {
    const plan = planned(an, {}, withLock({ operatorLock, locked: true }));
    expect(plan.changes).toEqual([]);
    expect(told(plan)).toEqual([{ overdue: true }]);
  });

  it.each([
    ['without the lock', false],
    ['with another end of the login', '20300101000000Z'],
  ])('%s: is told, and locked again', (_, locked) => {
    const plan = planned(an, {}, withLock({ operatorLock: value, locked }));
    expect(told(plan)).toMatchObject([{ open: true, overdue: true }]);
    expect(ofAn(plan)).toMatchObject([{ kind: 'update', fields: ['locked'], account: standing }]);
  });

  it('is not locked again where the account is protected, or hundreds are: the guard counts them', () => {
    const open = (one: ObservedAccount): ObservedAccount =>
      one.mailbox ? { ...one, operatorLock: value } : one;
    const many = Array.from({ length: 40 }, (_, at) => {
      const number = String(at).padStart(2, '0');
      const decided = `address: annv${at + 10}.sokx@laichau.gov.vn, addressDecision: {document: 1/QĐ, date: 2026-01-05}`;
      return `id: LC-0001${number}, name: Nguyễn Văn An, ${decided}`;
    });
    const organizations = files(...many);
    const accounts = applied([], planOf({ organizations, today: '2026-11-10' }).plan);
    const { plan } = planOf({ organizations, accounts: accounts.map(open), today });
    expect(plan.changes).toEqual([]);
    expect(plan.held.filter(({ code }) => code === 'guard')).toHaveLength(40);
    const policy = policyText.replace('protected: []', `protected: ["${key}"]`);
    const shielded = planned(an, { policy }, withLock({ operatorLock: value }));
    expect(ofAn(shielded)).toEqual([]);
    expect(shielded.held.map(({ code }) => code)).toEqual(['operator-lock', 'protected']);
  });

  it('pwdEndTime alone is opened as before', () => {
    expect(ofAn(planned(an, {}, withLock({ locked: true })))).toMatchObject([
      { kind: 'update', account: { locked: false } },
    ]);
  });

  it.each(['suspended', 'terminated'] as const)('on what is %s it goes, and the lock stays', (state) => {
    const accounts = withLock({ ...standing, state, since: '2026-11-12', reason: 'violation' });
    const [change] = ofAn(planned(an, {}, accounts));
    expect(change?.account).toMatchObject({ state, locked: true });
    expect(change?.account).not.toHaveProperty('operatorLock');
  });
});

describe('the mail server', () => {
  const mailbox = { user: 'LC-000001@people', sessions: 2, scripts: [] };
  const mail = { mailboxes: [mailbox], orphans: [] };
  const look = (accounts: readonly ObservedAccount[]) =>
    planWithMail({ organizations: files(an, binh, chi), accounts, today, mail: mail as never }).changes;

  it('ends sessions that an earlier call has left', () => {
    expect(look(withLock())).toMatchObject([
      { kind: 'end-sessions', key, why: { code: 'locked', clause: '17.2' } },
    ]);
    expect(look(before)).toEqual([]);
  });
});

describe('no plan', () => {
  const record = fc.record({
    title: fc.boolean(),
    suspension: fc.option(fc.constantFrom('2026-11-12', '2026-11-20', '2026-12-01'), { nil: undefined }),
    restoration: fc.option(fc.constantFrom('2026-11-11', '2026-11-19', '2026-11-23', '2026-12-02'), {
      nil: undefined,
    }),
    termination: fc.option(fc.constantFrom('2026-11-13', '2026-11-22', '2026-12-05'), { nil: undefined }),
    reset: fc.boolean(),
    declared: fc.boolean(),
  });
  const entry = fc.record({
    state: fc.constantFrom('active', 'suspended', 'terminated', 'ended') as fc.Arbitrary<'active'>,
    locked: fc.constantFrom(true, false, '20300101000000Z'),
    operatorLock: fc.constantFrom(value, 'x', '2027-01-05 y'),
    since: fc.constantFrom('2026-11-10', '2026-11-18', '2027-01-01'),
    lastAccess: fc.constantFrom('20250101000000Z', '20261120000000Z'),
  });
  const day = fc.constantFrom('2026-11-18', today, '2026-12-31', '2028-03-01');

  it('ever opens an entry with an operator’s lock, whatever the files and the entry say', () => {
    fc.assert(
      fc.property(record, entry, day, (said, is, now) => {
        const parts = [
          an,
          ...(said.title ? ['title: Chuyên viên'] : []),
          ...(said.suspension
            ? [`suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: ${said.suspension}}`]
            : []),
          ...(said.restoration ? [`restoration: {document: 12/VP, date: ${said.restoration}}`] : []),
          ...(said.termination
            ? [`termination: {reason: retirement, document: 5/QĐ, decided: ${said.termination}}`]
            : []),
          ...(said.reset ? ['passwordReset: {document: 13/VP, date: 2026-11-20}'] : []),
        ];
        const people = said.declared ? [parts.join(', '), binh, chi] : [binh, chi];
        const accounts = withLock(is);
        const { plan } = planOf({ organizations: files(...people), accounts, today: now });
        for (const change of ofAn(plan)) {
          // What is written locks, or leaves the login as it is.
          expect(change.account.locked === true || change.account.locked === is.locked).toBe(true);
          // The attribute goes by a decided state alone.
          if (change.account.state === 'active') expect(change.account.operatorLock).toBe(is.operatorLock);
        }
        expect(told(plan)).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});
