/** Another name under an id that is at work: held until it is clear who it is; a lock goes on all the same. */
import type { Account, ObservedAccount } from '../model/account.ts';
import type { Declared } from '../model/declared.ts';
import type { CalendarDate } from '../model/organization.ts';
import { isCorrection } from '../naming/correction.ts';
import { type Comparison, nothing } from './comparison.ts';
import { heldOf, modification, whyOf } from './drafting.ts';
import { lockOf } from './lock.ts';
import type { Scene } from './scene.ts';
import type { Wanted } from './wanted.ts';

/** True for a name that is no correction of the one on the entry, without a document that says that it is the same human's. */
export function isReplaced({ person, name }: Declared, actual: Account, today: CalendarDate): boolean {
  if (person === undefined || isCorrection(actual.name, name)) return false;
  return person.nameChange === undefined || person.nameChange.date > today;
}

/** Another human under an id that has former mailboxes: neither they nor their addresses go to the newcomer. */
export function strangerAmong(declared: Declared, { formers, today }: Scene): Comparison | undefined {
  const other = formers.get(declared.key)?.find((former) => isReplaced(declared, former, today));
  if (other === undefined) return undefined;
  const args = { before: other.name, after: declared.name };
  return { ...nothing, held: [heldOf(declared, 'person-replaced', args, 'create')] };
}

/** The mailbox stays as it is; where the record locks it, the lock alone is made, of whoever it is. */
export function replaced(declared: Declared, actual: ObservedAccount, wanted: Wanted): Comparison {
  const args = { before: actual.name, after: declared.name };
  const held = [heldOf(declared, 'person-replaced', args, 'update')];
  const lock = lockOf(actual, wanted);
  if (lock === undefined) return { ...nothing, held };
  const why = whyOf(lock.why, declared, lock);
  return { ...nothing, held, drafts: [modification(actual, lock.account, why, actual.organization ?? '')] };
}
