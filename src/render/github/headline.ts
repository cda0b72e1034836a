/** The sum of a review in one line: how it stands, what it does, and to whom. */
import type { LeavingPerson, PlanDelta, Review } from '../../model/github/review.ts';
import { type Change, changeKinds, type Held } from '../../model/plan/plan.ts';
import { fieldLines, nameOf } from '../plan/lines.ts';
import { onlyWaitsForDay, organizationOf } from '../plan/summary.ts';
import { kindWords } from '../plan/words/plan.ts';
import { dateText } from '../text/dates.ts';
import { visible } from '../text/escape.ts';
import { organizationName } from '../text/named.ts';
import type { Language } from '../text/wording.ts';
import { leavingWords } from './words/leaving.ts';
import { headlineWords } from './words/review.ts';

export type Standing = 'conflict' | 'wrong' | 'removed' | 'waiting' | 'held' | 'ready';

/** Nobody reads a longer line, and GitHub's lists cut it. */
const longest = 200;

export const signs = {
  conflict: '❌',
  wrong: '❌',
  removed: '⚠️',
  waiting: '⏳',
  held: '⚠️',
  ready: '✅',
} as const satisfies Record<Standing, string>;

export const errorsOf = ({ problems }: Review) => problems.filter(({ severity }) => severity === 'error');

/** Held with the pull request, and not for a day to come. */
export const blockedOf = (plan: PlanDelta | undefined): readonly Held[] =>
  (plan?.held ?? []).filter((one) => !onlyWaitsForDay(one) && one.code !== 'removal-waits');

/** What is carried out once it is merged; who was taken out of the files is told apart. */
export function changesOf(review: Review): readonly Change[] {
  const removed = new Set((review.removed ?? []).map(({ id }) => `person:${id}`));
  const { added = [], altered = [] } = review.plan ?? {};
  return [...added, ...altered].filter(
    ({ key, why }) => !(removed.has(key) && (why.code === 'missing' || why.code === 'removed')),
  );
}

/** How much of it is held, of how much in all; a change whose part is held counts among both. */
export function countHeld(review: Review): { readonly held: number; readonly all: number } {
  const deed = ({ key, kind }: Pick<Held, 'key' | 'kind'>) => `${kind ?? ''} ${key}`;
  const held = new Set(blockedOf(review.plan).map(deed));
  return { held: held.size, all: new Set([...changesOf(review).map(deed), ...held]).size };
}

export function standingOf(review: Review): Standing {
  if ((review.conflicts ?? []).length > 0) return 'conflict';
  if (errorsOf(review).length > 0) return 'wrong';
  if ((review.removed ?? []).length > 0) return 'removed';
  if (!review.verdict.allowed) return 'waiting';
  return blockedOf(review.plan).length > 0 ? 'held' : 'ready';
}

/** Without its sign, and without markup: `sign` and this are the first line. */
export function headlineText(review: Review, language: Language): string {
  const standing = standingOf(review);
  const parts = [
    stateText(review, standing, language),
    ...(standing === 'removed' || standing === 'held' ? [] : deedText(review, language)),
    ...wholeText(review, language),
  ];
  const text = parts.map(visible).join(' · ');
  return text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text;
}

/** The title of the check, and the status of the commit. */
export const headline = (review: Review, language: Language): string =>
  `${signs[standingOf(review)]} ${headlineText(review, language)}`;

function stateText(review: Review, standing: Standing, language: Language): string {
  const words = headlineWords[language];
  const { removed = [], asking } = review;
  switch (standing) {
    case 'conflict':
      return words.conflict;
    case 'wrong':
      return words.wrong(errorsOf(review).length);
    case 'removed':
      return words.removed(removed.length === 1 ? (removed[0]?.name ?? '') : removed.length);
    case 'waiting':
      return words.waiting;
    case 'held': {
      const { held, all } = countHeld(review);
      return words.held(held, all, asking.approvers.length > 0);
    }
    case 'ready':
      return review.plan === undefined ? words.unseen : words.ready;
  }
}

/** One deed in words, several counted. */
function deedText(review: Review, language: Language): readonly string[] {
  const days = leavingText(review.leaving ?? [], language);
  if (review.plan === undefined) return days;
  const deeds = plannedText(review, language);
  return days.length > 0 && isIdle(review) ? days : [...deeds, ...days];
}

/** Nothing is done and nothing held: neither now nor with the merge. */
const isIdle = (review: Review): boolean =>
  changesOf(review).length === 0 && blockedOf(review.plan).length === 0;

function leavingText(leaving: readonly LeavingPerson[], language: Language): readonly string[] {
  const words = leavingWords[language];
  const [first, ...others] = leaving;
  if (first === undefined) return [];
  if (others.length > 0) return [words.counted(leaving.length)];
  const { name, until } = first;
  return [until === undefined ? words.taken(name) : words.headline(dateText(until, language), name)];
}

function plannedText(review: Review, language: Language): readonly string[] {
  const changes = changesOf(review);
  const held = blockedOf(review.plan);
  const words = headlineWords[language];
  const one = changes.find(({ kind }) => kind === 'transfer') ?? changes[0];
  const names = new Set([...changes.map(nameOf), ...held.map(({ name }) => name)]);
  if (names.size === 1 && one !== undefined && held.length === 0 && isOneDeed(changes)) {
    return [oneDeed(one, language)];
  }
  const kinds = [...changes.map(({ kind }) => kind), ...held.flatMap(({ kind }) => kind ?? [])];
  if (kinds.length === 0) return held.length === 0 ? [words.nothing] : [];
  if (kinds.length === 1 && held.length === 1) {
    return [`${capital(kindWords[kinds[0] as Change['kind']][language])}: ${held[0]?.name}`];
  }
  const counted = changeKinds.flatMap((kind) => {
    const count = kinds.filter((found) => found === kind).length;
    return count === 0 ? [] : [words.counted(kindWords[kind][language], count)];
  });
  return [counted.join(', ')];
}

/** A transfer is two changes: the end of one mailbox and the issue of the next. */
const isOneDeed = (changes: readonly Change[]): boolean =>
  changes.length === 1 ||
  (changes.length === 2 &&
    ['transfer', 'create'].every((kind) => changes.some((change) => change.kind === kind)));

function oneDeed(change: Change, language: Language): string {
  const words = headlineWords[language];
  if ('fields' in change && ['update', 'rename'].includes(change.kind)) {
    if (change.fields.includes('name')) return words.renamed(change.base.name, change.account.name);
    const [only, ...others] = fieldLines(change, language, 'everybody');
    if (change.kind === 'update' && only !== undefined && others.length === 0)
      return `${words.change(only.label)}: ${nameOf(change)}`;
  }
  return `${capital(kindWords[change.kind][language])}: ${nameOf(change)}`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The organization, where it is one or two; more are counted. */
function wholeText(review: Review, language: Language): readonly string[] {
  const { asking, plan, removed = [] } = review;
  const found = organizationsIn(review);
  const ids = plan === undefined || found.size === 0 ? new Set(asking.organizations) : found;
  for (const { organization } of removed) ids.add(organization);
  if (ids.size === 0) return [];
  if (ids.size > 2) return [headlineWords[language].organizations(ids.size)];
  return [[...ids].map((id) => organizationName(asking.names, id)).join(', ')];
}

/** Ids of the organizations it does something to. */
export function organizationsIn(review: Review): Set<string> {
  const told = [
    ...(review.leaving ?? []).map(({ organization }) => organization),
    ...changesOf(review).map(organizationOf),
    ...blockedOf(review.plan).map(({ organization }) => organization),
  ];
  return new Set(told.filter((id) => id !== '' && id !== 'policies'));
}
