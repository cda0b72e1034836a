/** All rules in the order their problems are best read; each is one value, and each runs over the whole. */
import type { ActualAccount } from '../model/account/account.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { Directory } from '../model/directory/directory.ts';
import type { Problem } from '../model/problems/problem.ts';
import type { QuietPeople } from '../model/quiet/quiet.ts';
import { declareRemains } from '../naming/declared.ts';
import { collisions, sharedHouses } from './collisions.ts';
import { dateOrder, futureDates, suspensionClauses } from './dates.ts';
import { duplicateIds, fileNames } from './ids.ts';
import { lateNotifications } from './lateness.ts';
import { legacyCollisions } from './legacy.ts';
import { agencyAddresses, aliases, organizationNames, personNames } from './names.ts';
import { policyLimits } from './policy.ts';
import { custodians, destinations, operator, parentCycles, parents, successors } from './references.ts';
import { makeContext, type RecordContext, type RecordRule, type Rule } from './rule.ts';
import { spaces } from './spaces.ts';
import { spellings } from './spelling.ts';

const rules: readonly Rule[] = [
  policyLimits,
  fileNames,
  duplicateIds,
  parents,
  parentCycles,
  operator,
  successors,
  destinations,
  custodians,
  organizationNames,
  personNames,
  spellings,
  agencyAddresses,
  aliases,
  spaces,
  collisions,
  sharedHouses,
  legacyCollisions,
  suspensionClauses,
  dateOrder,
  futureDates,
  lateNotifications,
];

/** What can be said of one record by itself, beside the others of its file. */
const rulesOfOne: readonly RecordRule[] = [
  personNames,
  spellings,
  aliases,
  suspensionClauses,
  dateOrder,
  futureDates,
];

/** Everything wrong with what the directory says, given what the server holds and the day; `quiet` are in neither. */
export function findProblems(
  directory: Directory,
  declared: readonly Declared[],
  accounts: readonly ActualAccount[],
  today: string,
  quiet?: QuietPeople,
): readonly Problem[] {
  const context = makeContext(directory, declared, accounts, today, quiet);
  let found: readonly Problem[] = [];
  for (const rule of rules) found = [...found, ...rule(context, found)];
  const remains = declareRemains(directory, declared);
  if (remains.length === 0) return found;
  const faulty = { ...context, declared: remains };
  for (const rule of rulesOfOne) found = [...found, ...rule(faulty)];
  return found;
}

/** Whether anything is wrong with the records of one file by themselves. */
export function haveProblems(context: RecordContext): boolean {
  for (const rule of rulesOfOne) for (const _problem of rule(context)) return true;
  return false;
}
