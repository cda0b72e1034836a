/** Finds the commits that last changed what the files say of a record, wherever it stood: whose request a change carries out. */
import { parseYaml } from '../desired/read/parse-yaml.ts';
import { type Key, parseKey } from '../model/account/key.ts';
import { inParts } from '../model/text/in-parts.ts';
import { type Aspect, type Said, saidIn, textOfAspect } from '../review/carried.ts';
import { hasHistory } from './commit.ts';
import { readSteps, type Step, stepsOfRead } from './steps.ts';
import { readTexts } from './tree-at.ts';

export interface HistoryQuestion {
  readonly key: Key;
  readonly aspect: Aspect;
}

/** So many commits of the main line that changed the directory are looked through, so many at one time. */
const looked = 5000;
const page = 200;

/**
 * The newest commit of the main line that changed the aspect of the record, for each question in order. Undefined where
 * Git knows none: it lies too far back, or the clone was cut short. Where a file was moved, split or joined, what it
 * says of a record counts, and not its path.
 */
export async function findLastChanges(
  directory: string,
  questions: readonly HistoryQuestion[],
): Promise<readonly (string | undefined)[]> {
  const asked = questions.map(makeSearch);
  const searches = asked.filter((one) => one !== undefined);
  // The last commit of a shallow clone looks as if it had brought everything.
  if (searches.length > 0 && (await hasHistory(directory))) {
    for (let skip = 0; skip < looked && searches.some(isOpen); skip += page) {
      const steps = await readSteps(directory, [`--skip=${skip}`, `-${page}`]);
      for (const part of inParts(steps, stepsOfRead)) {
        if (searches.some(isOpen)) await lookThrough(directory, part, searches);
      }
      if (steps.length < page) break;
    }
  }
  return asked.map((one) => one?.found);
}

export type LastChanges = (questions: readonly HistoryQuestion[]) => Promise<readonly (string | undefined)[]>;

/** For one run, in which the history stays as it is: several parts ask the same, and Git is asked once. */
export function rememberLastChanges(directory: string): LastChanges {
  const known = new Map<string, string | undefined>();
  return async (questions) => {
    const asked = questions.map(({ key, aspect }) => JSON.stringify([key, aspect]));
    const open = new Map(
      questions.flatMap((question, index) => {
        const id = asked[index] ?? '';
        return known.has(id) ? [] : [[id, question] as const];
      }),
    );
    const found = await findLastChanges(directory, [...open.values()]);
    for (const [index, id] of [...open.keys()].entries()) known.set(id, found[index]);
    return asked.map((id) => known.get(id));
  };
}

interface Search {
  readonly kind: 'person' | 'organization';
  readonly id: string;
  readonly aspect: Aspect;
  found?: string;
  /** What it says after a file nobody can read, and the commit that made it readable again. */
  after?: { readonly text: string; readonly commit: string };
}

const isOpen = ({ found }: Search): boolean => found === undefined;

function makeSearch({ key, aspect }: HistoryQuestion): Search | undefined {
  const parsed = parseKey(key);
  return parsed && { kind: parsed.kind, id: parsed.id, aspect };
}

/** What these contents say of the record that is sought. */
type SayOf = (shas: readonly string[], search: Search) => Said | 'unreadable' | undefined;

async function lookThrough(directory: string, steps: readonly Step[], searches: readonly Search[]) {
  const texts = await readTexts(
    directory,
    steps.flatMap(({ before, after }) => [...before, ...after]),
  );
  const values = new Map<string, unknown>();
  const read = (sha: string): unknown => {
    if (!values.has(sha)) values.set(sha, parseYaml(sha, texts.get(sha) ?? '').value);
    return values.get(sha);
  };
  const sayOf: SayOf = (shas, search) => {
    const mentioned = shas.filter((sha) => texts.get(sha)?.includes(search.id) === true);
    const said = mentioned.map((sha) => saidIn(read(sha), search)).find((one) => one !== undefined);
    return said ?? (mentioned.some((sha) => read(sha) === undefined) ? 'unreadable' : undefined);
  };
  for (const step of steps) for (const search of searches.filter(isOpen)) look(step, search, sayOf);
}

function look({ commit, before, after }: Step, search: Search, sayOf: SayOf): void {
  const [old, now] = [sayOf(before, search), sayOf(after, search)];
  if (old === undefined && now === undefined) return;
  const known = search.after ?? (now === 'unreadable' ? undefined : { text: textOf(now, search), commit });
  if (known === undefined) return;
  if (old === 'unreadable') search.after = known;
  else if (textOf(old, search) === known.text) delete search.after;
  else search.found = known.commit;
}

const textOf = (said: Said | undefined, { aspect }: Search): string => textOfAspect(said, aspect);
