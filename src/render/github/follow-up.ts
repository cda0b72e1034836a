/** What the job tells on GitHub after a run: what was done for a pull request, what is held, what it recorded itself. */
import type { Approvals } from '../../model/github/approval.ts';
import { isDone, type Outcome } from '../../model/plan/outcome.ts';
import type { Change, ChangeKind, Plan } from '../../model/plan/plan.ts';
import { addressOf, heldText, nameOf } from '../plan/lines.ts';
import { resultWords } from '../plan/outcomes.ts';
import { kindWords, planWords } from '../plan/words/plan.ts';
import { dateText, withDates } from '../text/dates.ts';
import { markdown } from '../text/escape.ts';
import { type Names, namedHeld, whoText } from '../text/named.ts';
import type { Language } from '../text/wording.ts';
import { followUpWords } from './words/follow-up.ts';

export interface Deed {
  readonly change: Change;
  readonly outcome: Outcome;
}

/** So many of them are told one by one. */
const shown = 200;

/** The comment on a merged pull request: each thing that was done for it, and whether in time. */
export function renderDone(deeds: readonly Deed[], today: string, language: Language): string {
  const lines = deeds.map(({ change, outcome: { result } }): DeedLine => {
    const { kind, why } = change;
    return { kind, name: nameOf(change), address: addressOf(change), due: why.due, result };
  });
  return renderDeeds(lines, today, language);
}

/** A deed of an earlier run: what its change was, nobody knows any more. */
export interface DeedLine {
  readonly kind: ChangeKind;
  readonly name: string;
  readonly address?: string | undefined;
  readonly due?: string | undefined;
  readonly result: Outcome['result'];
}

/** The same, of a run on an earlier day that could not tell it. */
export function renderDoneLate(
  deeds: readonly DeedLine[],
  { day, today }: { readonly day: string; readonly today: string },
  language: Language,
): string {
  const late = followUpWords[language].toldLate(dateText(today, language));
  return `${renderDeeds(deeds, day, language)}\n${late}\n`;
}

function renderDeeds(deeds: readonly DeedLine[], day: string, language: Language): string {
  const words = followUpWords[language];
  const told = deeds.map((deed) => resultText(deed, day, language));
  // What is the same of all is said once.
  const [first = ''] = told;
  const isOne = told.length > 1 && told.every((one) => one === first);
  const lines = deeds.slice(0, shown).map(({ kind, name, address }, index) => {
    const who = `${markdown(name)}${address === undefined ? '' : ` · ${markdown(address)}`}`;
    return `- ${kindWords[kind][language]}: ${who}${isOne ? '' : `: ${told[index]}`}`;
  });
  const more = deeds.length > shown ? [`- ${words.more(deeds.length - shown)}`] : [];
  const lead = words.done(dateText(day, language));
  return [isOne ? `${lead}, ${words.all(told.length, first)}:` : `${lead}:`, '', ...lines, ...more, ''].join(
    '\n',
  );
}

/** "đã làm · đúng hạn (02/12/2026)" */
function resultText({ due, result }: DeedLine, day: string, language: Language): string {
  const words = followUpWords[language];
  const told = resultWords[result][language];
  if (due === undefined) return told;
  const dueDay = dateText(due, language);
  if (day > due) return `${told} · **${words.late(dueDay)}**`;
  return isDone({ result }) ? `${told} · ${words.inTime(dueDay)}` : told;
}

/** By what the issue about what is held is known, to those who write it and to those who read approvals in it. */
export const heldIssue = {
  marker: 'held',
  labels: [{ name: 'danhba: vượt ngưỡng', color: '5319e7', description: 'Chờ duyệt một lần' }],
} as const;

/** The issue about what the guard holds: everybody it concerns, what is done along with it, and how to let exactly this pass, once. */
export function renderHeldIssue(
  { held, approval = '', today, doubt }: Plan,
  names: Names,
  language: Language,
): string {
  const words = followUpWords[language];
  const guarded = held.filter(({ code }) => code === 'guard');
  const dependent = held.filter(({ code }) => code === 'approval-needed');
  return [
    ...(doubt === undefined ? [] : [`**${markdown(planWords[language].doubt(doubt))}**`, '']),
    words.held(guarded.length, dateText(today, language)),
    '',
    ...heldLines(guarded, names, language, ({ message }) => message),
    ...(dependent.length === 0 ? [] : ['', words.dependent(dependent.length), '']),
    ...heldLines(dependent, names, language, ({ message }) => message),
    '',
    words.approve,
    '',
    '```',
    `/approve ${approval}`,
    '```',
    '',
    words.approveElsewhere,
    '',
    words.once,
    '',
  ].join('\n');
}

/** So many of them: whoever writes more was told already. */
const refusedShown = 20;

/** The answer to approvals: which were taken, by whom, and why others were not. */
export function renderApprovals({ taken, refused }: Approvals, today: string, language: Language): string {
  const words = followUpWords[language];
  return [
    words.approvals(dateText(today, language)),
    '',
    ...taken.map(({ by, where, digest }) => `- ${words.taken(markdown(by), where)}: \`${digest}\``),
    ...refused
      .slice(-refusedShown)
      .map(
        ({ comment: { author, url }, reason }) =>
          `- ${words.refused(markdown(author), url)}: ${words.refusal[reason]}`,
      ),
    '',
  ].join('\n');
}

/** The issue about what was merged without the word it needs: each record, and who can give it. */
export function renderUnconsentedIssue({ held, today }: Plan, names: Names, language: Language): string {
  const words = followUpWords[language];
  const waiting = held.filter(({ code }) => code === 'consent-missing');
  const lines = heldLines(waiting, names, language, ({ hint }) => hint);
  return [words.unconsented(waiting.length, dateText(today, language)), '', ...lines, ''].join('\n');
}

function heldLines(
  held: Plan['held'],
  names: Names,
  language: Language,
  tell: (text: ReturnType<typeof heldText>) => string,
): readonly string[] {
  const lines = held.slice(0, shown).map((one) => {
    const kind = one.kind === undefined ? '' : `${kindWords[one.kind][language]}: `;
    const told = markdown(withDates(tell(heldText(namedHeld(one, names), language)), language));
    return `- ${kind}${markdown(whoText(one, names))}: ${told}`;
  });
  return held.length > shown ? [...lines, `- ${followUpWords[language].more(held.length - shown)}`] : lines;
}
