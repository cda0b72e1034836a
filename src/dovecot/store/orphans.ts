/** Finds mail on the disk that no user belongs to: what is left when an entry went without its mailbox. */
import { type Doveadm, incomplete } from '../connect/doveadm.ts';
import { homeOf, listDirectories, namesOf, readHeld, readRoot } from './maildir.ts';

const containers = ['people', 'organizations'] as const;

/**
 * The names that the users of such mailboxes would have. A home with nothing but an archive is none: that is how a
 * deletion leaves it (8.1). Nothing is known, and nothing told, where homes do not lie as servers/dovecot lays them.
 *
 * @throws ExpectedError where the server cannot be used.
 */
export async function readOrphans(doveadm: Doveadm, users: readonly string[]): Promise<readonly string[]> {
  const root = await readRoot(doveadm, users[0]);
  if (root === undefined) return [];
  const known = new Set(users);
  const lists = await listDirectories(
    doveadm,
    'fsIterDirs',
    containers.map((container) => `${root}/${container}`),
  );
  const unlisted = lists.find((answer) => namesOf(answer) === undefined);
  if (unlisted !== undefined) throw incomplete('fs iter-dirs', unlisted);
  const left = containers.flatMap((container, index) =>
    (namesOf(lists[index]) ?? []).map((name) => `${name}@${container}`).filter((user) => !known.has(user)),
  );
  const held = await readHeld(
    doveadm,
    left.map((user) => homeOf(root, user)),
  );
  // What cannot be looked into may hold mail: it is told, and keeps nobody from seeing the others.
  return left
    .filter((_, index) => held[index]?.closed !== false || held[index].directories.length > 0)
    .sort();
}
