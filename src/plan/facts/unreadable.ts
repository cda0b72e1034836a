/** Tells which file, unreadable as a whole or in some lines, may speak of an account: then nothing is concluded. */

import { type Key, personKey } from '../../model/account/key.ts';
import type { Directory } from '../../model/directory/directory.ts';
import type { Person, UnreadableFile } from '../../model/directory/organization.ts';

export interface Unreadable {
  /** The file that would declare the account and does not say what it says, in whole or in the account's own lines. */
  readonly fileOf: (key: Key, organization: string) => string | undefined;
  /** A file that may declare anybody. */
  readonly anybodys: UnreadableFile | undefined;
}

export function findUnreadable({ unreadable, organizations }: Directory): Unreadable {
  const byOrganization = new Map(unreadable.map(({ id, file }) => [id, file]));
  const byKey = new Map<Key, string>();
  const nameless: UnreadableFile[] = [];
  for (const { file, organization, unusable, isMended = false } of organizations) {
    if (isMended) nameless.push({ id: organization.id, file });
    for (const index of unusable) {
      // Data the schema refused has no type: the id may be anything.
      const id: unknown = (organization.people?.[index] as Partial<Person> | null)?.id;
      if (typeof id === 'string') byKey.set(personKey(id), file);
      else nameless.push({ id: organization.id, file });
    }
  }
  for (const { id, file } of nameless) if (!byOrganization.has(id)) byOrganization.set(id, file);
  return {
    fileOf: (key, organization) => byOrganization.get(organization) ?? byKey.get(key),
    anybodys: unreadable[0] ?? nameless[0],
  };
}
