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

export type ModificationDraft = DraftBase &
  Pick<Modification, 'kind' | 'base' | 'fields'> & {
    /** Why what is left of it is done, where a part of it is held; absent where it is one thing that cannot be divided. */
    readonly rest?: { readonly withoutLock: Why; readonly withoutAddress: Why };
  };

export type DeletionDraft = DraftBase & Pick<Deletion, 'kind' | 'base'>;

export type Draft = CreationDraft | ModificationDraft | DeletionDraft;

export const changeId = (kind: ChangeKind, key: Key): string => `${kind} ${key}`;

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
