/** One try to change a password: limits first, then the server, and an answer that comes no sooner for one than another. */
import pLimit from 'p-limit';
import type { ChangeAnswer, PasswordChange } from '../model/password-page/change.ts';
import type { Told } from '../model/password-page/told.ts';
import type { Limits } from './limits.ts';

export type Attempt = { readonly says: 'changed' } | Exclude<Told, { says: 'faults' | 'stale' }>;

export interface Attempts {
  readonly change: (change: PasswordChange) => Promise<ChangeAnswer>;
  readonly limits: Limits;
  /** Told what no holder can do anything about. */
  readonly fail: (thrown: unknown) => void;
}

/** Under way at once, most of them waiting for their beat. */
const most = 256;
/** Asked of the directory server at once: each takes a connection and a hash. Who waits for a turn waits for any address. */
const mostAsked = 4;

/**
 * Milliseconds. What is refused is told at a multiple of this after it was sent: a wrong password, an unknown address
 * and a lock take the server different times, all of them far less.
 */
const beat = 1000;

export function openAttempts({ change, limits, fail }: Attempts) {
  let underWay = 0;
  const turn = pLimit(mostAsked);

  const tryOnce = async (wish: PasswordChange, source: string): Promise<Attempt> => {
    const begun = performance.now();
    const seconds = await limits.begin(wish.address, source);
    if (seconds > 0) return { says: 'limited', minutes: Math.ceil(seconds / 60) };
    let answer: ChangeAnswer;
    try {
      answer = await turn(() => change(wish));
    } catch (thrown) {
      await limits.forgive(wish.address, source);
      fail(thrown);
      return { says: 'unavailable' };
    }
    if (answer.result === 'refused') {
      await untilBeat(begun);
      return { says: 'refused' };
    }
    await limits.forgive(wish.address, source);
    return answer.result === 'unsuitable'
      ? { says: 'unsuitable', why: answer.why, administrator: answer.administrator }
      : { says: answer.result };
  };

  return async (wish: PasswordChange, source: string): Promise<Attempt> => {
    if (underWay >= most) return { says: 'busy' };
    underWay++;
    try {
      return await tryOnce(wish, source);
    } finally {
      underWay--;
    }
  };
}

function untilBeat(begun: number): Promise<void> {
  const beats = Math.floor((performance.now() - begun) / beat) + 1;
  return new Promise((resolve) => setTimeout(resolve, begun + beats * beat - performance.now()));
}
