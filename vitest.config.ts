import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Tests of servers wait more than they work: three for each core, and not so many that their servers fill the memory.
const maxWorkers = Math.min(12, 3 * availableParallelism());

const common = {
  setupFiles: ['test/support/seed.ts'],
  // The same modules are not loaded again for each file of tests: that took more time than the tests.
  isolate: false,
  maxWorkers,
  // Each `danhba` a test starts finds itself compiled.
  env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/danhba/compiled') },
  // A slow machine is no fault: the limit is for what never ends.
  testTimeout: 300_000,
  hookTimeout: 300_000,
};

export default defineConfig({
  test: {
    projects: [
      { test: { ...common, name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { test: { ...common, name: 'server', include: ['test/server/**/*.test.ts'] } },
      {
        test: {
          ...common,
          name: 'container',
          maxWorkers: 1,
          include: ['test/container/**/*.test.ts'],
          setupFiles: [],
          // testcontainers remembers for good where an engine was.
          isolate: true,
          // They would wait for one another anyway: the private engine serves one file at a time.
          fileParallelism: false,
          // The first run installs an engine and makes a base image.
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
