/** The second line of an answer: who has to do what now, with which button, and by when. */
import type { Consent, Review } from '../../model/github/review.ts';
import type { Problem } from '../../model/problems/problem.ts';
import { dateText, weekdayText } from '../text/dates.ts';
import { organizationName } from '../text/named.ts';
import { type Waiter, waiterOf } from '../text/waiter.ts';
import type { Language } from '../text/wording.ts';
import { blockedOf, changesOf, countHeld, errorsOf, standingOf } from './headline.ts';
import { loginText, safe, someOf } from './safe.ts';
import { nextWords } from './words/next-step.ts';
import { reviewWords } from './words/review.ts';

type LineOf = (problem: Problem) => number;

/** Paragraphs of Markdown. */
export function nextSteps(review: Review, lineOf: LineOf, language: Language): readonly string[] {
  const words = nextWords[language];
  const lines = [`**${words.next}:** ${stepText(review, lineOf, language)}`];
  const { term } = review;
  if (term !== undefined) {
    const due = weekdayText(term.due, language);
    const told = words.term[term.since](due, term.days, dateText(term.from, language), term.clause);
    lines.push(`**${words.deadline[term.since]}:** ${told}`);
  }
  return lines;
}

function stepText(review: Review, lineOf: LineOf, language: Language): string {
  const words = nextWords[language];
  const standing = standingOf(review);
  const { asking } = review;
  if (standing === 'conflict') {
    const { form, author } = asking;
    return form === undefined ? words.resolve(loginText(author)) : words.rebuilt(form);
  }
  if (standing === 'wrong') {
    return asking.form === undefined
      ? words.mend(loginText(asking.author), placesText(review, lineOf, language))
      : words.mendForm(asking.form);
  }
  const held = heldText(review, language);
  if (standing === 'removed') return words.removed(loginText(asking.author));
  if (standing === 'waiting') {
    const approve = words.approve(askedText(review, language));
    return held === '' ? approve : `${approve} ${words.afterApproval(held)}`;
  }
  const agreed = agreedText(review, language);
  if (standing === 'ready') {
    const isIdle = review.plan !== undefined && changesOf(review).length === 0;
    return `${agreed} ${words.merge}${isIdle ? '.' : words.nextRun}`;
  }
  const { held: count, all } = countHeld(review);
  return `${agreed} ${words.mergeHeld(all - count, held)}`;
}

/** By a right of their own, or by whose word. */
function agreedText({ asking, verdict }: Review, language: Language): string {
  const words = nextWords[language];
  if (verdict.allowed && asking.isOwn) return words.own;
  return asking.approvers.length === 0
    ? reviewWords[language].allowed
    : words.approved(someOf(asking.approvers, 5, loginText));
}

function placesText(review: Review, lineOf: LineOf, language: Language): string {
  const words = nextWords[language];
  const errors = errorsOf(review);
  const told = errors.map((problem) => {
    const file = problem.at.file.split('/').at(-1) ?? problem.at.file;
    return words.lineOf(lineOf(problem), safe(file));
  });
  const places = [...new Set(told)];
  return places.length > 3 ? words.linesBelow : places.join(', ');
}

/** Whose approval is missing, each named once. */
function askedText({ verdict, asking }: Review, language: Language): string {
  const words = nextWords[language];
  const missing = verdict.allowed ? [] : verdict.missing;
  const told = missing.map(({ code, organization, ask }: Consent) => {
    if (ask.length === 0) return words.operatorsMissing;
    const logins = ask.length > 5 ? someOf(ask, 5, loginText) : ask.map(loginText).join(words.or);
    const isOperators =
      organization === undefined ||
      code === 'operator-key' ||
      code === 'outside' ||
      code === 'new-organization';
    return isOperators
      ? words.operator(logins)
      : words.representative(safe(organizationName(asking.names, organization)), logins);
  });
  const asked = [...new Set(told)];
  const shown = asked.slice(0, 6);
  if (asked.length > shown.length) shown.push(`+${asked.length - shown.length}`);
  return shown.length === 0 ? words.operatorsMissing : shown.join(words.and);
}

/** How many wait for whom; where one approval lets them pass, where that is given. */
function heldText(review: Review, language: Language): string {
  const words = nextWords[language];
  const blocked = blockedOf(review.plan);
  if (blocked.length === 0) return '';
  const waiting = Map.groupBy(blocked, ({ code }): Waiter => waiterOf[code]);
  const told = [...waiting].map(([waiter, held]) => {
    const deeds = new Set(held.map(({ key, kind }) => `${kind ?? ''} ${key}`));
    return words.heldFor(deeds.size, words.waiter[waiter]);
  });
  const guarded = blocked.some(({ code }) => code === 'guard' || code === 'approval-needed');
  return `${told.join(', ')}.${guarded ? ` ${words.heldIssue(review.heldIssue)}` : ''}`;
}
