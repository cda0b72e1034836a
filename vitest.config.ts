import { defineConfig } from 'vitest/config';

const setupFiles = ['test/support/seed.ts'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], setupFiles } },
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
