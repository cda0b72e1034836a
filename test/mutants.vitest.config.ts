/** The unit tests that judge the mutants: those of the safety core, or those named in `MUTANTS_TESTS`; without what is drawn. */
import { join } from 'node:path';
import { env } from 'node:process';
import { defineConfig } from 'vitest/config';

const core = ['test/unit/{plan,model}/**/*.test.ts', 'test/unit/review/{merged*,rights}.test.ts'];

export default defineConfig({
  resolve: { alias: { 'fast-check': join(import.meta.dirname, 'support/without-luck.ts') } },
  test: {
    // Stryker's own --testFiles would report every mutant of what a module does when it is loaded as alive.
    include: env.MUTANTS_TESTS?.split(',') ?? core,
    // Nothing but drawn examples, which take long to be set up.
    exclude: ['test/unit/plan/{model-history,mail-scripts}.test.ts'],
    // A test that is late on a busy machine would kill what it does not.
    testTimeout: 60_000,
    // Every mutant would import everything again for each file.
    isolate: false,
  },
});
