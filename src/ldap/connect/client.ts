/** Opens one connection, over TLS where it leaves the machine, and binds; it is never opened again by itself. */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Client } from 'ldapts';
import { ExpectedError, InternalError } from '../../model/problems/errors.ts';
import { isLoopback } from '../../model/text/loopback.ts';
import { tags } from '../read/ber.ts';
import { explainConnect, type Step } from './explain.ts';
import type { LdapSettings } from './settings.ts';

const connectTimeoutMilliseconds = 10_000;
/** For TCP, TLS and the bind together. */
const openTimeoutMilliseconds = 20_000;
const openOctets = 1_000_000;

/** @throws ExpectedError where the server cannot be reached, is not trusted, or refuses. */
export async function openClient(
  settings: LdapSettings,
  answerMilliseconds: number,
): Promise<{ readonly client: Client; readonly socket: Socket }> {
  const url = parseUrl(settings.url);
  const startTls = settings.startTls === true && url.protocol === 'ldap:';
  const secure = url.protocol === 'ldaps:' || startTls;
  if (!secure && !isLoopback(url.hostname) && !settings.allowPlaintext) {
    throw new ExpectedError('ldap-plaintext', { at: settings.url });
  }
  refuseUnauthenticated(settings);
  const tls = { ...(settings.ca !== undefined && { ca: settings.ca }), servername: serverName(url.hostname) };
  let plain: Socket | undefined;
  let current: Socket | undefined;
  let expected = () => {};
  // ldapts connects again by itself: without TLS, with half a message still in its parser, once for each request
  // that waits, and sends the next request before the bind is answered. A new link is a new client instead.
  const onlyOnce = () => {
    if (current !== undefined) throw new Error('the connection was lost');
  };
  const client = new Client({
    url: settings.url,
    connectTimeout: connectTimeoutMilliseconds,
    timeout: answerMilliseconds,
    strictDN: false,
    ...(url.protocol === 'ldaps:' && { tlsOptions: tls }),
    createConnection: ((...given: Parameters<typeof connectTcp>) => {
      onlyOnce();
      plain = connectTcp(...given);
      expected = expectLdap(plain);
      // ldapts does not see the end of a connection it has upgraded, and would wait for answers that cannot come.
      if (startTls) plain.once('close', () => void client.unbind().catch(() => undefined));
      current = plain;
      return plain;
    }) as typeof connectTcp,
    createSecureConnection: ((...given: Parameters<typeof connectTls>) => {
      if (url.protocol === 'ldaps:') onlyOnce();
      const secured = connectTls(...given);
      expected = expectLdap(secured);
      current = secured;
      return secured;
    }) as typeof connectTls,
  });
  const patience = setTimeout(
    () => (plain ?? current)?.destroy(new Error('no answer in time')),
    openTimeoutMilliseconds,
  );
  let step: Step = 'connect';
  try {
    if (startTls) {
      step = 'starttls';
      // Upgrading a socket that exists, Node knows no other name to hold the certificate against than this one.
      await client.startTLS({ ...tls, host: bare(url.hostname) });
    }
    step = 'bind';
    await client.bind(settings.bindDn, settings.password);
    if (current === undefined) throw new InternalError('a client without a socket');
    const socket = current;
    expected();
    return { client, socket };
  } catch (thrown) {
    current?.destroy();
    plain?.destroy();
    throw explainConnect(thrown, step, settings);
  } finally {
    clearTimeout(patience);
  }
}

/**
 * Every LDAP message is a SEQUENCE (RFC 4511 §4.1.1): a web or mail server gives itself away by its first octet, and what
 * pours out more than the few answers before the bind is none either. To be ended by what it returns.
 */
function expectLdap(socket: Socket): () => void {
  let octets = 0;
  const look = (data: Buffer) => {
    const isLdap = octets > 0 || data[0] === tags.sequence;
    octets += data.length;
    if (!isLdap || octets > openOctets) socket.destroy(new Error('no LDAP server'));
  };
  socket.on('data', look);
  return () => socket.off('data', look);
}

/** A bind without a name or a password "succeeds" as nobody (RFC 4513 §5.1.2), and would read an empty directory. */
function refuseUnauthenticated({ url, bindDn, password }: LdapSettings): void {
  if (bindDn !== '' && password !== '') return;
  throw new ExpectedError('ldap-password.empty', { at: url });
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && (url.username !== '' || url.password !== '')) {
    throw new ExpectedError('ldap-url.secret', { at: 'DANHBA_LDAP_URL' });
  }
  if (url && (url.protocol === 'ldap:' || url.protocol === 'ldaps:') && url.hostname !== '') return url;
  throw new ExpectedError('ldap-url.form', { at: 'DANHBA_LDAP_URL', text });
}

/** TLS forbids addresses as server names (RFC 6066); the certificate is then held against the address. */
function serverName(hostname: string): string {
  return isIP(bare(hostname)) ? '' : hostname;
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');
