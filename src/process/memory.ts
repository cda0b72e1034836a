/** Keeps a process small whose objects are either kept or gone at once, and gives one room that throws away much. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

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

/** Octets: collecting less would take longer than it saves. */
const large = 64e6;

/**
 * For what makes much to throw away beside much that is kept. Holes among what is kept are closed first: a quarter of the
 * room has none of it. Then V8 collects when its room is full, and not beside the work, which meanwhile takes more. A
 * fifth of a second of a million people, for twenty megabytes.
 */
export function inLittleRoom<T>(act: () => T): T {
  if (getHeapStatistics().total_heap_size < large) return act();
  collectNow();
  setFlagsFromString('--no-incremental-marking');
  try {
    return act();
  } finally {
    setFlagsFromString('--incremental-marking');
  }
}

/** V8 shows it to contexts that are made after it was asked to, and to no other. */
function collectNow(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('globalThis.gc');
  setFlagsFromString('--no-expose-gc');
  if (typeof collect === 'function') collect({ type: 'major', flavor: 'last-resort' });
}
