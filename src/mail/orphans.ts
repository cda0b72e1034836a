/** Finds mail on the disk that no user belongs to: what is left when an entry went without its mailbox. */
import type { Answer } from './answer.ts';
import { type Command, type Doveadm, incomplete } from './doveadm.ts';

const containers = ['people', 'organizations'] as const;

/** Directories of one request. */
const directoriesOfRequest = 100;

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
  const lists = await list(
    doveadm,
    'fsIterDirs',
    containers.map((container) => `${root}/${container}`),
  );
  const unlisted = lists.find((answer) => namesOf(answer) === undefined);
  if (unlisted !== undefined) throw incomplete('fs iter-dirs', unlisted);
  const left = containers.flatMap((container, index) =>
    (namesOf(lists[index]) ?? []).map((name) => `${name}@${container}`).filter((user) => !known.has(user)),
  );
  const homes = left.map((user) => homeOf(root, user));
  const folders = await list(
    doveadm,
    'fsIterDirs',
    homes.map((home) => `${home}/Maildir`),
  );
  const places = left.flatMap((user, index) =>
    ['', ...(namesOf(folders[index]) ?? []).filter((name) => name.startsWith('.'))].flatMap((folder) =>
      ['cur', 'new'].map((part) => ({ user, path: `${homes[index]}/Maildir/${folder}/${part}` })),
    ),
  );
  const files = await list(
    doveadm,
    'fsIter',
    places.map(({ path }) => path),
  );
  // What cannot be looked into may hold mail: it is told, and keeps nobody from seeing the others.
  const closed = left.filter((_, index) => namesOf(folders[index]) === undefined);
  const holding = places.filter((_, index) => namesOf(files[index])?.length !== 0);
  return [...new Set([...closed, ...holding.map(({ user }) => user)])].sort();
}

const homeOf = (root: string, user: string): string => {
  const at = user.lastIndexOf('@');
  return `${root}/${user.slice(at + 1)}/${user.slice(0, at)}`;
};

/** The folder above all homes, by the home of one user. */
async function readRoot(doveadm: Doveadm, user: string | undefined): Promise<string | undefined> {
  if (user === undefined) return undefined;
  const [answer] = await doveadm.call([{ name: 'user', parameters: { userMask: [user] } }], { batch: 1 });
  if (answer?.result === 'absent' || answer?.result === 'nothing') return undefined;
  if (answer?.result !== 'done') throw incomplete('user', answer);
  const home = answer.rows[0]?.home ?? '';
  const tail = homeOf('', user);
  return home.endsWith(tail) ? home.slice(0, -tail.length) : undefined;
}

async function list(
  doveadm: Doveadm,
  name: 'fsIter' | 'fsIterDirs',
  paths: readonly string[],
): Promise<readonly Answer[]> {
  const commands = paths.map(
    (path): Command => ({ name, parameters: { fsDriver: 'posix', fsArgs: '', path } }),
  );
  return await doveadm.call(commands, { batch: directoriesOfRequest, once: true });
}

/** A directory that is not there, or that went meanwhile, has nothing in it; undefined where nobody could look. */
function namesOf(answer: Answer | undefined): readonly string[] | undefined {
  if (answer?.result === 'nothing' || answer?.result === 'absent') return [];
  return answer?.result === 'done' ? answer.rows.flatMap(({ path }) => path ?? []) : undefined;
}
