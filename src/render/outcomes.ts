/** Tells what became of a run: counts, and each change that was not done with its reason. */
import type { Outcome } from '../model/outcome.ts';
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

export function renderOutcomes(outcomes: readonly Outcome[], language: Language): string {
  const counts = Map.groupBy(outcomes, ({ result }) => result);
  const summary = [...counts]
    .map(([result, of]) => `${resultWords[result][language]}: ${of.length}`)
    .join(', ');
  const nothing = language === 'vi' ? 'Không có thay đổi nào để làm.' : 'There was nothing to change.';
  const lines = [outcomes.length === 0 ? nothing : summary];
  for (const { result, kind, key, detail } of outcomes) {
    if (result === 'applied' || result === 'already') {
      if (detail) lines.push(`  ✓ ${kindWords[kind][language]} ${visible(key)}: ${visible(detail)}`);
      continue;
    }
    lines.push(
      `  ! ${kindWords[kind][language]} ${visible(key)}: ${resultWords[result][language]}${detail ? `: ${visible(detail)}` : ''}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
