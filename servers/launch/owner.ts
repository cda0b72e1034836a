// The user of the machine that a server runs as: an unprivileged one wherever we may choose.

import { chown, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A user of the machine. */
export interface Owner {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The user of this name when we are root and that user can get to the folder, else null: ourselves. */
export async function findOwner(directory: string, user: string): Promise<Owner | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await findUser(user);
  if (owner === null) return null;
  for (let folder = directory; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return null;
    if (folder === dirname(folder)) break;
  }
  return owner;
}

/** The user of this name; null when the machine has none. */
export async function findUser(user: string): Promise<Owner | null> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((row) => row.startsWith(`${user}:`));
  const [name, , uid, gid] = line?.split(':') ?? [];
  if (name === undefined || uid === undefined || gid === undefined) return null;
  return { name, uid: Number(uid), gid: Number(gid) };
}

/** The words of a command that runs as the server's user; as ourselves where there is no owner. */
export function commandOf(
  owner: Owner | null,
  ...words: readonly [string, ...string[]]
): readonly [string, ...string[]] {
  if (owner === null) return words;
  const { uid, gid } = owner;
  return ['/usr/bin/setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--', ...words];
}

/** Makes folders that belong to the server's user alone; what lies directly in them too. */
export async function makeOwnFolders(folders: readonly string[], owner: Owner | null): Promise<void> {
  for (const folder of folders) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Entries too: an earlier start may have run as somebody else.
    const files = (await readdir(folder)).map((name) => join(folder, name));
    if (process.getuid?.() !== 0) continue;
    for (const path of [folder, ...files]) await chown(path, owner?.uid ?? 0, owner?.gid ?? 0);
  }
}
