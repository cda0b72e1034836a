/** Another name under an id: the same human's by a correction or a document, or nobody's to decide here. */

import { describe, expect, it } from 'vitest';
import type { ObservedAccount } from '../../../src/model/account/account.ts';
import { personKey } from '../../../src/model/account/key.ts';
import type { Declared } from '../../../src/model/directory/declared.ts';
import type { Person } from '../../../src/model/directory/organization.ts';
import { isReplaced, replaced, strangerAmong } from '../../../src/plan/compare/replaced.ts';
import type { StateDecision } from '../../../src/plan/decide/state.ts';
import type { Facts } from '../../../src/plan/facts/facts.ts';
import { entryOf } from './scenes.ts';

const today = '2026-03-02';
const key = personKey('LC-000001');
const entry = entryOf(key);
const other = 'Hoàng Thị Mỷ';
const office = { id: 'soky', name: 'Sở Y', kind: 'provincial', code: 'soky' } as const;
const recordOf = (name: string, more: Partial<Person> = {}) =>
  ({
    ...{ key, name, organization: office, file: 'soky.yaml', line: 9 },
    person: { id: 'LC-000001', name, ...more },
  }) as Declared;
const told = (after: string, kind: string, before = entry.name) => ({
  ...{ code: 'person-replaced', kind },
  args: { before, after },
});

describe('a name is another human’s', () => {
  const nameChange = { document: '8/TB', date: today };
  it.each<[string, Declared, boolean]>([
    ['where it is no correction', recordOf(other), true],
    ['not where it is the same', recordOf('Nguyễn Văn An'), false],
    ['not where it is a correction', recordOf('Nguyễn Viết An'), false],
    ['not by a document of today', recordOf(other, { nameChange }), false],
    [
      'until the day of the document',
      recordOf(other, { nameChange: { ...nameChange, date: '2026-03-03' } }),
      true,
    ],
  ])('%s', (_what, declared, found) => {
    expect(isReplaced(declared, entry, today)).toBe(found);
  });

  it('never where it is an organization’s', () => {
    const { person: _person, ...agency } = recordOf(other);
    expect(isReplaced(agency as Declared, entry, today)).toBe(false);
  });
});

describe('a newcomer under the id of somebody who left', () => {
  const sceneOf = (...formers: readonly ObservedAccount[]) =>
    ({ today, formers: new Map([[key, formers]]) }) as unknown as Facts;

  it('is held, whichever of the former mailboxes is another’s', () => {
    const formers = [entryOf(`${key}/1`, { name: other }), entryOf(`${key}/2`)];
    expect(strangerAmong(recordOf(other), sceneOf(...formers))).toEqual({
      drafts: [],
      holds: [told(other, 'create')],
      upcoming: [],
    });
  });

  it.each<[string, Facts]>([
    ['where all of them are his', sceneOf(entryOf(`${key}/1`), entryOf(`${key}/2`))],
    ['where there is none', sceneOf()],
    ['where nobody has any', { today, formers: new Map() } as unknown as Facts],
  ])('is nobody else %s', (_what, scene) => {
    expect(strangerAmong(recordOf('Nguyễn Văn An'), scene)).toBeUndefined();
  });
});

describe('the mailbox of somebody who is replaced', () => {
  const suspended: StateDecision = {
    lifecycle: { state: 'suspended', since: today, reason: 'violation', lockedOn: today, locked: true },
    ...{ why: 'suspension-declared', document: '31/QĐ' },
  };
  const working: StateDecision = { lifecycle: { state: 'active', locked: false }, why: 'declared' };
  const replace = (decision: StateDecision, actual = entry) =>
    replaced(recordOf(other), actual, { account: { ...entry, name: other }, decision });

  it('stays as it is, and is told', () => {
    expect(replace(working)).toEqual({ drafts: [], holds: [told(other, 'update')], upcoming: [] });
  });

  it('is locked where the record says so, under the name it has (8.1)', () => {
    const found = replace(suspended);
    expect(found).toMatchObject({
      drafts: [
        {
          ...{ id: `suspend ${key}`, scope: 'sokx' },
          account: { name: 'Nguyễn Văn An', state: 'suspended', locked: true },
          why: { code: 'suspension-declared', clause: '8.1', document: '31/QĐ', file: 'soky.yaml', line: 9 },
        },
      ],
      holds: [told(other, 'update')],
      upcoming: [],
    });
  });

  it('that tells no organization counts for none', () => {
    const { organization: _organization, ...homeless } = entry;
    expect(replace(suspended, homeless).drafts[0]?.scope).toBe('');
  });
});
