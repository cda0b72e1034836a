import { defineConfig } from 'vitest/config';

const setupFiles = ['test/support/seed.ts'];

export default defineConfig({
  test: {
    projects: [
      // A slow machine is no fault: the limit is for what never ends.
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], setupFiles, testTimeout: 60_000 } },
      {
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          setupFiles,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'container',
          include: ['test/container/**/*.test.ts'],
          testTimeout: 60_000,
          // The first run installs an engine and makes a base image.
          hookTimeout: 600_000,
          // They would wait for one another anyway: the private engine serves one run at a time.
          fileParallelism: false,
        },
      },
    ],
  },
});
