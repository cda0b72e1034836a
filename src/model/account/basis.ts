/** A decision as an entry keeps it, "document; date": written, read, and told from an earlier one. */

import type { CalendarDate, Decision } from '../directory/organization.ts';
import { isCalendarDate } from '../time/date.ts';

export const basisText = ({ document, date }: Decision): string => `${document}; ${date}`;

/** Undefined where it does not end in a date: a hand has written it. */
export function parseBasis(text = ''): Decision | undefined {
  const date = text.slice(-10);
  return isCalendarDate(date) && text.at(-12) === ';' ? { document: text.slice(0, -12), date } : undefined;
}

/** Article 7: a request is carried out once; the entry remembers the last one. */
export function isNewReset(
  request: Decision | undefined,
  done: string | undefined,
  today: CalendarDate,
): request is Decision {
  if (request === undefined || request.date > today) return false;
  if (done === undefined) return true;
  if (done === basisText(request)) return false;
  const last = parseBasis(done)?.date;
  return last === undefined || request.date >= last;
}
