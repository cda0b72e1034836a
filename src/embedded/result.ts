/** The result of an LDAP operation (RFC 4511 §4.1.9): a code, a diagnostic message, and the matched DN where it helps. */

/** Result codes by their names in RFC 4511 appendix A; assertionFailed is RFC 4528 §4. */
export const resultCode = {
  success: 0,
  protocolError: 2,
  sizeLimitExceeded: 4,
  authMethodNotSupported: 7,
  strongerAuthRequired: 8,
  adminLimitExceeded: 11,
  unavailableCriticalExtension: 12,
  noSuchAttribute: 16,
  undefinedAttributeType: 17,
  constraintViolation: 19,
  attributeOrValueExists: 20,
  invalidAttributeSyntax: 21,
  noSuchObject: 32,
  invalidDNSyntax: 34,
  invalidCredentials: 49,
  insufficientAccessRights: 50,
  unwillingToPerform: 53,
  namingViolation: 64,
  objectClassViolation: 65,
  notAllowedOnNonLeaf: 66,
  entryAlreadyExists: 68,
  objectClassModsProhibited: 69,
  other: 80,
  assertionFailed: 122,
} as const;

export type ResultCodeName = keyof typeof resultCode;

/** Why an operation was refused, or `success`. */
export interface LdapResult {
  readonly code: ResultCodeName;
  readonly message: string;
  readonly matchedDn: string;
}

export const success: LdapResult = { code: 'success', message: '', matchedDn: '' };

/** A result other than success; the message goes to the client as diagnosticMessage. */
export const refuse = (code: ResultCodeName, message = '', matchedDn = ''): LdapResult => ({
  code,
  message,
  matchedDn,
});

/** Either a value or the reason there is none; operations pass refusals up unchanged. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: LdapResult };

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });

export const unparsed = (code: ResultCodeName, message: string): { ok: false; refusal: LdapResult } => ({
  ok: false,
  refusal: refuse(code, message),
});
