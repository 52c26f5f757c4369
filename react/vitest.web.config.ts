/**
 * The web's views, in a real browser: focus, dialogs and the tree that screen readers get cannot be had
 * otherwise.
 */
import { join } from 'node:path';
import { isBrowserDeclined, launchOptions } from '@ringback/testing/browser/find.ts';
import { FULL } from '@ringback/testing/full.ts';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { BrowserCommand } from 'vitest/node';
import type { Reader } from './tests/web/support/listingPage.tsx';
import type * as RenderListingPage from './tests/web/support/renderListingPage.tsx';

/** `RINGBACK_SCREENSHOTS=1` puts pictures of every state here. */
const SCREENSHOTS = join(import.meta.dirname, '../.ringback/looks');

declare module 'vitest' {
  interface ProvidedContext {
    screenshots: string;
    /** Whether every look is judged. */
    full: boolean;
  }
}
declare module 'vitest/browser' {
  interface BrowserCommands {
    renderOnServer: (reader: Reader) => Promise<string>;
  }
}

/** The HTML that Node makes, whose Intl is another one than the browser's. */
const renderOnServer: BrowserCommand<[reader: Reader]> = async ({ project }, reader) => {
  const page = '/tests/web/support/renderListingPage.tsx';
  const { renderListingPage } = await project.import<typeof RenderListingPage>(page);
  return renderListingPage(reader);
};

export default defineConfig({
  test: {
    name: 'web',
    root: import.meta.dirname,
    include: isBrowserDeclined ? [] : ['tests/web/**/*.test.tsx'],
    setupFiles: 'tests/web/support/setup.ts',
    isolate: false,
    sequence: { groupOrder: 1 },
    testTimeout: 40_000,
    retry: 1, // On a busy machine Chromium may stop drawing for seconds, and no click comes through.
    expect: { poll: { timeout: 15_000 } },
    provide: { screenshots: process.env.RINGBACK_SCREENSHOTS ? SCREENSHOTS : '', full: FULL },
    browser: {
      enabled: true,
      headless: true,
      commands: { renderOnServer },
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
      instances: [{ browser: 'chromium', viewport: { width: 1024, height: 800 } }],
    },
  },
  // All of them, because one that Vite meets later makes it reload the page under the tests.
  optimizeDeps: {
    include: [
      '@tanstack/react-query',
      'axe-core',
      'libphonenumber-js/min',
      'react',
      'react-dom/client',
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'uqr',
      'vitest-browser-react/pure',
      'zod/mini',
    ],
  },
});
