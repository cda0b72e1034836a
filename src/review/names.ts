/** What people and organizations are called, by their keys, and whose files a pull request changes. */

import { usablePeople } from '../forms/find-person.ts';
import type { Account } from '../model/account/account.ts';
import { type Key, organizationKey, personKey } from '../model/account/key.ts';
import type { Directory } from '../model/directory/directory.ts';
import { organizationNames } from '../model/directory/organization-names.ts';

/** As the last of them calls it; what no file says any more, or none that can be read, as the server has it. */
export function namesOf(
  directories: readonly (Directory | undefined)[],
  accounts: readonly Pick<Account, 'key' | 'name'>[] = [],
): ReadonlyMap<Key, string> {
  const names = new Map<Key, string>(accounts.map(({ key, name }) => [key, name]));
  for (const { organizations } of directories.filter((one) => one !== undefined)) {
    for (const [id, name] of organizationNames(organizations)) names.set(organizationKey(id), name);
    for (const person of organizations.flatMap(usablePeople)) names.set(personKey(person.id), person.name);
  }
  return names;
}

/** Ids of the organizations of which anything is different. */
export function changedOrganizations(base: Directory, head: Directory | undefined): readonly string[] {
  if (head === undefined) return [];
  const textsOf = ({ organizations }: Directory) =>
    new Map(organizations.map(({ organization }) => [organization.id, JSON.stringify(organization)]));
  const [before, after] = [textsOf(base), textsOf(head)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));
}
