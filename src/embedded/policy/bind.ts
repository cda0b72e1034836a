/** Simple bind (RFC 4513 §5.1) under the password policy: locks, failures, expiry, forced change, last access. */
import { anonymous, type Directory, type Identity } from '../directory.ts';
import { type LdapResult, refuse, success } from '../result.ts';
import { parseDn } from '../schema/dn.ts';
import { lockedForEver, parseTime, renderPreciseTime, renderTime } from '../schema/time.ts';
import { type Attributes, allValues, type Entry, firstValue, withValues } from '../store/entry.ts';
import { parseUtf8 } from '../wire/ber.ts';
import { verifyPassword } from './password-hash.ts';
import { findPolicy, type PasswordPolicy } from './password-policy.ts';

/** lastbind-precision of the shipped slapd.conf: a login within this many seconds of the last writes nothing. */
const lastBindPrecision = 3600;

export interface BindOutcome {
  readonly result: LdapResult;
  readonly identity: Identity;
  /** The password was reset: until it is changed the connection may do nothing else (clauses 6.3, 7.3). */
  readonly mustChange: boolean;
}

const refused = (result: LdapResult): BindOutcome => ({ result, identity: anonymous, mustChange: false });
const wrong = (): BindOutcome => refused(refuse('invalidCredentials'));

const secondsSince = (attributes: Attributes, name: string, now: Date): number | undefined => {
  const time = parseTime(firstValue(attributes, name) ?? '');
  return time && (now.getTime() - time.getTime()) / 1000;
};

/** Locked by time (needs no pwdLockout) or after failures (needs it). */
const isLocked = (attributes: Attributes, policy: PasswordPolicy, now: Date): boolean => {
  if ((secondsSince(attributes, 'pwdEndTime', now) ?? -1) >= 0) return true;
  if ((secondsSince(attributes, 'pwdStartTime', now) ?? 0) < 0) return true;
  if (!policy.lockout) return false;
  if (firstValue(attributes, 'pwdAccountLockedTime') === lockedForEver) return true;
  const locked = secondsSince(attributes, 'pwdAccountLockedTime', now);
  return locked !== undefined && (policy.lockoutDuration === 0 || locked < policy.lockoutDuration);
};

const isExpired = (attributes: Attributes, policy: PasswordPolicy, now: Date): boolean =>
  policy.maxAge > 0 && (secondsSince(attributes, 'pwdChangedTime', now) ?? 0) > policy.maxAge;

const store = (directory: Directory, entry: Entry, attributes: Attributes): void => {
  if (attributes !== entry.attributes) directory.tree.put({ ...entry, attributes });
};

/** The values are a set: failures within one clock tick are told apart by microseconds, or guessing fast would be free. */
const unusedTime = (now: Date, used: readonly string[]): string => {
  for (let micros = 0; ; micros++) {
    const time = renderPreciseTime(now, micros);
    if (!used.includes(time)) return time;
  }
};

const recordFailure = (directory: Directory, entry: Entry, policy: PasswordPolicy): void => {
  if (!policy.lockout) return;
  const now = directory.now();
  const recent = allValues(entry.attributes, 'pwdFailureTime').filter((value) => {
    const age = (now.getTime() - (parseTime(value)?.getTime() ?? 0)) / 1000;
    return policy.failureInterval === 0 || age <= policy.failureInterval;
  });
  const failures = [...recent, unusedTime(now, recent)];
  let attributes = withValues(entry.attributes, 'pwdFailureTime', failures);
  if (policy.maxFailure > 0 && failures.length >= policy.maxFailure) {
    attributes = withValues(attributes, 'pwdAccountLockedTime', [renderTime(now)]);
  }
  store(directory, entry, attributes);
};

const recordSuccess = (directory: Directory, entry: Entry, accessed: boolean): void => {
  const now = directory.now();
  let attributes = entry.attributes;
  for (const trace of ['pwdFailureTime', 'pwdAccountLockedTime']) {
    if (attributes.has(trace)) attributes = withValues(attributes, trace, []);
  }
  const last = secondsSince(attributes, 'authTimestamp', now);
  if (accessed && (last === undefined || last >= lastBindPrecision)) {
    attributes = withValues(attributes, 'authTimestamp', [renderTime(now)]);
  }
  store(directory, entry, attributes);
};

const bindEntry = (directory: Directory, entry: Entry, password: string): BindOutcome => {
  const now = directory.now();
  const { attributes } = entry;
  const hashes = allValues(attributes, 'userPassword');
  if (hashes.length === 0) return wrong();
  const policy = findPolicy(directory, attributes);
  if (policy !== undefined && isLocked(attributes, policy, now)) return wrong();
  if (!hashes.some((hash) => verifyPassword(password, hash))) {
    if (policy !== undefined) recordFailure(directory, entry, policy);
    return wrong();
  }
  const mustChange = policy?.mustChange === true && firstValue(attributes, 'pwdReset') === 'TRUE';
  const expired = policy !== undefined && !mustChange && isExpired(attributes, policy, now);
  recordSuccess(directory, entry, !expired);
  if (expired) return wrong();
  const role = directory.roles.get(entry.dn.key);
  const identity: Identity =
    role === undefined ? { kind: 'holder', dn: entry.dn } : { kind: 'service', role, dn: entry.dn };
  return { result: success, identity, mustChange };
};

/** Authenticates; whatever the outcome, the connection was anonymous while it lasted (RFC 4511 §4.2.1). */
export const bind = (
  directory: Directory,
  request: { readonly version: number; readonly dn: string; readonly password: Buffer | 'sasl' },
): BindOutcome => {
  if (request.version !== 3)
    return refused(refuse('protocolError', 'requested protocol version not supported'));
  if (request.password === 'sasl')
    return refused(refuse('authMethodNotSupported', 'no SASL mechanism available'));
  const dn = parseDn(request.dn);
  if (!dn.ok) return refused(dn.refusal);
  if (request.password.length === 0) {
    return dn.value.rdns.length === 0
      ? refused(success)
      : refused(refuse('unwillingToPerform', 'unauthenticated bind (DN with no password) disallowed'));
  }
  const password = parseUtf8(request.password) ?? request.password.toString('latin1');
  const { root } = directory;
  if (root !== undefined && root.dn.key === dn.value.key) {
    if (!verifyPassword(password, root.passwordHash)) return wrong();
    return { result: success, identity: { kind: 'root', dn: root.dn }, mustChange: false };
  }
  const entry = directory.tree.find(dn.value.key);
  return entry === undefined ? wrong() : bindEntry(directory, entry, password);
};
