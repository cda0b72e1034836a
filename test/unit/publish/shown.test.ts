/** Who is seen by whom, and how it stands with him: each state of a mailbox, for both audiences, with a server and without. */
import { describe, expect, test } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { type PublicationAudience, publicationAudiences } from '../../../src/model/publish/published.ts';
import { selectPublished } from '../../../src/publish/select.ts';
import { shownKeys } from '../../../src/publish/shown.ts';
import { findProblems } from '../../../src/rules/index.ts';
import { applied, organizationText, planOf, policyText, readWorld } from '../../support/world.ts';

const today = '2026-11-24';
const an = 'id: LC-000001, name: Nguyễn Văn An';
const suspension = 'suspension: {reason: violation, clause: "12.5", document: 1/QĐ, date: 2026-11-02}';
const leaving =
  'termination: {reason: retirement, document: 1/QĐ, decided: 2026-11-02, effective: 2027-01-31}';
const retired = 'termination: {reason: retirement, document: 1/QĐ, decided: 2026-11-02}';

interface World {
  readonly record?: string;
  readonly mailbox?: string;
  /** What of An's account is otherwise than it was issued; null: there is none. Absent: no server was asked. */
  readonly account?: Partial<ObservedAccount> | null;
}

function shownOf(audience: PublicationAudience, { record = '', mailbox = '', account }: World) {
  const text = (person: string) => ({
    sokx: organizationText('sokx', [person], mailbox === '' ? '' : `mailbox: {${mailbox}}\n`),
  });
  const world = readWorld(text(record === '' ? an : `${an}, ${record}`), policyText);
  const issued = applied([], planOf({ organizations: text(an), today }).plan);
  const accounts = issued.flatMap((one) =>
    one.key !== 'person:LC-000001' ? [one] : account === null ? [] : [{ ...one, ...account }],
  );
  const problems = [...world.problems, ...findProblems(world.directory, world.declared, [], today)];
  const asked = account !== undefined && { accounts: new Map(accounts.map((one) => [one.key, one])) };
  return selectPublished({ ...world, ...asked, audience, problems, today }).organizations.get('sokx');
}

/** Undefined: not there. */
const standingOf = (audience: PublicationAudience, world: World) =>
  shownOf(audience, world)?.people.map(({ standing }) => standing ?? 'seen')[0];

describe.each<[string, World, 'seen' | undefined, object | undefined]>([
  ['is active by its file', {}, 'seen', { state: 'active' }],
  [
    'is suspended by its file',
    { record: suspension },
    undefined,
    { state: 'suspended', since: '2026-11-02', reason: 'violation' },
  ],
  ['leaves on a later day', { record: leaving }, 'seen', { state: 'active', until: '2027-01-31' }],
  [
    'has left by its file',
    { record: retired },
    undefined,
    { state: 'ended', since: '2026-11-02', reason: 'retirement' },
  ],
  ['is active on the server', { account: {} }, 'seen', { state: 'active' }],
  [
    'is suspended on the server',
    { account: { state: 'suspended', since: '2026-11-03', reason: 'inactivity' } },
    undefined,
    { state: 'suspended', since: '2026-11-03', reason: 'inactivity' },
  ],
  [
    'has ended on the server',
    { account: { state: 'terminated', since: '2026-11-03', reason: 'death' } },
    undefined,
    { state: 'ended', since: '2026-11-03', reason: 'death' },
  ],
  // The server has not followed yet: nobody outside sees him, inside he is what he is.
  ['is to be suspended by the next run', { record: suspension, account: {} }, undefined, { state: 'active' }],
  ['is shut on the server', { account: { locked: true } }, undefined, { state: 'locked' }],
  ['has no mailbox yet', { account: null }, undefined, { state: 'waiting' }],
  ['has left and has none any more', { record: retired, account: null }, undefined, undefined],
  ['has an error in the record', { record: 'aliases: [postmaster@laichau.gov.vn]' }, undefined, undefined],
  [
    'has an error in the record, and is on the server',
    { record: 'aliases: [postmaster@laichau.gov.vn]', account: {} },
    undefined,
    { state: 'active' },
  ],
])('who %s', (_, world, everybody, own) => {
  test('by everybody', () => expect(standingOf('public', world)).toEqual(everybody));
  test('by the province’s own people', () => expect(standingOf('internal', world)).toEqual(own));
});

test('an address another has is nobody’s before it is issued', () => {
  const world = readWorld({ sokx: organizationText('sokx', [an]) }, policyText);
  const [other] = applied(
    [],
    planOf({ organizations: { sokx: organizationText('sokx', [an]) }, today }).plan,
  );
  const taken = { ...(other as ObservedAccount), key: 'person:LC-000009' as const };
  const holder = { ...taken, addresses: ['annv.sokx@laichau.gov.vn'] };
  const shown = selectPublished({
    ...world,
    audience: 'internal',
    problems: [],
    accounts: new Map([[holder.key, holder]]),
    today,
  });
  expect(shown.organizations.get('sokx')?.people).toEqual([]);
});

test.each(publicationAudiences)('what nobody agreed to is told nobody: %s', (audience) => {
  const organizations = { sokx: organizationText('sokx', [`${an}, title: Chuyên viên`]) };
  const accounts = applied([], planOf({ organizations, today }).plan);
  const world = readWorld(
    { sokx: organizationText('sokx', [`${an}, title: Bịa đặt`]).replace('name: Sở SOKX', 'name: Bịa đặt') },
    policyText,
  );
  const shown = selectPublished({
    ...world,
    audience,
    problems: [],
    accounts: new Map(accounts.map((one) => [one.key, one])),
    unconsented: new Set(['person:LC-000001', 'organization:sokx']),
    today,
  });
  expect(shown.organizations.get('sokx')?.people).toMatchObject([
    { name: 'Nguyễn Văn An', title: 'Chuyên viên' },
  ]);
  expect(JSON.stringify([...shown.organizations])).not.toContain('Bịa đặt');
});

test.each([
  [['organization:sokx'], undefined],
  [[], { date: '2026-10-01' }],
] as const)(
  'an end of an organization is one for readers when it is one for the run: %j lacks a word',
  (lacking, dissolved) => {
    const accounts = applied(
      [],
      planOf({ organizations: { sokx: organizationText('sokx', [an]) }, today }).plan,
    );
    const ended = organizationText('sokx', [an], 'dissolved: {document: 1/NQ, date: 2026-10-01}\n');
    const shown = selectPublished({
      ...readWorld({ sokx: ended }, policyText),
      audience: 'public',
      problems: [],
      accounts: new Map(accounts.map((one) => [one.key, one])),
      unconsented: new Set(lacking),
      today,
    }).organizations.get('sokx');
    expect(shown?.dissolved).toEqual(dissolved);
    expect([shown?.address, shown?.people.length]).toEqual(
      dissolved === undefined ? ['sokx@laichau.gov.vn', 1] : [undefined, 0],
    );
  },
);

describe('the custodian', () => {
  const world = { mailbox: 'custodian: LC-000001', account: {} };
  test('is shown inside, with the page', () => {
    expect(shownOf('internal', world)?.custodian).toEqual({ name: 'Nguyễn Văn An', slug: 'annv.sokx' });
  });
  test('is shown inside without one who has no page', () => {
    expect(shownOf('internal', { ...world, record: retired, account: null })?.custodian).toEqual({
      name: 'Nguyễn Văn An',
    });
  });
  test('is nothing for everybody', () => expect(shownOf('public', world)).not.toHaveProperty('custodian'));
});

test('a key nobody but the operator may read is read by neither', () => {
  for (const audience of publicationAudiences) {
    for (const key of ['id', 'absence', 'addressDecision', 'passwordReset', 'nameChange'] as const) {
      expect(shownKeys[key][audience], key).toBe('never');
    }
  }
});

test('everybody is told of no state', () => {
  const shown = shownOf('public', { mailbox: 'custodian: LC-000001', account: {} });
  expect(JSON.stringify(shown)).not.toMatch(/standing|state|custodian|until/);
});
