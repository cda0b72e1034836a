/** Another name under an id that is at work: held until it is clear who it is; a lock goes on all the same. */
import type { Account, ObservedAccount } from '../model/account.ts';
import type { Declared } from '../model/declared.ts';
import type { CalendarDate } from '../model/organization.ts';
import { isCorrection } from '../naming/correction.ts';
import { type Comparison, nothing } from './comparison.ts';
import { heldOf, modification, whyOf } from './drafting.ts';
import { accountOf } from './undeclared.ts';
import type { Wanted } from './wanted.ts';

/** True for a name that is no correction of the one on the entry, without a document that says that it is the same human's. */
export function isReplaced({ person, name }: Declared, actual: Account, today: CalendarDate): boolean {
  if (person === undefined || isCorrection(actual.name, name)) return false;
  return person.nameChange === undefined || person.nameChange.date > today;
}

/** The mailbox stays as it is; where the record locks it, the lock alone is made, of whoever it is. */
export function replaced(
  declared: Declared,
  actual: ObservedAccount,
  { account, decision }: Wanted,
): Comparison {
  const args = { before: actual.name, after: declared.name };
  const held = [heldOf(declared, 'person-replaced', args, 'update')];
  if (decision === undefined || actual.state !== 'active' || account.state === 'active')
    return { ...nothing, held };
  const { restored: _restored, notice: _notice, ...rest } = accountOf(actual);
  const locked: Account = { ...rest, ...decision.lifecycle };
  const why = whyOf(decision.why, declared, { document: decision.document });
  return { ...nothing, held, drafts: [modification(actual, locked, why, actual.organization ?? '')] };
}
