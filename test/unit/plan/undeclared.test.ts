/** Whom no file declares: removed and ended after two working days (8.2), or held where no file can be believed. */

import { describe, expect, it } from 'vitest';
import type { Account, ObservedAccount } from '../../../src/model/account/account.ts';
import { accountOf } from '../../../src/model/account/fields.ts';
import { toldKey } from '../../../src/model/account/key.ts';
import { judgeUndeclared } from '../../../src/plan/compare/undeclared.ts';
import { anKey, binh, dung, two } from '../../support/two-houses.ts';
import { entryOf, type Seen, sceneOf } from './scenes.ts';

/** A Monday. */
const today = '2026-03-02';
const file = 'directory/organizations/sokx.yaml';
const without = two([binh], [dung]);
const wrong = 'id: LC-000009, nmae: Ngô Văn Tư';
const binhs = entryOf('person:LC-000002');

/** What is changed, who has ended and is kept for a term, and what else is held. */
function judge(accounts: readonly ObservedAccount[], seen: Partial<Seen> = {}) {
  const scene = sceneOf({ organizations: without, accounts, today, ...seen });
  const found = judgeUndeclared(scene, new Set(scene.declared.map(({ key }) => key)), new Set());
  return {
    changed: found.drafts.map(({ account, key, why }) => ({ account: { key }, wanted: account, why })),
    ended: found.held.filter(({ code }) => code === 'deletion-not-due'),
    held: found.held.filter(({ code }) => code !== 'deletion-not-due'),
  };
}
const judgeOne = (more: Partial<ObservedAccount> = {}, seen: Partial<Seen> = {}) =>
  judge([entryOf(anKey, more)], seen);
const whole: Account = {
  ...{ key: anKey, name: 'Nguyễn Văn An', organization: 'sokx', mailbox: true, issued: '2025-01-06' },
  ...{ address: 'annv.sokx@laichau.gov.vn', addresses: ['annv.sokx@laichau.gov.vn'] },
  ...{ state: 'active', locked: false },
};
const ended: Partial<ObservedAccount> = {
  ...{ state: 'terminated', since: '2026-02-02', reason: 'removed', lockedOn: '2026-02-02', locked: true },
};
const held = (code: string, args: object, kind = 'terminate', organization = 'sokx') => ({
  changed: [],
  ended: [],
  held: [{ key: anKey, name: 'Nguyễn Văn An', organization, code, args, kind }],
});

/** No end is named where nobody asked for one. */
const unasked = (code: string, args: object, organization = 'sokx') => {
  const { held: items, ...rest } = held(code, args, '', organization);
  return { ...rest, held: items.map(({ kind: _kind, ...item }) => item) };
};

describe('somebody whom the file does not name any more', () => {
  it('is marked first, with the day the end is due', () => {
    const found = judgeOne({ lastAccess: '20260102030405Z' });
    expect(found).toMatchObject({ ended: [], held: [] });
    expect(found.changed.map(({ wanted }) => wanted)).toStrictEqual([{ ...whole, missing: today }]);
    expect(found.changed[0]?.account.key).toBe(anKey);
    expect(found.changed[0]?.why).toStrictEqual({ code: 'missing', clause: '8.2', file, due: '2026-03-04' });
  });

  it('is marked anew where a hand has spoilt the day', () => {
    expect(judgeOne({ missing: 'hôm qua' }).changed[0]?.wanted.missing).toBe(today);
  });

  it('is marked without a day that nobody can tell, and waits for the calendar', () => {
    const late = { today: '2026-12-31' };
    expect(judgeOne({}, late).changed[0]?.why).toStrictEqual({ code: 'missing', clause: '8.2', file });
    const missing = '2026-12-31';
    expect(judgeOne({ missing }, { today: '2027-01-11' })).toEqual(held('calendar-missing', { year: 2027 }));
  });

  it('waits until the second working day, and ends on it', () => {
    const missing = '2026-02-27';
    expect(judgeOne({ missing })).toEqual(held('removal-waits', { since: missing, due: '2026-03-03' }));
    const stale = { basis: '1/QĐ; 2025-01-06', notice: '2/TB; 2025-01-06', noticedOn: '2025-01-06' };
    const found = judgeOne({ missing, extraNames: ['annv.cu'], ...stale }, { today: '2026-03-03' });
    expect(found).toMatchObject({ ended: [], held: [] });
    const end = { ...ended, since: '2026-03-03', lockedOn: '2026-03-03' };
    expect(found.changed.map(({ wanted }) => wanted)).toStrictEqual([{ ...whole, ...end }]);
    expect(found.changed[0]?.why).toStrictEqual({ code: 'removed', clause: '8.2', file, due: '2026-03-03' });
    expect(judgeOne({ missing }, { today: '2026-03-04' }).changed[0]?.why.due).toBe('2026-03-03');
  });

  it('is judged by every entry that no record is of, and by no other', () => {
    const accounts = [entryOf(anKey), entryOf('person:LC-000007', {}), binhs];
    const keys = judge(accounts).changed.map(({ account }) => account.key);
    expect(keys).toEqual([anKey, 'person:LC-000007']);
  });

  it('is left alone where the entry cannot be told for sure', () => {
    expect(judgeOne({ dn: 'uid=LC-000001,ou=khac,dc=laichau,dc=gov,dc=vn' })).toEqual({
      ...{ changed: [], ended: [], held: [] },
    });
  });
});

describe('what has ended', () => {
  const deaf = { ...ended, missing: today, extraNames: ['annv.cu'] };

  it('and stays so may have its time to be deleted', () => {
    const found = judgeOne(ended);
    expect(found).toMatchObject({ changed: [], held: [] });
    expect(found.ended.map(({ key }) => key)).toEqual([anKey]);
  });

  it.each<[string, string, Partial<ObservedAccount>, Partial<Account>]>([
    ['opened by a hand', anKey, { ...ended, locked: false }, { ...ended, lockedOn: today }],
    ['with marks of before', anKey, deaf, ended],
    ['for a reason that is lost', anKey, { ...ended, reason: undefined as never }, ended],
    ['for another reason', anKey, { ...deaf, reason: 'transfer' }, { ...ended, reason: 'transfer' }],
    [
      'under a former key, where a hand has written that it works',
      `${anKey}/1`,
      { reason: 'transfer' },
      { ...ended, reason: 'transfer', since: today, lockedOn: today },
    ],
  ])('is put back so: %s', (_what, key, more, wanted) => {
    const found = judge([entryOf(toldKey(key), more)]);
    expect(found).toMatchObject({ ended: [], held: [] });
    expect(found.changed.map((one) => one.wanted)).toStrictEqual([{ ...whole, key, ...wanted }]);
    expect(found.changed[0]?.why).toEqual({ code: 'differs', clause: '8.2' });
  });
});

describe('no file is believed', () => {
  const unreadable = { organization: 'sokx', file };
  const vanished = { organization: 'sokx' };
  const gone = { soky: without.soky };

  it.each<[string, Seen['organizations'], string, object]>([
    ['that cannot be read', { ...without, sokx: 'id: [' }, 'organization-unreadable', unreadable],
    ['with a line that cannot be used', two([binh, wrong], [dung]), 'organization-unreadable', unreadable],
    [
      'where the lines of that person elsewhere cannot be used',
      two([binh], ['id: LC-000001, nmae: Nguyễn Văn An']),
      'organization-unreadable',
      { organization: 'sokx', file: 'directory/organizations/soky.yaml' },
    ],
    ['that is gone', gone, 'organization-vanished', vanished],
  ])('%s', (_what, organizations, code, args) => {
    expect(judgeOne({}, { organizations })).toEqual(unasked(code, args));
  });

  it('by an entry that tells no organization', () => {
    const { organization: _organization, ...homeless } = entryOf(anKey);
    expect(judge([homeless])).toEqual(unasked('organization-vanished', { organization: '' }, ''));
  });

  it.each<[string, Seen['organizations'], string, object]>([
    ['gone', gone, 'organization-vanished', vanished],
    ['not to be read', { ...gone, sokx: 'id: [' }, 'organization-unreadable', unreadable],
  ])('of an organization whose own is %s', (_what, organizations, code, args) => {
    const office = entryOf('organization:sokx', { name: 'Sở SOKX', organization: 'ubnd' });
    expect(judge([office], { organizations }).held).toEqual([
      { key: 'organization:sokx', name: 'Sở SOKX', organization: 'sokx', code, args },
    ]);
  });

  it('of an organization that is there, but not by the files: its own word ends nobody', () => {
    const scene = sceneOf({ organizations: without, accounts: [entryOf('organization:sokx')], today });
    expect(judgeUndeclared(scene, new Set(), new Set()).held).toMatchObject([
      { code: 'organization-vanished' },
    ]);
  });
});

describe('a file of nobody', () => {
  const empty = { organizations: two([], [dung]) };
  const { sokx, soky } = empty.organizations;
  const peopleless = { organizations: { sokx: sokx.replace('people: []\n', ''), soky } };
  const emptied = (count: number) => ({
    code: 'organization-emptied',
    args: { organization: 'sokx', count },
  });

  it.each([
    ['that says so', empty],
    ['that says nothing', peopleless],
  ])('%s ends the last one, and not several at once', (_what, seen) => {
    expect(judgeOne({}, seen)).toMatchObject({ changed: [{ why: { code: 'missing' } }], held: [] });
    const both = judge([entryOf(anKey), binhs], seen);
    expect(both.changed).toEqual([]);
    expect(both.held).toMatchObject([emptied(2), emptied(2)]);
    const three = judge([entryOf(anKey), binhs, entryOf('person:LC-000003')], seen);
    expect(three.held[0]).toMatchObject(emptied(3));
  });

  it.each<[string, ObservedAccount]>([
    ['somebody who has ended', { ...binhs, ...ended }],
    ['somebody who is marked already', { ...binhs, missing: '2026-02-27' }],
    ['somebody of another organization', { ...binhs, organization: 'soky' }],
    ['somebody of no organization', { ...binhs, organization: undefined as never }],
    ['somebody who is declared elsewhere', entryOf('person:LC-000004')],
    ['a unit of it', entryOf('organization:cctl')],
    ['an entry that is none of ours', { ...binhs, key: toldKey('LC-000002') }],
  ])('counts no %s', (_what, other) => {
    expect(judge([entryOf(anKey), other], empty).changed).toContainEqual(
      expect.objectContaining({ why: { code: 'missing', clause: '8.2', file, due: '2026-03-04' } }),
    );
  });

  it('but of somebody is believed', () => {
    const accounts = [entryOf(anKey), entryOf('person:LC-000003')];
    expect(judge(accounts).changed).toHaveLength(2);
  });
});

describe('a file elsewhere that cannot be read may have the person now', () => {
  const organizations = { ...without, sokz: 'id: [' };
  const args = { organization: 'sokz', file: 'directory/organizations/sokz.yaml' };

  it('marks all the same, and ends nobody', () => {
    expect(judgeOne({}, { organizations }).changed).toHaveLength(1);
    expect(judgeOne({ missing: '2026-02-02' }, { organizations })).toEqual(
      held('organization-unreadable', args),
    );
  });
});

it('an entry is what is managed of it, and nothing that tells which it is or what was seen of it', () => {
  const seen: ObservedAccount = {
    ...entryOf(anKey, { missing: today, extraNames: ['x'] }),
    ...{ options: ['title;lang-en'], lastAccess: '1', passwordChanged: '2', mustChange: true },
    ...{ replicaAccess: '3', optionAddresses: ['a@x'], hasChildren: true, lacksClass: 'person' },
    ...{ occupies: 'person:LC-1', otherLocks: [{ attribute: 'pwdStartTime', value: '1' }] },
  };
  expect(accountOf(seen)).toStrictEqual({ ...whole, missing: today, extraNames: ['x'] });
});

it('an entry that a record wakes is no longer one that nobody declares', () => {
  const scene = sceneOf({ organizations: without, accounts: [entryOf(anKey)], today });
  const { dn } = entryOf(anKey);
  expect(judgeUndeclared(scene, new Set(), new Set([dn]))).toEqual({ drafts: [], held: [] });
});
