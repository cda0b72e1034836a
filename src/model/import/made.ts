/** What an import comes to: what it is made of, and everything it writes. */
import type { Adoption } from '../adoption.ts';
import type { CalendarDate } from '../directory/organization.ts';
import type { Policy } from '../directory/policy.ts';
import type { Arrivals } from './arrival.ts';
import type { Answer, DecisionRow } from './decision.ts';
import type { ImportReport } from './report.ts';

export interface ImportInput {
  readonly arrivals: Arrivals;
  readonly policy: Policy;
  /** What the ids of people begin with, such as "LC-". */
  readonly prefix: string;
  /** Read back from the decisions.csv of the run before. */
  readonly answers: readonly Answer[];
  /** What stands in --out, its texts by their path below it; none of it is ever overwritten but by edits. */
  readonly files: ReadonlyMap<string, string>;
  /** Of the run before. */
  readonly adoption?: Adoption;
  readonly today: CalendarDate;
}

export interface Made {
  /** Organizations' files that are new or change, by their path below the directory. */
  readonly files: ReadonlyMap<string, string>;
  readonly decisions: readonly DecisionRow[];
  readonly report: ImportReport;
  /** Absent where the source has no uuids. */
  readonly adoption?: Adoption;
}
