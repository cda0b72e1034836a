/** A decision as an entry keeps it, "document; date": written, read, and told from an earlier one. */
import { isCalendarDate } from './date.ts';
import type { CalendarDate, Decision } from './organization.ts';

/** A decision as it is kept on the entry. */
export const basisOf = ({ document, date }: Decision): string => `${document}; ${date}`;

/** The date of "document; date"; undefined where there is none. */
export function dateOfBasis(basis: string): CalendarDate | undefined {
  const date = basis.slice(-10);
  return isCalendarDate(date) && basis.at(-12) === ';' ? date : undefined;
}

/** Article 7: a request is carried out once; the entry remembers the last one as "document; date". */
export function isNewReset(
  request: Decision | undefined,
  done: string | undefined,
  today: CalendarDate,
): request is Decision {
  if (request === undefined || request.date > today) return false;
  if (done === undefined) return true;
  if (done === `${request.document}; ${request.date}`) return false;
  const last = dateOfBasis(done);
  return last === undefined || request.date >= last;
}
