/** Sets the declared accounts against the actual ones: drafts of changes, and what nobody may decide here. */
import type { Key } from '../../model/account/key.ts';
import type { Held, Upcoming } from '../../model/plan/plan.ts';
import type { Draft } from '../draft.ts';
import { makeDoubt } from '../facts/doubt.ts';
import type { Facts } from '../facts/facts.ts';
import { hold } from '../held.ts';
import { tellOperatorLocks } from '../remarks/operator-locks.ts';
import { tellSeen } from '../remarks/seen.ts';
import { compareOne } from './account.ts';
import { endedLocksOf, heldOfFault, locksOf } from './faulty.ts';
import { judgeUndeclared } from './undeclared.ts';
import { makeWaitJudge } from './waiting.ts';

export interface Compared {
  readonly drafts: readonly Draft[];
  readonly held: readonly Held[];
  readonly upcoming: readonly Upcoming[];
}

export function compareAccounts(facts: Facts): Compared {
  const doubt = makeDoubt(facts);
  const drafts: Draft[] = [];
  const held: Held[] = [];
  const upcoming: Upcoming[] = [];
  const declaredKeys = new Set<Key>();
  const waitsFor = makeWaitJudge(facts.adoption, facts);
  for (const declared of facts.declared) {
    declaredKeys.add(declared.key);
    const actual = facts.actualByKey.get(declared.key);
    // An address that is made of something wrong is neither given nor changed; everything else goes on.
    const unsettled = declared.address !== actual?.address;
    const problem = facts.blockedBy(declared) ?? doubt(declared, unsettled);
    if (problem) {
      const place = `${problem.at.file}:${declared.line}`;
      held.push(hold(declared, { code: 'problem', args: { problem: problem.code, place } }));
      continue;
    }
    const fault = facts.faults.get(declared.key);
    if (fault !== undefined) {
      drafts.push(...locksOf(declared, fault, facts));
      continue;
    }
    const waits = actual === undefined ? waitsFor(declared) : undefined;
    if (waits !== undefined) {
      held.push(hold(declared, waits));
      continue;
    }
    const found = compareOne(declared, actual, facts);
    drafts.push(...found.drafts);
    held.push(...found.holds.map((one) => hold(declared, one)));
    upcoming.push(...found.upcoming);
  }
  for (const [key, fault] of facts.faults) {
    held.push(...heldOfFault(fault));
    if (!declaredKeys.has(key)) drafts.push(...endedLocksOf(fault, facts));
  }
  const changed = new Set(drafts.flatMap((draft) => ('base' in draft ? [draft.base.dn] : [])));
  const undeclared = judgeUndeclared(facts, declaredKeys, changed);
  drafts.push(...undeclared.drafts);
  held.push(...undeclared.held);
  const opened = new Set(drafts.flatMap((draft) => (isOpening(draft) ? [draft.base.dn] : [])));
  held.push(...tellSeen(facts.accounts, opened, facts.today));
  held.push(...tellOperatorLocks(facts));
  return { drafts, held, upcoming };
}

const isOpening = (draft: Draft): draft is Extract<Draft, { fields: unknown }> =>
  'fields' in draft && draft.base.locked === true && draft.account.locked !== true;
