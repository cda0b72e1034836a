/** The desired directory as a whole: the policy, the organizations, and what could not be read. */
import type { OrganizationFile, UnreadableFile } from './organization.ts';
import type { Policy } from './policy.ts';

/** The signed-off days off and days worked of one year. */
export interface CalendarYear {
  readonly year: number;
  readonly weekdaysOff: readonly string[];
  readonly weekendDaysWorked: readonly string[];
}

export interface Directory {
  readonly policy: Policy;
  /** Where the policy stands, for problems of what it says. */
  readonly policyFile: string;
  readonly calendar: ReadonlyMap<number, CalendarYear>;
  readonly organizations: readonly OrganizationFile[];
  readonly unreadable: readonly UnreadableFile[];
}
