/** Tries again what passing time may cure, waiting longer each time, never all at the same moment. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '../model/plan/outcome.ts';

const attempts = 4;
const firstDelayMilliseconds = 200;

/** The last result; only `retry` is tried again. Delays double, each with full jitter. */
export async function withRetry(attempt: () => Promise<Result>): Promise<Result> {
  for (let number = 1; ; number++) {
    const result = await attempt();
    if (result.result !== 'retry' || number === attempts) return result;
    await sleep(Math.random() * firstDelayMilliseconds * 2 ** number);
  }
}
