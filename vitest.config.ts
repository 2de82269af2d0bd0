import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    // These need data that the repository does not hold: npm run test:real.
    exclude: [...configDefaults.exclude, 'test/real/**'],
  },
});
