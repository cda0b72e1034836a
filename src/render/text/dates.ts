/** Says a day as its reader writes it: 02/12/2026 in Vietnamese, 2026-12-02 in English. */
import type { CalendarDate } from '../../model/directory/organization.ts';
import { weekdayOf } from '../../model/time/date.ts';
import type { Language } from './wording.ts';

const weekdays = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const satisfies Record<Language, readonly string[]>;

export function dateText(date: CalendarDate, language: Language): string {
  const [year, month, day] = date.split('-');
  return language === 'vi' ? `${day}/${month}/${year}` : date;
}

export const weekdayName = (date: CalendarDate, language: Language): string =>
  weekdays[language][weekdayOf(date)] ?? '';

/** With the day of the week: "thứ Tư 02/12/2026". */
export function weekdayText(date: CalendarDate, language: Language): string {
  return `${weekdayName(date, language)} ${dateText(date, language)}`;
}

/** Every day that stands in the text, said so. */
export function withDates(text: string, language: Language): string {
  return text.replace(/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g, (date) => dateText(date, language));
}
