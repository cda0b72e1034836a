/** Whether a mailbox stays, travels along, or is left, by the records of both organizations and their day (8.2, 6.1). */
import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import type { Declared } from '../../../src/model/directory/declared.ts';
import type { Organization, Termination } from '../../../src/model/directory/organization.ts';
import { moveOf, terminationIn } from '../../../src/plan/decide/move.ts';
import type { Facts } from '../../../src/plan/facts/facts.ts';
import { dnOf } from '../../support/world.ts';

const today = '2026-03-02';
const address = 'annv@laichau.gov.vn';
const actual: ObservedAccount = {
  ...{ key: 'person:LC-1', dn: dnOf('person:LC-1'), uuid: 'u', name: 'Nguyễn Văn An' },
  ...{ mailbox: true, addresses: [address], locked: false, state: 'active', organization: 'old' },
};
const office = (id: string, more: Partial<Organization> = {}): Organization => ({
  ...{ id, name: id, kind: 'provincial', code: id },
  ...more,
});
const released = (more: Partial<Termination> = {}) =>
  office('old', {
    people: [
      { id: 'LC-2', name: 'Trần Thị Bình' },
      {
        ...{ id: 'LC-1', name: 'Nguyễn Văn An' },
        termination: { reason: 'transfer', document: '1/QĐ', decided: today, ...more },
      },
    ],
  });
const dissolved = (id: string, successor: string | undefined, date = today) =>
  office(id, { dissolved: { document: '2/QĐ', date, ...(successor !== undefined && { successor }) } });

interface Told {
  readonly files?: readonly Organization[];
  readonly unusable?: number;
  readonly suffixes?: Readonly<Record<string, string>>;
  readonly resting?: readonly string[];
}
const sceneOf = ({ files = [], unusable, suffixes = {}, resting = [] }: Told) =>
  ({
    today,
    files: new Map(
      files.map((organization) => [
        organization.id,
        { organization, unusable: new Set(unusable === undefined ? [] : [unusable]) },
      ]),
    ),
    suffixes: new Map(Object.entries(suffixes)),
    resting: new Set(resting),
  }) as unknown as Facts;
const declared = (more: object = {}) =>
  ({
    person: { id: 'LC-1' },
    organization: office('new'),
    address: 'moi@laichau.gov.vn',
    ...more,
  }) as Declared;
const move = (told: Told, more: Partial<ObservedAccount> = {}, record: object = {}) =>
  moveOf(declared(record), { ...actual, ...more }, sceneOf(told));

describe('nobody has moved', () => {
  const { organization: _organization, ...homeless } = actual;
  it.each([
    ['who is an organization', actual, { person: undefined }],
    ['whose entry tells no organization', homeless, {}],
    ['who is declared where the entry is', actual, { organization: office('old') }],
  ])('%s', (_what, account, record) => {
    expect(moveOf(declared(record), account, sceneOf({ files: [released()] }))).toEqual({ kind: 'none' });
  });
});

describe('a mailbox travels by succession', () => {
  const chain = [dissolved('old', 'heir'), dissolved('heir', 'new')];
  const by = { kind: 'travels', by: 'succession' };

  it.each([
    ['to the successor', [dissolved('old', 'new')], by],
    ['to the successor’s successor', chain, by],
    [
      'before it is asked to whom it was released',
      [{ ...released({ to: 'other' }), ...dissolved('old', 'new') }],
      by,
    ],
    ['but not before the day', [dissolved('old', 'new', '2026-03-03')], { kind: 'left' }],
    ['but not through one that still works', [dissolved('old', 'heir'), office('heir')], { kind: 'left' }],
    ['but not without a successor', [dissolved('old', undefined)], { kind: 'left' }],
    ['but not round in a circle', [dissolved('old', 'heir'), dissolved('heir', 'old')], { kind: 'left' }],
    ['but not to another', [dissolved('old', 'other')], { kind: 'left' }],
  ] as const)('%s', (_what, files, found) => {
    expect(move({ files })).toEqual(found);
  });
});

describe('a mailbox that was released', () => {
  const suffixes = { old: 'so', new: 'so' };
  it.each([
    ['travels within one suffix', { files: [released()], suffixes }, { kind: 'travels', by: 'release' }],
    [
      'travels to whom it was sent',
      { files: [released({ to: 'new' })], suffixes },
      { kind: 'travels', by: 'release' },
    ],
    [
      'is left where the suffix is another',
      { files: [released()], suffixes: { old: 'a', new: 'b' } },
      { kind: 'left' },
    ],
    ['is left where neither has a suffix', { files: [released()] }, { kind: 'left' }],
    [
      'does not go where it was not sent',
      { files: [released({ to: 'x' })], suffixes },
      { kind: 'unreleased', from: 'old', to: 'x' },
    ],
    ['is not before its day', { files: [released({ decided: '2026-03-03' })], suffixes }, { kind: 'left' }],
    [
      'is not by another end',
      { files: [released({ reason: 'retirement', to: 'x' })], suffixes },
      { kind: 'left' },
    ],
    [
      'is not by a record that cannot be used',
      { files: [released()], unusable: 1, suffixes },
      { kind: 'left' },
    ],
    [
      'is by a record beside one that cannot be used',
      { files: [released()], unusable: 0, suffixes },
      { kind: 'travels', by: 'release' },
    ],
    ['is not without a record', { files: [office('old')], suffixes }, { kind: 'left' }],
    ['is not without a file', { suffixes }, { kind: 'left' }],
  ] as const)('%s', (_what, told, found) => {
    expect(move(told)).toEqual(found);
  });

  it('after it has ended is left all the same, but for one sent elsewhere', () => {
    const ended = { state: 'terminated' } as const;
    expect(move({ files: [released()], suffixes }, ended)).toEqual({ kind: 'left' });
    expect(move({ files: [dissolved('old', 'new')] }, ended)).toEqual({ kind: 'left' });
    expect(move({ files: [released({ to: 'new' })] }, ended)).toEqual({ kind: 'left' });
    expect(move({ files: [released({ to: 'x' })] }, ended)).toEqual({
      kind: 'unreleased',
      from: 'old',
      to: 'x',
    });
  });
});

describe('an address that the mailbox was known by', () => {
  const back = { address: 'cu@laichau.gov.vn' };
  const known = { addresses: [address, back.address], former: [`${back.address} 2026-08-01`] };
  const resting = ['organization:new'];

  it('brings it back, where the agency’s own rest', () => {
    expect(move({ resting }, known, back)).toEqual({ kind: 'travels', by: 'return' });
  });

  it.each([
    ['where the agency’s do not rest', {}, known, back],
    ['that it has no more', { resting }, { ...known, addresses: [address] }, back],
    ['that is no former one', { resting }, { ...known, former: [`${address} 2026-08-01`] }, back],
    ['of a mailbox that never had another', { resting }, { addresses: known.addresses }, back],
    ['that only begins like it', { resting }, { ...known, former: [`${back.address}.x 2026-08-01`] }, back],
    ['where the record derives none', { resting }, { ...known, address }, { address: undefined }],
  ])('does not %s', (_what, told, more, record) => {
    expect(move(told, more, record)).toEqual({ kind: 'left' });
  });
});

it('a mailbox that nobody released stays with its address, and is left with another', () => {
  expect(move({}, { address }, { address })).toEqual({ kind: 'unreleased', from: 'old' });
  expect(move({}, { address })).toEqual({ kind: 'left' });
});

it('the record of an end counts from its day', () => {
  const scene = (decided: string) => sceneOf({ files: [released({ decided })] });
  expect(terminationIn('old', 'LC-1', scene(today))).toMatchObject({ document: '1/QĐ' });
  expect(terminationIn('old', 'LC-1', scene('2026-03-03'))).toBeUndefined();
  expect(terminationIn('old', 'LC-2', scene(today))).toBeUndefined();
  expect(terminationIn('none', 'LC-1', scene(today))).toBeUndefined();
});
