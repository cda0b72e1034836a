/** What was merged since the job last looked: which records nobody entitled has agreed to, judged step by step. */
import { type Key, toldKey } from '../model/account/key.ts';
import type { Consent, ConsentCode } from '../model/github/review.ts';
import { type AuthorQuestion, judgeAuthor, standingBehind } from './author.ts';
import { beginningsOf, isRight, type TreeAt, withAgreedRights } from './rights.ts';
import { changedBetween, type Tree, touchedRecords } from './tree-changes.ts';

/** One step of the main line. */
export interface Step {
  readonly before: TreeAt;
  readonly after: TreeAt;
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
  /** Steps that lacked a word, gave one, or made it unneeded, each with what of that it changed. */
  const involved = new Map<number, ReadonlySet<string>>();
  for (const [index, step] of steps.entries()) {
    const changedFiles = changedBetween(step.before, step.after);
    const records: ReadonlyMap<string, ReadonlySet<string>> = touchedRecords(
      step.before,
      step.after,
      changedFiles,
    );
    const touched = new Set<string>([...records.keys(), ...changedFiles.map(({ path }) => path)]);
    const stands = standingBehind(step.voices?.author ?? '', step.voices?.approvers);
    const before = withAgreedRights(step.before, pending, (first) => steps[first]?.before);
    const isHeard = ({ ask, id, place }: Missing) =>
      touched.has(id) &&
      (place === undefined || records.get(id)?.has(place) === true) &&
      stands([...ask, ...before.operators]);
    const left = pending.filter((one) => !isHeard(one));
    const needed = missingOf({ ...step, before }, changedFiles).flatMap((consent) => needsOf(consent, index));
    const still = standing([...left, ...needed], steps, step.after);
    if (needed.length > 0 || still.length < pending.length) {
      const lacking = needed.map(({ id }) => id).filter((id) => touched.has(id));
      const rights = pending.map(({ id }) => id).filter(isRight);
      involved.set(index, new Set([...records.keys(), ...lacking, ...rights]));
    }
    pending = still;
  }
  const silent = steps.findIndex(({ voices }) => voices === undefined);
  const waiting = together(new Set(pending.map(({ index }) => index)), involved);
  return {
    ...heldBy(pending),
    waiting: waiting.filter((one) => silent < 0 || one < silent),
    silent: silent < 0 ? undefined : silent,
  };
}

/** With what waits goes every step that lacked or gave a word on one of its records: they are judged again as one. */
function together(
  waiting: ReadonlySet<number>,
  involved: ReadonlyMap<number, ReadonlySet<string>>,
): readonly number[] {
  const kept = new Set(waiting);
  const shared = new Set<string>();
  for (let size = -1; size !== kept.size; ) {
    size = kept.size;
    for (const index of kept) for (const id of involved.get(index) ?? []) shared.add(id);
    for (const [index, ids] of involved) if (!ids.isDisjointFrom(shared)) kept.add(index);
  }
  return [...kept].sort((a, b) => a - b);
}

/** What of it is different now from how it was before the first step of it that lacks a word. */
function standing(pending: readonly Missing[], steps: readonly Step[], now: Tree): readonly Missing[] {
  const firsts = beginningsOf(pending);
  const since = new Map<number, ReturnType<typeof touchedRecords>>();
  return pending.flatMap((missing) => {
    const { id, isFile, index } = missing;
    const first = firsts.get(id) ?? index;
    const before = steps[first]?.before;
    if (before === undefined) return [];
    const changed = since.get(first) ?? touchedRecords(before, now, changedBetween(before, now));
    since.set(first, changed);
    if (!isFile) return changed.has(toldKey(id)) ? missing : [];
    const keys = [...changed].flatMap(([key, found]) => (found.has(id) ? key : []));
    const isOfAll = !id.startsWith('organizations/') && before.texts.get(id) !== now.texts.get(id);
    return isOfAll || keys.length > 0 ? { ...missing, keys } : [];
  });
}

/** The operator's word stands for everybody's: it is what is asked for where several are needed. */
function heldBy(pending: readonly Missing[]): Pick<MergedVerdict, 'unconsented' | 'files'> {
  const unconsented = new Map<Key, readonly string[]>();
  const files = new Set<string>();
  const inOrder = pending.toSorted((a, b) => Number(b.isOperators) - Number(a.isOperators));
  for (const { id, ask, isFile, keys } of inOrder) {
    for (const key of keys) if (!unconsented.has(key)) unconsented.set(key, ask);
    if (isFile && keys.length === 0) files.add(id);
  }
  return { unconsented, files: [...files] };
}

/** One need by itself: who is asked for one of them does not answer for another. */
interface Missing {
  /** The key of a record, or the path of a file of which no record differs. */
  readonly id: string;
  readonly ask: readonly string[];
  readonly isFile: boolean;
  readonly isOperators: boolean;
  /** Where somebody was taken on: the word of who had him is given there, not by a change of their own file. */
  readonly place: string | undefined;
  /** Of the step. */
  readonly index: number;
  /** The records that are different for it now. */
  readonly keys: readonly Key[];
}

function needsOf({ code, records, files, ask }: Consent, index: number): readonly Missing[] {
  const isFile = records.length === 0;
  const isOperators = code === 'operator-key';
  const common = { ask, isFile, isOperators, index };
  if (isFile) return files.map((id) => ({ ...common, id, place: undefined, keys: [] }));
  return records.map(({ key, file }) => ({
    ...common,
    id: key,
    place: code === 'moved-away' ? file : undefined,
    keys: [key],
  }));
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
