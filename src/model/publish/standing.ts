/** How it stands with a mailbox, for the province's own people; nobody else is told. */
import type { StateReason } from '../account/account.ts';
import type { CalendarDate } from '../directory/organization.ts';

/** `locked`: neither suspended nor ended, and shut all the same; `waiting`: not issued yet. */
export const standings = ['active', 'waiting', 'locked', 'suspended', 'ended'] as const;

export interface Standing {
  readonly state: (typeof standings)[number];
  readonly since?: CalendarDate;
  readonly reason?: StateReason;
  /** The last day of work that is recorded: the mailbox ends the day after (8.2). */
  readonly until?: CalendarDate;
}

/** Whether it can be written to: everybody who is shown to everybody can. */
export const isOpen = ({ standing }: { readonly standing?: Standing }): boolean =>
  standing === undefined || standing.state === 'active';
