/** Ends the mailbox a person leaves for another organization, and issues the new one (8.2, 6.1). */
import type { Account, ObservedAccount } from '../model/account.ts';
import type { Declared } from '../model/declared.ts';
import { formerKey, type Key } from '../model/key.ts';
import type { CalendarDate, Termination } from '../model/organization.ts';
import { type Comparison, nothing, reusesOf, suspensionOf } from './comparison.ts';
import { deletionDueOf, isOver } from './deletion.ts';
import { changeId, type Draft } from './draft.ts';
import { creation, deletion, heldOf, modification, whyOf } from './drafting.ts';
import { terminationIn } from './move.ts';
import { entryNumberOf, type Scene } from './scene.ts';
import { ended } from './state.ts';
import { accountOf } from './undeclared.ts';
import { resolveWanted, type Wanted } from './wanted.ts';

/** Both halves, the end and the issue behind it, or what holds them: neither goes without the other. */
export function transfer(
  declared: Declared,
  actual: ObservedAccount,
  { decision }: Wanted,
  scene: Scene,
): Comparison {
  if (actual.state === 'suspended' && decision?.lifecycle.state === 'suspended') {
    return { ...nothing, held: [heldOf(declared, 'restoration-needed', suspensionOf(actual))] };
  }
  const from = actual.organization ?? '';
  const unreadable = scene.unreadable.fileOf(actual.key, from);
  const id = declared.person?.id ?? '';
  const last = scene.lastNumbers.get(declared.key) ?? 0;
  const number = entryNumberOf(id, actual.dn) ?? last + 1;
  const record = terminationIn(from, id, scene);
  const why = whyOf('moved', declared, { document: record?.document });
  const left = leftMailbox(actual, formerKey(id, number), record, scene.today);
  const over = unreadable === undefined ? deletionDueOf(left, scene) : undefined;
  const leaving: Draft =
    over === undefined
      ? { ...modification(actual, left, why, from), id: changeId('transfer', actual.key), kind: 'transfer' }
      : deletion(actual, whyOf('retention-elapsed', declared, { due: over }), from);
  const { account } = resolveWanted(declared, undefined, scene);
  if (isOver(account, scene)) return { ...nothing, drafts: [leaving] };
  const obstacle = scene.credentialObstacle(declared, account);
  // Nobody is left without a mailbox for want of a seal: both halves wait.
  if (obstacle !== undefined) {
    return { ...nothing, held: [heldOf(declared, obstacle.code, obstacle.args, 'transfer')] };
  }
  const issuing = { ...whyOf('moved', declared), clause: '6.1' };
  const next = Math.max(number, last) + 1;
  const issued = creation(declared, account, next, issuing, [leaving.id], reusesOf(declared, scene));
  return { ...nothing, drafts: [{ ...leaving, leadsTo: issued.id }, issued] };
}

/** What becomes of the mailbox that is left; one that ended before keeps the day and the reason it did. */
function leftMailbox(
  actual: ObservedAccount,
  key: Key,
  record: Termination | undefined,
  today: CalendarDate,
): Account {
  const { missing: _missing, ...whole } = accountOf(actual);
  if (actual.state === 'terminated') return { ...whole, key };
  const { basis: _basis, notice: _notice, ...rest } = whole;
  const basis = record && { document: record.document, date: record.decided };
  return { ...rest, ...ended(record?.reason ?? 'transfer', basis, actual, today).lifecycle, key };
}
