import { defineConfig } from 'vitest/config';

/** For every save: nothing that starts a process, needs git or takes seconds, and properties at few runs. */
export default defineConfig({
  test: {
    include: ['test/!(browser|cli|real|proposal|examples|fuzz)/**/*.test.ts', 'test/*.test.ts'],
    exclude: [
      'test/regular-expressions.test.ts',
      'test/designs/cluster/placing/assignment/**',
      'test/import/large.test.ts',
    ],
    setupFiles: ['test/support/seed.ts'],
    env: { PROPERTY_RUNS: '20' },
    isolate: false,
    testTimeout: 120_000,
  },
});
