/** The unit tests that judge the mutants: those of the safety core, without what is drawn. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { 'fast-check': join(import.meta.dirname, 'support/without-luck.ts') } },
  test: {
    include: ['test/unit/{plan,model}/**/*.test.ts', 'test/unit/review/merged*.test.ts'],
    // Nothing but drawn examples, which take long to be set up.
    exclude: ['test/unit/plan/{model-history,mail-scripts}.test.ts'],
    // Every mutant would import everything again for each file.
    isolate: false,
  },
});
