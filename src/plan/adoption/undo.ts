/** Gives entries back as they were before adoption: those that are still as it left them, and no others. */
import type { ObservedAccount } from '../../model/account/account.ts';
import { sameDn } from '../../model/account/dn.ts';
import { type AdoptionRecord, differingValues, type EntryValues } from '../../model/adoption.ts';
import type { Held, Plan } from '../../model/plan/plan.ts';
import { changeId, type ModificationDraft, modification, whyOf } from '../draft.ts';
import type { PlanInput } from '../facts/facts.ts';
import { hold } from '../held.ts';
import { planOf } from './plan.ts';

/** An entry of a record as it is now. */
export interface Returning {
  readonly record: AdoptionRecord;
  /** All danhba manages of it; undefined where nobody sees it. */
  readonly values: EntryValues | undefined;
  /** As it is now, and as it was: with the key, by which we know what kind of account it is. */
  readonly now: ObservedAccount | undefined;
  readonly before: ObservedAccount;
}

/** What was suspended, renamed or ended since, or changed in any other way, stays as it is, and is told. */
export function planUndo(input: PlanInput, returning: readonly Returning[]): Plan {
  const drafts: ModificationDraft[] = [];
  const held: Held[] = [];
  for (const one of returning) {
    const { record, values, now, before } = one;
    const { key, dn } = record;
    if (values === undefined || now === undefined) {
      held.push(hold(before, { code: 'adoption-changed', args: { dn, differs: [] }, kind: 'unadopt' }));
      continue;
    }
    // Given back by an earlier run, or never taken over.
    if (values.danhbaKey === undefined) continue;
    const { doubt } = input;
    if (doubt !== undefined) {
      held.push(hold(now, { code: 'read-doubtful', args: doubt, kind: 'unadopt' }));
      continue;
    }
    const altered = differingValues(values, record.after);
    const differs = sameDn(now.dn, dn) ? altered : ['dn', ...altered];
    if (differs.length > 0) {
      held.push(hold(now, { code: 'undo-changed', args: { dn: now.dn, differs }, kind: 'unadopt' }));
      continue;
    }
    const draft = modification(now, before, whyOf('given-back', undefined), now.organization ?? '');
    drafts.push({ ...draft, id: changeId('unadopt', key), kind: 'unadopt' });
  }
  return planOf(input, drafts, held);
}
