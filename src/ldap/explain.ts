/** Says in one line, with a hint, why the server could not be reached, was not trusted, or refused. */
import {
  InsufficientAccessError,
  InvalidCredentialsError,
  MessageParserError,
  ResultCodeError,
} from 'ldapts';
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
          `máy chủ không cho mã hóa / the server refuses StartTLS: ${nameOf(thrown)}`,
          'ldaps://…',
        )
      : make(
          'ldap-bind',
          `máy chủ từ chối / the server refused: ${nameOf(thrown)}`,
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

/** Refusals and losses after the bind, as what an operator can act on; anything else is left as it is. */
export function explainFailure(thrown: unknown, settings: LdapSettings): unknown {
  const make = (code: string, words: string, hint?: string) =>
    new ExpectedError(code, `${settings.url}: ${words}`, hint, { cause: thrown });
  if (thrown instanceof InsufficientAccessError) {
    return make(
      'ldap-rights',
      `${settings.bindDn} không có quyền làm việc này / has no right to do this`,
      'DANHBA_LDAP_BIND_DN (reconciler) · servers/openldap/acl.conf',
    );
  }
  if (thrown instanceof ResultCodeError) {
    return schemaCodes.has(thrown.code)
      ? make(
          'ldap-schema',
          `máy chủ chưa có lược đồ của danhba / the server lacks danhba's schema: ${nameOf(thrown)}`,
          'servers/openldap/danhba.schema',
        )
      : make('ldap-refused', `máy chủ từ chối / the server refused: ${nameOf(thrown)}`, 'servers/README.md');
  }
  if (!isLoss(thrown)) return thrown;
  return make(
    'ldap-connection-lost',
    `mất kết nối giữa chừng / the connection was lost: ${firstLine(thrown)}`,
    'Chạy lại: việc đã làm không làm lại / run again: nothing is done twice',
  );
}

/** undefinedAttributeType, invalidAttributeSyntax (an unknown class), objectClassViolation: RFC 4511 appendix A. */
const schemaCodes = new Set([17, 21, 65]);

function nameOf(error: ResultCodeError): string {
  return `${error.name} (${error.code})`;
}

/** ldapts and the stream of entries have no class of their own for a broken connection. */
function isLoss(thrown: unknown): thrown is Error {
  if (!(thrown instanceof Error)) return false;
  if (thrown instanceof MessageParserError) return true;
  const { code = '' } = thrown as NodeJS.ErrnoException;
  if (/^(E(CONN|PIPE|TIMEDOUT|HOST|NET|ADDR)|ENOTFOUND|EAI_|ERR_(SSL|STREAM|TLS))/.test(code)) return true;
  return /^Socket (error|connection)|^Connection (closed|timeout)|Operation timed out|^the connection was closed|^the server fell silent|^BER |^LDAP message/.test(
    thrown.message,
  );
}

/** ldapts puts the request's type on the first line and the cause on the second: the cause says more. */
function firstLine(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return /^Socket error\..*\n(.*)/.exec(text)?.[1] ?? text.split('\n')[0] ?? '';
}
