/** Keeps a process small whose objects are either kept or gone at once. */
import { setFlagsFromString } from 'node:v8';

/**
 * Young objects get no more room than they have at the start, where V8 doubles it while much survives, and old ones a fifth
 * more than they take: of a large directory that is a hundred megabytes, and no time (docs/performance.md). An older or newer
 * V8 without such flags goes on as it is.
 */
export function keepSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
}
