/** Opens an authenticated connection, again where it was lost, or says in one line why it cannot. */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Client, ResultCodeError } from 'ldapts';
import { ExpectedError, InternalError } from '../../model/problems/errors.ts';
import { tags } from '../read/ber.ts';
import { type Messages, routeMessages } from '../read/messages.ts';
import { explainConnect, explainRefusal, type Step } from './explain.ts';
import { countClient, type Ledger, openLedger } from './ledger.ts';
import { keepOpen, type OutageOptions } from './outage.ts';
import { type Pace, secondsOf, usualPace } from './pace.ts';
import type { LdapSettings } from './settings.ts';

const connectTimeoutMilliseconds = 10_000;
/** For TCP, TLS and the bind together. */
const openTimeoutMilliseconds = 20_000;
const openOctets = 1_000_000;
const closeTimeoutMilliseconds = 2_000;
/** RFC 4511 appendix A. */
const referralCode = 10;

/** One authenticated TCP connection; once lost it stays lost. */
interface Link {
  readonly client: Client;
  readonly messages: Messages;
  readonly socket: Socket;
}

export interface Connection {
  /** Whom it is bound as. */
  readonly bindDn: string;
  /**
   * The authenticated link. A lost one is opened again, once for all who wait for it; a server that has not come back
   * in time is not asked again.
   */
  readonly live: () => Promise<Pick<Link, 'client' | 'messages'>>;
  /** For the last request of a run, also where the server was given up. Ends, with or without, in `partingMilliseconds`. */
  readonly parting: () => Promise<Pick<Link, 'client' | 'messages'>>;
  readonly partingMilliseconds: number;
  /** Requests sent so far. */
  readonly asked: () => number;
  /** True once a link was lost, even where another has taken its place. */
  readonly wasLost: () => boolean;
  readonly close: () => Promise<void>;
}

/** Throws where the server cannot be reached, is not trusted, or refuses. */
export async function connect(settings: LdapSettings, tell?: OutageOptions['tell']): Promise<Connection> {
  const { waitSeconds } = settings;
  const pace = { ...usualPace, ...settings.pace };
  // Over all links: a server that is opened again and again has one run's time.
  const ledger: Ledger = openLedger(pace, (why) => link.giveUp(why));
  const openNext = () => ledger.wait(open(settings, pace, ledger));
  const link = keepOpen(await open(settings, pace, ledger), openNext, {
    ...(waitSeconds !== undefined && { waitSeconds }),
    ...(tell && { tell }),
  });
  return {
    bindDn: settings.bindDn,
    live: link.live,
    parting: link.parting,
    partingMilliseconds: pace.parting,
    asked: ledger.asked,
    wasLost: link.wasLost,
    close: async () => await closeLink(await link.end()),
  };
}

/** A peer that no longer reads would keep the goodbye waiting. */
async function closeLink({ client, socket }: Link): Promise<void> {
  const patience = setTimeout(() => socket.destroy(), closeTimeoutMilliseconds);
  await client.unbind().catch(() => undefined);
  clearTimeout(patience);
  socket.destroy();
}

async function open(settings: LdapSettings, pace: Pace, ledger: Ledger): Promise<Link> {
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
    timeout: pace.answer,
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
    const messages = routeMessages(socket, pace, ledger);
    countClient(client, ledger, (thrown) => explainLoss(withReferral(thrown, messages), socket, pace));
    return { client, socket, messages };
  } catch (thrown) {
    current?.destroy();
    plain?.destroy();
    throw explainConnect(thrown, step, settings);
  } finally {
    clearTimeout(patience);
  }
}

/** The server's own words of a referral are where it leads. */
function withReferral(thrown: unknown, { referral }: Messages): unknown {
  if (!(thrown instanceof ResultCodeError) || thrown.code !== referralCode) return thrown;
  return Object.assign(thrown, { message: `${thrown.message} ${referral() ?? ''}`.trim() });
}

/** ldapts tells of a request that met a bound, its own or ours, by a plain error. */
function explainLoss(thrown: unknown, { errored }: Socket, { answer }: Pace): unknown {
  if (thrown instanceof ResultCodeError || !(thrown instanceof Error)) return thrown;
  if (errored instanceof ExpectedError) return errored;
  const [, request] = /^(\w+): Operation timed out$/.exec(thrown.message) ?? [];
  if (request === undefined) return thrown;
  return new ExpectedError(
    'ldap-slow.answer',
    { request, octets: 0, seconds: secondsOf(answer) },
    { cause: thrown },
  );
}

/** What a failed operation means to its user; errors of our own making pass unchanged. */
export function explainOperation(thrown: unknown, connection: Pick<Connection, 'wasLost'>): unknown {
  if (thrown instanceof ResultCodeError) return explainRefusal(thrown);
  // Node and ldapts tell of it by plain errors; a subclass is one of ours, or a bug.
  if (!connection.wasLost() || !(thrown instanceof Error) || thrown.constructor !== Error) return thrown;
  return new ExpectedError('ldap-lost', { cause: thrown.message.replaceAll('\n', ' ') }, { cause: thrown });
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

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** TLS forbids addresses as server names (RFC 6066); the certificate is then held against the address. */
function serverName(hostname: string): string {
  return isIP(bare(hostname)) ? '' : hostname;
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');
