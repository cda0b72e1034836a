/** A change before it has its place in the order: what the steps of planning hand to one another. */
import type { Account } from '../model/account.ts';
import type { Key } from '../model/key.ts';
import type { ChangeKind, Creation, Held, HeldArgs, HeldCode, Modification, Why } from '../model/plan.ts';

interface DraftBase {
  readonly id: string;
  readonly key: Key;
  readonly account: Account;
  readonly why: Why;
  /** The organization whose limits of the guard it counts against. */
  readonly scope: string;
  /** Ids of changes it must not run without. */
  readonly needs: readonly string[];
}

export type CreationDraft = DraftBase & Pick<Creation, 'kind' | 'number'>;

export type ModificationDraft = DraftBase & Pick<Modification, 'kind' | 'base' | 'fields'>;

export type Draft = CreationDraft | ModificationDraft;

export const changeId = (kind: ChangeKind, key: Key): string => `${kind} ${key}`;

/** The draft as held back, with the reason. */
export function heldDraft<C extends HeldCode>(draft: Draft, code: C, args: HeldArgs[C]): Held {
  const { key, kind, account, scope } = draft;
  return { key, name: account.name, organization: scope, code, args, kind } as Held;
}

/** Takes out every change that needs one already taken out, however far down the chain. */
export function holdDependents(drafts: readonly Draft[], heldIds: ReadonlySet<string>) {
  const held: Held[] = [];
  const out = new Set(heldIds);
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  let kept = drafts.filter((draft) => !out.has(draft.id));
  for (let grown = true; grown; ) {
    grown = false;
    kept = kept.filter((draft) => {
      const missing = draft.needs.find((id) => out.has(id));
      if (missing === undefined) return true;
      const other = byId.get(missing)?.key ?? missing;
      held.push(heldDraft(draft, 'depends-on-held', { other }));
      out.add(draft.id);
      grown = true;
      return false;
    });
  }
  return { kept, held };
}
