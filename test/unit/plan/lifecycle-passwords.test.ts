/** Passwords: a reset is done once (7), none is made that nobody can open or no policy checks (4.1, 4.2, 6.3). */
import { describe, expect, it } from 'vitest';
import { type PasswordPolicy, passwordPolicyNames } from '../../../src/model/account/password-policy.ts';
import { wantedPasswordPolicy } from '../../../src/plan/compare/password-policies.ts';
import { changesOf, heldAs, heldOf, makeStory } from '../../support/lifecycle-story.ts';
import { organizationText, readWorld, testRecipient } from '../../support/world.ts';

const an = 'id: LC-000001, name: Nguyễn Văn An';
const binh = 'id: LC-000002, name: Trần Thị Bình';
const anKey = 'person:LC-000001';
const files = (...people: string[]) => ({ sokx: organizationText('sokx', people, 'mailbox: none\n') });
const reset = (document: string, date: string) => `passwordReset: {document: ${document}, date: ${date}}`;

/** The People's Committee, which is the operator here, without a key of its own. */
const committee =
  'id: ubnd\nname: Ủy ban nhân dân tỉnh Lai Châu\nkind: people-committee\ncode: ubnd\nmailbox: none\n';
const keyless = (...people: string[]) => ({ ...files(...people), ubnd: committee });

function begun(...people: string[]) {
  const story = makeStory();
  story.run(files(...(people.length > 0 ? people : [an])), '2026-01-05');
  return story;
}

describe('a password reset (7)', () => {
  it('is done once, with a password, and remembered on the entry', () => {
    const story = begun();
    const record = files(`${an}, ${reset('13/VP', '2026-03-02')}`);
    const plan = story.run(record, '2026-03-03');
    expect(plan.changes).toMatchObject([
      {
        kind: 'reset',
        fields: ['reset'],
        credential: true,
        why: { code: 'reset-requested', clause: '7.1', document: '13/VP' },
      },
    ]);
    expect(story.account(anKey)).toMatchObject({
      reset: '13/VP; 2026-03-02',
      state: 'active',
      locked: false,
    });
    expect(changesOf(story.plan(record, '2026-06-01'))).toEqual([]);
  });

  it.each([
    ['the same document and date', '13/VP', '2026-03-02', false],
    ['an older one', '12/VP', '2026-03-01', false],
    ['the same document with an older date', '13/VP', '2026-02-27', false],
    ['a newer one', '14/VP', '2026-03-03', true],
    ['the same document with a newer date', '13/VP', '2026-03-03', true],
    ['another one of the same day', '14/VP', '2026-03-02', true],
    ['one of a day to come', '15/VP', '2026-03-10', false],
  ])('after one was done, %s', (_what, document, date, again) => {
    const story = begun();
    story.run(files(`${an}, ${reset('13/VP', '2026-03-02')}`), '2026-03-02');
    const plan = story.plan(files(`${an}, ${reset(document, date)}`), '2026-03-09');
    expect(changesOf(plan)).toEqual(again ? [`reset ${anKey}`] : []);
  });

  it('whose lines are deleted stays done', () => {
    const story = begun();
    story.run(files(`${an}, ${reset('13/VP', '2026-03-02')}`), '2026-03-02');
    expect(changesOf(story.plan(files(an), '2026-03-03'))).toEqual([]);
    expect(changesOf(story.plan(files(`${an}, ${reset('13/VP', '2026-03-02')}`), '2026-03-04'))).toEqual([]);
  });

  it('waits for its day', () => {
    const story = begun();
    const record = files(`${an}, ${reset('13/VP', '2026-03-10')}`);
    expect(changesOf(story.plan(record, '2026-03-09'))).toEqual([]);
    expect(changesOf(story.plan(record, '2026-03-10'))).toEqual([`reset ${anKey}`]);
  });

  it('asked for before the account is issued is done with the issue', () => {
    const story = makeStory();
    const record = files(`${an}, ${reset('13/VP', '2026-01-02')}`);
    const plan = story.run(record, '2026-01-05');
    expect(plan.changes.filter(({ key }) => key === anKey)).toMatchObject([
      { kind: 'create', credential: true, account: { reset: '13/VP; 2026-01-02' } },
    ]);
  });

  it('leaves a suspended account suspended', () => {
    const suspension = 'suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-02-02}';
    const story = begun();
    story.run(files(`${an}, ${suspension}`), '2026-02-02');
    const plan = story.run(files(`${an}, ${suspension}, ${reset('13/VP', '2026-03-02')}`), '2026-03-02');
    expect(plan.changes).toMatchObject([{ kind: 'reset', fields: ['reset'], credential: true }]);
    expect(story.account(anKey)).toMatchObject({ state: 'suspended', locked: true });
  });

  it('of an ended account is not done', () => {
    const termination = 'termination: {reason: retirement, document: 1/QĐ, decided: 2026-02-02}';
    const story = begun(an, binh);
    story.run(files(`${an}, ${termination}`, binh), '2026-02-02');
    const record = files(`${an}, ${termination}, ${reset('13/VP', '2026-03-02')}`, binh);
    expect(changesOf(story.plan(record, '2026-03-02'))).toEqual([]);
  });

  it('that comes with the end is not done either', () => {
    const story = begun(an, binh);
    const record = `${an}, termination: {reason: retirement, document: 1/QĐ, decided: 2026-03-02}, ${reset('13/VP', '2026-03-02')}`;
    const plan = story.run(files(record, binh), '2026-03-02');
    expect(plan.changes).toMatchObject([{ kind: 'terminate' }]);
    expect(plan.changes[0]?.credential).toBeUndefined();
  });

  it('comes with a rename, and with a suspension, in one change', () => {
    const story = begun();
    const renamed = files(
      `id: LC-000001, name: Nguyễn Văn Khang, nameChange: {document: 8/TB, date: 2026-01-02}, ${reset('13/VP', '2026-03-02')}`,
    );
    expect(story.plan(renamed, '2026-03-02').changes).toMatchObject([{ kind: 'rename', credential: true }]);
    const locked = files(
      `${an}, suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-03-02}, ${reset('13/VP', '2026-03-02')}`,
    );
    expect(story.plan(locked, '2026-03-02').changes).toMatchObject([{ kind: 'suspend', credential: true }]);
  });

  it('of an agency mailbox is done likewise', () => {
    const agency = (more: string) => ({ sokx: organizationText('sokx', [], `mailbox: {${more}}\n`) });
    const story = makeStory();
    story.run(agency(''), '2026-01-05');
    expect(changesOf(story.run(agency(reset('13/VP', '2026-03-02')), '2026-03-02'))).toEqual([
      'reset organization:sokx',
    ]);
  });

  it('whose value a hand has spoilt is done, rather than never', () => {
    const story = begun();
    story.run(files(`${an}, ${reset('13/VP', '2026-03-02')}`), '2026-03-02');
    story.server.tamper(anKey, { reset: 'xong' });
    expect(changesOf(story.plan(files(`${an}, ${reset('13/VP', '2026-03-02')}`), '2026-03-03'))).toEqual([
      `reset ${anKey}`,
    ]);
  });
});

describe('a password nobody could open (6.3)', () => {
  it('is not made: people wait, organizations without a mailbox are made', () => {
    const story = makeStory();
    const agency = organizationText('soky', [], 'mailbox: {}\n');
    const plan = story.run({ ...keyless(an, binh), soky: agency }, '2026-01-05');
    expect(changesOf(plan)).toEqual(['create organization:sokx', 'create organization:ubnd']);
    expect(plan.held).toMatchObject([
      {
        key: 'organization:soky',
        code: 'recipient-missing',
        kind: 'create',
        args: { organization: 'soky', operator: 'ubnd' },
      },
      { key: anKey, code: 'recipient-missing', kind: 'create' },
      { key: 'person:LC-000002', code: 'recipient-missing', kind: 'create' },
    ]);
  });

  it('is made where the organization itself, or the operator, has a key', () => {
    const own = {
      sokx: organizationText('sokx', [an], `mailbox: none\ncredentialRecipients: [${testRecipient}]\n`),
      ubnd: committee,
    };
    expect(changesOf(makeStory().plan(own, '2026-01-05'))).toContain(`create ${anKey}`);
    expect(changesOf(makeStory().plan(files(an), '2026-01-05'))).toContain(`create ${anKey}`);
    const empty = {
      sokx: organizationText('sokx', [an], 'mailbox: none\ncredentialRecipients: []\n'),
      ubnd: committee,
    };
    expect(changesOf(makeStory().plan(empty, '2026-01-05'))).not.toContain(`create ${anKey}`);
  });

  it('holds a reset alone: an edit, a rename and a suspension of the same person go on', () => {
    const story = begun();
    const wanted = (more: string) =>
      keyless(
        `id: LC-000001, name: Nguyễn Văn Khang, nameChange: {document: 8/TB, date: 2026-01-02}, title: Phó, ${more}`,
      );
    const plan = story.plan(wanted(reset('13/VP', '2026-03-02')), '2026-03-02');
    expect(plan.changes).toMatchObject([{ kind: 'rename', key: anKey }]);
    expect(plan.changes[0]?.credential).toBeUndefined();
    expect(heldAs(plan, 'recipient-missing')).toMatchObject({ key: anKey, kind: 'reset' });
    const suspension = 'suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-03-02}';
    const locking = story.run(wanted(`${suspension}, ${reset('13/VP', '2026-03-02')}`), '2026-03-02');
    expect(changesOf(locking)).toEqual([`suspend ${anKey}`]);
    expect(story.account(anKey)).toMatchObject({ state: 'suspended', title: 'Phó' });
    expect(story.account(anKey).reset).toBeUndefined();
  });

  it('holds a reset that was asked before, not the one that was done', () => {
    const story = begun();
    story.run(files(`${an}, ${reset('13/VP', '2026-03-02')}`), '2026-03-02');
    const plan = story.run(keyless(`${an}, ${reset('14/VP', '2026-03-09')}`), '2026-03-09');
    expect(changesOf(plan)).toEqual([]);
    expect(story.account(anKey).reset).toBe('13/VP; 2026-03-02');
    expect(changesOf(story.run(files(`${an}, ${reset('14/VP', '2026-03-09')}`), '2026-03-10'))).toEqual([
      `reset ${anKey}`,
    ]);
  });

  it('holds both halves of a transfer', () => {
    const story = begun(an, binh);
    const moved = { ...keyless(binh), soky: organizationText('soky', [an], 'mailbox: none\n') };
    const plan = story.run(moved, '2026-01-06');
    expect(changesOf(plan)).toEqual(['create organization:soky']);
    expect(heldAs(plan, 'recipient-missing')).toMatchObject({ key: anKey, kind: 'transfer' });
    expect(story.account(anKey)).toMatchObject({ state: 'active', organization: 'sokx' });
  });

  it('stops no suspension, restoration, end or deletion', () => {
    const story = begun(an, binh);
    const suspension = 'suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-02-02}';
    expect(changesOf(story.run(keyless(`${an}, ${suspension}`, binh), '2026-02-02'))).toEqual([
      `suspend ${anKey}`,
    ]);
    const lifted = `${an}, ${suspension}, restoration: {document: 2/VP, date: 2026-02-09}`;
    expect(changesOf(story.run(keyless(lifted, binh), '2026-02-09'))).toEqual([`restore ${anKey}`]);
    const ended = `${an}, termination: {reason: retirement, document: 3/QĐ, decided: 2026-02-23}`;
    expect(changesOf(story.run(keyless(ended, binh), '2026-02-23'))).toEqual([`terminate ${anKey}`]);
  });

  it('of an organization that gains a mailbox waits', () => {
    const story = begun(an);
    const gaining = { sokx: organizationText('sokx', [an], 'mailbox: {}\n'), ubnd: committee };
    const plan = story.plan(gaining, '2026-01-06');
    expect(changesOf(plan)).toEqual([]);
    expect(heldAs(plan, 'recipient-missing')).toMatchObject({ key: 'organization:sokx', kind: 'create' });
  });
});

describe('the password policies of the server (4.1, 4.2)', () => {
  const { policy } = readWorld({}).directory;
  const right = passwordPolicyNames.map((name) => wantedPasswordPolicy(name, policy));
  const [users, administrators] = right as [PasswordPolicy, PasswordPolicy];
  const withUsers = (values: Partial<PasswordPolicy['values']>) => [
    { ...users, values: { ...users.values, ...values } },
    administrators,
  ];

  it('are eight and ten characters, six and three of the shortest months', () => {
    expect(users.values).toMatchObject({
      pwdMinLength: '8',
      pwdMaxAge: String(181 * 86_400),
      pwdMustChange: 'TRUE',
    });
    expect(administrators.values).toMatchObject({ pwdMinLength: '10', pwdMaxAge: String(89 * 86_400) });
  });

  it.each([
    ['too short a password', 'pwdMinLength', '6'],
    ['too old a password', 'pwdMaxAge', '0'],
    ['no change at the first login', 'pwdMustChange', 'FALSE'],
    ['no check', 'pwdCheckQuality', '0'],
    ['another checker', 'pwdCheckModule', 'none.so'],
    ['other classes', 'pwdCheckModuleArg', 'length=8'],
    ['no lock', 'pwdLockout', 'FALSE'],
  ] as const)('that allow %s are put right, in that value alone', (_what, attribute, value) => {
    const plan = makeStory().plan(files(), '2026-01-05', {
      passwordPolicies: withUsers({ [attribute]: value }),
    });
    expect(plan.changes[0]).toMatchObject({
      kind: 'password-policy',
      key: 'policy:users',
      wave: 1,
      attributes: [attribute],
      policy: users,
      why: { code: 'policy-declared', clause: '4.1', file: 'directory/policy.yaml' },
    });
  });

  it('that lack a value get it', () => {
    const { pwdLockout: _none, ...rest } = users.values;
    const plan = makeStory().plan(files(), '2026-01-05', {
      passwordPolicies: [{ name: 'users', values: rest }, administrators],
    });
    expect(plan.changes[0]).toMatchObject({ kind: 'password-policy', attributes: ['pwdLockout'] });
  });

  it('are put right before any password is set, and nothing else waits for them', () => {
    const story = begun(an);
    const passwordPolicies = withUsers({ pwdMinLength: '6' });
    const wanted = files(`${an}, title: Phó`, binh);
    const plan = story.plan(wanted, '2026-01-06', { passwordPolicies });
    expect(plan.changes.map(({ id, wave, after }) => [id, wave, after])).toEqual([
      ['password-policy policy:users', 1, []],
      [`update ${anKey}`, 2, []],
      ['create person:LC-000002', 2, ['password-policy policy:users']],
    ]);
  });

  it('that are not there hold the passwords they would check, and no others', () => {
    const administrator = 'id: LC-000003, name: Lò Văn Chi, privileged: true';
    const wanted = files(an, administrator);
    const none = makeStory().plan(wanted, '2026-01-05', { passwordPolicies: [users] });
    expect(changesOf(none)).toContain(`create ${anKey}`);
    expect(changesOf(none)).not.toContain('create person:LC-000003');
    expect(heldOf(none)).toEqual([
      'password-policy-missing person:LC-000003',
      'password-policy-missing policy:administrators',
    ]);
    const other = makeStory().plan(wanted, '2026-01-05', { passwordPolicies: [administrators] });
    expect(changesOf(other)).toContain('create person:LC-000003');
    expect(changesOf(other)).not.toContain(`create ${anKey}`);
  });

  it('that are not there get nobody pointed to them: any password would pass', () => {
    const story = begun(an);
    const promoted = files(`${an}, title: Phó, privileged: true`);
    const plan = story.run(promoted, '2026-01-06', { passwordPolicies: [users] });
    expect(plan.changes).toMatchObject([{ kind: 'update', fields: ['title'] }]);
    expect(plan.held.filter(({ key }) => key === anKey)).toMatchObject([
      { code: 'password-policy-missing', kind: 'update', args: { policy: 'administrators' } },
    ]);
    expect(changesOf(story.run(promoted, '2026-01-07'))).toEqual([`update ${anKey}`]);
    expect(story.account(anKey).privileged).toBe(true);
  });

  it('that are not there do not stop a suspension', () => {
    const story = begun('id: LC-000001, name: Nguyễn Văn An, privileged: true');
    const suspension = 'suspension: {reason: violation, clause: "12.1", document: 1/QĐ, date: 2026-01-06}';
    const record = files(`${an}, privileged: true, ${suspension}, ${reset('13/VP', '2026-01-06')}`);
    const plan = story.plan(record, '2026-01-06', { passwordPolicies: [users] });
    expect(changesOf(plan)).toEqual([`suspend ${anKey}`]);
    expect(plan.changes[0]?.credential).toBeUndefined();
  });
});
