/** Changes before they have their place, as small as a test needs them. */

import type { Account, ActualAccount } from '../../../src/model/account/account.ts';
import type { Key } from '../../../src/model/account/key.ts';
import { changeId, type Draft, type ModificationDraft } from '../../../src/plan/draft.ts';

export const account = (key: Key, ...addresses: string[]): Account => ({
  key,
  name: 'Nguyễn Văn An',
  mailbox: true,
  addresses,
  locked: false,
});

const base = (key: Key, addresses: readonly string[]): ActualAccount => ({
  ...account(key, ...addresses),
  organization: 'sokx',
  dn: key,
  uuid: key,
});

const common = (kind: Draft['kind'], key: Key) =>
  ({
    id: changeId(kind, key),
    key,
    scope: 'sokx',
    needs: [],
    why: { code: 'declared', clause: '6.1' },
  }) as const;

export const deletes = (key: Key, ...addresses: string[]): Draft => ({
  ...common('delete', key),
  kind: 'delete',
  account: account(key, ...addresses),
  base: base(key, addresses),
});

export const updates = (
  key: Key,
  before: readonly string[],
  after: readonly string[],
  more: Partial<ModificationDraft> = {},
): Draft => ({
  ...common(more.kind ?? 'update', key),
  kind: 'update',
  account: account(key, ...after),
  base: base(key, before),
  fields: ['addresses'],
  ...more,
});

export const creates = (key: Key, ...addresses: string[]): Draft => ({
  ...common('create', key),
  kind: 'create',
  account: account(key, ...addresses),
  number: 1,
});
