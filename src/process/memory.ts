/** Keeps a process small whose objects are either kept or gone at once. */
import { setFlagsFromString } from 'node:v8';

/**
 * Young objects get no more room than they have at the start: V8 doubles it while much survives, and reading a large
 * directory that was a hundred megabytes for nothing (docs/performance.md). An older or newer V8 without such a flag goes on
 * as it is.
 */
export const keepSmall = (): void => setFlagsFromString('--semi-space-growth-factor=1');
