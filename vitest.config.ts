import { defineConfig } from 'vitest/config';

/** Every test runs in one of these: in Node beside real databases, in Chromium, or on React Native's two platforms. */
export default defineConfig({
  test: {
    maxWorkers: 4,
    projects: [
      {
        test: {
          name: 'node',
          include: ['*/tests/**/*.test.{ts,tsx}'],
          exclude: ['react/tests/{web,native}/**'],
          globalSetup: 'database/tests/support/servers.ts',
          setupFiles: 'database/tests/support/cleanup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      'react/vitest.*.config.ts',
    ],
  },
});
