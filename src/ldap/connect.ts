/** Opens an authenticated connection, or says in one line why it cannot. */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Client } from 'ldapts';
import { ExpectedError, InternalError } from '../model/errors.ts';
import { tags } from './ber.ts';
import { explainConnect, type Step } from './explain.ts';
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
  const startTls = settings.startTls === true && url.protocol === 'ldap:';
  const secure = url.protocol === 'ldaps:' || startTls;
  if (!secure && !isLoopback(url.hostname) && !settings.allowPlaintext) {
    throw new ExpectedError(
      'ldap-plaintext',
      `${settings.url}: không gửi mật khẩu qua mạng khi chưa mã hóa / refusing to send a password unencrypted`,
      'ldaps://… · DANHBA_LDAP_STARTTLS=1 · DANHBA_LDAP_ALLOW_PLAINTEXT=1',
    );
  }
  refuseUnauthenticated(settings);
  const tls = { ...(settings.ca !== undefined && { ca: settings.ca }), servername: serverName(url.hostname) };
  let current: Socket | undefined;
  const client = new Client({
    url: settings.url,
    connectTimeout: connectTimeoutMilliseconds,
    timeout: operationTimeoutMilliseconds,
    strictDN: false,
    // A lost connection comes back authenticated; after StartTLS it would come back in clear, so there it stays lost.
    autoRebind: !startTls,
    ...(url.protocol === 'ldaps:' && { tlsOptions: tls }),
    createConnection: ((...given: Parameters<typeof connectTcp>) => {
      if (startTls && current !== undefined) throw new Error('the connection was closed');
      current = connectTcp(...given);
      expectLdap(current);
      // ldapts does not see the end of a connection it has upgraded, and would wait for answers that cannot come.
      if (startTls) current.once('close', () => void client.unbind().catch(() => undefined));
      return current;
    }) as typeof connectTcp,
    createSecureConnection: ((...given: Parameters<typeof connectTls>) => {
      const secured = connectTls(...given);
      expectLdap(secured);
      current = secured;
      return secured;
    }) as typeof connectTls,
  });
  let step: Step = 'connect';
  const open = async () => {
    if (startTls) {
      step = 'starttls';
      // Upgrading a socket that exists, Node knows no other name to hold the certificate against than this one.
      await client.startTLS({ ...tls, host: bare(url.hostname) });
    }
    step = 'bind';
    await client.bind(settings.bindDn, settings.password);
  };
  try {
    await withinConnectTime(open());
    const socket = () => {
      if (current === undefined) throw new InternalError('a client without a socket');
      return current;
    };
    return { client, socket };
  } catch (thrown) {
    current?.destroy();
    await client.unbind().catch(() => undefined);
    throw explainConnect(thrown, step, settings);
  }
}

/** Whoever accepts a connection and then keeps silent would otherwise be waited for as long as for a large search. */
async function withinConnectTime(opening: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), connectTimeoutMilliseconds);
  });
  try {
    await Promise.race([opening, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Every LDAP message is a SEQUENCE (RFC 4511 §4.1.1): a web or mail server gives itself away by its first octet. */
function expectLdap(socket: Socket): void {
  socket.once('data', (data: Buffer) => {
    if (data[0] !== tags.sequence) socket.destroy(new Error('no LDAP server'));
  });
}

/** A bind without a name or a password "succeeds" as nobody (RFC 4513 §5.1.2), and would read an empty directory. */
function refuseUnauthenticated({ url, bindDn, password }: LdapSettings): void {
  if (bindDn !== '' && password !== '') return;
  throw new ExpectedError(
    'ldap-password',
    `${url}: tài khoản hoặc mật khẩu trống / the account or its password is empty`,
    'DANHBA_LDAP_BIND_DN · DANHBA_LDAP_PASSWORD_FILE',
  );
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && (url.username !== '' || url.password !== '')) {
    throw new ExpectedError(
      'ldap-url',
      'DANHBA_LDAP_URL: không viết tài khoản, mật khẩu trong địa chỉ / no account or password belongs in the URL',
      'DANHBA_LDAP_BIND_DN · DANHBA_LDAP_PASSWORD_FILE',
    );
  }
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
  return isIP(bare(hostname)) ? '' : hostname;
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');
