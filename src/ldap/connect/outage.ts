/** Keeps a link alive over the outages of its server: opened again for all who wait, told once, given up in time. */
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OutageNews } from '../../model/plan/outage.ts';
import { ExpectedError, InternalError, remarkOf } from '../../model/problems/errors.ts';

export interface OutageOptions {
  /**
   * How long a lost server is waited for. Whoever supervises it starts it again within seconds; an outage is for the
   * next run. Less than a lease lives (two minutes).
   */
  readonly waitSeconds?: number;
  readonly tell?: (news: OutageNews) => void;
}

const defaultWaitSeconds = 60;
/** A server that ends again and again is not waited for each time: the fifth outage is the last. */
const outageLimit = 5;
const reopenDelayMilliseconds = 500;

export interface KeptLink<Link> {
  /** The link, opened again where it was lost. Throws where the server was given up, for good. */
  readonly live: () => Promise<Link>;
  /** True once a link was lost, even where another has taken its place. */
  readonly wasLost: () => boolean;
  /** For good: nothing is asked of this server any more, but the last of all. */
  readonly giveUp: (why: Error) => void;
  /** For the last request of a run: the link, opened once more where the server was given up. */
  readonly parting: () => Promise<Link>;
  /** Ends all waiting, and gives the last link, for its end. */
  readonly end: () => Promise<Link>;
}

/** `open` makes a new link or throws why it cannot. */
export function keepOpen<Link extends { readonly socket: Socket }>(
  first: Link,
  open: () => Promise<Link>,
  { waitSeconds = defaultWaitSeconds, tell = () => {} }: OutageOptions = {},
): KeptLink<Link> {
  let link = first;
  let lostAt = new Date();
  let outages = 0;
  let ended: unknown;
  let isOver = false;
  let reopening: Promise<Link> | undefined;
  const watch = () => link.socket.once('close', () => (lostAt = new Date()));
  watch();

  /** A link that comes when all is over is nobody's. */
  const replace = async (): Promise<void> => {
    const opened = await open();
    if (isOver) opened.socket.destroy();
    link = opened;
    watch();
  };

  const reopen = async (): Promise<Link> => {
    const begun = performance.now();
    const passed = () => Math.round((performance.now() - begun) / 1000);
    outages++;
    for (let attempt = 1; ; attempt++) {
      try {
        if (ended === undefined) await replace();
        if (ended !== undefined) throw ended;
        if (attempt > 1) tell({ kind: 'back', afterSeconds: passed() });
        return link;
      } catch (thrown) {
        if (ended !== undefined) throw thrown;
        if (attempt === 1) tell({ kind: 'lost', at: lostAt, ended: isRefused(thrown), waitSeconds });
        if (performance.now() - begun >= waitSeconds * 1000 || outages >= outageLimit) {
          ended = thrown;
          tell({ kind: 'gone', afterSeconds: passed(), reason: remarkOf(thrown) });
          throw thrown;
        }
      }
      await sleep(Math.random() * reopenDelayMilliseconds);
    }
  };

  const live = async (): Promise<Link> => {
    if (ended !== undefined) throw ended;
    if (!link.socket.destroyed) return link;
    reopening ??= reopen().finally(() => {
      reopening = undefined;
    });
    return await reopening;
  };

  return {
    live,
    giveUp: (why) => {
      ended ??= why;
      link.socket.destroy(why);
    },
    parting: async () => {
      if (ended === undefined) return await live();
      if (link.socket.destroyed) await replace();
      return link;
    },
    wasLost: () => outages > 0 || link.socket.destroyed,
    end: async () => {
      ended = new InternalError('the connection was closed by us');
      isOver = true;
      return link;
    },
  };
}

/** True where the machine answers and nobody listens: the server's process is gone. */
function isRefused(thrown: unknown): boolean {
  const cause = thrown instanceof ExpectedError ? thrown.cause : thrown;
  return (cause as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED';
}
