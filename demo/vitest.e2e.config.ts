/** End to end: people in browsers, on the marketplace that `npm start` serves. */
import { defineConfig } from 'vitest/config';
import { isBrowserDeclined } from '../testing/browser/find.ts';
import { ENGINE, type Engine } from '../testing/browser/others.ts';
import { LONG } from '../testing/src/full.ts';

const CORE = ['buyer', 'seller', 'loop', 'together', 'settings', 'preferences', 'keyboard'];

/** Firefox has the core journeys. Playwright cannot drive WebKitGTK, so WebKit has journeys of its own. */
const FILES: Record<Engine, string[]> = {
  chromium: isBrowserDeclined ? [] : ['tests/e2e/*.test.ts', 'tests/e2e/looks/**/*.test.ts'],
  firefox: CORE.map((name) => `tests/e2e/${name}.test.ts`),
  webkit: ['tests/e2e/webkit/*.test.ts'],
};

/** It sets motion for a page, which Firefox ESR has no command for. */
const NOT_IN_FIREFOX = /^(?!.*who wants less motion sees none)/;

export default defineConfig({
  test: {
    name: 'e2e',
    root: import.meta.dirname,
    include: FILES[ENGINE],
    exclude: LONG.map((file) => file.replace(/^demo\//, '')),
    ...(ENGINE === 'firefox' && { testNamePattern: NOT_IN_FIREFOX }),
    globalSetup: 'tests/e2e/support/setup.ts',
    isolate: false,
    maxWorkers: ENGINE === 'chromium' ? 3 : 1, // a worker starts a Firefox of its own
    sequence: { groupOrder: 2 },
    testTimeout: 180_000,
  },
});
