/** What was merged since the job last looked: which records nobody entitled has agreed to, judged step by step. */
import { type Key, organizationKey } from '../model/key.ts';
import type { Consent, ConsentCode } from '../model/review.ts';
import { type AuthorQuestion, judgeAuthor, type SideFile } from './author.ts';
import { compareRecords, type RecordChange } from './record-changes.ts';

/** The directory as it was at one commit; paths from its root. */
export interface Tree {
  readonly organizations: readonly SideFile[];
  readonly operators: readonly string[];
  /** Of each file something that changes with its text. */
  readonly texts: ReadonlyMap<string, string>;
  readonly unreadable: ReadonlySet<string>;
}

/** One step of the main line. */
export interface Step {
  readonly before: Tree;
  readonly after: Tree;
  /** Who stands behind it; undefined where nobody could be asked: then only its file's own word is taken for given. */
  readonly voices: { readonly author: string; readonly approvers: readonly string[] } | undefined;
  readonly lastHome: NonNullable<AuthorQuestion['lastHome']>;
}

export interface MergedVerdict {
  /** Whom to ask, for each account whose record lacks a word. */
  readonly unconsented: ReadonlyMap<Key, readonly string[]>;
  /** Files of everybody (policy, calendar, grants) that lack the operator's. */
  readonly files: readonly string[];
  /** The steps that lack it, and those that gave a part of it, by their place. */
  readonly waiting: readonly number[];
  /** The first step that nobody could be asked about; undefined where there was none. */
  readonly silent: number | undefined;
}

/**
 * A word that was missing is given when one of those to be asked stands behind a later change of the same record, or
 * when the record is as it was. Where GitHub did not say who stands behind a step, its files are taken to be their
 * representatives' (code owners see to that), and everything that needs more waits.
 */
export function judgeMerged(steps: readonly Step[]): MergedVerdict {
  let pending: readonly Missing[] = [];
  const answers: { readonly to: number; readonly by: number }[] = [];
  for (const [index, step] of steps.entries()) {
    const changedFiles = changedBetween(step.before, step.after);
    const touched = new Set([
      ...touchedRecords(step.before, step.after, changedFiles).keys(),
      ...changedFiles.map(({ path }) => path),
    ]);
    const behind = new Set([step.voices?.author ?? '', ...(step.voices?.approvers ?? [])].map(fold));
    const isHeard = ({ ask, id }: Missing) =>
      touched.has(id) && [...ask, ...step.after.operators].some((login) => behind.has(fold(login)));
    for (const one of pending) if (isHeard(one)) answers.push({ to: one.index, by: index });
    const needed = missingOf(step, changedFiles).flatMap((consent) => needsOf(consent, index));
    pending = [...pending.filter((one) => !isHeard(one)), ...needed];
  }
  const silent = steps.findIndex(({ voices }) => voices === undefined);
  const { waiting, ...found } = standing(pending, steps);
  // What answered a part of what still waits is needed with it.
  const answering = answers.filter(({ to }) => waiting.has(to)).map(({ by }) => by);
  const kept = [...new Set([...waiting, ...answering])].filter((one) => silent < 0 || one < silent);
  return { ...found, waiting: kept.sort((a, b) => a - b), silent: silent < 0 ? undefined : silent };
}

/** What of it is still different from how it was before the first step of it that lacks a word. */
function standing(
  pending: readonly Missing[],
  steps: readonly Step[],
): Pick<MergedVerdict, 'unconsented' | 'files'> & { readonly waiting: ReadonlySet<number> } {
  const unconsented = new Map<Key, readonly string[]>();
  const files = new Set<string>();
  const waiting = new Set<number>();
  const now = steps.at(-1)?.after;
  // The operator's word stands for everybody's: it is what is asked for where several are needed.
  const inOrder = pending.toSorted((a, b) => Number(b.isOperators) - Number(a.isOperators));
  const since = new Map<number, ReadonlyMap<Key, string>>();
  const firsts = new Map<string, number>();
  for (const { id, index } of pending) firsts.set(id, Math.min(index, firsts.get(id) ?? index));
  for (const { id, ask, isFile, index } of inOrder) {
    const first = firsts.get(id) ?? index;
    const before = steps[first]?.before;
    if (before === undefined || now === undefined) continue;
    const changed = since.get(first) ?? touchedRecords(before, now, changedBetween(before, now));
    since.set(first, changed);
    const keys = isFile ? [...changed].flatMap(([key, file]) => (file === id ? key : [])) : [id];
    const differing = keys.filter((key) => changed.has(key));
    for (const key of differing) if (!unconsented.has(key)) unconsented.set(key, ask);
    const isOfAll = isFile && !id.startsWith('organizations/') && before.texts.get(id) !== now.texts.get(id);
    if (isOfAll) files.add(id);
    if (isOfAll || differing.length > 0) waiting.add(index);
  }
  return { unconsented, files: [...files], waiting };
}

/** One need by itself: who is asked for one of them does not answer for another. */
interface Missing {
  /** The key of a record, or the path of a file of which no record differs. */
  readonly id: string;
  readonly ask: readonly string[];
  readonly isFile: boolean;
  readonly isOperators: boolean;
  /** Of the step. */
  readonly index: number;
}

function needsOf({ code, records, files, ask }: Consent, index: number): readonly Missing[] {
  const isFile = records.length === 0;
  const ids = isFile ? files : records.map(({ key }) => key);
  return ids.map((id) => ({ id, ask, isFile, isOperators: code === 'operator-key', index }));
}

function missingOf({ before, after, voices, lastHome }: Step, changedFiles: AuthorQuestion['changedFiles']) {
  const verdict = judgeAuthor({
    author: voices?.author ?? '',
    approvers: voices?.approvers ?? [],
    changedFiles,
    baseOrganizations: before.organizations,
    headOrganizations: after.organizations,
    operators: before.operators,
    unreadable: after.unreadable,
    lastHome,
  });
  const missing = verdict.allowed ? [] : verdict.missing;
  return voices === undefined ? missing.filter(({ code }) => !ownWord.has(code)) : missing;
}

/** What a code owner of the file can say alone. */
const ownWord: ReadonlySet<ConsentCode> = new Set(['changed']);

function changedBetween(before: Tree, after: Tree): AuthorQuestion['changedFiles'] {
  const there = new Map(before.organizations.map((one) => [one.organization.id, one.file]));
  const moved = new Map<string, string>();
  for (const { file, organization } of after.organizations) {
    const from = there.get(organization.id);
    if (from !== undefined && from !== file && !after.texts.has(from)) moved.set(file, from);
  }
  const left = new Set(moved.values());
  return [...new Set([...before.texts.keys(), ...after.texts.keys()])]
    .filter((path) => before.texts.get(path) !== after.texts.get(path) && !left.has(path))
    .sort()
    .map((path) => ({ path, ...(moved.has(path) && { previousPath: moved.get(path) as string }) }));
}

/** Every record that differs, with the file it stands in. */
function touchedRecords(
  before: Tree,
  after: Tree,
  changedFiles: AuthorQuestion['changedFiles'],
): ReadonlyMap<Key, string> {
  const [old, now] = [before, after].map(
    ({ organizations }) => new Map(organizations.map((one) => [one.file, one])),
  ) as [Map<string, SideFile>, Map<string, SideFile>];
  const touched = new Map<Key, string>();
  for (const { path, previousPath } of changedFiles) {
    const [from, to] = [old.get(previousPath ?? path), now.get(path)];
    const same = from?.organization.id === to?.organization.id;
    const pairs: readonly (readonly [SideFile | undefined, SideFile | undefined])[] =
      same || from === undefined || to === undefined
        ? [[from, to]]
        : [
            [from, undefined],
            [undefined, to],
          ];
    const changes: readonly RecordChange[] = pairs.flatMap((pair) => compareRecords(...pair));
    for (const { key } of changes) touched.set(key, path);
    // What cannot be read says nothing of anybody, and may say anything: the whole file is in question.
    if (after.unreadable.has(path) && from !== undefined)
      touched.set(organizationKey(from.organization.id), path);
  }
  return touched;
}

const fold = (login: string): string => login.toLowerCase();
