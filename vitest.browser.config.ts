import { defineConfig } from 'vitest/config';

/** In a browser that the system has: Chromium, as Debian's package chromium. */
export default defineConfig({
  test: { include: ['test/browser/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
