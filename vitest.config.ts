import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

// These need data that the repository does not hold: npm run test:real.
const REAL = 'test/real/**';
// This needs a browser: npm run test:browser.
const BROWSER = 'test/browser/**';
const COMMAND_LINE = 'test/cli/**/*.test.ts';
// These put something else in the place of the disk.
const DISK = 'test/cli/io/**';

export default defineConfig({
  test: {
    setupFiles: ['test/support/seed.ts'],
    // All cores: what waits for one another is within a file.
    maxWorkers: availableParallelism(),
    // Machines are noisy: a limit only ends what would never end.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'library',
          include: ['test/!(cli)/**/*.test.ts', 'test/*.test.ts'],
          exclude: [...configDefaults.exclude, REAL, BROWSER],
          // Everything is a pure function of what never changes, so that files may share what they load.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'disk', include: [`${DISK}/*.test.ts`] },
      },
      {
        extends: true,
        test: {
          name: 'command line',
          include: [COMMAND_LINE],
          exclude: [...configDefaults.exclude, DISK],
          globalSetup: ['test/cli/built-program.ts'],
          // Most of the time would go into loading the whole program once more for every file.
          isolate: false,
        },
      },
    ],
  },
});
