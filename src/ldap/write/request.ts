/** Turns a planned change into the LDAP requests that make it, and asserts what it was planned on. */
import type { Filter } from 'ldapts';
import { type Account, type ActualAccount, withFieldsOf } from '../../model/account/account.ts';
import { lifecycleFields } from '../../model/account/fields.ts';
import type { PasswordPolicy } from '../../model/account/password-policy.ts';
import type {
  Creation,
  Deletion,
  DirectoryChange,
  Modification,
  PolicyCorrection,
} from '../../model/plan/plan.ts';
import { InternalError } from '../../model/problems/errors.ts';
import { type Attributes, dnOf, encodeAccount, passwordPolicyDn, type Tree } from '../profile.ts';
import { factsFilter } from './assertion.ts';

export interface ValueChange {
  readonly operation: 'add' | 'delete' | 'replace';
  readonly type: string;
  readonly values: readonly string[];
}

export type Request =
  | { readonly kind: 'add'; readonly dn: string; readonly attributes: Attributes }
  | {
      readonly kind: 'modify';
      readonly dn: string;
      readonly modifications: readonly ValueChange[];
      readonly assertion: Filter;
    }
  | { readonly kind: 'delete'; readonly dn: string; readonly assertion: Filter };

/** What identifies an account whatever else of it changes: asserted in every modification and deletion. */
const identity = ['entryUUID', 'danhbaKey', 'danhbaState', 'mail', 'danhbaAddress'];
/** A lock asks no more than whose mailbox it is, and that nobody has decided its state anew. */
const lockIdentity = ['entryUUID', 'danhbaKey', 'danhbaState'];

/**
 * The request of a change. The password of a change with `credential` rides in the same request as pwdReset: with
 * `=w` slapd does not demand another one by itself (6.3, 7.3). Throws InternalError where it is missing: an account
 * nobody can log in to, or a reset that resets nothing, would look like a success.
 */
export function makeRequest(tree: Tree, change: DirectoryChange, password?: string): Request {
  if (change.kind === 'password-policy') return makeCorrection(tree, change);
  if (change.credential && (password === undefined || password === '')) {
    throw new InternalError(`${change.id}: no password was made`);
  }
  if (change.kind === 'delete') return makeDelete(tree, change);
  const secret = change.credential ? password : undefined;
  return change.kind === 'create' ? makeAdd(tree, change, secret) : makeModify(tree, change, secret);
}

/**
 * The requests of a change, in order: one, but for what acl.conf keeps apart so that nobody can rename an entry. What
 * is added is active, though locked; what is deleted is not.
 */
export function makeRequests(tree: Tree, change: DirectoryChange, password?: string): readonly Request[] {
  if (change.kind === 'create' && startOf(change) !== change) {
    const first = makeRequest(tree, startOf(change), password);
    return [first, changeState(first.dn, 'active', change.account.state ?? '', tree, change.key)];
  }
  if (change.kind === 'delete' && change.base.state === 'active') {
    const { key, dn } = change.base;
    const ended = { ...change, base: { ...change.base, state: 'terminated' } } as const;
    const { assertion } = makeDelete(tree, change);
    return [{ ...changeState(dn, 'active', 'terminated', tree, key), assertion }, makeDelete(tree, ended)];
  }
  if ('fields' in change && change.credential && change.base.privileged !== change.account.privileged) {
    // The server judges a password by the policy the entry is under before the request.
    const base = withFieldsOf(change.base, change.account, ['privileged']);
    const { credential: _credential, ...plain } = change;
    return [makeRequest(tree, { ...plain, account: base }), makeRequest(tree, { ...change, base }, password)];
  }
  return [makeRequest(tree, change, password)];
}

/** The lock of a change that locks, on no more than who it is and that it is not locked; undefined where that is no part of it. */
export function makeLock(tree: Tree, change: DirectoryChange): Request | undefined {
  if (!('fields' in change) || change.kind === 'transfer') return undefined;
  const { base, account } = change;
  if (account.locked !== true || base.locked === true) return undefined;
  const locked = { ...change, account: withFieldsOf(base, account, lifecycleFields) };
  return makeModify(tree, locked, undefined, lockIdentity);
}

/** A creation as its first request makes it; itself where that is all. */
export function startOf(change: Creation): Creation {
  const { account } = change;
  if (account.state === undefined || account.state === 'active') return change;
  return { ...change, account: { ...account, state: 'active' } };
}

function changeState(dn: string, from: string, to: string, tree: Tree, key: string) {
  const modifications = [...valueChanges('danhbaState', [from], [to])];
  const facts = { danhbaKey: [key], danhbaState: [from] };
  return {
    kind: 'modify',
    dn,
    modifications,
    assertion: factsFilter(tree, facts, Object.keys(facts)),
  } as const;
}

/** The server puts the naming attribute on the entry by itself (RFC 4511 §4.7): nobody needs the right to add one. */
function makeAdd(tree: Tree, change: Creation, password: string | undefined): Request {
  const attributes = {
    ...encodeAccount(tree, change.account),
    ...(password !== undefined && { userPassword: [password], pwdReset: ['TRUE'] }),
  };
  return { kind: 'add', dn: dnOf(tree, change.key, change.number), attributes };
}

/** The modification names every old value it takes away, and the control (RFC 4528) asserts what it rests on. */
function makeModify(
  tree: Tree,
  change: Modification,
  password: string | undefined,
  who: readonly string[] = identity,
): Request {
  const before = factsOf(tree, change.base);
  const changed = changedAccountNames(tree, change);
  const after = encodeAccount(tree, change.account, change.base.dn);
  const modifications = changed.flatMap((name) => valueChanges(name, before[name], after[name]));
  if (password !== undefined) {
    // Nobody may read the old one, so it cannot be named.
    modifications.push({ operation: 'replace', type: 'userPassword', values: [password] });
    modifications.push({ operation: 'replace', type: 'pwdReset', values: ['TRUE'] });
  }
  const rests = new Set([...who, ...changed]);
  const facts = { ...before };
  // Where the state says nothing of it: whoever is let in again was not locked upon a call meanwhile (17.2).
  const opens = change.base.locked !== false && change.account.locked === false;
  if (opens && change.base.state === change.account.state) rests.add('danhbaOperatorLock');
  // 8.1 rests on nobody having logged in: one who does while the job is at work is not suspended. A suspension that
  // was decided rests on its decision, and says nothing of logins.
  const { lastAccess } = change.base;
  if (lastAccess !== undefined) {
    rests.add('authTimestamp');
    if (lastAccess !== null) facts.authTimestamp = [lastAccess];
  }
  const assertion = factsFilter(tree, facts, rests, change.base.options);
  return { kind: 'modify', dn: change.base.dn, modifications, assertion };
}

/**
 * What the terms of a mailbox run from (8.1, 8.2), and that it is still locked: a hand that opened it while the plan was
 * made, or gave it another notice, stops the deletion.
 */
const terms = ['danhbaNotice', 'danhbaNoticed', 'danhbaSince', 'danhbaIssued', 'danhbaLocked', 'pwdEndTime'];

function makeDelete(tree: Tree, { base }: Deletion): Extract<Request, { kind: 'delete' }> {
  return {
    kind: 'delete',
    dn: base.dn,
    assertion: factsFilter(tree, factsOf(tree, base), [...identity, ...terms], base.options),
  };
}

function makeCorrection(tree: Tree, { base, policy, attributes }: PolicyCorrection): Request {
  const before = encodePasswordPolicy(base);
  const after = encodePasswordPolicy(policy);
  const modifications = attributes.flatMap((name) => valueChanges(name, before[name], after[name]));
  const assertion = factsFilter(tree, before, attributes);
  return { kind: 'modify', dn: passwordPolicyDn(tree, base.name), modifications, assertion };
}

function encodePasswordPolicy({ values }: PasswordPolicy): Attributes {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
}

/** The values that a change may assert, by attribute. */
export const factsOf = (
  tree: Tree,
  base: Account & Pick<ActualAccount, 'uuid'>,
): Record<string, readonly string[]> => ({
  ...encodeAccount(tree, base),
  entryUUID: [base.uuid],
});

function valueChanges(
  type: string,
  old: readonly string[] = [],
  wanted: readonly string[] = [],
): ValueChange[] {
  const change = (operation: ValueChange['operation'], values: readonly string[]) =>
    values.length === 0 ? [] : [{ operation, type, values }];
  if (type === 'objectClass') {
    // An entry may carry classes of others: ours are added to them.
    const added = wanted.filter((value) => !old.includes(value));
    return change('add', added);
  }
  return [...change('delete', old), ...change('add', wanted)];
}

/** The attributes an account change sets, in a fixed order: all of them where there was nothing. */
export function changedAccountNames(tree: Tree, change: Creation | Modification): readonly string[] {
  const isNew = change.kind === 'create';
  const before = isNew ? {} : encodeAccount(tree, change.base);
  const after = encodeAccount(tree, change.account, isNew ? undefined : change.base.dn);
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !sameValues(before[name], after[name])).sort();
}

export function sameValues(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
