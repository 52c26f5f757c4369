/** The console in a real browser, with a client made of fixtures. */
import { join } from 'node:path';
import { isBrowserDeclined, launchOptions } from '@ringback/testing/browser/find.ts';
import { FULL } from '@ringback/testing/full.ts';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** `RINGBACK_SCREENSHOTS=1` puts pictures of every page here. */
const SCREENSHOTS = join(import.meta.dirname, '../.ringback/console');

declare module 'vitest' {
  interface ProvidedContext {
    consoleScreenshots: string;
    /** Whether every look is judged. */
    full: boolean;
  }
}

export default defineConfig({
  test: {
    name: 'console',
    root: import.meta.dirname,
    include: isBrowserDeclined ? [] : ['tests/**/*.test.tsx'],
    setupFiles: 'tests/support/setup.ts',
    isolate: false,
    sequence: { groupOrder: 4 },
    testTimeout: 40_000,
    retry: 1, // On a busy machine Chromium may stop drawing for seconds, and no click comes through.
    expect: { poll: { timeout: 15_000 } },
    provide: { consoleScreenshots: process.env.RINGBACK_SCREENSHOTS ? SCREENSHOTS : '', full: FULL },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright(
        isBrowserDeclined
          ? {}
          : {
              launchOptions: launchOptions(),
              actionTimeout: 15_000,
              contextOptions: { locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' },
            },
      ),
      instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
    },
  },
  // All of them, because one that Vite meets later makes it reload the page under the tests.
  optimizeDeps: {
    include: [
      '@tanstack/react-query',
      '@tanstack/react-router',
      '@tanstack/react-table',
      'axe-core',
      'react',
      'react-dom/client',
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'vitest-browser-react/pure',
      'zod/mini',
    ],
  },
});
