/** What is due, as a calendar (RFC 5545) of whole days: no document's number, no reason, no telephone, no id. */
import type { DeadlineRow } from '../../model/report.ts';
import { addDays } from '../../model/time/date.ts';
import { eventText } from '../report/rows.ts';
import { deadlineStatusWords } from '../report/words/report.ts';
import { escapedPart, foldedLine } from '../text/content-line.ts';
import type { Language } from '../text/wording.ts';
import { exportWords } from './words.ts';

export interface DueCalendar {
  readonly rows: readonly DeadlineRow[];
  readonly province: string;
  readonly domain: string;
  readonly today: string;
  /** An organization's name, by id. */
  readonly nameOf: (id: string) => string;
  /** A mark made of a text, in letters and digits: the same for the same text, which does not stand in it. */
  readonly markOf: (text: string) => string;
}

/** The same rows of the same day are the same bytes: the stamp is the day's, and no clock's. */
export function renderCalendar(calendar: DueCalendar, language: Language): string {
  const title = escapedPart(exportWords[language].calendar(calendar.province));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//danhba//danhba export//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${title}`,
    // What Google, Apple and Outlook look at in its place.
    `X-WR-CALNAME:${title}`,
    ...events(calendar, language),
    'END:VCALENDAR',
  ];
  return lines.map((line) => foldedLine(line)).join('');
}

function* events({ rows, domain, today, nameOf, markOf }: DueCalendar, language: Language) {
  const seen = new Map<string, number>();
  for (const row of rows) {
    // The day may move, and the event with it: what it is about names it.
    const about = `${row.key} ${row.event} ${row.change ?? ''}`;
    const nth = seen.get(about) ?? 0;
    seen.set(about, nth + 1);
    // Nobody leafs back to a day that is over: what is late stands on today's.
    const isLate = row.due < today;
    const day = isLate ? today : row.due;
    const late = isLate ? ` (${exportWords[language].late(row.due)})` : '';
    yield* [
      'BEGIN:VEVENT',
      `UID:${markOf(`${about} ${nth}`)}@${domain}`,
      `DTSTAMP:${compact(today)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      // The first day it is no more on (§3.6.1).
      `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
      `SUMMARY:${escapedPart(`${row.name}: ${eventText(row, language)}${late}`)}`,
      ...(row.organization === '' ? [] : [`DESCRIPTION:${escapedPart(nameOf(row.organization))}`]),
      `CATEGORIES:${escapedPart(deadlineStatusWords[row.status][language])}`,
      'CLASS:CONFIDENTIAL',
      // Nobody is busy all day because a term ends.
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  }
}

const compact = (day: string): string => day.replaceAll('-', '');
