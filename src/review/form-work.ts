/** Judges whether what a merged form asked for is so on the server, by the plan, the run's outcomes and the accounts. */
import { type Account, type ObservedAccount, scopeOf } from '../model/account/account.ts';
import { basisText } from '../model/account/basis.ts';
import type { Key } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import { isLeaving, lastDayOf } from '../model/directory/ending.ts';
import type { CalendarDate, Organization } from '../model/directory/organization.ts';
import type { DoneRecord, Wait, WaitingRecord } from '../model/github/form-work.ts';
import type { RequestKind } from '../model/github/request.ts';
import { isDone, type Outcome } from '../model/plan/outcome.ts';
import type { Change, Held, HeldCode, Plan } from '../model/plan/plan.ts';

/** A record a form's merge has changed, and whose file it stood in. */
export interface FormRecord {
  readonly key: Key;
  readonly organization: string;
  /** Another merge has changed it since. */
  readonly superseded: boolean;
}

export interface FormWorld {
  readonly plan: Pick<Plan, 'changes' | 'held' | 'today'>;
  readonly outcomes: readonly Outcome[];
  /** As the run left them. */
  readonly accounts: readonly Account[];
  readonly declared: readonly Declared[];
}

export type Judged =
  | { readonly name: string; readonly waits: Wait }
  | {
      readonly done: DoneRecord;
      readonly account?: Account;
      /** The day it was done, as far as this run or the entry knows. */
      readonly on?: CalendarDate;
      /** Changes of this run that did it. */
      readonly changes: readonly Change[];
    };

/** Who leaves and keeps the agency mailbox has a successor by the same form (9.1): that mailbox does not end. */
const deedOf = (form: RequestKind, { key }: FormRecord): RequestKind =>
  form === 'terminate' && key.startsWith('organization:') ? 'custodian' : form;

export function judgeRecord(form: RequestKind, record: FormRecord, world: FormWorld): Judged {
  const { key, superseded } = record;
  const kind = deedOf(form, record);
  const { plan, outcomes, accounts, declared } = world;
  const account = accounts.find((one) => one.key === key);
  const said = declared.find((one) => one.key === key && one.organization.id === record.organization);
  const own = plan.changes.filter((change) => change.key === key && concerns(change));
  const name = nameOf(own) ?? account?.name ?? said?.name ?? key;
  const resultOf = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const undone = own.find(({ id }) => !isDone(resultOf.get(id) ?? { result: 'skipped' }));
  const held = plan.held.find((one) => one.key === key && keepsBack(kind, one));
  if (held !== undefined) return { name: held.name, waits: { by: 'held', held } };
  if (undone !== undefined) {
    const result = resultOf.get(undone.id)?.result;
    return { name, waits: { by: 'change', ...(result && { result }) } };
  }
  const leaving = kind === 'terminate' ? lastDayAhead(said, plan.today) : undefined;
  if (leaving !== undefined && !superseded) return { name, waits: { by: 'last-day', day: leaving } };
  const isSo = superseded || isAsAsked[kind]({ record, account, said });
  if (!isSo) return { name, waits: { by: 'state' } };
  const custodian = kind === 'custodian' ? nameOfPerson(account?.custodian, declared) : undefined;
  const on = own.length > 0 ? plan.today : account && recordedDay[kind](account);
  return {
    done: {
      name,
      ...(kind !== form && { deed: kind }),
      ...(superseded && { superseded: true }),
      ...(account?.address !== undefined && { address: account.address }),
      ...(custodian !== undefined && { custodian }),
      ...(account?.former !== undefined && { former: account.former }),
    },
    changes: own,
    ...(account && { account }),
    ...(on !== undefined && { on }),
  };
}

/** The last day of work of whom the files let go, while it is not over. */
function lastDayAhead(said: Declared | undefined, today: CalendarDate): CalendarDate | undefined {
  const { termination } = said?.declaration ?? {};
  return isLeaving(termination, today) ? lastDayOf(termination) : undefined;
}

const nameOfPerson = (id: string | undefined, declared: readonly Declared[]): string | undefined =>
  declared.find(({ person }) => person !== undefined && person.id === id)?.name;

/** Those of a form's people who still work. */
export function whoWorksOn(
  form: RequestKind,
  records: readonly FormRecord[],
  declared: readonly Declared[],
  today: CalendarDate,
): readonly WaitingRecord[] {
  if (form !== 'terminate') return [];
  return records.flatMap(({ key, organization }) => {
    const said = declared.find((one) => one.key === key && one.organization.id === organization);
    const day = lastDayAhead(said, today);
    return said === undefined || day === undefined ? [] : { name: said.name, waits: { by: 'last-day', day } };
  });
}

const nameOf = (changes: readonly Change[]): string | undefined =>
  changes.flatMap(({ account }) => account?.name ?? [])[0];

/** Deleting after a term and switching off a script is nobody's form. */
const concerns = ({ kind }: Change): boolean =>
  kind !== 'delete' && kind !== 'password-policy' && kind !== 'deactivate-script';

/** Told beside work that is done: terms that run on, what is not ours to touch, and what a file lacks. */
const beside: ReadonlySet<HeldCode> = new Set([
  'notice-missing',
  'notice-early',
  'deletion-not-due',
  'entry-options',
  'suspension-unrecorded',
]);

/** A lock of others keeps out whom these let in; to the other forms it is nothing. */
const opening: ReadonlySet<RequestKind> = new Set(['issue', 'restore', 'reset']);
const locks: ReadonlySet<HeldCode> = new Set(['locked-otherwise', 'operator-lock']);

function keepsBack(kind: RequestKind, { code, kind: change }: Held): boolean {
  if (change === 'delete' || change === 'deactivate-script' || beside.has(code)) return false;
  return !locks.has(code) || opening.has(kind);
}

interface Sides {
  readonly record: FormRecord;
  readonly account: Account | undefined;
  readonly said: Declared | undefined;
}

/** No plan is no proof: a change whose day is still to come is not in it either. */
const isAsAsked: Readonly<Record<RequestKind, (sides: Sides) => boolean>> = {
  issue: ({ record, account }) => account?.state === 'active' && scopeOf(account) === record.organization,
  change: ({ account }) => account !== undefined,
  custodian: ({ account, said }) =>
    account?.custodian !== undefined && account.custodian === keeperOf(said?.organization.mailbox),
  suspend: ({ account }) => account?.state === 'suspended',
  notice: ({ account, said }) => {
    const recorded = said?.declaration?.suspension?.notice;
    return recorded !== undefined && account?.notice === basisText(recorded);
  },
  // Who has moved on is active elsewhere.
  terminate: ({ record, account }) =>
    account === undefined || account.state === 'terminated' || scopeOf(account) !== record.organization,
  restore: ({ account }) => account?.state === 'active',
  reset: ({ account, said }) => {
    const asked = said?.declaration?.passwordReset;
    return asked !== undefined && account?.reset === basisText(asked);
  },
};

const keeperOf = (mailbox: Organization['mailbox']): string | undefined =>
  mailbox === 'none' ? undefined : mailbox?.custodian;

/** The day a run before this one has left on the entry. */
const recordedDay: Readonly<Record<RequestKind, (account: Account) => CalendarDate | undefined>> = {
  issue: ({ issued }) => issued,
  change: () => undefined,
  custodian: () => undefined,
  notice: () => undefined,
  suspend: ({ lockedOn }) => lockedOn,
  terminate: ({ lockedOn }) => lockedOn,
  restore: () => undefined,
  reset: () => undefined,
};

/** Whether a password of an earlier run still waits in its sealed file: the server forgets it at the first login. */
export function awaitsFirstLogin(kind: RequestKind, account: Account | ObservedAccount): boolean {
  if (kind !== 'issue' && kind !== 'reset') return false;
  return 'mustChange' in account && account.mustChange === true;
}
