/** The desired directory as a whole: the policy, the organizations, and what could not be read. */
import type { GrantsFile } from './grant.ts';
import type { NoticesFile } from './notice-record.ts';
import type { CalendarDate, OrganizationFile, UnreadableFile } from './organization.ts';
import type { Policy } from './policy.ts';

/** A date, alone or with the reason it is in the table. */
export type CalendarDay = CalendarDate | { readonly date: CalendarDate; readonly reason?: string };

/** The signed-off days off and days worked of one year. */
export interface CalendarYear {
  readonly year: number;
  /** The notices that published it. */
  readonly source?: string;
  readonly weekdaysOff: readonly CalendarDay[];
  readonly weekendDaysWorked?: readonly CalendarDay[];
}

export interface Directory {
  readonly policy: Policy;
  /** Where the policy stands, for problems of what it says. */
  readonly policyFile: string;
  readonly calendar: ReadonlyMap<number, CalendarYear>;
  /** What the operator lets pass; nothing where there is no file, or none that can be used. */
  readonly grants: GrantsFile;
  /** The operator's register of written notices; nothing where there is no file, or none that can be used. */
  readonly notices: NoticesFile;
  readonly organizations: readonly OrganizationFile[];
  readonly unreadable: readonly UnreadableFile[];
}
