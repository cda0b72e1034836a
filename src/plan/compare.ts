/** Sets the declared accounts against the actual ones: drafts of changes, and what nobody may decide here. */
import { type ObservedAccount, scopeOf } from '../model/account.ts';
import type { Key } from '../model/key.ts';
import type { Held } from '../model/plan.ts';
import { compareOne } from './compare-one.ts';
import type { Comparison } from './comparison.ts';
import { deletabilityOf } from './deletion.ts';
import { makeDoubt } from './doubt.ts';
import type { Draft } from './draft.ts';
import { deletion, heldOf, modification, whyOf } from './drafting.ts';
import { endedLocksOf, heldOfFault, locksOf } from './faulty.ts';
import type { Scene } from './scene.ts';
import { tellSeen } from './told.ts';
import { holdOf, judgeUndeclared } from './undeclared.ts';

export function compareAccounts(scene: Scene): Comparison {
  const doubt = makeDoubt(scene.declared, scene.problems);
  const drafts: Draft[] = [];
  const held: Held[] = [];
  const upcoming: Comparison['upcoming'][number][] = [];
  const declaredKeys = new Set<Key>();
  for (const declared of scene.declared) {
    declaredKeys.add(declared.key);
    const actual = scene.actualByKey.get(declared.key);
    // An address that is made of something wrong is neither given nor changed; everything else goes on.
    const unsettled = declared.address !== actual?.address;
    const problem = scene.blockedBy(declared) ?? doubt(declared, unsettled);
    if (problem) {
      const place = `${problem.at.file}:${declared.line}`;
      held.push(heldOf(declared, 'problem', { problem: problem.code, place }));
      continue;
    }
    const fault = scene.faults.get(declared.key);
    if (fault !== undefined) {
      drafts.push(...locksOf(declared, fault, scene));
      continue;
    }
    const found = compareOne(declared, actual, scene);
    drafts.push(...found.drafts);
    held.push(...found.held);
    upcoming.push(...found.upcoming);
  }
  for (const [key, fault] of scene.faults) {
    held.push(...heldOfFault(fault));
    if (!declaredKeys.has(key)) drafts.push(...endedLocksOf(fault, scene));
  }
  const undeclared = judgeUndeclared(scene, declaredKeys);
  held.push(...undeclared.held);
  // A former mailbox that comes back to life is no former one any more.
  const changed = new Set(drafts.flatMap((draft) => ('base' in draft ? [draft.base.dn] : [])));
  for (const { account, wanted, why } of undeclared.changed) {
    if (changed.has(account.dn)) continue;
    drafts.push(modification(account, wanted, why, account.organization ?? ''));
  }
  for (const account of undeclared.ended) {
    const found = changed.has(account.dn) ? undefined : deleteEnded(account, scene);
    if (found === undefined) continue;
    if ('base' in found) drafts.push(found);
    else held.push(found);
  }
  const opened = new Set(drafts.flatMap((draft) => (isOpening(draft) ? [draft.base.dn] : [])));
  held.push(...tellSeen(scene.accounts, opened, scene.today));
  return { drafts, held, upcoming };
}

const isOpening = (draft: Draft): draft is Extract<Draft, { fields: unknown }> =>
  'fields' in draft && draft.base.locked === true && draft.account.locked !== true;

/** A mailbox that ended and that no file speaks of: a former one, or one of somebody who was removed. */
function deleteEnded(
  account: ObservedAccount,
  scene: Scene,
): Extract<Draft, { kind: 'delete' }> | Held | undefined {
  const { unreadable } = scene;
  const scope = scopeOf(account);
  const judged = deletabilityOf(account, scene);
  if (judged === undefined) return undefined;
  if ('code' in judged) return holdOf(account, scope, judged.code, judged.args, 'delete');
  const file = unreadable.fileOf(account.key, scope);
  if (file !== undefined) {
    const args = { organization: scope, file };
    return holdOf(account, scope, 'organization-unreadable', args, 'delete');
  }
  return deletion(account, whyOf(judged.why, undefined, judged), scope);
}
