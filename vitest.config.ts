import { defineConfig } from 'vitest/config';

// Two workers fit the two cores CI has; film tests get the time a slow machine needs, but none asserts on time.
export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    // Names the Postgres that tests of the server share; it starts when the first of them asks.
    globalSetup: ['packages/server/src/testing/global-setup.ts'],
    setupFiles: ['vitest.setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
