import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    // Machines are noisy: a limit only ends what would never end.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // These need data that the repository does not hold: npm run test:real.
    exclude: [...configDefaults.exclude, 'test/real/**'],
  },
});
