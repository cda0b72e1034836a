/** The password policy in effect for an entry (draft-behera-ldap-password-policy-10), read from the policy entry itself. */
import type { Directory } from '../directory.ts';
import { type LdapResult, refuse } from '../result.ts';
import { parseDn } from '../schema/dn.ts';
import { type Attributes, firstValue } from '../store/entry.ts';
import { isHashed } from './password-hash.ts';

export interface PasswordPolicy {
  /** 0: no check; 2: what cannot be checked is refused. */
  readonly checkQuality: number;
  /** In bytes, as slapo-ppolicy counts. */
  readonly minBytes: number;
  readonly demand: Demand | undefined;
  /** Seconds; 0: for ever. */
  readonly maxAge: number;
  readonly mustChange: boolean;
  readonly allowUserChange: boolean;
  readonly inHistory: number;
  readonly lockout: boolean;
  /** 0: failures do not lock. */
  readonly maxFailure: number;
  /** Seconds; 0: until somebody unlocks. */
  readonly lockoutDuration: number;
  /** Seconds; 0: failures count until a success. */
  readonly failureInterval: number;
}

/** What pwcheck.so asks: characters (not bytes), and one of each class. */
export interface Demand {
  readonly length: number;
  readonly classes: readonly CharacterClass[];
}

type CharacterClass = keyof typeof characterClasses;

const characterClasses = {
  lower: { has: /[a-z]/, refusal: 'password needs a lower-case letter' },
  upper: { has: /[A-Z]/, refusal: 'password needs an upper-case letter' },
  digit: { has: /[0-9]/, refusal: 'password needs a digit' },
  special: { has: /[!-/:-@[-`{-~]/, refusal: 'password needs a special character' },
} as const;

const isClass = (name: string): name is CharacterClass => Object.hasOwn(characterClasses, name);

/** An argument that is not understood refuses every password, as pwcheck.c does. */
const parseDemand = (argument: string): Demand => {
  const length = /(?:^| )length=(\d+)(?: |$)/.exec(argument)?.[1];
  const classes = /(?:^| )classes=([a-z,]+)(?: |$)/.exec(argument)?.[1]?.split(',') ?? [];
  if (length === undefined || !classes.every(isClass))
    return { length: Number.POSITIVE_INFINITY, classes: [] };
  return { length: Number(length), classes };
};

const parsePolicy = (attributes: Attributes): PasswordPolicy => {
  const number = (name: string): number => Number(firstValue(attributes, name) ?? 0);
  const flag = (name: string, otherwise: boolean): boolean =>
    (firstValue(attributes, name) ?? String(otherwise).toUpperCase()) === 'TRUE';
  const checked = firstValue(attributes, 'pwdCheckModule') !== undefined;
  return {
    checkQuality: number('pwdCheckQuality'),
    minBytes: number('pwdMinLength'),
    demand: checked ? parseDemand(firstValue(attributes, 'pwdCheckModuleArg') ?? '') : undefined,
    maxAge: number('pwdMaxAge'),
    mustChange: flag('pwdMustChange', false),
    allowUserChange: flag('pwdAllowUserChange', true),
    inHistory: number('pwdInHistory'),
    lockout: flag('pwdLockout', false),
    maxFailure: number('pwdMaxFailure'),
    lockoutDuration: number('pwdLockoutDuration'),
    failureInterval: number('pwdFailureCountInterval'),
  };
};

/**
 * The policy of an entry: by pwdPolicySubentry, else cn=users.
 * Undefined where the one it names does not exist: slapd then checks nothing, and so do we.
 */
export const findPolicy = (directory: Directory, attributes: Attributes): PasswordPolicy | undefined => {
  const named = firstValue(attributes, 'pwdPolicySubentry');
  const dn = named === undefined ? undefined : parseDn(named);
  const key = dn?.ok ? dn.value.key : `cn=users,ou=policies,${directory.tree.suffix.key}`;
  const entry = directory.tree.find(key);
  return entry && parsePolicy(entry.attributes);
};

/** Why a new password is refused; undefined where it is good. */
export const checkQuality = (policy: PasswordPolicy, password: string): LdapResult | undefined => {
  if (policy.checkQuality === 0) return undefined;
  const weak = (reason: string): LdapResult => refuse('constraintViolation', reason);
  if (isHashed(password)) {
    return policy.checkQuality > 1 ? weak('Password fails quality checking policy') : undefined;
  }
  if (Buffer.byteLength(password) < policy.minBytes) return weak('Password fails quality checking policy');
  if (policy.demand === undefined) return undefined;
  if ([...password].length < policy.demand.length) return weak('password too short');
  for (const name of policy.demand.classes) {
    if (!characterClasses[name].has.test(password)) return weak(characterClasses[name].refusal);
  }
  return undefined;
};
