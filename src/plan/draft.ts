/** A change before it has its place in the order: how one is made from an entry as it is and as it is wanted. */
import {
  type Account,
  type AccountField,
  type ActualAccount,
  addressesOf,
  type ObservedAccount,
} from '../model/account/account.ts';
import { accountFields, accountOf } from '../model/account/fields.ts';
import type { Key } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { ChangeKind, Creation, Deletion, Held, Modification } from '../model/plan/plan.ts';
import { clauseOf, type DeletionTermKind, type Why, type WhyCode } from '../model/plan/why.ts';

type Drafted<C> = Omit<C, 'wave' | 'after'> & {
  /** The organization whose limits of the guard it counts against. */
  readonly scope: string;
  /** Ids of changes it must not run without. */
  readonly needs: readonly string[];
  /** The id of a later change without which it must not run either: the issue after a transfer. */
  readonly leadsTo?: string;
  /** Addresses it may take although they rest: by decision, by succession. */
  readonly reuses?: readonly string[];
};

export type CreationDraft = Drafted<Creation>;

export type ModificationDraft = Drafted<Modification> & {
  /** Why what is left of it is done, where a part of it is held; absent where it is one thing that cannot be divided. */
  readonly rest?: { readonly withoutLock: Why; readonly withoutAddress: Why };
};

export type DeletionDraft = Drafted<Deletion>;

export type Draft = CreationDraft | ModificationDraft | DeletionDraft;

/** What a step of ordering lets pass, and what it keeps back. */
export interface Sifted {
  readonly kept: readonly Draft[];
  readonly held: readonly Held[];
}

export const changeId = (kind: ChangeKind, key: Key): string => `${kind} ${key}`;

/** The addresses it takes from the entry that has them. */
export function freedBy(draft: Draft): readonly string[] {
  if (!('base' in draft)) return [];
  const kept = new Set(draft.kind === 'delete' ? [] : draft.account.addresses);
  return addressesOf(draft.base).filter((address) => !kept.has(address));
}

/** The rule behind a change and the line that asked for it. */
export function whyOf(
  code: WhyCode,
  declared: Declared | undefined,
  more: {
    readonly document?: string | undefined;
    readonly due?: CalendarDate | undefined;
    readonly term?: DeletionTermKind | undefined;
  } = {},
): Why {
  return {
    code,
    clause: clauseOf[code],
    ...(declared && { file: declared.file, line: declared.line }),
    ...(more.document !== undefined && { document: more.document }),
    ...(more.due !== undefined && { due: more.due }),
    ...(more.term !== undefined && { term: more.term }),
  };
}

export function creation(
  declared: Declared,
  account: Account,
  number: number,
  why: Why,
  needs: readonly string[],
  reuses: readonly string[],
): CreationDraft {
  const { key } = declared;
  return {
    id: changeId('create', key),
    kind: 'create',
    key,
    account,
    number,
    why,
    scope: declared.organization.id,
    needs,
    ...(account.mailbox && { credential: true }),
    ...(reuses.length > 0 && { reuses }),
  };
}

export function modification(
  observed: ObservedAccount,
  account: Account,
  why: Why,
  scope: string,
  /** True where it sets another password. */
  credential = false,
): ModificationDraft {
  const base = baseOf(observed);
  const fields = diffFields(base, account);
  const kind = kindOfModification(base, account, fields, credential);
  const id = changeId(kind, base.key);
  return {
    id,
    kind,
    key: base.key,
    account,
    // A login between the reading and the writing must stop a suspension for the lack of one.
    base: why.code === 'inactive' ? { ...base, lastAccess: observed.lastAccess ?? null } : base,
    fields,
    why,
    scope,
    needs: [],
    ...(credential && { credential: true }),
  };
}

export function deletion(observed: ObservedAccount, why: Why, scope: string): DeletionDraft {
  const { key } = observed;
  const [account, base] = [accountOf(observed), baseOf(observed)];
  return { id: changeId('delete', key), kind: 'delete', key, account, base, why, scope, needs: [] };
}

/** The facts that a change of the entry asserts. */
function baseOf(observed: ObservedAccount): ActualAccount {
  const { dn, uuid, options } = observed;
  return { ...accountOf(observed), dn, uuid, ...(options && { options }) };
}

/** The fields in which the two differ, in their fixed order. */
export function diffFields(actual: Account, wanted: Account): AccountField[] {
  return accountFields.filter((field) => !sameValue(actual[field], wanted[field]));
}

function sameValue(actual: Account[AccountField], wanted: Account[AccountField]): boolean {
  if (actual === wanted) return true;
  if (!Array.isArray(actual) || !Array.isArray(wanted)) return false;
  return actual.length === wanted.length && actual.every((value, index) => value === wanted[index]);
}

/** The one word for a modification: the gravest thing it does. */
export function kindOfModification(
  actual: ActualAccount,
  wanted: Account,
  fields: readonly AccountField[],
  credential: boolean,
): Exclude<Modification['kind'], 'transfer'> {
  if (actual.state !== wanted.state && actual.mailbox && wanted.mailbox) {
    if (wanted.state === 'terminated') return 'terminate';
    if (wanted.state === 'suspended') return 'suspend';
    if (wanted.state === 'active' && actual.state !== undefined) return 'restore';
  }
  if (actual.address !== undefined && fields.includes('address')) return 'rename';
  return credential && actual.mailbox ? 'reset' : 'update';
}
