/** How long each part of a run takes. */
import type { Phase } from '../render/run/metrics.ts';

export interface Stopwatch {
  /** The part that was under way ends, and this one begins; a part that comes again goes on. */
  readonly begin: (phase: Phase) => void;
  /** Milliseconds of each part there was, the one under way included. */
  readonly read: () => ReadonlyMap<Phase, number>;
}

export function startStopwatch(now: () => Date): Stopwatch {
  const spent = new Map<Phase, number>();
  let current: { phase: Phase; since: number } | undefined;
  const stop = () => {
    if (current === undefined) return;
    const { phase, since } = current;
    // A clock that is set back in between must not make a part take less than nothing.
    const more = Math.max(0, now().getTime() - since);
    spent.set(phase, (spent.get(phase) ?? 0) + more);
    current = undefined;
  };
  return {
    begin: (phase) => {
      stop();
      current = { phase, since: now().getTime() };
    },
    read: () => {
      const phase = current?.phase;
      stop();
      if (phase !== undefined) current = { phase, since: now().getTime() };
      return spent;
    },
  };
}
