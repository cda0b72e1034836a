/** Finds which organization last had somebody whom no file declares: by the server's record, else by Git's history. */
import { parseYaml } from '../desired/read/parse-yaml.ts';
import type { Account } from '../model/account/account.ts';
import { personKey } from '../model/account/key.ts';
import type { Organization, Person } from '../model/directory/organization.ts';
import { inParts } from '../model/text/in-parts.ts';
import { hasHistory } from './commit.ts';
import { readSteps, type Step, stepsOfRead } from './steps.ts';
import { readTexts } from './tree-at.ts';

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
  const entries = new Map((accounts ?? []).map((account) => [account.key, account]));
  const past = await homesInHistory(
    ids.filter((id) => !entries.has(personKey(id))),
    directory,
    until,
  );
  return new Map(
    ids.flatMap((id): readonly [string, string][] => {
      const entry = entries.get(personKey(id));
      // After any end the person may be declared anywhere: what is issued is another mailbox.
      const home = entry === undefined ? past.get(id) : liveHome(entry);
      return home === undefined ? [] : [[id, home]];
    }),
  );
}

const liveHome = ({ state, organization }: Account): string | undefined =>
  state === 'terminated' ? undefined : organization;

/** Ids of one look through the history: however many are new, it is walked a few times. */
const idsOfLook = 500;

type Homes = Map<string, string | undefined>;

/** Whose each was by the file that lost the item last, as it was before; undefined where the end was on record. */
async function homesInHistory(
  ids: readonly string[],
  directory: string,
  until: string,
): Promise<ReadonlyMap<string, string | undefined>> {
  const asked = ids.filter((id) => /^[A-Z][A-Z0-9]*-[0-9]+$/.test(id));
  const homes: Homes = new Map();
  if (asked.length === 0 || !(await hasHistory(directory))) return homes;
  for (const some of inParts(asked, idsOfLook)) {
    // Lines that came or went: a count of them would miss who went as another came. Nothing counts as binary.
    const steps = await readSteps(directory, ['--text', `-G(${some.join('|')})`, until]);
    const open = new Set(some);
    for (const part of inParts(steps, stepsOfRead)) {
      if (open.size > 0) await lookThrough(directory, part, open, homes);
    }
  }
  return homes;
}

async function lookThrough(directory: string, steps: readonly Step[], open: Set<string>, homes: Homes) {
  const lost = steps.flatMap(({ before }) => before);
  const texts = await readTexts(directory, lost);
  for (const sha of lost) {
    // A change that only mentions an id tells nothing: its item must have been there.
    for (const [id, home] of itemsIn(parseYaml(sha, texts.get(sha) ?? '').value)) {
      if (open.delete(id)) homes.set(id, home);
    }
  }
}

/** The people of a file with whose they were; nobody's where the end is on record. */
function itemsIn(value: unknown): Homes {
  const { id, people } = (value ?? {}) as Partial<Organization>;
  const items: readonly unknown[] = Array.isArray(people) ? people : [];
  const homes: Homes = new Map();
  for (const item of items as readonly (Partial<Person> | null)[]) {
    if (typeof item?.id !== 'string' || homes.has(item.id)) continue;
    homes.set(item.id, item.termination === undefined && typeof id === 'string' ? id : undefined);
  }
  return homes;
}
