import { defineConfig } from 'vitest/config';

/** What React Native and its test renderer say at each import; nothing of it is about our code. */
const REACT_NATIVE_NOISE = /has been (extracted|deprecated) |resolves to two different files/;

/** Slow, and rarely broken by a change elsewhere: `npm run test:long` has them. */
const LONG = [
  'bench/tests/**',
  'chaos/tests/**',
  'database/tests/host/refusals.test.ts',
  'database/tests/platform/embedded.test.ts',
  'database/tests/security/mutants.test.ts',
  'demo/tests/load.test.ts',
  'server/tests/cli/process.test.ts',
];

/**
 * Every test runs in one of these: in Node beside real databases, in Chromium, or on React Native's two platforms. They run one after the
 * other (groupOrder): two cores are few for browsers beside databases.
 */
export default defineConfig({
  test: {
    maxWorkers: 4,
    onConsoleLog: (log) => !REACT_NATIVE_NOISE.test(log),
    projects: [
      {
        test: {
          name: 'node',
          include: ['*/tests/**/*.test.{ts,tsx}'],
          exclude: [
            'react/tests/{web,native}/**',
            'demo/tests/e2e/**',
            ...(process.env.RINGBACK_FULL ? [] : LONG),
          ],
          globalSetup: 'testing/src/database/servers.ts',
          setupFiles: 'testing/src/database/cleanup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      'react/vitest.*.config.ts',
      'demo/vitest.e2e.config.ts',
    ],
  },
});
