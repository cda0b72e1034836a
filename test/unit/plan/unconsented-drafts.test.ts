/** What hangs on a record without its word, change by change: the organization, its people, and the names below it. */

import { describe, expect, it } from 'vitest';
import type { Key } from '../../../src/model/account/key.ts';
import { lineFrom, type Organization } from '../../../src/model/directory/organization.ts';
import { holdUnconsented } from '../../../src/plan/order/unconsented.ts';
import { account, creates, deletes, updates } from './drafts.ts';

const organizations = new Map<string, Organization>(
  [
    ['top', undefined],
    ['sokx', 'top'],
    ['egg', 'hen'],
    ['hen', 'egg'],
    ['lone', 'nowhere'],
  ].map(([id = '', parent]) => [
    id,
    { id, name: id, kind: 'provincial', code: id, ...(parent !== undefined && { parent }) },
  ]),
);
const lineOf = (id: string) => lineFrom(id, (one) => organizations.get(one)?.parent);
const ask = ['laichau'];
const judge = (drafts: Parameters<typeof holdUnconsented>[0], ...keys: Key[]) => {
  const { kept, held } = holdUnconsented(drafts, new Map(keys.map((key) => [key, ask])), lineOf);
  return {
    kept: kept.map(({ id }) => id),
    held: held.map(({ key, code, args }) => [key, code, args]),
  };
};
const holds = (key: string) => ({
  kept: [],
  held: [[key, 'consent-missing', { ask }]],
});
const titled = updates('person:A', ['a@x'], ['a@x'], { fields: ['title'] });
const called = updates('person:A', ['a@x'], ['a@x', 'b@x']);

it('where every word was given, nothing is held', () => {
  expect(holdUnconsented([titled, called], new Map(), lineOf)).toEqual({
    kept: [titled, called],
    held: [],
  });
});

describe('a change waits', () => {
  it.each([
    ['for its own record', titled, 'person:A'],
    ['for the record of its organization', titled, 'organization:sokx'],
    ['for the record of who has it now', { ...titled, scope: 'hen' }, 'organization:sokx'],
    [
      'for the name of an organization above, where it is new',
      creates('person:A', 'a@x'),
      'organization:top',
    ],
    ['for such a name, where its addresses change', called, 'organization:top'],
    [
      'for such a name, where its first address does',
      updates('person:A', ['a@x'], [], { fields: ['title', 'address'] }),
      'organization:top',
    ],
  ] as const)('%s', (_what, draft, key) => {
    expect(judge([draft], key)).toEqual(holds('person:A'));
  });

  it.each([
    ['for the name above where no address of it changes', titled, 'organization:top'],
    ['for the name above where it only ends', deletes('person:A', 'a@x'), 'organization:top'],
    ['for a record beside it', called, 'organization:hen'],
    ['for another’s record', called, 'person:B'],
    [
      'for a place above that has no file',
      { ...creates('person:A', 'a@x'), scope: 'lone' },
      'organization:top',
    ],
    ['for ever in a circle', { ...creates('person:A', 'a@x'), scope: 'egg' }, 'organization:top'],
  ] as const)('but not %s', (_what, draft, key) => {
    expect(judge([draft], key)).toEqual({ kept: [draft.id], held: [] });
  });

  it('in a circle for the other of the two', () => {
    const draft = { ...creates('person:A', 'a@x'), scope: 'egg' };
    expect(judge([draft], 'organization:hen')).toEqual(holds('person:A'));
  });
});

describe('a lock is made all the same', () => {
  const lock = updates('person:A', ['a@x'], ['a@x', 'b@x'], {
    kind: 'suspend',
    account: { ...account('person:A', 'a@x', 'b@x'), state: 'suspended', locked: true },
    fields: ['addresses', 'state', 'locked'],
  });

  it('without the addresses that wait, where its own record lacks no word', () => {
    const { kept, held } = holdUnconsented([lock], new Map([['organization:sokx', ask]]), lineOf);
    expect(kept).toMatchObject([{ kind: 'suspend', account: { addresses: ['a@x'], locked: true } }]);
    expect(held).toEqual([]);
  });

  it('with them, where nothing waits', () => {
    expect(holdUnconsented([lock], new Map([['person:B', ask]]), lineOf).kept).toEqual([lock]);
  });

  it('but not where its own record does', () => {
    expect(judge([lock], 'person:A')).toEqual(holds('person:A'));
  });
});
