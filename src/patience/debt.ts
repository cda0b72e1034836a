/** A bound on all conversations of a run: what was waited for a server, held against what its answers have earned. */

export interface Debt {
  /** Counts the time until this work ends; where several wait, their time counts once. */
  readonly wait: <T>(work: Promise<T>) => Promise<T>;
  /** So many milliseconds are owed no more. */
  readonly earn: (milliseconds: number) => void;
}

/**
 * Calls `exceed` once, when more than `limit` is owed; it is told how long was waited in all. What was earned and not
 * waited for is gone: a quick read is no leave to be slow for hours.
 */
export function openDebt(limit: number, exceed: (waited: number) => void): Debt {
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
  return {
    wait: async (work) => {
      book();
      waiting++;
      try {
        return await work;
      } finally {
        book();
        waiting--;
        if (owed > limit && !isExceeded) {
          isExceeded = true;
          exceed(waited);
        }
      }
    },
    earn: (milliseconds) => {
      book();
      owed = Math.max(0, owed - milliseconds);
    },
  };
}
