/** Finds the commit that last changed what the files say of one account: whose request a change carries out. */
import { basename, dirname, resolve } from 'node:path';
import { parseYaml } from '../desired/parse-yaml.ts';
import { type Key, parseKey } from '../model/key.ts';
import { git } from './commit.ts';

export interface FileHistory {
  /**
   * The newest of the main line that changed any of these; undefined where Git knows none: it lies too far back, or the
   * clone was cut short.
   */
  readonly lastChange: (file: string, asked: readonly Asked[]) => Promise<string | undefined>;
}

/** The record of an account, or what its organization is called: that changes everybody's entry. */
export type Asked = Key | 'names';

/** So many changes of one file are looked through. */
const looked = 100;

/** Reads each state of a file once, however many accounts are asked for. */
export function openFileHistory(): FileHistory {
  const commits = new Map<string, Promise<readonly string[]>>();
  const states = new Map<string, Promise<unknown>>();
  const commitsOf = async (file: string): Promise<readonly string[]> => {
    // The last commit of a shallow clone looks as if it had brought everything.
    if ((await git(dirname(file), 'rev-parse', '--is-shallow-repository')) !== 'false') return [];
    return await mainLineOf(file);
  };
  const mainLineOf = async (file: string): Promise<readonly string[]> =>
    // A merge is one step of the main line: the commits within it may be anybody's.
    ((await git(dirname(file), 'log', '--first-parent', `-${looked}`, '--format=%H', '--', file)) ?? '')
      .split('\n')
      .filter((line) => /^[0-9a-f]{40,64}$/.test(line));
  const stateAt = async (commit: string, file: string): Promise<unknown> =>
    parseYaml(file, (await git(dirname(file), 'show', `${commit}:./${basename(file)}`)) ?? '').value;
  return {
    lastChange: async (given, asked) => {
      const file = resolve(given);
      const line = await remembered(commits, file, () => commitsOf(file));
      const said = async (commit: string) =>
        saidOf(await remembered(states, `${commit}:${file}`, () => stateAt(commit, file)), asked);
      for (const [index, commit] of line.entries()) {
        const earlier = line[index + 1];
        if (earlier === undefined) return line.length < looked ? commit : undefined;
        if ((await said(commit)) !== (await said(earlier))) return commit;
      }
      return undefined;
    },
  };
}

function saidOf(value: unknown, asked: readonly Asked[]): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { people, ...organization } = value as Readonly<Record<string, unknown>>;
  const items: readonly unknown[] = Array.isArray(people) ? people : [];
  return JSON.stringify(
    asked.map((one) => {
      if (one === 'names') {
        const { name, kind, parent, code, personSuffix } = organization;
        return [name, kind, parent, code, personSuffix];
      }
      const { kind, id } = parseKey(one) ?? {};
      if (kind === 'organization') return organization;
      return items.find((item) => (item as { readonly id?: unknown } | null)?.id === id);
    }),
  );
}

function remembered<T>(all: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = all.get(name);
  if (known !== undefined) return known;
  const made = make();
  all.set(name, made);
  return made;
}
