/** Another name under an id that is at work: held until it is clear who it is; a lock goes on all the same. */
import type { Account, ObservedAccount } from '../../model/account/account.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { CalendarDate } from '../../model/directory/organization.ts';
import { isCorrection } from '../../naming/person/correction.ts';
import { lockOf } from '../decide/lock.ts';
import type { Wanted } from '../decide/wanted.ts';
import { modification, whyOf } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';
import { heldBack, type Verdict } from './verdict.ts';

/** True for a name that is no correction of the one on the entry, without a document that says that it is the same human's. */
export function isReplaced({ person, name }: Declared, actual: Account, today: CalendarDate): boolean {
  if (person === undefined || actual.name === name || isCorrection(actual.name, name)) return false;
  return person.nameChange === undefined || person.nameChange.date > today;
}

/** Another human under an id that has former mailboxes: neither they nor their addresses go to the newcomer. */
export function strangerAmong(declared: Declared, { formers, today }: Facts): Verdict | undefined {
  const other = formers.get(declared.key)?.find((former) => isReplaced(declared, former, today));
  if (other === undefined) return undefined;
  const args = { before: other.name, after: declared.name };
  return heldBack({ code: 'person-replaced', args, kind: 'create' });
}

/** The mailbox stays as it is; where the record locks it, the lock alone is made, of whoever it is. */
export function replaced(declared: Declared, actual: ObservedAccount, wanted: Wanted): Verdict {
  const args = { before: actual.name, after: declared.name };
  const held = heldBack({ code: 'person-replaced', args, kind: 'update' });
  const lock = lockOf(actual, wanted);
  if (lock === undefined) return held;
  const why = whyOf(lock.why, declared, lock);
  return { ...held, drafts: [modification(actual, lock.account, why, actual.organization ?? '')] };
}
