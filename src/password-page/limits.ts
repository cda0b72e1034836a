/** How often one address, and one source, may be wrong before it has to wait (decision 0028). */
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * Seconds. It begins with the first wrong try and is not made longer by more of them: nobody is kept out for longer than
 * the server's own policy would (pwdLockoutDuration, 900 of a user).
 */
const windowSeconds = 900;

export const usualLimits = {
  /** Below pwdMaxFailure of both policies: who guesses here does not lock the mailbox of another. */
  address: 4,
  /** A commune's whole office may stand behind one address of the net; only wrong tries count. */
  source: 30,
} as const;

export interface Limits {
  /**
   * Counts a try before it is made, so that many at once are not more than one after another. Gives the seconds to wait
   * where there were too many already.
   */
  readonly begin: (address: string, source: string) => Promise<number>;
  /** The try was none: the present password was right, or the server did not answer. */
  readonly forgive: (address: string, source: string) => Promise<void>;
}

/** Counts alike whether the address exists or not: how soon one has to wait tells nothing of it. */
export function openLimits(limits: Readonly<Record<keyof typeof usualLimits, number>>): Limits {
  const of = (points: number) => new RateLimiterMemory({ points, duration: windowSeconds });
  const [addresses, sources] = [of(limits.address), of(limits.source)];
  // Of any length in any number would fill the memory.
  const keyOf = (address: string) => createHash('sha256').update(address).digest('base64url');
  return {
    begin: async (address, source) => {
      const waits = await Promise.all([take(addresses, keyOf(address)), take(sources, source)]);
      return Math.max(...waits);
    },
    forgive: async (address, source) => {
      await Promise.all([addresses.reward(keyOf(address)), sources.reward(source)]);
    },
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    return Math.max(1, Math.ceil(thrown.msBeforeNext / 1000));
  }
}
