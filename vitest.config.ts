import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LONG } from './testing/src/full.ts';
import { LongestFirst } from './testing/src/longestFirst.ts';

/** The `ringback` commands and servers that tests start compile nothing twice. */
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compiled');

/** What React Native and its test renderer say at each import; nothing of it is about our code. */
const REACT_NATIVE_NOISE = /has been (extracted|deprecated) |resolves to two different files/;

/** They replace modules (vi.mock), so they cannot share them with other files. */
const MOCKING = [
  'react/tests/headless/requests/prefill.test.tsx',
  'react/tests/headless/requests/withoutPhoneRules.test.tsx',
];

/**
 * Every test runs in one of these: in Node beside real databases, in Chromium, or on React Native's two platforms. Node's come first, then the
 * components', then whole journeys (groupOrder): two cores are few for browsers beside databases.
 */
export default defineConfig({
  test: {
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    onConsoleLog: (log) => !REACT_NATIVE_NOISE.test(log),
    projects: [
      {
        test: {
          name: 'node',
          isolate: false,
          include: ['*/tests/**/*.test.{ts,tsx}'],
          exclude: [
            'react/tests/{web,native}/**',
            'console/tests/**',
            'demo/tests/e2e/**',
            ...MOCKING,
            ...LONG,
          ],
          globalSetup: 'testing/src/database/servers.ts',
          setupFiles: 'testing/src/database/cleanup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      { test: { name: 'mocks', include: MOCKING } },
      'react/vitest.*.config.ts',
      'console/vitest.config.ts',
      'demo/vitest.e2e.config.ts',
    ],
  },
});
