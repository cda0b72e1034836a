/** The unit tests that judge the mutants: those of the safety core, without what is drawn. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/{plan,model}/**/*.test.ts', 'test/unit/review/merged*.test.ts'],
    exclude: ['test/unit/plan/model-history.test.ts'],
    setupFiles: ['test/support/seed.ts', 'test/support/without-luck.ts'],
    // Every mutant would import everything again for each file.
    isolate: false,
  },
});
