/** The one comment under a pull request: what is wrong or would change, who must agree; private data is left out. */

import type { AuthorVerdict, Consent, PlanDelta, Review, ReviewNote } from '../../model/github/review.ts';
import type { Change, Held } from '../../model/plan/plan.ts';
import type { Place, Problem } from '../../model/problems/problem.ts';
import { changeRow } from '../plan/change-row.ts';
import { addressOf, heldText, nameOf } from '../plan/lines.ts';
import { organizationOf } from '../plan/summary.ts';
import { kindWords, planWords } from '../plan/words/plan.ts';
import { type Position, wordsOf } from '../problems/problems.ts';
import { markdown } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';
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
  const { verdict, problems, earlierProblems, behind, plan, notes = [] } = review;
  const { language } = options;
  const words = reviewWords[language];
  const part = (title: string, items: readonly string[], head: readonly string[] = []) =>
    items.length === 0
      ? []
      : ['', `### ${title}: ${items.length}`, '', ...head, ...cutTo(items, shown, words)];
  const lines = [
    ...(plan?.doubt ? [`**${markdown(planWords[language].doubt(plan.doubt))}**`, ''] : []),
    `## ${headline(review, language)}`,
    ...consentPart(verdict, language, part),
    ...part(
      words.problems,
      problems.map((problem) => problemLine(problem, options)),
    ),
    ...part(
      words.notes,
      notes.map((note) => `- ${noteText(note, language)}`),
    ),
    ...(earlierProblems > 0 ? ['', words.earlier(earlierProblems)] : []),
    ...(behind > 0 ? ['', words.behind(behind)] : []),
    ...(plan === undefined ? ['', words.noPlan] : planParts(plan, language, part)),
  ];
  const full = [problems, notes, plan?.added, plan?.altered, plan?.gone, plan?.held, missingOf(verdict)];
  const cut = full.some((list) => (list?.length ?? 0) > shown);
  if (cut) lines.push('', words.cut);
  return `${lines.join('\n')}\n`;
}

type Part = (title: string, items: readonly string[], head?: readonly string[]) => readonly string[];

/** The sum of it in one line. */
export function headline({ verdict, problems }: Review, language: Language): string {
  const words = reviewWords[language];
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return words.wrong(errors);
  return verdict.allowed ? words.sound : words.unapproved;
}

function cutTo(items: readonly string[], shown: number, words: { more: (count: number) => string }) {
  const rest = items.length - shown;
  if (rest <= 0) return items;
  const row = items[0]?.startsWith('|') ? `| ${words.more(rest)} |` : `- ${words.more(rest)}`;
  return [...items.slice(0, shown), row];
}

const missingOf = (verdict: AuthorVerdict): readonly Consent[] => (verdict.allowed ? [] : verdict.missing);

function consentPart(verdict: AuthorVerdict, language: Language, part: Part): readonly string[] {
  const words = reviewWords[language];
  if (verdict.allowed) return ['', words.allowed];
  const items = verdict.missing.map(({ code, organization = '', files, ask, records }) => {
    // A login without its sign is no mention: nobody is called by a comment that is written again and again.
    const who = ask.length === 0 ? words.operatorsMissing : `${words.oneOf} ${listed(ask)}`;
    const fields = code === 'operator-key' ? [...new Set(records.flatMap((one) => one.fields))] : [];
    const what = fields.length === 0 ? '' : `: ${listed(fields)}`;
    return `- ${safe(consentWords[code][language](organization))} (${listed(files)})${what}: **${who}**`;
  });
  return part(words.consents, items);
}

function noteText(note: ReviewNote, language: Language): string {
  const words = reviewWords[language];
  if (note.code === 'password-known') {
    return words.passwordKnown(safe(note.custodian), safe(note.organization));
  }
  if (note.code === 'long-ago') {
    const { name, field, date, deletable } = note;
    return `${safe(name)}: ${words.longAgo(planWords[language].longAgoOne(field, date, deletable))}`;
  }
  const { setting, before, after } = note;
  return `policy.yaml ${safe(setting)}: ${safe(before)} → ${safe(after)}`;
}

/** The first few of a list that may have thousands. */
function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, 5).map(safe).join(', ');
  return texts.length > 5 ? `${shown}, +${texts.length - 5}` : shown;
}

function problemLine(problem: Problem, { language, locate }: ReviewOptions): string {
  const words = reviewWords[language];
  const { line } = locate(problem.at);
  const { message, hint } = wordsOf(problem, language, 'everybody');
  const said = `${safe(message)}${hint === '' ? '' : `. ${safe(hint)}`}`;
  return `- **${words[problem.severity]}** \\[${safe(problem.code)}\\] ${safe(`${problem.at.file}:${line}`)}: ${said}`;
}

function planParts(plan: PlanDelta, language: Language, part: Part): readonly string[] {
  const words = reviewWords[language];
  const { added, altered, gone, held, approval } = plan;
  if (added.length + altered.length + gone.length + held.length === 0) return ['', words.noChange];
  const issues = added.filter(isIssue);
  const others = added.filter((change) => !isIssue(change));
  const row = (change: Change) => changeRow(change, language, safe);
  const { account, organization, change, why } = planWords[language];
  const head = tableHead(['', account, organization, change, why]);
  const issueHead = tableHead([words.name, words.address, organization, words.due]);
  return [
    ...part(words.issued, issues.map(issueRow), issueHead),
    ...part(words.changes, others.map(row), head),
    ...part(words.altered, altered.map(row), head),
    ...part(
      words.gone,
      gone.map((one) => `- ${kindWords[one.kind][language]}: ${safe(nameOf(one))}`),
    ),
    ...part(
      words.held,
      held.map((one) => heldLine(one, language)),
    ),
    ...(approval === undefined ? [] : ['', `${words.approval}: \`${approval.replace(/[^0-9a-z:]/gi, '')}\``]),
  ];
}

const isIssue = (change: Change): boolean => change.kind === 'create' && change.account.mailbox;

const tableHead = (cells: readonly string[]): readonly string[] => [
  `| ${cells.join(' | ')} |`,
  `|${'---|'.repeat(cells.length)}`,
];

function issueRow(change: Change): string {
  const cells = [nameOf(change), addressOf(change) ?? '', organizationOf(change), change.why.due ?? ''];
  return `| ${cells.map(safe).join(' | ')} |`;
}

function heldLine(held: Held, language: Language): string {
  const { message, hint } = heldText(held, language);
  const help = hint === '' ? '' : ` (${safe(hint)})`;
  return `- ${safe(held.name)} \\[${safe(held.organization)}\\]: ${safe(message)}${help}`;
}

/** Text of others: no markup, and no longer than somebody reads. */
function safe(text: string): string {
  return markdown(text.length > 300 ? `${text.slice(0, 299).toWellFormed()}…` : text);
}
