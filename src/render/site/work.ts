/** Tells what is to be done about a mailbox, how it stands with it, and who has to do something. */
import type { Standing } from '../../model/publish/standing.ts';
import type { What, Work } from '../../model/publish/work.ts';
import type { DeadlineEvent } from '../../model/report.ts';
import { kindWords } from '../plan/words/plan.ts';
import { heldHeadings } from '../report/words/headings.ts';
import { custodianWords, eventWords } from '../report/words/report.ts';
import { dateText } from '../text/dates.ts';
import { html } from '../text/escape.ts';
import { reasonWords } from '../text/values.ts';
import { type Waiter, waiterOf } from '../text/waiter.ts';
import { told } from './frame.ts';
import {
  type Actor,
  actorWords,
  classWords,
  findingWords,
  overviewWords,
  standingWords,
} from './words/overview.ts';
import { both, type Label } from './words/site.ts';

/** Who brings about what a day stands for, or can still keep it off. */
const actorOfEvent = {
  planned: 'job',
  removal: 'unit',
  deletion: 'job',
  inactivity: 'unit',
  absence: 'unit',
  notification: 'unit',
  recorded: 'job',
  'operator-lock': 'operator',
  'last-day': 'job',
  notice: 'operator',
  request: 'approver',
} as const satisfies Record<DeadlineEvent, Actor>;

const actorOfWaiter = {
  unit: 'unit',
  operator: 'operator',
  server: 'operator',
  'other-organization': 'unit',
  'other-change': 'job',
  day: 'job',
} as const satisfies Record<Waiter, Actor>;

const approved: ReadonlySet<string> = new Set(['guard', 'approval-needed', 'consent-missing']);

/** A letter in quarantine, and what a mailbox answers, are its holder's: of an agency's the custodian's (9.1). */
const holders: ReadonlySet<string> = new Set(['quarantined', 'answer-as', 'forward']);

/** What is late of what danhba does by itself, somebody has to look at. */
export function actorOf({ what, class: kind }: Work): Actor {
  switch (what.of) {
    case 'held':
      return approved.has(what.code) ? 'approver' : actorOfWaiter[waiterOf[what.code]];
    case 'custodian':
      return 'unit';
    case 'mail':
      if (!holders.has(what.code)) return 'operator';
      return what.agency ? 'custodian' : 'unit';
    case 'change':
      return kind === 'overdue' ? 'operator' : 'job';
    case 'deadline': {
      const actor: Actor = actorOfEvent[what.event];
      return actor === 'job' && kind === 'overdue' ? 'operator' : actor;
    }
  }
}

export function wordsOf(what: What): Label {
  switch (what.of) {
    case 'held':
      return withKind(heldHeadings[what.code], what.change);
    case 'change':
      return kindWords[what.change];
    case 'custodian':
      return custodianWords[what.status];
    case 'mail':
      return findingWords[what.code];
    case 'deadline':
      return withKind(eventWords[what.event], what.event === 'recorded' ? what.change : undefined);
  }
}

const withKind = (words: Label, change: keyof typeof kindWords | undefined): Label =>
  change === undefined
    ? words
    : { vi: `${kindWords[change].vi} · ${words.vi}`, en: `${kindWords[change].en} · ${words.en}` };

/** Who it is about: a link where there is a page. `root` leads to the folder of the site. */
function accountLink({ name, slug }: Work, root: '' | '../'): string {
  const shown = name === '' ? both(overviewWords.unknown) : told(name);
  return slug === undefined ? shown : `<a href="${root}p/${html(slug)}.html">${shown}</a>`;
}

/** Days are read alike in both languages' order of words; the Vietnamese way of writing them is the province's. */
export function standingText({ state, since, reason, until }: Standing): string {
  const { vi, en } = standingWords[state];
  const of = (language: 'vi' | 'en') =>
    [
      ...(since === undefined ? [] : [`${overviewWords.since[language]} ${dateText(since, language)}`]),
      ...(reason === undefined ? [] : [`(${reasonWords[reason][language]})`]),
      ...(until === undefined ? [] : [`· ${overviewWords.until[language]} ${dateText(until, language)}`]),
    ].map((part) => ` ${part}`);
  return both({ vi: `${vi}${of('vi').join('')}`, en: `${en}${of('en').join('')}` });
}

const columns = ['account', 'what', 'due', 'who'] as const;

/** Everything that is to be done of one organization, or of one person. */
export function renderWork(
  work: readonly Work[],
  root: '' | '../',
  title: Label = overviewWords.work,
): string {
  if (work.length === 0) return '';
  const head = columns.map((column) => `<th scope="col">${both(overviewWords[column])}</th>`).join('');
  const rows = work.map((one) => {
    const actor = actorOf(one);
    return `<tr><th scope="row">${accountLink(one, root)}</th><td><b>${both(classWords[one.class])}</b><br>${both(wordsOf(one.what))}</td><td class="due">${one.due === undefined ? '' : dateText(one.due, 'vi')}</td><td><a href="${root}overview.html#${actor}">${both(actorWords[actor])}</a></td></tr>`;
  });
  return `<section aria-labelledby="work"><h2 id="work">${both(title)} (${work.length})</h2>
<table class="people work"><thead><tr>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></section>`;
}
