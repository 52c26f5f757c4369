import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['*/tests/**/*.test.{ts,tsx}'],
    globalSetup: 'database/tests/support/servers.ts',
    setupFiles: 'database/tests/support/cleanup.ts',
    maxWorkers: 4,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
