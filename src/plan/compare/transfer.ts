/** Ends the mailbox a person leaves for another organization, and issues the new one (8.2, 6.1). */
import type { Account, ObservedAccount } from '../../model/account/account.ts';
import { accountOf } from '../../model/account/fields.ts';
import { formerKey, type Key } from '../../model/account/key.ts';
import type { Declared } from '../../model/directory/declared.ts';
import type { CalendarDate, Termination } from '../../model/directory/organization.ts';
import { deletionDueOf, isOver } from '../decide/deletion.ts';
import { terminationIn } from '../decide/move.ts';
import { ended } from '../decide/state.ts';
import { resolveWanted, type Wanted } from '../decide/wanted.ts';
import {
  changeId,
  creation,
  type Draft,
  deletion,
  diffFields,
  type ModificationDraft,
  modification,
  whyOf,
} from '../draft.ts';
import { reusesOf } from '../facts/address-book.ts';
import type { Facts } from '../facts/facts.ts';
import { entryNumberOf } from '../facts/identity.ts';
import { strangerAmong } from './replaced.ts';
import { passedOn, wakingOf, withoutAddresses } from './returning.ts';
import { drafted, heldBack, restorationNeeded, type Verdict } from './verdict.ts';

/** Both halves, the end and the issue behind it, or what holds them: neither goes without the other. */
export function transfer(
  declared: Declared,
  actual: ObservedAccount,
  { decision }: Wanted,
  facts: Facts,
): Verdict {
  if (actual.state === 'suspended' && decision?.lifecycle.state === 'suspended') {
    return heldBack(restorationNeeded(actual));
  }
  const from = actual.organization ?? '';
  const unreadable = facts.unreadable.fileOf(actual.key, from);
  const id = declared.person?.id ?? '';
  const last = facts.lastNumbers.get(declared.key) ?? 0;
  const number = entryNumberOf(id, actual.dn) ?? last + 1;
  const record = terminationIn(from, id, facts);
  const why = whyOf('moved', declared, { document: record?.document });
  const left = leftMailbox(actual, formerKey(id, number), record, facts.today);
  const isWhole = unreadable === undefined && actual.extraNames === undefined;
  const over = isWhole ? deletionDueOf(left, facts) : undefined;
  const leaving: Draft =
    over === undefined
      ? { ...modification(actual, left, why, from), id: changeId('transfer', actual.key), kind: 'transfer' }
      : deletion(actual, whyOf('retention-elapsed', declared, { due: over }), from);
  const { account } = resolveWanted(declared, undefined, facts);
  if (isOver(account, facts)) return drafted(leaving);
  const stranger = strangerAmong(declared, facts);
  if (stranger !== undefined) return stranger;
  // Who ended here otherwise than by going on is hired anew: nothing that was left before wakes of itself.
  const mayWake = actual.state !== 'terminated' || actual.reason === 'transfer';
  const issued = issueOrWake(declared, account, Math.max(number, last) + 1, facts, mayWake);
  const obstacle = facts.credentialObstacle(declared, issued.draft.account);
  // Nobody is left without a mailbox for want of a seal: both halves wait.
  if (obstacle !== undefined) return heldBack({ ...obstacle, kind: 'transfer' });
  const next = { ...issued.draft, needs: [...issued.draft.needs, leaving.id] };
  // What the mailbox that is left still has of the new one's addresses goes along: they are one person's.
  const without = leaving.kind === 'delete' ? leaving : passing(leaving, next.account);
  return drafted({ ...without, leadsTo: next.id }, next, ...issued.passing);
}

function passing(leaving: ModificationDraft, next: Account): ModificationDraft {
  const account = withoutAddresses(leaving.account, next.addresses);
  return { ...leaving, account, fields: diffFields(leaving.base, account) };
}

/** Somebody's mailbox here: the one that was left here before, woken, or a new one (6.1). */
export function issueOrWake(
  declared: Declared,
  account: Account,
  number: number,
  facts: Facts,
  mayWake = true,
): { readonly draft: Draft; readonly passing: readonly Draft[] } {
  const formers = facts.formers.get(declared.key) ?? [];
  const waking = mayWake ? wakingOf(declared, formers, facts) : undefined;
  const reuses = reusesOf(declared, facts.book);
  const others = formers.filter(({ dn }) => dn !== waking?.base.dn);
  const passingTo = (draft: Draft) =>
    passedOn(others, draft.account, declared, facts).map((one) => ({ ...one, leadsTo: draft.id }));
  if (waking !== undefined) {
    const draft = reuses.length > 0 ? { ...waking, reuses } : waking;
    return { draft, passing: passingTo(draft) };
  }
  const isMove = facts.actualByKey.has(declared.key);
  const why = isMove ? { ...whyOf('moved', declared), clause: '6.1' } : whyOf('declared', declared);
  const draft = creation(declared, account, number, why, [], reuses);
  return { draft, passing: passingTo(draft) };
}

/** What becomes of the mailbox that is left; one that ended before keeps the day and the reason it did. */
function leftMailbox(
  actual: ObservedAccount,
  key: Key,
  record: Termination | undefined,
  today: CalendarDate,
): Account {
  const { missing: _missing, extraNames: _extra, operatorLock: _upon, ...whole } = accountOf(actual);
  if (actual.state === 'terminated') {
    return {
      ...whole,
      ...ended(actual.reason ?? 'transfer', undefined, actual, today).lifecycle,
      key,
    };
  }
  const { basis: _basis, notice: _notice, noticedOn: _noticed, ...rest } = whole;
  const basis = record && { document: record.document, date: record.decided };
  return { ...rest, ...ended(record?.reason ?? 'transfer', basis, actual, today).lifecycle, key };
}
