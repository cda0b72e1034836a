/** What a plan is made from: what is declared, what is there, what is wrong with the files, and the day. */
import type { ActualAccount } from '../model/account.ts';
import type { Declared } from '../model/declared.ts';
import type { Directory } from '../model/directory.ts';
import type { CalendarDate } from '../model/organization.ts';
import type { Problem } from '../model/problem.ts';

export interface World {
  readonly directory: Directory;
  readonly declared: readonly Declared[];
  readonly accounts: readonly ActualAccount[];
  readonly problems: readonly Problem[];
  readonly today: CalendarDate;
}
