/** What a run has waited for the directory server, held against what the answers have earned: a run has an end, too. */
import type { Client } from 'ldapts';
import { ResultCodeError } from 'ldapts';
import { ExpectedError } from '../../model/problems/errors.ts';
import { openDebt } from '../../patience/debt.ts';
import { type Pace, secondsOf } from './pace.ts';

export interface Ledger {
  /** Requests that were sent so far. */
  readonly asked: () => number;
  /** Counts the time until this request is answered; an answer, a refusal too, earns some. */
  readonly count: <T>(request: Promise<T>) => Promise<T>;
  /** Counts the time of what brings no answer: opening a connection. */
  readonly wait: <T>(work: Promise<T>) => Promise<T>;
  readonly earn: (milliseconds: number) => void;
}

/** Calls `exceed` once, when the server has been waited for too long for what it has done. */
export function openLedger({ run, request }: Pace, exceed: (why: ExpectedError) => void): Ledger {
  let asked = 0;
  let answered = 0;
  const { wait, earn } = openDebt(run, (waited) =>
    exceed(new ExpectedError('ldap-slow.run', { answers: answered, seconds: secondsOf(waited) })),
  );
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
