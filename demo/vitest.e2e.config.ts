/** End to end: people in browsers, on the marketplace that `npm start` serves. */
import { defineConfig } from 'vitest/config';
import { isBrowserDeclined } from '../testing/browser/find.ts';
import { LONG } from '../testing/src/full.ts';

export default defineConfig({
  test: {
    name: 'e2e',
    root: import.meta.dirname,
    include: isBrowserDeclined ? [] : ['tests/e2e/**/*.test.ts'],
    exclude: LONG.map((file) => file.replace(/^demo\//, '')),
    globalSetup: 'tests/e2e/support/setup.ts',
    isolate: false,
    maxWorkers: 3,
    sequence: { groupOrder: 3 },
    testTimeout: 180_000,
  },
});
