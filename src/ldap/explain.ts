/** Says in one line, with a hint, why the server could not be reached, was not trusted, or refused. */
import { InsufficientAccessError, InvalidCredentialsError, ResultCodeError } from 'ldapts';
import { ExpectedError } from '../model/errors.ts';
import type { LdapSettings } from './settings.ts';

/** What Node and OpenSSL call the ways a certificate can be wrong, each with what a person can do about it. */
const certificateFaults: readonly (readonly [RegExp, string, string])[] = [
  [
    /^CERT_HAS_EXPIRED$/,
    'chứng chỉ đã hết hạn / the certificate has expired',
    'Gia hạn chứng chỉ của máy chủ; xem đồng hồ / renew it; check the clock',
  ],
  [
    /^CERT_NOT_YET_VALID$/,
    'chứng chỉ chưa có hiệu lực / the certificate is not valid yet',
    'Xem đồng hồ của máy này / check the clock of this machine',
  ],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    'chứng chỉ mang tên máy khác / the certificate is for another name',
    'DANHBA_LDAP_URL · subjectAltName',
  ],
  [
    /^DEPTH_ZERO_SELF_SIGNED_CERT$/,
    'chứng chỉ tự ký, không được tin / the certificate is self-signed and not trusted',
    'DANHBA_LDAP_CA',
  ],
  [
    /^(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/,
    'không biết cơ quan cấp chứng chỉ / the certificate is of an unknown issuer',
    'DANHBA_LDAP_CA',
  ],
  [/^CERT_|^ERR_TLS_/, 'chứng chỉ không được tin / the certificate is not trusted', 'DANHBA_LDAP_CA'],
];

/** The steps of opening a connection, by what a refusal of each means. */
export type Step = 'connect' | 'starttls' | 'bind';

/** Why no connection came about; `step` is the one that failed. */
export function explainConnect(thrown: unknown, step: Step, settings: LdapSettings): ExpectedError {
  if (thrown instanceof ExpectedError) return thrown;
  const make = (code: string, words: string, hint: string) =>
    new ExpectedError(code, `${settings.url}: ${words}`, hint, { cause: thrown });
  if (thrown instanceof InvalidCredentialsError) {
    return make(
      'ldap-bind',
      `sai tài khoản hoặc mật khẩu của ${settings.bindDn} / wrong DN or password`,
      'DANHBA_LDAP_BIND_DN · DANHBA_LDAP_PASSWORD_FILE',
    );
  }
  if (thrown instanceof ResultCodeError) {
    return step === 'starttls'
      ? make(
          'ldap-starttls',
          `máy chủ không cho mã hóa / the server refuses StartTLS: ${wordsOfRefusal(thrown)}`,
          'ldaps://…',
        )
      : make(
          'ldap-bind',
          `máy chủ từ chối / the server refused: ${wordsOfRefusal(thrown)}`,
          'DANHBA_LDAP_BIND_DN · DANHBA_LDAP_STARTTLS',
        );
  }
  const code = (thrown as NodeJS.ErrnoException).code ?? '';
  const fault = certificateFaults.find(([form]) => form.test(code));
  if (fault !== undefined) return make('ldap-certificate', `${fault[1]} (${code})`, fault[2]);
  return make(
    'ldap-unreachable',
    `không kết nối được / cannot connect: ${code === '' ? firstLine(thrown) : code}`,
    'DANHBA_LDAP_URL · npm run lab',
  );
}

/** Why an operation was refused after the bind, as what an operator can act on. */
export function explainRefusal(refusal: ResultCodeError): ExpectedError {
  const make = (code: string, words: string, hint: string) =>
    new ExpectedError(code, words, hint, { cause: refusal });
  if (refusal instanceof InsufficientAccessError) {
    return make(
      'ldap-rights',
      'Tài khoản này không có quyền làm việc này / this account has no right to do this',
      'DANHBA_LDAP_BIND_DN (reconciler) · servers/openldap/acl.conf',
    );
  }
  if (schemaCodes.has(refusal.code)) {
    return make(
      'ldap-schema',
      `Máy chủ thiếu lược đồ của danhba / the server lacks danhba's schema: ${wordsOfRefusal(refusal)}`,
      'servers/openldap/danhba.schema',
    );
  }
  if (elsewhereCodes.has(refusal.code)) {
    return make(
      'ldap-read-only',
      `Máy chủ này không nhận thay đổi / this server takes no changes: ${wordsOfRefusal(refusal)}`,
      'DANHBA_LDAP_URL: máy chủ chính, không phải bản sao / the main server, not a replica · readonly',
    );
  }
  return make(
    'ldap-refused',
    `Máy chủ từ chối / the server refused: ${wordsOfRefusal(refusal)}`,
    'DANHBA_LDAP_BIND_DN · policy.yaml: baseDn · servers/README.md',
  );
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
