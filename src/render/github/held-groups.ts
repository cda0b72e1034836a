/** What is held, told once for all whom one reason keeps back: how many, why, who, and for whom it waits. */

import { parseKey } from '../../model/account/key.ts';
import type { Asking } from '../../model/github/review.ts';
import type { Held } from '../../model/plan/plan.ts';
import { heldText } from '../plan/lines.ts';
import { classWords } from '../plan/words/held.ts';
import { kindWords } from '../plan/words/plan.ts';
import { withDates } from '../text/dates.ts';
import { namedHeld, organizationName } from '../text/named.ts';
import { waiterOf } from '../text/waiter.ts';
import type { Language } from '../text/wording.ts';
import { safe, someOf } from './safe.ts';
import { guardWords, nextWords } from './words/next-step.ts';

const mostNames = 20;

/** One line of a list for each reason. */
export function heldLines(
  held: readonly Held[],
  names: Asking['names'],
  language: Language,
  shown: number,
): readonly string[] {
  const groups = Map.groupBy(held, (one) => {
    const { message, hint } = reasonText(one, names, language);
    return JSON.stringify([one.kind, one.code, message, hint]);
  });
  return [...groups.values()].map((same) => groupLine(same, names, language, shown));
}

function groupLine(same: readonly Held[], names: Asking['names'], language: Language, shown: number): string {
  const [first] = same as readonly [Held, ...Held[]];
  const { message, hint } = reasonText(first, names, language);
  // Nothing was planned yet where a file's own error keeps it back.
  const lead = first.kind === undefined ? '' : `**${kindWords[first.kind][language]} (${same.length})**: `;
  const reason = safe(withDates(message, language));
  const help = hint === '' ? '' : ` ${safe(withDates(hint, language))}.`;
  const waiter = nextWords[language].waiter[waiterOf[first.code]];
  const who = someOf(namesIn(same), Math.min(mostNames, Math.max(1, shown)));
  const waits = language === 'vi' ? `chờ ${waiter}` : `waits for ${waiter}`;
  return `- ${lead}${who}: ${reason}; ${waits}.${help}`;
}

/** Two of one name are told apart by their ids. */
function namesIn(held: readonly Held[]): readonly string[] {
  const counts = Map.groupBy(held, ({ name }) => name);
  return held.map(({ name, key }) =>
    (counts.get(name)?.length ?? 0) > 1 ? `${name} (${parseKey(key)?.id ?? key})` : name,
  );
}

function reasonText(held: Held, names: Asking['names'], language: Language) {
  if (held.code !== 'guard') {
    return heldText(namedHeld(held, names), language);
  }
  const { class: kind, scope, count, of, shareLimit, countLimit } = held.args;
  const where = scope === '' ? '' : organizationName(names, scope);
  const limits = [`${shareLimit} %`, String(countLimit)];
  return { message: guardWords[language](classWords[kind][language], count, of, where, limits), hint: '' };
}
