/** Holds every change that needs, or leads to, one that is held, however far down the chain. */
import { type Key, organizationKey, parseKey, toldKey } from '../../model/account/key.ts';
import type { Held } from '../../model/plan/plan.ts';
import { changeId, type Draft } from '../draft.ts';
import { hold } from '../held.ts';
import { withoutPart } from '../parts.ts';

const keyOfChange = (id: string): Key => toldKey(id.slice(id.indexOf(' ') + 1));

/** A person's account is issued after the organization it belongs to. */
export function behindOrganizations(drafts: readonly Draft[]): readonly Draft[] {
  const created = new Set(drafts.filter(({ kind }) => kind === 'create').map(({ key }) => key));
  return drafts.map((draft) => {
    const organization = organizationKey(draft.scope);
    const person = parseKey(draft.key)?.kind === 'person';
    if (draft.kind !== 'create' || !person || !created.has(organization)) return draft;
    return { ...draft, needs: [...draft.needs, changeId('create', organization)] };
  });
}

/**
 * `awaited` are those that wait for an approval alone, and is added to by those that wait for them. A modification waits
 * for another's with its address alone; the rest of it goes on.
 */
export function holdDependents(
  drafts: readonly Draft[],
  heldIds: ReadonlySet<string>,
  awaited: Set<string> = new Set(),
) {
  const held: Held[] = [];
  const out = new Set(heldIds);
  let kept = drafts.filter((draft) => !out.has(draft.id));
  for (let grown = true; grown; ) {
    grown = false;
    kept = kept.flatMap((draft) => {
      const missing = [...draft.needs, draft.leadsTo].find((id) => id !== undefined && out.has(id));
      if (missing === undefined) return [draft];
      const waits = awaited.has(missing);
      if (waits) awaited.add(draft.id);
      const code = waits ? 'approval-needed' : 'depends-on-held';
      held.push(hold(draft, { code, args: { other: keyOfChange(missing) } }));
      out.add(draft.id);
      grown = true;
      const rest = withoutPart(draft, 'address');
      return rest === undefined ? [] : [{ ...rest, needs: [] }];
    });
  }
  return { kept, held };
}
