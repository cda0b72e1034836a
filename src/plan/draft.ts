/** A change before it has its place in the order: what the steps of planning hand to one another. */
import { type Account, addressesOf } from '../model/account.ts';
import type { Key } from '../model/key.ts';
import type {
  ChangeKind,
  Creation,
  Deletion,
  Held,
  HeldArgs,
  HeldCode,
  Modification,
  Retirement,
} from '../model/plan.ts';
import type { Why } from '../model/why.ts';

interface DraftBase {
  readonly id: string;
  readonly key: Key;
  readonly account: Account;
  readonly why: Why;
  /** The organization whose limits of the guard it counts against. */
  readonly scope: string;
  /** Ids of changes it must not run without. */
  readonly needs: readonly string[];
  /** The id of a later change without which it must not run either: the issue after a transfer. */
  readonly leadsTo?: string;
  readonly credential?: true;
  readonly retires?: readonly Retirement[];
  /** Addresses it may take although they rest: by decision, by succession. */
  readonly reuses?: readonly string[];
}

export type CreationDraft = DraftBase & Pick<Creation, 'kind' | 'number'>;

export type ModificationDraft = DraftBase & Pick<Modification, 'kind' | 'base' | 'fields'>;

export type DeletionDraft = DraftBase & Pick<Deletion, 'kind' | 'base'>;

export type Draft = CreationDraft | ModificationDraft | DeletionDraft;

export const changeId = (kind: ChangeKind, key: Key): string => `${kind} ${key}`;

const keyOfChange = (id: string): Key => id.slice(id.indexOf(' ') + 1);

/** The addresses it takes from the entry that has them. */
export function freedBy(draft: Draft): readonly string[] {
  if (!('base' in draft)) return [];
  const kept = new Set(draft.kind === 'delete' ? [] : draft.account.addresses);
  return addressesOf(draft.base).filter((address) => !kept.has(address));
}

/** The draft as held back, with the reason. */
export function heldDraft<C extends HeldCode>(draft: Draft, code: C, args: HeldArgs[C]): Held {
  const { key, account, scope } = draft;
  // Marking who is missing is the first step of an end, and told as that.
  const kind = draft.why.code === 'missing' ? 'terminate' : draft.kind;
  return { key, name: account.name, organization: scope, code, args, kind } as Held;
}

/**
 * Takes out every change that needs, or leads to, one already taken out, however far down the chain. `awaited` are those
 * that wait for an approval alone, and is added to by those that wait for them.
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
    kept = kept.filter((draft) => {
      const missing = [...draft.needs, draft.leadsTo].find((id) => id !== undefined && out.has(id));
      if (missing === undefined) return true;
      const waits = awaited.has(missing);
      if (waits) awaited.add(draft.id);
      const code = waits ? 'approval-needed' : 'depends-on-held';
      held.push(heldDraft(draft, code, { other: keyOfChange(missing) }));
      out.add(draft.id);
      grown = true;
      return false;
    });
  }
  return { kept, held };
}
