/** Opens an authenticated connection, again where it was lost, or says in one line why it cannot. */
import type { Socket } from 'node:net';
import { type Client, ResultCodeError } from 'ldapts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { type Messages, routeMessages } from '../read/messages.ts';
import { openClient } from './client.ts';
import { explainRefusal } from './explain.ts';
import { countClient, type Ledger, openLedger } from './ledger.ts';
import { keepOpen, type OutageOptions } from './outage.ts';
import { type Pace, secondsOf, usualPace } from './pace.ts';
import type { LdapSettings } from './settings.ts';

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
  const { client, socket } = await openClient(settings, pace.answer);
  const messages = routeMessages(socket, pace, ledger);
  countClient(client, ledger, (thrown) => explainLoss(withReferral(thrown, messages), socket, pace));
  return { client, socket, messages };
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
