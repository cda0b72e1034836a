/** Looks for mail on the disk itself, beside what Dovecot shows, in homes as servers/dovecot lays them. */
import type { Answer } from '../connect/answer.ts';
import { type Command, type Doveadm, incomplete } from '../connect/doveadm.ts';

/** Directories of one request. */
const directoriesOfRequest = 100;

/** What lies in one Maildir. */
export interface Held {
  /** Directories with files where messages lie: `.` for the inbox, `.Sent`; also one that could not be looked into. */
  readonly directories: readonly string[];
  /** The Maildir itself cannot be looked into: it may hold mail. */
  readonly closed: boolean;
}

/** The home of a user; undefined for one the server does not know. @throws ExpectedError where it does not tell. */
export async function readHome(doveadm: Doveadm, user: string): Promise<string | undefined> {
  const [answer] = await doveadm.call([{ name: 'user', parameters: { userMask: [user] } }], { batch: 1 });
  if (answer?.result === 'absent' || answer?.result === 'nothing') return undefined;
  if (answer?.result !== 'done') throw incomplete('user', answer);
  return answer.rows[0]?.home ?? '';
}

/** The folder above all homes, by the home of one user; undefined where homes lie otherwise. */
export async function readRoot(doveadm: Doveadm, user: string | undefined): Promise<string | undefined> {
  const home = user === undefined ? undefined : await readHome(doveadm, user);
  if (user === undefined || home === undefined) return undefined;
  const tail = homeOf('', user);
  return home.endsWith(tail) ? home.slice(0, -tail.length) : undefined;
}

/** Where servers/dovecot lays the home of a user below the root. */
export const homeOf = (root: string, user: string): string => {
  const at = user.lastIndexOf('@');
  return `${root}/${user.slice(at + 1)}/${user.slice(0, at)}`;
};

/** The home of each user; where homes do not lie as servers/dovecot lays them, the server is asked for every one. */
export async function readHomes(
  doveadm: Doveadm,
  users: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const root = await readRoot(doveadm, users[0]);
  if (root !== undefined) return new Map(users.map((user) => [user, homeOf(root, user)]));
  const commands = users.map((user): Command => ({ name: 'user', parameters: { userMask: [user] } }));
  const answers = await doveadm.call(commands, { batch: directoriesOfRequest });
  const homes = users.map((user, index) => {
    const answer = answers[index];
    return [user, answer?.result === 'done' ? (answer.rows[0]?.home ?? '') : ''] as const;
  });
  // Gone since the list was read, or without a home: there is nothing to look into.
  return new Map(homes.filter(([, home]) => home.startsWith('/')));
}

/** What each of the homes holds, in their order. A home that is not there, or has no Maildir, holds nothing. */
export async function readHeld(doveadm: Doveadm, homes: readonly string[]): Promise<readonly Held[]> {
  const listed = await listDirectories(
    doveadm,
    'fsIterDirs',
    homes.map((home) => `${home}/Maildir`),
  );
  const directories = homes.map((_, index) =>
    ['.', ...(namesOf(listed[index]) ?? [])].filter((name) => name.startsWith('.')),
  );
  const places = directories.flatMap((names, index) =>
    names.flatMap((name) =>
      ['cur', 'new'].map((part) => ({ index, name, path: `${homes[index]}/Maildir/${name}/${part}` })),
    ),
  );
  const files = await listDirectories(
    doveadm,
    'fsIter',
    places.map(({ path }) => path),
  );
  const holding = places.filter((_, index) => namesOf(files[index])?.length !== 0);
  const byHome = Map.groupBy(holding, ({ index }) => index);
  return homes.map((_, index) => ({
    directories: [...new Set((byHome.get(index) ?? []).map(({ name }) => name))],
    closed: namesOf(listed[index]) === undefined,
  }));
}

/** Each path's answer: the directories in it, or its other files. */
export async function listDirectories(
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
export function namesOf(answer: Answer | undefined): readonly string[] | undefined {
  if (answer?.result === 'nothing' || answer?.result === 'absent') return [];
  return answer?.result === 'done' ? answer.rows.flatMap(({ path }) => path ?? []) : undefined;
}
