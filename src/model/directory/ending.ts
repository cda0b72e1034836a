/** Tells when a recorded end takes effect: once the last day of work is over, and never before it was decided. */
import { addMonths } from '../time/date.ts';
import type { CalendarDate, Termination } from './organization.ts';

/**
 * Without a last day of work the end comes on the day of the decision. A last day before the decision brings nothing
 * forward: nobody loses a mailbox on a day that is past when it is decided.
 */
export function hasEnded(
  termination: Termination | undefined,
  today: CalendarDate,
): termination is Termination {
  if (termination === undefined || termination.decided > today) return false;
  return termination.effective === undefined || termination.effective < today;
}

/** The last day of work, or the day of the decision where that is later or stands alone. */
export const lastDayOf = ({ decided, effective = decided }: Termination): CalendarDate =>
  effective > decided ? effective : decided;

/** True while somebody with a decision on leaving still works: his mailbox lives, and so does all he looks after. */
export const isLeaving = (
  termination: Termination | undefined,
  today: CalendarDate,
): termination is Termination & { readonly effective: CalendarDate } =>
  termination?.effective !== undefined && !hasEnded(termination, today);

/** A decision may lie as far behind the last day of work as somebody may be punished; what lies further is another year's. */
const monthsBehind = 6;

export const earliestLastDay = (decided: CalendarDate): CalendarDate => addMonths(decided, -monthsBehind);
