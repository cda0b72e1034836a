// The templates of servers/: text with words between at signs, which a launcher or an operator replaces.

import { chmod, chown, readFile, writeFile } from 'node:fs/promises';
import type { Owner } from './owner.ts';

/** What the containers of accounts are called, as policy.yaml says it. */
export interface Containers {
  readonly people: string;
  readonly organizations: string;
}

export const usualContainers: Containers = { people: 'ou=people', organizations: 'ou=organizations' };

/** Words of every template that looks into the tree. */
export const containerWords = ({ people, organizations }: Containers) => ({
  PEOPLE: people,
  ORGANIZATIONS: organizations,
});

const templates = new URL('../', import.meta.url);

/**
 * The text of a template with its words replaced.
 *
 * @param name path below servers/.
 * @throws Error on a word that `values` does not have.
 */
export async function renderTemplate(
  name: string,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const text = await readFile(new URL(name, templates), 'utf8');
  // Comments keep their words, which they explain.
  return text.replace(/^[^#\n].*$/gm, (line) =>
    line.replace(/@([A-Z][A-Z0-9_]*)@/g, (_, word: string) => {
      const value = values[word];
      if (value === undefined) throw new Error(`servers/${name}: unknown placeholder @${word}@`);
      return value;
    }),
  );
}

/** Writes a file that root alone can change and the server's user can read. Null owner: the server is ourselves. */
export async function writeForServer(file: string, text: string, owner: Owner | null): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  if (owner !== null) await chown(file, 0, owner.gid);
  await chmod(file, 0o640); // whatever the umask
}
