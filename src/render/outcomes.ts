/** Tells what became of a run: counts, and what was not done with its reason, each reason once. */
import {
  changedSince,
  entryGone,
  isDone,
  leaseLost,
  lockedAlone,
  type Outcome,
  serverEnded,
  serverSlow,
} from '../model/outcome.ts';
import { visible } from './escape.ts';
import type { Language } from './wording.ts';
import { kindWords } from './words/plan.ts';

export const resultWords = {
  applied: { vi: 'đã làm', en: 'applied' },
  already: { vi: 'đã đúng từ trước', en: 'already so' },
  retry: { vi: 'máy chủ bận, chưa làm', en: 'server busy, not done' },
  failed: { vi: 'không làm được', en: 'failed' },
  skipped: { vi: 'chưa thử vì việc trước nó chưa xong', en: 'not tried: waits for another' },
} as const satisfies Record<Outcome['result'], Record<Language, string>>;

/** Details that are codes, or begin with one, in words. */
const detailWords: Readonly<Record<string, Record<Language, string>>> = {
  [changedSince]: { vi: 'mục đã thay đổi sau khi lập kế hoạch', en: changedSince },
  [entryGone]: { vi: 'mục không còn trên máy chủ', en: entryGone },
  [lockedAlone]: { vi: 'đã khóa; phần còn lại chưa làm', en: lockedAlone },
  [serverEnded]: { vi: 'máy chủ đã dừng và chưa trở lại', en: 'the server ended and has not come back' },
  [serverSlow]: { vi: 'máy chủ quá chậm nên thôi chờ', en: 'the server is too slow and was given up' },
  [leaseLost]: { vi: 'lần chạy này đã mất quyền ghi', en: 'this run has lost its lease' },
};

/** So many that share a reason are told one by one; more are one line with the first of them. */
const toldSingly = 3;

export function renderOutcomes(outcomes: readonly Outcome[], language: Language): string {
  const counts = Map.groupBy(outcomes, ({ result }) => result);
  const summary = [...counts]
    .map(([result, of]) => `${resultWords[result][language]}: ${of.length}`)
    .join(', ');
  const nothing = language === 'vi' ? 'Không có thay đổi nào để làm.' : 'There was nothing to change.';
  const lines = [outcomes.length === 0 ? nothing : summary];
  for (const { kind, key, detail } of outcomes.filter(isDone)) {
    if (detail) lines.push(`  ✓ ${kindWords[kind][language]} ${visible(key)}: ${visible(detail)}`);
  }
  lines.push(...undoneLines(outcomes, language).map((line) => `  ! ${visible(line)}`));
  return `${lines.join('\n')}\n`;
}

/** What was not done and why, a line each; a reason that many share is told once, with how many there are. */
export function undoneLines(outcomes: readonly Outcome[], language: Language): readonly string[] {
  const undone = outcomes.filter((one) => !isDone(one));
  const groups = Map.groupBy(undone, ({ result, detail }) => `${result} ${detail ?? ''}`);
  return [...groups.values()].flatMap((group) =>
    group.length > toldSingly
      ? [`${namesOf(group, language)}: ${reasonOf(group[0], language)}`]
      : group.map((one) => `${nameOf(one, language)}: ${reasonOf(one, language)}`),
  );
}

const nameOf = ({ kind, key }: Outcome, language: Language): string => `${kindWords[kind][language]} ${key}`;

function namesOf(group: readonly Outcome[], language: Language): string {
  const first = group.slice(0, toldSingly).map((one) => nameOf(one, language));
  const rest = group.length - toldSingly;
  return `${first.join(', ')} ${language === 'vi' ? `và ${rest} việc nữa` : `and ${rest} more`}`;
}

function reasonOf(outcome: Outcome | undefined, language: Language): string {
  if (outcome === undefined) return '';
  const { result, detail } = outcome;
  const words = detail === undefined ? undefined : wordsOf(detail, language);
  return `${resultWords[result][language]}${words ? `: ${words}` : ''}`;
}

function wordsOf(detail: string, language: Language): string {
  const [first = '', ...rest] = detail.split(': ');
  const words = detailWords[first]?.[language];
  if (words === undefined) return detail;
  return rest.length === 0 ? words : `${words}: ${wordsOf(rest.join(': '), language)}`;
}
