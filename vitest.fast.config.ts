import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** For every save: nothing that starts a process, needs git or takes seconds, and properties at few runs. */
export default defineConfig({
  test: {
    include: ['test/!(browser|cli|real|proposal|examples|fuzz)/**/*.test.ts', 'test/*.test.ts'],
    // All formats of all documents, pairs of companies for every claim, laws over whole designs and documents, archives that
    // explode: npm test has them.
    exclude: [
      'test/documents/**/formats*.test.ts',
      'test/documents/answer/first-screen.test.ts',
      'test/documents/report/sweep.test.ts',
      'test/docs/claim-pairs.test.ts',
      'test/render/pptx/**',
      'test/**/*laws.test.ts',
      'test/regular-expressions.test.ts',
      'test/designs/cluster/placing/assignment/**',
      'test/designs/order.test.ts',
      'test/import/large.test.ts',
      'test/import/workbooks.test.ts',
      'test/import/**/round-trip.test.ts',
    ],
    setupFiles: ['test/support/seed.ts'],
    env: { PROPERTY_RUNS: '20' },
    isolate: false,
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
  },
});
