/** What a form is answered after its merge: that it is done and what comes next, or what it waits for. */
import type { DoneRecord, FormDone, FormWaiting, Wait } from '../../model/github/form-work.ts';
import type { HeldCode } from '../../model/plan/plan.ts';
import { isCalendarDate } from '../../model/time/date.ts';
import { heldText } from '../plan/lines.ts';
import { resultWords } from '../plan/outcomes.ts';
import { withDates } from '../text/dates.ts';
import { markdown, visible } from '../text/escape.ts';
import { type Names, namedHeld } from '../text/named.ts';
import type { Language } from '../text/wording.ts';
import { formWorkWords } from './words/form-work.ts';

/** So many records are told one by one. */
const shown = 200;

/** The one comment that calls its author: whoever sent the form. */
export function renderFormDone(done: FormDone, language: Language): string {
  const words = formWorkWords[language];
  const { kind, author, records, passwords, page, keepMonths, left = 0 } = done;
  const password = kind === 'issue' ? 'first' : 'reset';
  const login = passwords.length > 0 ? words.firstLogin[password](page) : '';
  // With a new password nobody from before knows it.
  const next = login !== '' && kind !== 'terminate' ? '' : words.next[kind](keepMonths);
  // Whom the form names stands before what follows for others.
  const sorted = records.toSorted((one, other) => Number('deed' in one) - Number('deed' in other));
  const lines = [
    ...(left > 0 ? [words.left(left)] : []),
    ...sorted.slice(0, shown).flatMap((record) => recordLines(record, done, language)),
    ...(records.length > shown ? [words.more(records.length - shown)] : []),
    ...passwords.map(({ file, organization, holder }) =>
      words.password[password](code(file), words.holder[holder](markdown(organization))),
    ),
    ...[login, next].filter((line) => line !== ''),
  ];
  return `${leadOf(done, language)}${mentionOf(author)}\n\n${listOf(lines)}`;
}

function leadOf({ kind, today, on, due }: FormDone, language: Language): string {
  const words = formWorkWords[language];
  const clause = words.clause[kind];
  const day = on ?? today;
  // Told late, it may have been in time all the same.
  const isSure = on !== undefined || (due !== undefined && today <= due);
  const term = due === undefined ? undefined : isSure ? words.term(due, day <= due) : words.dueOn(due);
  const lead = on === undefined ? words.doneTold(today) : words.doneOn(on);
  return `✅ ${lead} (${term === undefined ? clause : `${term}, ${clause}`})`;
}

function recordLines(
  { name, deed, address, custodian, superseded, former = [] }: DoneRecord,
  { kind }: FormDone,
  language: Language,
): readonly string[] {
  const words = formWorkWords[language];
  const what = `${words.deed[deed ?? kind]} **${markdown(name)}**`;
  if (superseded === true) return [`${what}. ${words.superseded}`];
  const old = former.flatMap((one) => {
    const [was = '', until = ''] = one.split(' ');
    return isCalendarDate(until) ? [words.former(code(was), until)] : [];
  });
  const keeper = custodian === undefined ? '' : `, ${words.keptBy(markdown(custodian))}`;
  return [
    `${what}${address === undefined ? '' : `: ${code(address)}`}${keeper}`,
    ...(kind === 'change' ? old : []),
  ];
}

/** The comment that stands while something is missing; written anew when that changes. */
export function renderFormWaiting(form: FormWaiting, names: Names, language: Language): string {
  const words = formWorkWords[language];
  const { kind, pullRequest, due, waiting, done } = form;
  const lines = waiting
    .slice(0, shown)
    .map(({ name, waits }) => `**${markdown(name)}**: ${waitText(waits, names, language)}`);
  const more = waiting.length > shown ? [words.more(waiting.length - shown)] : [];
  const term = due === undefined ? '' : `${words.termRuns(due, words.clause[kind])} `;
  const isCalm = done === 0 && waiting.every(({ waits }) => waits.by === 'last-day');
  return [
    `⏳ ${isCalm ? words.leaves(pullRequest) : words.waits(pullRequest, done, waiting.length)}`,
    '',
    listOf([...lines, ...more]),
    `${term}${words.closesItself}`,
    '',
  ].join('\n');
}

function waitText(waits: Wait, names: Names, language: Language): string {
  const words = formWorkWords[language];
  if (waits.by === 'state') return words.notSo;
  if (waits.by === 'last-day') return words.lastDay(waits.day);
  if (waits.by === 'change') {
    return waits.result === undefined ? words.notTried : words.again(resultWords[waits.result][language]);
  }
  const whose = actors[waits.held.code];
  if (whose !== 'told' && whose !== 'fact') return words.held[whose];
  const { message, hint } = heldText(namedHeld(waits.held, names), language);
  const text = hint === '' || whose === 'fact' ? message : `${message}. ${hint}`;
  return markdown(withDates(text, language));
}

/**
 * Who has to act: a hint is told where a clerk can follow it; keys of a file, entries, LDIF and places of the machine
 * are others' reading, and say nothing here.
 */
const actors = {
  problem: 'file',
  'organization-unreadable': 'file',
  'organization-vanished': 'file',
  'organization-emptied': 'file',
  'address-held': 'fact',
  'address-cycle': 'fact',
  'restoration-needed': 'restoration',
  'entry-occupied': 'operator',
  'entry-children': 'operator',
  'entry-class': 'operator',
  'entry-options': 'operator',
  'locked-otherwise': 'operator',
  'operator-lock': 'lock',
  guard: 'approval',
  'depends-on-held': 'other',
  'read-doubtful': 'operator',
  protected: 'approval',
  'person-replaced': 'fact',
  'release-needed': 'told',
  'consent-missing': 'told',
  'reset-refused': 'fact',
  'notice-missing': 'fact',
  'deletion-not-due': 'fact',
  'notice-early': 'fact',
  'entry-misplaced': 'operator',
  'entry-misnamed': 'operator',
  'entry-duplicate': 'operator',
  'approval-needed': 'approval',
  'calendar-missing': 'operator',
  'suspension-unrecorded': 'fact',
  'removal-waits': 'fact',
  'address-retired': 'fact',
  'legacy-new': 'fact',
  'recipient-missing': 'keys',
  'password-policy-missing': 'operator',
  'adoption-waits': 'operator',
  'adoption-resembles': 'operator',
  'adoption-changed': 'operator',
  'adoption-taken': 'operator',
  'adoption-undeclared': 'operator',
  'adoption-refused': 'operator',
  'undo-changed': 'operator',
} as const satisfies Record<HeldCode, 'told' | 'fact' | keyof (typeof formWorkWords)['vi']['held']>;

/** Between the merge and the run that carries it out. */
export function renderFormMerged(
  { kind, pullRequest, due }: Pick<FormWaiting, 'kind' | 'pullRequest' | 'due'>,
  language: Language,
): string {
  const words = formWorkWords[language];
  const term = due === undefined ? '' : `${words.termRuns(due, words.clause[kind])} `;
  return `⏳ ${words.merged(pullRequest)}\n\n${term}${words.closesItself}\n`;
}

/** What the comment of the wait says once there is nothing to wait for. */
export const renderFormSettled = (pullRequest: number, language: Language): string =>
  `✅ ${formWorkWords[language].settled(pullRequest)}\n`;

const listOf = (lines: readonly string[]): string => lines.map((line) => `- ${line}\n`).join('');

/** What is copied must be what it is: no mark of ours within. */
const code = (text: string): string => `\`${visible(text).replaceAll('`', '')}\``;

/** A deleted account's `ghost` is nobody, and an app cannot be called. */
function mentionOf(login: string): string {
  if (login === 'ghost' || !/^[A-Za-z0-9][A-Za-z0-9_-]{0,80}$/.test(login)) return '';
  return ` – @${login}`;
}
