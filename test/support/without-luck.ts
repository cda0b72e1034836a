/** Stands for fast-check under mutation: what only a drawn example kills lives under another seed, and counts as alive. */
import { createRequire } from 'node:module';

const real = createRequire(import.meta.url)('fast-check') as typeof import('fast-check');

export default { ...real.default, assert: () => {} };
