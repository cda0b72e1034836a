/** What people and organizations are called, by their keys, and whose files a pull request changes. */

import { usablePeople } from '../forms/find-person.ts';
import { type Key, organizationKey, personKey } from '../model/account/key.ts';
import type { Directory } from '../model/directory/directory.ts';

/** As the head calls them; who is there no more, as the base did. */
export function namesOf(...directories: readonly (Directory | undefined)[]): ReadonlyMap<Key, string> {
  const names = new Map<Key, string>();
  for (const file of directories.flatMap((directory) => directory?.organizations ?? [])) {
    const { id, name } = file.organization;
    if (typeof name === 'string') names.set(organizationKey(id), name);
    for (const person of usablePeople(file)) names.set(personKey(person.id), person.name);
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
