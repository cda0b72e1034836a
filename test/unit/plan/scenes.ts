/** What the steps of comparing see of files and entries, and one record of it with the entry that is wanted. */

import type { ObservedAccount, Tombstone } from '../../../src/model/account/account.ts';
import type { Key } from '../../../src/model/account/key.ts';
import type { PasswordPolicyName } from '../../../src/model/account/password-policy.ts';
import type { Declared } from '../../../src/model/directory/declared.ts';
import { resolveWanted, type Wanted } from '../../../src/plan/decide/wanted.ts';
import { type Facts, makeFacts } from '../../../src/plan/facts/facts.ts';
import { dnOf, type Files, readWorld, rightPolicies } from '../../support/world.ts';

export interface Seen {
  readonly organizations: Files;
  readonly accounts?: readonly ObservedAccount[];
  readonly tombstones?: readonly Tombstone[];
  readonly grants?: string;
  readonly policy?: string;
  readonly today?: string;
  /** Password policies that the server lacks. */
  readonly lacking?: readonly PasswordPolicyName[];
}

export function sceneOf({ organizations, policy, grants, ...seen }: Seen): Facts {
  const { accounts = [], tombstones = [], today = '2026-03-02', lacking = [] } = seen;
  // With a text of grants readWorld would leave the calendars out.
  const { directory, declared } = readWorld(organizations, policy);
  const granted =
    grants === undefined
      ? directory
      : { ...directory, grants: readWorld({}, policy, { 'grants.yaml': grants }).directory.grants };
  const passwordPolicies = rightPolicies(directory.policy);
  const world = { directory: granted, declared, accounts, tombstones, passwordPolicies };
  return makeFacts(
    { ...world, unmarked: [], loginsSince: '2020-01-01', problems: [], today },
    new Set(lacking),
  );
}

/** The record of the key, with what is wanted of the entry. */
export function recordOf(
  scene: Facts,
  key: string,
  actual?: ObservedAccount,
): { readonly declared: Declared; readonly wanted: Wanted } {
  const declared = scene.declared.find((one) => one.key === key);
  if (declared === undefined) throw new Error(`no record ${key}`);
  return { declared, wanted: resolveWanted(declared, actual, scene) };
}

/** A person's mailbox at the Sở X, at work since last year. */
export const entryOf = (key: Key, more: Partial<ObservedAccount> = {}, number = 1): ObservedAccount => ({
  ...{ key, dn: dnOf(key.replace(/\/\d+$/, ''), number), uuid: `uuid-${key}`, name: 'Nguyễn Văn An' },
  ...{ organization: 'sokx', mailbox: true, locked: false, state: 'active', issued: '2025-01-06' },
  ...{ address: 'annv.sokx@laichau.gov.vn', addresses: ['annv.sokx@laichau.gov.vn'] },
  ...more,
});
