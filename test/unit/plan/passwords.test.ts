/** When a change comes with another password, and what of it is refused: a password nobody could open is not made (6.3, 7.3, 8.3, 9.1). */

import { describe, expect, it } from 'vitest';
import type { Account, ObservedAccount } from '../../../src/model/account/account.ts';
import { personKey } from '../../../src/model/account/key.ts';
import type { Declared } from '../../../src/model/directory/declared.ts';
import type { Decision, Termination } from '../../../src/model/directory/organization.ts';
import { needsNewPassword, withoutRefused } from '../../../src/plan/decide/passwords.ts';
import type { Obstacle } from '../../../src/plan/facts/credential-judge.ts';
import type { Facts } from '../../../src/plan/facts/facts.ts';
import { entryOf } from './scenes.ts';

const today = '2026-03-02';
const key = personKey('LC-000001');
const entry = entryOf(key);
const asked = '3/CV; 2026-03-02';
const done = '1/CV; 2025-03-03';
const office = { id: 'sokx', name: 'Sở X', kind: 'provincial', code: 'sokx' } as const;
/** The people of the Sở X and another. */
const people = (left: Partial<Termination> | undefined, organization = 'sokx', id = 'LC-1') =>
  ({
    key: `person:${id}`,
    organization: { ...office, id: organization },
    declaration: left === undefined ? {} : { termination: left },
  }) as Declared;

interface Told {
  readonly declared?: readonly Declared[];
  readonly onCustodianChange?: 'remind' | 'reset';
  readonly obstacle?: Obstacle | undefined;
}
const sceneOf = ({ declared = [], onCustodianChange = 'reset', obstacle }: Told = {}) =>
  ({
    ...{ today, declared, policy: { passwords: { onCustodianChange } } },
    credentialObstacle: () => obstacle,
  }) as unknown as Facts;

describe('a change comes with another password', () => {
  it.each<[string, Partial<ObservedAccount>, Partial<Account>, boolean]>([
    ['not for nothing', {}, {}, false],
    ['where one was asked for (7.1)', {}, { reset: asked }, true],
    ['where another was asked for', { reset: done }, { reset: asked }, true],
    ['not where it was done', { reset: asked }, { reset: asked }, false],
    ['where an organization gains a mailbox', { mailbox: false }, { mailbox: true }, true],
    ['not where there is none', { mailbox: false }, { mailbox: false }, false],
    ['where a mailbox that had ended comes back', { state: 'terminated' }, {}, true],
    ['not where it stays ended', { state: 'terminated' }, { state: 'terminated' }, false],
    ['not where it is only suspended', { state: 'terminated' }, { state: 'suspended' }, false],
    ['not where a suspension is lifted', { state: 'suspended' }, {}, false],
  ])('%s', (_what, actual, account, fresh) => {
    expect(needsNewPassword({ ...entry, ...actual }, { ...entry, ...account }, sceneOf())).toBe(fresh);
  });
});

describe('the password of an agency whose custodian is another (9.1)', () => {
  const agency = entryOf('organization:sokx', { custodian: 'LC-1' });
  const { custodian: _custodian, ...unkept } = agency;
  const keeps = (custodian: string, more: Partial<Account> = {}) => ({ ...agency, custodian, ...more });
  const fresh = (actual: ObservedAccount, account: Account, told: Told = {}) =>
    needsNewPassword(actual, account, sceneOf(told));

  it.each<[string, Told, boolean]>([
    ['is new where who kept it is declared by nobody', {}, true],
    ['is new where only others are declared', { declared: [people(undefined, 'sokx', 'LC-2')] }, true],
    ['is new where he is of another organization now', { declared: [people(undefined, 'soky')] }, true],
    ['is new from the day he ends', { declared: [people({ decided: today })] }, true],
    ['stays until that day', { declared: [people({ decided: '2026-03-03' })] }, false],
    ['stays where he stays', { declared: [people(undefined)] }, false],
    [
      'stays where he is declared once more',
      { declared: [people(undefined, 'soky'), people(undefined)] },
      false,
    ],
    ['stays where the policy reminds of it only', { onCustodianChange: 'remind' }, false],
  ])('%s', (_what, told, changed) => {
    expect(fresh(agency, keeps('LC-2'), told)).toBe(changed);
  });

  it.each<[string, ObservedAccount, Account]>([
    ['where the same keeps it', agency, keeps('LC-1')],
    ['where nobody kept it before', unkept, keeps('LC-2')],
    ['where nobody keeps it now', agency, unkept],
    ['where it is locked now', agency, keeps('LC-2', { state: 'suspended' })],
    ['where it was locked before', { ...agency, state: 'suspended' }, keeps('LC-2')],
  ])('stays %s', (_what, actual, account) => {
    expect(fresh(actual, account)).toBe(false);
  });

  it('is refused with the name of who keeps it, so that it is asked for again', () => {
    const declared = { key: agency.key, name: 'Sở X', organization: office } as Declared;
    const obstacle: Obstacle = {
      ...{ code: 'recipient-missing', args: { organization: 'sokx', operator: 'ubnd' } },
    };
    const refused = (told: Told, account = keeps('LC-2', { phone: '1' })) =>
      withoutRefused(declared, agency, account, false, sceneOf({ obstacle, ...told }));
    const { account, holds } = refused({});
    expect(account).toStrictEqual({ ...agency, phone: '1' });
    expect(holds).toMatchObject([{ code: 'recipient-missing', kind: 'reset' }]);
    const other = refused({ declared: [people(undefined)] }, keeps('LC-2', { reset: asked }));
    expect(other.account).toStrictEqual(keeps('LC-2'));
  });
});

const recordOf = (passwordReset?: Decision) =>
  ({
    ...{ key, name: 'Nguyễn Văn An', organization: office },
    declaration: { ...(passwordReset && { passwordReset }) },
  }) as Declared;
const request = { document: '3/CV', date: today };
const refuse = (
  actual: Partial<ObservedAccount>,
  wanted: Partial<Account>,
  told: Told & { readonly request?: Decision; readonly moves?: boolean } = {},
) =>
  withoutRefused(
    recordOf(told.request),
    { ...entry, ...actual },
    { ...entry, ...wanted },
    told.moves === true,
    sceneOf(told),
  );
const heldAs = (code: string, args: object, kind: string) => ({ code, args, kind });

describe('a reset that is asked for', () => {
  it('goes on where nothing stands in its way', () => {
    expect(refuse({ reset: done }, { reset: asked }, { request })).toStrictEqual({
      account: { ...entry, reset: asked },
      holds: [],
    });
  });

  it.each([
    ['that had one', { reset: done }],
    ['that had none', {}],
  ])('is refused along with a move, of a mailbox %s (7.3)', (_what, actual) => {
    const found = refuse(actual, { reset: asked, title: 'Phó' }, { request, moves: true });
    expect(found).toStrictEqual({
      account: { ...entry, title: 'Phó', ...actual },
      holds: [heldAs('reset-refused', { because: 'moved' }, 'reset')],
    });
  });

  it.each<[string, Partial<ObservedAccount>, boolean]>([
    ['after it ended', { state: 'terminated', since: '2026-03-01' }, true],
    ['on the day it ended', { state: 'terminated', since: today }, true],
    ['nobody knows when', { state: 'terminated' }, true],
    ['before it ended', { state: 'terminated', since: '2026-03-03' }, false],
    ['along with its end', {}, false],
  ])('of a mailbox that stays ended is told where it was asked for %s', (_what, actual, told) => {
    const found = refuse(actual, { ...actual, state: 'terminated' }, { request });
    expect(found.holds).toEqual(told ? [heldAs('reset-refused', { because: 'ended' }, 'reset')] : []);
  });

  it('of a mailbox that wakes is done by waking', () => {
    expect(refuse({ state: 'terminated' }, { reset: asked }, { request }).holds).toEqual([]);
  });

  it.each([
    ['none was asked for', undefined],
    ['it is for a day to come', { ...request, date: '2026-03-03' }],
  ])('is refused to nobody where %s', (_what, one) => {
    expect(refuse({}, {}, { moves: true, ...(one && { request: one }) }).holds).toEqual([]);
  });

  it('is refused to nobody by a record that says nothing', () => {
    const record = { ...recordOf(), declaration: undefined } as Declared;
    expect(withoutRefused(record, entry, entry, true, sceneOf()).holds).toEqual([]);
  });
});

describe('a password nobody could open (6.3)', () => {
  const obstacle: Obstacle = {
    ...{ code: 'recipient-missing', args: { organization: 'sokx', operator: 'ubnd' } },
  };

  it.each<[string, string, Partial<ObservedAccount>, Partial<Account>, Partial<Account>]>([
    ['reset', 'reset', { reset: done }, { reset: asked }, { reset: done }],
    ['first reset', 'reset', {}, { reset: asked }, {}],
    ['new mailbox', 'create', { mailbox: false }, {}, {}],
    ['new mailbox with an end of before', 'create', { mailbox: false, state: 'terminated' }, {}, {}],
    ['return', 'restore', { state: 'terminated' }, {}, {}],
  ])('is not made: a %s', (_what, kind, actual, wanted, kept) => {
    expect(refuse(actual, { ...wanted, title: 'Phó' }, { obstacle })).toStrictEqual({
      account: { ...entry, title: 'Phó', ...kept },
      holds: [heldAs('recipient-missing', obstacle.args, kind)],
    });
  });

  it('is told beside what is refused anyway', () => {
    const told = { obstacle, request, moves: true };
    expect(refuse({ state: 'terminated' }, { reset: asked }, told).holds).toEqual([
      heldAs('reset-refused', { because: 'moved' }, 'reset'),
      heldAs('recipient-missing', obstacle.args, 'restore'),
    ]);
  });

  it.each<[string, Partial<ObservedAccount>, Partial<Account>]>([
    ['what needs none', {}, { title: 'Phó' }],
    ['another policy', { privileged: false }, { privileged: true }],
  ])('does not hold %s', (_what, actual, wanted) => {
    expect(refuse(actual, wanted, { obstacle })).toStrictEqual({
      account: { ...entry, ...wanted },
      holds: [],
    });
  });
});

describe('a password policy that the server lacks (4.1)', () => {
  const obstacle: Obstacle = {
    ...{ code: 'password-policy-missing', args: { policy: 'administrators' } },
  };
  const held = (kind: string) => [heldAs('password-policy-missing', obstacle.args, kind)];

  it.each<[string, Partial<ObservedAccount>, Partial<Account>, boolean, string]>([
    ['whoever is under another stays there', { privileged: false }, { privileged: true }, false, 'update'],
    [
      'with a reset as well',
      { privileged: false, reset: done },
      { privileged: true, reset: asked },
      false,
      'reset',
    ],
    ['whoever is under none comes under it', {}, { privileged: true }, true, 'update'],
  ])('%s', (_what, actual, wanted, privileged, kind) => {
    expect(refuse(actual, wanted, { obstacle })).toStrictEqual({
      account: { ...entry, ...actual, privileged },
      holds: held(kind),
    });
  });

  it('holds nothing of who stays as he is, nor of what has no mailbox', () => {
    const same = { privileged: true };
    expect(refuse(same, same, { obstacle }).holds).toEqual([]);
    const bare = { mailbox: false };
    expect(refuse({ ...bare, ...same }, bare, { obstacle }).holds).toEqual([]);
  });
});

it('another obstacle than that leaves nobody under the policy he had', () => {
  const obstacle: Obstacle = {
    ...{ code: 'recipient-missing', args: { organization: 'sokx', operator: 'ubnd' } },
  };
  const found = refuse({ privileged: false }, { privileged: true, reset: asked }, { obstacle });
  expect(found.account).toStrictEqual({ ...entry, privileged: true });
});
