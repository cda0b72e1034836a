/** What is done about a key whose entries cannot be told for sure: every one of them is locked where it has to be. */
import { type ObservedAccount, scopeOf } from '../../model/account/account.ts';
import { accountOf } from '../../model/account/fields.ts';
import { parseKey } from '../../model/account/key.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { Held } from '../../model/plan/plan.ts';
import { lockOf } from '../decide/lock.ts';
import { ended } from '../decide/state.ts';
import { resolveWanted } from '../decide/wanted.ts';
import { changeId, type ModificationDraft, modification, whyOf } from '../draft.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fault } from '../facts/identity.ts';
import { hold } from '../held.ts';

/** The locks that the record demands, one for each entry that has not got it. */
export function locksOf(declared: Declared, { entries }: Fault, facts: Facts): readonly ModificationDraft[] {
  return entries.flatMap((entry) => {
    if (!speaksFor(declared, entry, facts)) return [];
    const lock = lockOf(entry, resolveWanted(declared, entry, facts));
    if (lock === undefined) return [];
    const draft = modification(entry, lock.account, whyOf(lock.why, declared, lock), scopeOf(entry));
    return [entry === entries[0] ? draft : { ...draft, id: `${draft.id} ${entry.dn}` }];
  });
}

/** A record speaks for the mailbox of its own house, and for one whose house nobody can name. */
function speaksFor({ person, organization }: Declared, entry: ObservedAccount, facts: Facts): boolean {
  if (person === undefined || entry.organization === organization.id) return true;
  return !facts.organizationIds.has(entry.organization ?? '') && facts.unreadable.anybodys === undefined;
}

/** Of a key nobody declares: what has ended stays locked, whatever a hand did to it. */
export function endedLocksOf({ entries }: Fault, { today }: Facts): readonly ModificationDraft[] {
  return entries.flatMap((entry) => {
    const isOver = entry.state === 'terminated' || parseKey(entry.key)?.former !== undefined;
    if (!isOver || entry.locked === true) return [];
    const { lifecycle } = ended(entry.reason ?? 'removed', undefined, entry, today);
    const { operatorLock: _upon, ...rest } = accountOf(entry);
    const account = { ...rest, ...lifecycle };
    const why = { code: 'differs', clause: '8.2' } as const;
    const draft = modification(entry, account, why, scopeOf(entry));
    return [{ ...draft, id: `${changeId(draft.kind, entry.key)} ${entry.dn}` }];
  });
}

export function heldOfFault({ entries, findings }: Fault): readonly Held[] {
  const [entry] = entries;
  return entry === undefined ? [] : findings.map((finding) => hold(entry, finding));
}
