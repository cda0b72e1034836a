/** Shows a due date with its weekday, and the days off that pushed it back. */
import { weekdayName } from './text/dates.ts';
import type { Language } from './text/wording.ts';

export function renderDeadline(
  { due, skipped }: { readonly due: string; readonly skipped: readonly string[] },
  language: Language,
): string {
  const named = (day: string) => `${day} (${weekdayName(day, language)})`;
  if (skipped.length === 0) return `${named(due)}\n`;
  const label = language === 'vi' ? 'ngày nghỉ không tính' : 'days off passed over';
  return `${named(due)}\n  ${label}: ${skipped.map(named).join(', ')}\n`;
}
