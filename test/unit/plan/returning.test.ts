/** Who comes back gets the mailbox that was left by a transfer, or the addresses that any of the former ones still has. */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { passedOn, wakingOf, withoutAddresses } from '../../../src/plan/compare/returning.ts';
import { an, anKey, binh, dung, two } from '../../support/two-houses.ts';
import { account } from './drafts.ts';
import { entryOf, recordOf, sceneOf } from './scenes.ts';

const today = '2026-03-02';
const home = 'annv.sokx@laichau.gov.vn';
const left: Partial<ObservedAccount> = {
  ...{ state: 'terminated', reason: 'transfer', locked: true },
  ...{ since: '2026-02-02', lockedOn: '2026-02-02' },
};
const formerOf = (number: number, more: Partial<ObservedAccount> = {}) =>
  entryOf(`${anKey}/${number}`, { ...left, ...more }, number);
function sight(line = an) {
  const scene = sceneOf({ organizations: two([line, binh], [dung]), today });
  return { scene, ...recordOf(scene, anKey) };
}
const wake = (formers: readonly ObservedAccount[], line?: string) => {
  const { declared, scene } = sight(line);
  return wakingOf(declared, formers, scene);
};
const pass = (formers: readonly ObservedAccount[], ...addresses: string[]) => {
  const { declared, scene } = sight();
  return passedOn(formers, account(anKey, ...addresses), declared, scene);
};

describe('the mailbox that was left by a transfer', () => {
  it('wakes with a new password, under its holder’s own key', () => {
    const former = formerOf(1);
    expect(wake([former])).toMatchObject({
      ...{ id: `restore ${anKey}`, kind: 'restore', key: anKey, scope: 'sokx', credential: true },
      base: { key: `${anKey}/1`, dn: former.dn },
      account: { key: anKey, address: home, state: 'active', since: today, locked: false },
      why: { code: 'returned', clause: '8.2', file: 'directory/organizations/sokx.yaml' },
    });
  });

  it('is the last one where there are several', () => {
    const others = [formerOf(11, { organization: 'soky' }), formerOf(12, { reason: 'retirement' })];
    const formers = [formerOf(2), formerOf(10), formerOf(9)];
    expect(wake([...formers, ...others])?.base.key).toBe(`${anKey}/10`);
  });

  it.each([
    ['there is none', []],
    ['it was another organization’s', [formerOf(1, { organization: 'soky' })]],
    ['it ended otherwise', [formerOf(1, { reason: 'retirement' })]],
  ])('does not wake where %s', (_what, formers) => {
    expect(wake(formers)).toBeUndefined();
  });

  it.each([
    ['suspension: {reason: violation, clause: "12.5", document: 31/QĐ, date: 2026-03-02}'],
    ['termination: {reason: resignation, document: 7/QĐ, decided: 2026-03-02}'],
  ])('does not wake only to be locked by its %s', (more) => {
    expect(wake([formerOf(1)], `${an}, ${more}`)).toBeUndefined();
  });
});

describe('an address that a former mailbox still has', () => {
  it('goes to the present one, and the former one stays ended', () => {
    const { address: _address, ...bare } = formerOf(1, { addresses: ['cu@laichau.gov.vn'] });
    const [draft, ...more] = pass([formerOf(1, { addresses: ['cu@laichau.gov.vn', home] })], home);
    expect(more).toEqual([]);
    expect(draft).toMatchObject({
      ...{ id: `update ${anKey}/1`, kind: 'update', key: `${anKey}/1`, scope: 'sokx', needs: [] },
      fields: ['address', 'addresses'],
      why: { code: 'returned', clause: '8.2' },
    });
    const { dn: _dn, uuid: _uuid, ...kept } = bare;
    expect(draft?.account).toStrictEqual(kept);
    expect(draft).not.toHaveProperty('credential');
  });

  it('counts for nobody where the mailbox tells no organization', () => {
    const { organization: _organization, ...homeless } = formerOf(1);
    expect(pass([homeless], home)[0]?.scope).toBe('');
  });

  it('that is not among the wanted stays', () => {
    expect(pass([formerOf(1)], 'annv.soky@laichau.gov.vn')).toEqual([]);
  });

  it('goes by itself with a mailbox whose time to be deleted has come', () => {
    const over = formerOf(1, { since: '2025-01-06', lockedOn: '2025-01-06', issued: '2024-01-08' });
    expect(pass([over, formerOf(2)], home).map(({ key }) => key)).toEqual([`${anKey}/2`]);
  });
});

it('an account is without an address wherever it has it', () => {
  const whole = {
    ...account(anKey, 'a@x', 'b@x', 'c@x'),
    address: 'a@x',
    former: ['b@x 2026-08-01', 'c@x 2026-09-01'],
  };
  const { address: _address, ...second } = whole;
  const { former: _former, ...current } = whole;
  expect(withoutAddresses(whole, ['a@x'])).toStrictEqual({ ...second, addresses: ['b@x', 'c@x'] });
  expect(withoutAddresses(whole, ['b@x'])).toStrictEqual({
    ...whole,
    ...{ addresses: ['a@x', 'c@x'], former: ['c@x 2026-09-01'] },
  });
  expect(withoutAddresses(whole, ['b@x', 'c@x'])).toStrictEqual({ ...current, addresses: ['a@x'] });
  expect(withoutAddresses(account(anKey, 'b@x'), ['x'])).toStrictEqual(account(anKey, 'b@x'));
});
