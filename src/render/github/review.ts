/** The one comment under a pull request: how it stands, who does what next, what is wrong or would change; private data is left out. */

import type {
  Asking,
  AuthorVerdict,
  Consent,
  LeavingPerson,
  Review,
  ReviewNote,
} from '../../model/github/review.ts';
import type { Change } from '../../model/plan/plan.ts';
import type { Place } from '../../model/problems/problem.ts';
import { nameOf, whyText } from '../plan/lines.ts';
import { kindWords, planWords, whyWords } from '../plan/words/plan.ts';
import { type Position, wordsOf } from '../problems/problems.ts';
import { withDates } from '../text/dates.ts';
import { markdown } from '../text/escape.ts';
import { namedGroup, namedProblem, organizationName } from '../text/named.ts';
import type { Language } from '../text/wording.ts';
import { changeTable } from './change-table.ts';
import { changesOf, headlineText, organizationsIn, signs, standingOf } from './headline.ts';
import { heldLines } from './held-groups.ts';
import { nextSteps } from './next-step.ts';
import { removedLines } from './removed.ts';
import { loginText, safe, someOf } from './safe.ts';
import { consentWords, reviewWords } from './words/review.ts';

/** GitHub takes 65,536 characters; the hidden mark that is written before the text needs some of them. */
const commentLimit = 65_536 - 100;

/** How many items of each part are told, from all of them down to none. */
const steps = [Number.POSITIVE_INFINITY, 500, 200, 100, 50, 20, 10, 5, 2, 1, 0];

export interface ReviewOptions {
  readonly language: Language;
  readonly locate: (place: Place) => Position;
  /** Characters, counted as JavaScript does, which is never fewer than GitHub counts. */
  readonly limit?: number;
}

/** Never longer than the limit: parts are told with fewer items, each part with how many it has. */
export function renderReview(review: Review, options: ReviewOptions): string {
  const { limit = commentLimit, language } = options;
  for (const shown of steps) {
    const text = renderParts(review, options, shown);
    if (text.length <= limit) return text;
  }
  return `${reviewWords[language].cut}\n`.slice(0, limit);
}

function renderParts(review: Review, options: ReviewOptions, shown: number): string {
  const {
    verdict,
    problems,
    earlierProblems,
    behind,
    plan,
    notes = [],
    removed = [],
    leaving = [],
    conflicts = [],
    asking,
  } = review;
  const { language, locate } = options;
  const words = reviewWords[language];
  const part = (title: string, items: readonly string[], count = items.length) =>
    items.length === 0 ? [] : ['', `### ${title}: ${count}`, '', ...cutTo(items, shown, words)];
  const isOneOrganization = organizationsIn(review).size < 2;
  const table = (changes: readonly Change[], days: readonly LeavingPerson[] = []) =>
    changeTable(changes, days, { language, names: asking.names, isOneOrganization, shown });
  const changes = new Set(changesOf(review));
  const isWrong = standingOf(review) === 'wrong';
  // What an error of the file keeps back, the error tells.
  const held = (plan?.held ?? []).filter(({ code }) => !(isWrong && code === 'problem'));
  const [added = [], altered = []] = [plan?.added ?? [], plan?.altered ?? []].map((list) =>
    list.filter((change) => changes.has(change)),
  );
  const rows = [table(added, leaving), table(altered)] as const;
  const lines = [
    ...(plan?.doubt ? [`**${markdown(planWords[language].doubt(plan.doubt))}**`, ''] : []),
    `## ${signs[standingOf(review)]} ${markdown(headlineText(review, language))}`,
    ...nextSteps(review, ({ at }) => locate(at).line, language).flatMap((line) => ['', line]),
    ...unreadTeamLines(verdict, language),
    ...removedLines(removed, asking.names, language, shown),
    ...part(words.problems, problemLines(review, options, shown), problems.length),
    ...part(
      words.notes,
      notes.map((note) => `- ${noteText(note, language)}`),
    ),
    ...(behind > 0 ? ['', words.behind(behind)] : []),
    ...(rows[0].length === 0 ? [] : ['', ...rows[0]]),
    ...(rows[1].length === 0 ? [] : ['', `### ${words.altered}: ${altered.length}`, '', ...rows[1]]),
    ...part(
      words.gone,
      (plan?.gone ?? []).map((one) => `- ${kindWords[one.kind][language]}: ${safe(nameOf(one))}`),
    ),
    ...part(words.held, heldLines(held, asking.names, language, shown), held.length),
    ...part(
      words.conflicts,
      conflicts.map((path) => `- ${safe(path.split('/').at(-1) ?? path)}`),
    ),
    ...(plan === undefined && conflicts.length === 0 ? ['', words.noPlan] : []),
    ...(earlierProblems > 0 ? ['', words.earlier(earlierProblems)] : []),
    ...technical(review, options, shown),
  ];
  const full = [
    problems,
    notes,
    added,
    altered,
    leaving,
    plan?.gone,
    held,
    missingOf(verdict),
    removed,
    conflicts,
  ];
  const cut = full.some((list) => (list?.length ?? 0) > shown);
  if (cut) lines.push('', words.cut);
  return `${lines.join('\n')}\n`;
}

/** Not folded: who has approved as a member of such a team wonders why it does not count. */
function unreadTeamLines(verdict: AuthorVerdict, language: Language): readonly string[] {
  const unread = verdict.allowed ? [] : (verdict.unreadTeams ?? []);
  const { teamsUnread } = reviewWords[language];
  return unread.length === 0 ? [] : ['', `${someOf(unread, 5)}: ${teamsUnread} (team-unread).`];
}

/** Folded: what only somebody who looks after the files or the servers asks for. */
function technical(review: Review, { language }: ReviewOptions, shown: number): readonly string[] {
  const { plan, verdict, asking } = review;
  const words = reviewWords[language];
  const whys = whyLines(changesOf(review), asking, language);
  const approval = plan?.approval?.replace(/[^0-9a-z:]/gi, '');
  const items = [
    ...cutTo(consentLines(verdict, asking, language), shown, words),
    ...cutTo(whys, shown, words),
    ...(approval === undefined ? [] : [`- ${words.approval}: \`${approval}\``]),
  ];
  if (items.length === 0) return [];
  return ['', `<details><summary>${words.technical}</summary>`, '', ...items, '', '</details>'];
}

/** The same of many is one line; of a few each has its own, with the name. */
const manyAlike = 3;

function whyLines(changes: readonly Change[], asking: Asking, language: Language): readonly string[] {
  const placeless = ({ why: { line: _line, ...why }, ...change }: Change) =>
    whyOf({ ...change, why } as Change, asking, language);
  const alike = Map.groupBy(changes, (change) => `${change.kind} ${placeless(change)}`);
  return [...alike.values()].flatMap((same) => {
    const [first] = same as [Change, ...Change[]];
    if (same.length <= manyAlike) return same.map((change) => whyLine(change, asking, language));
    const lines = same.flatMap(({ why }) => (why.line === undefined ? [] : String(why.line)));
    const places = lines.length === 0 ? '' : `:${someOf(lines, 20)}`;
    return `- ${kindWords[first.kind][language]} (${same.length}): ${placeless(first)}${places}`;
  });
}

const whyLine = (change: Change, asking: Asking, language: Language): string =>
  `- ${kindWords[change.kind][language]}: ${safe(nameOf(change))}: ${whyOf(change, asking, language)}`;

function whyOf(change: Change, { names }: Asking, language: Language): string {
  const { due: _due, group, ...why } = change.why;
  const own = why.code === 'differs' && why.file !== undefined ? reviewWords[language].ownEdit : undefined;
  const named = group === undefined ? why : { ...why, group: namedGroup(group, names) };
  return safe(whyText({ why: named }, language, 'everybody', own ?? whyWords[why.code][language]));
}

function cutTo(items: readonly string[], shown: number, words: { more: (count: number) => string }) {
  const rest = items.length - shown;
  return rest <= 0 ? items : [...items.slice(0, shown), `- ${words.more(rest)}`];
}

const missingOf = (verdict: AuthorVerdict): readonly Consent[] => (verdict.allowed ? [] : verdict.missing);

function consentLines(verdict: AuthorVerdict, { names }: Asking, language: Language): readonly string[] {
  const words = reviewWords[language];
  return missingOf(verdict).map(({ code, organization = '', files, ask, records }) => {
    const who = ask.length === 0 ? words.operatorsMissing : `${words.oneOf} ${someOf(ask, 5, loginText)}`;
    const fields = code === 'operator-key' ? [...new Set(records.flatMap((one) => one.fields))] : [];
    const what = fields.length === 0 ? '' : `: ${someOf(fields, 5)}`;
    const told = consentWords[code][language](organizationName(names, organization));
    return `- ${safe(told)} (${someOf(files, 5)})${what}: ${who}`;
  });
}

function noteText(note: ReviewNote, language: Language): string {
  const words = reviewWords[language];
  if (note.code === 'password-known') {
    return words.passwordKnown(safe(note.custodian), safe(note.organization));
  }
  if (note.code === 'long-ago') {
    const { name, field, date, deletable } = note;
    const told = planWords[language].longAgoOne(field, date, deletable);
    return `${safe(name)}: ${words.longAgo(withDates(told, language))}`;
  }
  const { setting, before, after } = note;
  return `policy.yaml ${safe(setting)}: ${safe(before)} → ${safe(after)}`;
}

/** The same of several lines is told once, with all of them. */
function problemLines(
  { problems, asking }: Review,
  { language, locate }: ReviewOptions,
  shown: number,
): readonly string[] {
  const words = reviewWords[language];
  const groups = Map.groupBy(problems, (problem) => {
    const { message, hint } = wordsOf(namedProblem(problem, asking.names), language, 'everybody');
    const told = [message, hint].filter((part) => part !== '').map((part) => safe(withDates(part, language)));
    const said = told.join('. ');
    const file = problem.at.file.split('/').at(-1) ?? problem.at.file;
    return [`- **${words[problem.severity]}** ${safe(file)}:`, `: ${said} \\[${safe(problem.code)}\\]`].join(
      '\n',
    );
  });
  return [...groups].map(([text, same]) => {
    const [place, said] = text.split('\n');
    const lines = same.map(({ at }) => String(locate(at).line));
    return `${place}${someOf([...new Set(lines)], Math.max(1, Math.min(20, shown)))}${said}`;
  });
}
