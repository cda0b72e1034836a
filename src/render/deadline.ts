/** Shows a due date with its weekday, and the days off that pushed it back. */
import type { Language } from './text/wording.ts';

const weekdays = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const satisfies Record<Language, readonly string[]>;

export function renderDeadline(
  { due, skipped }: { readonly due: string; readonly skipped: readonly string[] },
  language: Language,
): string {
  const named = (day: string) =>
    `${day} (${weekdays[language][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''})`;
  if (skipped.length === 0) return `${named(due)}\n`;
  const label = language === 'vi' ? 'ngày nghỉ không tính' : 'days off passed over';
  return `${named(due)}\n  ${label}: ${skipped.map(named).join(', ')}\n`;
}
