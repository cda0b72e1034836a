// The danhba command that the lab and the story start: the sources, or what LAB_COMMAND names, as the tests have it.

import { fileURLToPath } from 'node:url';

export const cli = process.env.LAB_COMMAND ?? fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
