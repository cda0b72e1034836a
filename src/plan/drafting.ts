/** Makes the drafts of changes from what is there and what is wanted, each with the reason that asked for it. */
import {
  type Account,
  type AccountField,
  type ActualAccount,
  lifecycleFields,
  type ObservedAccount,
  withFieldsOf,
} from '../model/account.ts';
import type { Declared } from '../model/declared.ts';
import type { CalendarDate, OrganizationKind } from '../model/organization.ts';
import type { Held, HeldArgs, HeldCode } from '../model/plan.ts';
import type { DeletionTermKind, Why, WhyCode } from '../model/why.ts';
import { diffFields, kindOfModification } from './diff.ts';
import { type CreationDraft, changeId, type DeletionDraft, type ModificationDraft } from './draft.ts';
import { addressFields } from './parts.ts';
import type { StateDecision } from './state.ts';
import { accountOf } from './undeclared.ts';

const clauses = {
  declared: '6.1',
  differs: '6.2',
  'address-derived': '5.2.a',
  'address-decided': '5.2.b',
  'suspension-declared': '8.1',
  'restoration-declared': '8.3',
  'declared-again': '6.1',
  'custodian-left': '9.1',
  succeeded: '8.2',
  'termination-declared': '8.2',
  removed: '8.2',
  dissolved: '8.2',
  moved: '8.2',
  returned: '8.2',
  completed: '6.2',
  'first-seen': '8.1',
  inactive: '8.1',
  missing: '8.2',
  'reset-requested': '7.1',
  'term-elapsed': '8.1',
  'retention-elapsed': '8.2',
  'policy-declared': '4.1',
  locked: '8.1',
  'must-change': '7.3',
  forwarding: '12.5',
} as const satisfies Record<WhyCode, string>;

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
    clause: clauses[code],
    ...(declared && { file: declared.file, line: declared.line }),
    ...(more.document !== undefined && { document: more.document }),
    ...(more.due !== undefined && { due: more.due }),
    ...(more.term !== undefined && { term: more.term }),
  };
}

const formClauses = {
  'people-committee': '5.1.a',
  provincial: '5.1.a',
  'provincial-unit': '5.1.a',
  district: '5.1.b',
  city: '5.1.b',
  'district-room': '5.1.c',
  commune: '5.1.d',
  ward: '5.1.d',
  town: '5.1.d',
} as const satisfies Record<OrganizationKind, string>;

/** The clause that gives the account's address its form. */
const formClause = ({ person, organization }: Declared): string =>
  person === undefined ? formClauses[organization.kind] : clauses['address-derived'];

/** The reason of a modification: the gravest thing it does, as `kindOfModification` has it. */
export function reasonFor(
  declared: Declared,
  actual: Account,
  wanted: Account,
  decision: StateDecision | undefined,
  due: CalendarDate | undefined,
  credential = false,
): Why {
  if (decision && (actual.state !== wanted.state || decision.why !== 'declared')) {
    const code = decision.why === 'declared' ? 'differs' : decision.why;
    if (actual.state !== wanted.state || actual.basis !== wanted.basis) {
      return whyOf(code, declared, { document: decision.document, due });
    }
  }
  const { declaration } = declared;
  if (actual.address !== wanted.address) {
    const decided = declaration?.addressDecision;
    return decided
      ? whyOf('address-decided', declared, { document: decided.document })
      : { ...whyOf('address-derived', declared), clause: formClause(declared) };
  }
  if (actual.reset !== wanted.reset) {
    return whyOf('reset-requested', declared, { document: declaration?.passwordReset?.document });
  }
  if (credential && actual.custodian !== wanted.custodian) return whyOf('custodian-left', declared);
  const isRecord = diffFields(actual, wanted).every((field) => recordedByUs.has(field));
  return whyOf(isRecord ? 'first-seen' : 'differs', declared);
}

/** Why what is left of a change is done, where its lock or its address is held. */
export function restReasons(
  declared: Declared,
  actual: Account,
  wanted: Account,
  credential: boolean,
): NonNullable<ModificationDraft['rest']> {
  const reason = (fields: readonly AccountField[]) =>
    reasonFor(declared, actual, withFieldsOf(wanted, actual, fields), undefined, undefined, credential);
  return {
    withoutLock: reason(lifecycleFields),
    withoutAddress: reason([...lifecycleFields, ...addressFields]),
  };
}

/** What an entry made by an earlier version, or by other hands, has not got yet. */
const recordedByUs: ReadonlySet<AccountField> = new Set(['lockedOn', 'noticedOn', 'issued', 'takenName']);

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
  const base = actualOf(observed);
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

/** The facts that a change of the entry asserts. */
function actualOf(observed: ObservedAccount): ActualAccount {
  const { dn, uuid, options } = observed;
  return { ...accountOf(observed), dn, uuid, ...(options && { options }) };
}

export function deletion(observed: ObservedAccount, why: Why, scope: string): DeletionDraft {
  const { key } = observed;
  const account = accountOf(observed);
  const base = actualOf(observed);
  return { id: changeId('delete', key), kind: 'delete', key, account, base, why, scope, needs: [] };
}

export function heldOf<C extends HeldCode>(
  declared: Declared,
  code: C,
  args: HeldArgs[C],
  kind?: Held['kind'],
): Held {
  const { key, name, organization } = declared;
  return { key, name, organization: organization.id, code, args, ...(kind && { kind }) } as Held;
}
