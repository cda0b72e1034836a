/** Asks whether a plan shall be carried out, and knows a yes. */
import type { Plan } from '../../model/plan/plan.ts';
import { countPlan } from '../plan/summary.ts';
import { kindTones, kindWords } from '../plan/words/plan.ts';
import type { Screen } from '../text/screen.ts';
import type { Language } from '../text/wording.ts';
import { confirmationWords } from './words/terminal.ts';

/** What it comes to, by kind; and which plan it is, for whose stderr, with the plan itself, goes elsewhere. */
export function renderConfirmation(
  plan: Plan,
  language: Language,
  isShown: boolean,
  { paint }: Pick<Screen, 'paint'>,
): string {
  const words = confirmationWords[language];
  const kinds = countPlan(plan).kinds.map(
    ([kind, count]) => `${paint(kindTones[kind], kindWords[kind][language])} ${count}`,
  );
  const digest = isShown ? '' : `${words.digest(plan.digest)}\n`;
  return `\n${words.changes(plan.changes.length, kinds.join(', '))}\n${digest}`;
}

/** Typed with marks, without them, in either language; everything else is no. */
const yes: ReadonlySet<string> = new Set(['có', 'co', 'yes', 'y']);

export const isYes = (answer: string | undefined): boolean =>
  yes.has((answer ?? '').trim().normalize('NFC').toLowerCase());
