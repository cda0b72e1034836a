/** Keeps a process small whose objects are either kept or gone at once, and gives one room that throws away much. */
import { setFlagsFromString } from 'node:v8';

/**
 * Young objects get no more room than they have already, where V8 doubles it while much survives, and old ones a fifth
 * more than they take: of a large directory that is a hundred megabytes, and no time (docs/performance.md). An older or newer
 * V8 without such flags goes on as it is.
 */
export function keepSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
}

/** As V8 has it by itself. What young objects were given is never taken back from them: first small, then with room, and never the other way round. */
export function giveRoom(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
  setFlagsFromString('--heap-growing-percent=0');
}
