/** Tells what became of a run: counts, and what was not done with its reason, each reason once. */
import { isDone, type Outcome, type RecordedOutcome } from '../../model/plan/outcome.ts';
import { remarkText } from '../errors/remark.ts';
import { visible } from '../text/escape.ts';
import { foldText, noScreen, type Screen, type Tone } from '../text/screen.ts';
import type { Language } from '../text/wording.ts';
import { kindWords } from './words/plan.ts';

export const resultWords = {
  applied: { vi: 'đã làm', en: 'applied' },
  already: { vi: 'đã đúng từ trước', en: 'already so' },
  retry: { vi: 'máy chủ bận, chưa làm', en: 'server busy, not done' },
  failed: { vi: 'không làm được', en: 'failed' },
  skipped: { vi: 'chưa thử vì việc trước nó chưa xong', en: 'not tried: waits for another' },
} as const satisfies Record<Outcome['result'], Record<Language, string>>;

const resultTones = {
  applied: 'good',
  already: 'good',
  retry: 'warning',
  failed: 'bad',
  skipped: 'warning',
} as const satisfies Record<Outcome['result'], Tone>;

/** So many that share a reason are told one by one; more are one line with the first of them. */
const toldSingly = 3;

export function renderOutcomes(
  outcomes: readonly Outcome[],
  language: Language,
  screen: Screen = noScreen,
): string {
  const { paint } = screen;
  const counts = Map.groupBy(outcomes, ({ result }) => result);
  const summary = [...counts]
    .map(([result, of]) => `${paint(resultTones[result], resultWords[result][language])}: ${of.length}`)
    .join(', ');
  const nothing = language === 'vi' ? 'Không có thay đổi nào để làm.' : 'There was nothing to change.';
  const lines = [outcomes.length === 0 ? nothing : summary];
  for (const { kind, key, detail } of outcomes.filter(isDone)) {
    if (detail === undefined) continue;
    const text = visible(remarkText(detail, language));
    lines.push(`  ${paint('good', '✓')} ${kindWords[kind][language]} ${visible(key)}: ${text}`);
  }
  lines.push(...undoneLines(outcomes, language).map((line) => `  ${paint('bad', '!')} ${visible(line)}`));
  return foldText(`${lines.join('\n')}\n`, screen.width);
}

/** What was not done and why, a line each; a reason that many share is told once, with how many there are. */
export function undoneLines(outcomes: readonly Outcome[], language: Language): readonly string[] {
  const undone = outcomes.filter((one) => !isDone(one));
  const groups = Map.groupBy(undone, (one) => reasonOf(one, language));
  return [...groups].flatMap(([reason, group]) =>
    group.length > toldSingly
      ? [`${namesOf(group, language)}: ${reason}`]
      : group.map((one) => `${nameOf(one, language)}: ${reason}`),
  );
}

const nameOf = ({ kind, key }: Outcome, language: Language): string => `${kindWords[kind][language]} ${key}`;

function namesOf(group: readonly Outcome[], language: Language): string {
  const first = group.slice(0, toldSingly).map((one) => nameOf(one, language));
  const rest = group.length - toldSingly;
  return `${first.join(', ')} ${language === 'vi' ? `và ${rest} việc nữa` : `and ${rest} more`}`;
}

function reasonOf({ result, detail }: Outcome, language: Language): string {
  const words = detail === undefined ? '' : `: ${remarkText(detail, language)}`;
  return `${resultWords[result][language]}${words}`;
}

/** As the journal and the audit keep it. */
export function recordedOutcome({ detail, ...outcome }: Outcome): RecordedOutcome {
  return { ...outcome, ...(detail !== undefined && { detail: remarkText(detail, 'en') }) };
}
