/** Finds the commit that last changed what the files say of one account: whose request a change carries out. */
import { basename, dirname, resolve } from 'node:path';
import { parseYaml } from '../desired/parse-yaml.ts';
import { parseKey } from '../model/key.ts';
import { git } from './commit.ts';

export interface FileHistory {
  /** Of the main line; undefined where Git knows none, or it lies too far back. */
  readonly lastChange: (file: string, key: string) => Promise<string | undefined>;
}

/** So many changes of one file are looked through. */
const looked = 100;

/** Reads each state of a file once, however many accounts are asked for. */
export function openFileHistory(): FileHistory {
  const commits = new Map<string, Promise<readonly string[]>>();
  const states = new Map<string, Promise<unknown>>();
  const commitsOf = async (file: string): Promise<readonly string[]> =>
    // A merge is one step of the main line: the commits within it may be anybody's.
    ((await git(dirname(file), 'log', '--first-parent', `-${looked}`, '--format=%H', '--', file)) ?? '')
      .split('\n')
      .filter((line) => /^[0-9a-f]{40,64}$/.test(line));
  const stateAt = async (commit: string, file: string): Promise<unknown> =>
    parseYaml(file, (await git(dirname(file), 'show', `${commit}:./${basename(file)}`)) ?? '').value;
  return {
    lastChange: async (given, key) => {
      const file = resolve(given);
      const line = await remembered(commits, file, () => commitsOf(file));
      const said = async (commit: string) =>
        saidOf(await remembered(states, `${commit}:${file}`, () => stateAt(commit, file)), key);
      for (const [index, commit] of line.entries()) {
        const earlier = line[index + 1];
        if (earlier === undefined) return line.length < looked ? commit : undefined;
        if ((await said(commit)) !== (await said(earlier))) return commit;
      }
      return undefined;
    },
  };
}

/** What a file says of a person, or of its organization apart from the people. */
function saidOf(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { people, ...organization } = value as { readonly people?: unknown };
  const { kind, id } = parseKey(key) ?? {};
  if (kind === 'organization') return JSON.stringify(organization);
  const items: readonly unknown[] = Array.isArray(people) ? people : [];
  return JSON.stringify(items.find((one) => (one as { readonly id?: unknown } | null)?.id === id));
}

function remembered<T>(all: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = all.get(name);
  if (known !== undefined) return known;
  const made = make();
  all.set(name, made);
  return made;
}
