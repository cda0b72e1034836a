/** How long this process has worked since a moment: what a busy machine makes it wait does not count. */
import { cpuUsage } from 'node:process';

/** Call it where the work begins, and what it gives where the work ends: milliseconds of the processor. */
export function measureWork(): () => number {
  const begun = cpuUsage();
  return () => {
    const { user, system } = cpuUsage(begun);
    return (user + system) / 1000;
  };
}
