/** Finds which organization last had somebody whom no file declares: by the server's record, else by Git's history. */
import { parseYaml } from '../desired/parse-yaml.ts';
import type { Account } from '../model/account.ts';
import { personKey } from '../model/key.ts';
import type { Organization, Person } from '../model/organization.ts';
import { git } from './commit.ts';

/** What was asked: where neither was, nothing is known of those no file declares. */
export interface Sources {
  /** The accounts of the server; absent where it was not read. */
  readonly accounts?: readonly Account[];
  /** A folder of the directory in a Git work tree. */
  readonly directory: string;
  /** What was done after this commit is not asked; by default nothing is left out. */
  readonly until?: string;
}

/** The organization of each, by person id; those nobody had, or whose end is on record, are left out. */
export async function findLastHomes(
  ids: readonly string[],
  { accounts, directory, until = 'HEAD' }: Sources,
): Promise<ReadonlyMap<string, string>> {
  const homes = new Map<string, string>();
  const entries = new Map((accounts ?? []).map((account) => [account.key, account]));
  for (const id of ids) {
    const entry = entries.get(personKey(id));
    // After any end the person may be declared anywhere: what is issued is another mailbox.
    const home = entry === undefined ? await homeInHistory(id, directory, until) : liveHome(entry);
    if (home !== undefined) homes.set(id, home);
  }
  return homes;
}

const liveHome = ({ state, organization }: Account): string | undefined =>
  state === 'terminated' ? undefined : organization;

/** True where the history of the folder can be asked: a clone that was cut short knows too little. */
export async function hasHistory(directory: string): Promise<boolean> {
  return (await git(directory, 'rev-parse', '--is-shallow-repository')) === 'false';
}

/** The file that lost the item last, as it was before: a change that only mentions the id tells nothing. */
async function homeInHistory(id: string, directory: string, until: string): Promise<string | undefined> {
  if (!/^[A-Z][A-Z0-9]*-[0-9]+$/.test(id) || !(await hasHistory(directory))) return undefined;
  // What a merge brought is one step, as it is for who merged it.
  const named = ['-m', '--first-parent', '--format=%x00%H', '--name-only', '--relative'];
  const log = await git(directory, 'log', ...named, `-S${id}`, until, '--', '.');
  for (const part of (log ?? '').split('\0')) {
    const [commit = '', ...files] = part.split('\n').filter((line) => line !== '');
    for (const file of files.filter((one) => one.endsWith('.yaml'))) {
      const text = await git(directory, 'show', `${commit}^:./${file}`);
      const item = text === undefined ? undefined : itemIn(parseYaml(file, text).value, id);
      if (item !== undefined) return item.home;
    }
  }
  return undefined;
}

/** The item of the person, with whose it was; nobody's where its end is on record. */
function itemIn(value: unknown, id: string): { readonly home: string | undefined } | undefined {
  const { id: home, people } = (value ?? {}) as Partial<Organization>;
  const items: readonly unknown[] = Array.isArray(people) ? people : [];
  const item = items.find((one) => (one as Partial<Person> | null)?.id === id) as Partial<Person> | undefined;
  if (item === undefined) return undefined;
  return { home: item.termination === undefined && typeof home === 'string' ? home : undefined };
}
