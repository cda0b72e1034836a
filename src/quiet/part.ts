/** A part of a directory that can be looked at alone: nobody who is left out of it is in the way of anybody who is not. */
import type { ObservedAccount } from '../model/account/account.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { OrganizationFile } from '../model/directory/organization.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { Problem } from '../model/problems/problem.ts';
import type { LeftOut, People } from './people.ts';
import { countRows } from './rows.ts';
import type { FileSummary, LoudRecord } from './summary.ts';
import { areOfAll, tokensOfAccounts, tokensOfPlan, tokensOfRecords } from './tokens.ts';

/** A summary whose rows are counted, and no more held. */
export type CountedSummary = Omit<FileSummary, 'rows'> & { readonly quiet: number };

export const counted = ({ rows, ...summary }: FileSummary): CountedSummary => ({
  ...summary,
  quiet: countRows(rows),
});

/** Which of the file's people the rows are of: all but the loud, in the order of the file. */
export function quietIndexes({ loud, quiet }: CountedSummary): readonly number[] {
  const isLoud = new Set(loud.map(({ index }) => index));
  return Array.from({ length: loud.length + quiet }, (_, index) => index).filter((one) => !isLoud.has(one));
}

/** The file with these of its people. */
export function fileInPart(
  file: string,
  { organization, loud, quiet }: CountedSummary,
  records: readonly LoudRecord[],
): OrganizationFile {
  const inOrder = records.toSorted((a, b) => a.index - b.index);
  const people = inOrder.map(({ person }) => person);
  return {
    file,
    organization: organization.people === undefined ? organization : { ...organization, people },
    personLines: inOrder.map(({ line }) => line),
    unusable: new Set(),
    part: {
      indexes: inOrder.map(({ index }) => index),
      leftOut: loud.length + quiet - records.length,
    },
  };
}

/** `assemble` gives the part in which these people of each file are, too; undefined where it cannot. */
export function wakeAll<P extends { readonly declared: readonly Declared[] }>(
  people: People,
  assemble: (awake: readonly (readonly number[])[]) => P | undefined,
): P | undefined {
  let part = assemble(people.awake(false));
  // Whoever is woken may be in the way of somebody else.
  while (part !== undefined && people.wake(tokensOfRecords(part.declared)))
    part = assemble(people.awake(false));
  return part;
}

/** What came of a part. */
export interface Outcome {
  readonly declared: readonly Declared[];
  readonly accounts: readonly ObservedAccount[];
  readonly problems: readonly Problem[];
  readonly plan: Plan;
}

/** False where somebody who was left out may have had a part in the plan. */
export function standsAlone(
  { declared, accounts, problems, plan }: Outcome,
  people: People,
  left: LeftOut,
): boolean {
  if (people.isDoubled() || areOfAll(problems)) return false;
  // A rule may take it for a server that was not read.
  if (accounts.length === 0 && left.count > 0) return false;
  const tokens = [tokensOfRecords(declared), tokensOfAccounts(accounts), tokensOfPlan(plan)];
  return !tokens.some((one) => left.isTouchedBy(one));
}
