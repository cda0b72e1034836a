/** Opens an authenticated connection, or says in one line why it cannot. */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Client, InvalidCredentialsError, ResultCodeError } from 'ldapts';
import { ExpectedError, InternalError } from '../model/errors.ts';
import type { LdapSettings } from './settings.ts';

const connectTimeoutMilliseconds = 10_000;
const operationTimeoutMilliseconds = 60_000;

export interface Connection {
  readonly client: Client;
  /** The socket under the client, for the one reader that takes answers off it directly. */
  readonly socket: () => Socket;
}

export async function connect(settings: LdapSettings): Promise<Connection> {
  const url = parseUrl(settings.url);
  const secure = url.protocol === 'ldaps:' || settings.startTls === true;
  if (!secure && !isLoopback(url.hostname) && !settings.allowPlaintext) {
    throw new ExpectedError(
      'ldap-plaintext',
      `${settings.url}: không gửi mật khẩu qua mạng khi chưa mã hóa / refusing to send a password unencrypted`,
      'ldaps://… · DANHBA_LDAP_STARTTLS=1 · DANHBA_LDAP_ALLOW_PLAINTEXT=1',
    );
  }
  const tls = { ...(settings.ca !== undefined && { ca: settings.ca }), servername: serverName(url.hostname) };
  let current: Socket | undefined;
  const client = new Client({
    url: settings.url,
    connectTimeout: connectTimeoutMilliseconds,
    timeout: operationTimeoutMilliseconds,
    strictDN: false,
    // A lost connection comes back authenticated; after StartTLS the library must not bind in clear, so there it stays lost.
    autoRebind: settings.startTls !== true,
    ...(url.protocol === 'ldaps:' && { tlsOptions: tls }),
    createConnection: ((...given: Parameters<typeof connectTcp>) => {
      current = connectTcp(...given);
      return current;
    }) as typeof connectTcp,
    createSecureConnection: ((...given: Parameters<typeof connectTls>) => {
      const secured = connectTls(...given);
      current = secured;
      return secured;
    }) as typeof connectTls,
  });
  try {
    if (settings.startTls) await client.startTLS(tls);
    await client.bind(settings.bindDn, settings.password);
    const socket = () => {
      if (current === undefined) throw new InternalError('a client without a socket');
      return current;
    };
    return { client, socket };
  } catch (thrown) {
    await client.unbind().catch(() => undefined);
    throw explainConnect(thrown, settings);
  }
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.protocol === 'ldap:' || url.protocol === 'ldaps:') && url.hostname !== '') return url;
  throw new ExpectedError(
    'ldap-url',
    `DANHBA_LDAP_URL: "${text}" không phải địa chỉ LDAP / is no LDAP URL`,
    'ldap://127.0.0.1:389 · ldaps://ldap.example.gov.vn',
  );
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** TLS forbids addresses as server names (RFC 6066); the certificate is then held against the address. */
function serverName(hostname: string): string {
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? '' : hostname;
}

function explainConnect(thrown: unknown, settings: LdapSettings): ExpectedError {
  const cause = { cause: thrown };
  if (thrown instanceof InvalidCredentialsError) {
    return new ExpectedError(
      'ldap-bind',
      `${settings.url}: sai tài khoản hoặc mật khẩu của ${settings.bindDn} / wrong DN or password`,
      'DANHBA_LDAP_BIND_DN · DANHBA_LDAP_PASSWORD_FILE',
      cause,
    );
  }
  if (thrown instanceof ResultCodeError) {
    const detail = `${thrown.name} (${thrown.code})`;
    return new ExpectedError(
      'ldap-bind',
      `${settings.url}: máy chủ từ chối / the server refused: ${detail}`,
      undefined,
      cause,
    );
  }
  const code = (thrown as NodeJS.ErrnoException).code ?? '';
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/.test(code)) {
    return new ExpectedError(
      'ldap-certificate',
      `${settings.url}: chứng chỉ không được tin / certificate not trusted: ${code} ${detail}`,
      'DANHBA_LDAP_CA',
      cause,
    );
  }
  return new ExpectedError(
    'ldap-unreachable',
    `${settings.url}: không kết nối được / cannot connect: ${code === '' ? detail : code}`,
    'DANHBA_LDAP_URL · npm run lab',
    cause,
  );
}
