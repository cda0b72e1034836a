/** What a run has waited for the directory server, held against what the answers have earned: a run has an end, too. */
import type { Client } from 'ldapts';
import { ResultCodeError } from 'ldapts';
import type { ExpectedError } from '../model/errors.ts';
import { type Pace, tooSlow } from './pace.ts';

export interface Ledger {
  /** Requests that were sent so far. */
  readonly asked: () => number;
  /** Counts the time until this request is answered; an answer, a refusal too, earns some. */
  readonly count: <T>(request: Promise<T>) => Promise<T>;
  /** Counts the time of what brings no answer: opening a connection. */
  readonly wait: <T>(work: Promise<T>) => Promise<T>;
  readonly earn: (milliseconds: number) => void;
}

/**
 * Calls `exceed` once, when more was waited than was earned, by all that a run may. What was earned and not waited for
 * is gone: a quick read is no leave to be slow for hours. Where several requests wait, their time counts once.
 */
export function openLedger({ run, request }: Pace, exceed: (why: ExpectedError) => void): Ledger {
  let asked = 0;
  let answered = 0;
  let waiting = 0;
  let since = 0;
  let waited = 0;
  let owed = 0;
  let isExceeded = false;

  /** Until now, for those that wait. */
  const book = () => {
    const now = performance.now();
    const passed = waiting > 0 ? now - since : 0;
    since = now;
    waited += passed;
    owed += passed;
  };
  const earn = (milliseconds: number) => {
    book();
    owed = Math.max(0, owed - milliseconds);
  };
  const wait = async <T>(work: Promise<T>): Promise<T> => {
    book();
    waiting++;
    try {
      return await work;
    } finally {
      book();
      waiting--;
      if (owed > run && !isExceeded) {
        isExceeded = true;
        exceed(tooSlow('cả lần chạy / the whole run', `${answered} trả lời / answers`, waited));
      }
    }
  };
  const answer = () => {
    answered++;
    earn(request);
  };
  return {
    asked: () => asked,
    count: async (sent) => {
      asked++;
      const judged = sent.then(
        (value) => {
          answer();
          return value;
        },
        (thrown: unknown) => {
          if (thrown instanceof ResultCodeError) answer();
          throw thrown;
        },
      );
      return await wait(judged);
    },
    wait,
    earn,
  };
}

/** What of ldapts is used after the bind. */
const counted = ['add', 'del', 'modify', 'search'] as const;

/** Has every request of this client counted, and `explain` say what a failure means that is no refusal. */
export function countClient(client: Client, ledger: Ledger, explain: (thrown: unknown) => unknown): void {
  for (const name of counted) {
    const send = client[name].bind(client) as (...given: unknown[]) => Promise<unknown>;
    const count = async (...given: unknown[]) => {
      try {
        return await ledger.count(send(...given));
      } catch (thrown) {
        throw explain(thrown);
      }
    };
    Object.assign(client, { [name]: count });
  }
}
