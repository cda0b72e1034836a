/** Setting a password under the policy: first it is judged, before rights and assertions as slapo-ppolicy does, then stored. */
import type { Directory, Identity } from '../directory.ts';
import { type LdapResult, refuse } from '../result.ts';
import { renderTime } from '../schema/time.ts';
import { type Attributes, allValues, withValues } from '../store/entry.ts';
import { hashPassword, isHashed, verifyPassword } from './password-hash.ts';
import { checkQuality, findPolicy } from './password-policy.ts';

/** OID of the octet string syntax: the middle of every pwdHistory value (draft §5.3.5). */
const octetString = '1.3.6.1.4.1.1466.115.121.1.40';

export interface PasswordChange {
  /** The attributes of the entry as they are, or as they are to be added. */
  readonly attributes: Attributes;
  /** Whether the holder makes the change. */
  readonly own: boolean;
  /** Clear passwords the request brings, and those it asks to delete. */
  readonly brought: readonly string[];
  readonly deleted: readonly string[];
}

const historyHash = (value: string): string => value.slice(value.indexOf('{'));

const isOneOf = (password: string, hashes: readonly string[]): boolean =>
  hashes.some((hash) => verifyPassword(password, hash));

const checkReuse = (attributes: Attributes, inHistory: number, password: string): LdapResult | undefined => {
  if (inHistory === 0) return undefined;
  if (isOneOf(password, allValues(attributes, 'userPassword'))) {
    return refuse('constraintViolation', 'Password is not being changed from existing value');
  }
  return isOneOf(password, allValues(attributes, 'pwdHistory').map(historyHash))
    ? refuse('constraintViolation', 'Password is in history of old passwords')
    : undefined;
};

/** Why the policy refuses a change of passwords; undefined where it allows it. */
export const judgePassword = (directory: Directory, change: PasswordChange): LdapResult | undefined => {
  const { attributes, brought, deleted } = change;
  const policy = findPolicy(directory, attributes);
  if (policy === undefined) return undefined;
  if (change.own && !policy.allowUserChange) {
    return refuse('insufficientAccessRights', 'User alteration of password is not allowed');
  }
  const [password] = brought;
  if (password === undefined) return undefined;
  if (deleted.some((old) => !isOneOf(old, allValues(attributes, 'userPassword')))) {
    return refuse('unwillingToPerform', 'Must supply correct old password to change to new one');
  }
  if (brought.length > 1) {
    return refuse('constraintViolation', 'Password policy only allows one password value');
  }
  return checkQuality(policy, password) ?? checkReuse(attributes, policy.inHistory, password);
};

const remember = (before: Attributes, inHistory: number, time: string): readonly string[] => {
  const old = allValues(before, 'userPassword').map(
    (hash) => `${time}#${octetString}#${hash.length}#${hash}`,
  );
  // The time comes first, so the text order is the order of age.
  return [...allValues(before, 'pwdHistory'), ...old].sort().slice(-inHistory);
};

export interface PasswordWriter {
  /** The types the operation itself wrote: they win over what a new password does by itself. */
  readonly written: ReadonlySet<string>;
  /** Where root sets somebody's password, slapd itself demands another at the next login. */
  readonly byRoot: boolean;
}

/** Hashes the password an operation has put into `after` and writes the operational traces of its change. */
export const storePassword = (
  directory: Directory,
  before: Attributes,
  after: Attributes,
  { written, byRoot }: PasswordWriter,
): Attributes => {
  const now = renderTime(directory.now());
  const known = new Set(allValues(before, 'userPassword'));
  const passwords = allValues(after, 'userPassword');
  if (passwords.every((password) => known.has(password))) return after;
  const hashed = passwords.map((password) =>
    known.has(password) || isHashed(password) ? password : hashPassword(password),
  );
  let stored = withValues(after, 'userPassword', hashed);
  if (!written.has('pwdChangedTime')) stored = withValues(stored, 'pwdChangedTime', [now]);
  for (const trace of ['pwdFailureTime', 'pwdAccountLockedTime', 'pwdReset']) {
    if (before.has(trace) && !written.has(trace)) stored = withValues(stored, trace, []);
  }
  const policy = findPolicy(directory, after);
  if (byRoot && policy?.mustChange === true && !written.has('pwdReset')) {
    stored = withValues(stored, 'pwdReset', ['TRUE']);
  }
  const inHistory = policy?.inHistory ?? 0;
  return inHistory > 0 && known.size > 0
    ? withValues(stored, 'pwdHistory', remember(before, inHistory, now))
    : stored;
};

/** Whether an identity is the holder of the entry with this DN key. */
export const isOwn = (identity: Identity, dnKey: string): boolean =>
  identity.kind !== 'anonymous' && identity.dn.key === dnKey;
