/** Says in one line, with a hint, why the server could not be reached, was not trusted, or refused. */
import { InsufficientAccessError, InvalidCredentialsError, ResultCodeError } from 'ldapts';
import { ExpectedError } from '../../model/problems/errors.ts';
import type { LdapSettings } from './settings.ts';

/** What Node and OpenSSL call the ways a certificate can be wrong. */
const certificateFaults = [
  [/^CERT_HAS_EXPIRED$/, 'ldap-certificate.expired'],
  [/^CERT_NOT_YET_VALID$/, 'ldap-certificate.early'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'ldap-certificate.name'],
  [/^DEPTH_ZERO_SELF_SIGNED_CERT$/, 'ldap-certificate.self'],
  [/^(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/, 'ldap-certificate.issuer'],
  [/^CERT_|^ERR_TLS_/, 'ldap-certificate.other'],
] as const;

/** The steps of opening a connection, by what a refusal of each means. */
export type Step = 'connect' | 'starttls' | 'bind';

/** Why no connection came about; `step` is the one that failed. */
export function explainConnect(thrown: unknown, step: Step, settings: LdapSettings): ExpectedError {
  if (thrown instanceof ExpectedError) return thrown;
  const [at, options] = [settings.url, { cause: thrown }];
  if (thrown instanceof InvalidCredentialsError) {
    return new ExpectedError('ldap-bind.wrong', { at, bindDn: settings.bindDn }, options);
  }
  if (thrown instanceof ResultCodeError) {
    const says = step === 'starttls' ? 'ldap-starttls' : 'ldap-bind.refused';
    return new ExpectedError(says, { at, cause: wordsOfRefusal(thrown) }, options);
  }
  const code = (thrown as NodeJS.ErrnoException).code ?? '';
  const [, says] = certificateFaults.find(([form]) => form.test(code)) ?? [];
  if (says !== undefined) return new ExpectedError(says, { at, cause: code }, options);
  return new ExpectedError(
    'ldap-unreachable',
    { at, cause: code === '' ? firstLine(thrown) : code },
    options,
  );
}

/** Why an operation was refused after the bind, as what an operator can act on. */
export function explainRefusal(refusal: ResultCodeError): ExpectedError {
  const options = { cause: refusal };
  if (refusal instanceof InsufficientAccessError) return new ExpectedError('ldap-rights', {}, options);
  const says = schemaCodes.has(refusal.code)
    ? 'ldap-schema'
    : elsewhereCodes.has(refusal.code)
      ? 'ldap-read-only'
      : 'ldap-refused';
  return new ExpectedError(says, { cause: wordsOfRefusal(refusal) }, options);
}

/** referral and unwillingToPerform: a replica, or a database that is set to read only. */
const elsewhereCodes = new Set([10, 53]);

/** undefinedAttributeType, invalidAttributeSyntax (an unknown class), objectClassViolation: RFC 4511 appendix A. */
const schemaCodes = new Set([17, 21, 65]);

/** What ldapts has no name for (RFC 4511 appendix A, RFC 4528). */
const otherNames: Readonly<Record<number, string>> = {
  10: 'Referral',
  69: 'ObjectClassModsProhibited',
  122: 'AssertionFailed',
};

/** A refusal with the server's own words, on one line. */
export function wordsOfRefusal(error: ResultCodeError): string {
  const words = error.message
    .replace(/\s*Code: 0x[0-9a-f]+/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  const name = `${otherNames[error.code] ?? error.name} (${error.code})`;
  return words === '' ? name : `${name}: ${words}`;
}

/** ldapts puts the request's type on the first line and the cause on the second: the cause says more. */
function firstLine(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return /^Socket error\..*\n(.*)/.exec(text)?.[1] ?? text.split('\n')[0] ?? '';
}
