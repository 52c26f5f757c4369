/** The web's views, in a real browser: focus, dialogs and the tree that screen readers get cannot be had otherwise. */
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { isBrowserDeclined, launchOptions } from '../scripts/browser/find.ts';

declare module 'vitest' {
  interface ProvidedContext {
    screenshots: string;
  }
}

export default defineConfig({
  test: {
    name: 'web',
    root: import.meta.dirname,
    include: isBrowserDeclined ? [] : ['tests/web/**/*.test.tsx'],
    isolate: false,
    provide: { screenshots: process.env.RINGBACK_SCREENSHOTS ?? '' }, // a folder to write pictures of every state into
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright(
        isBrowserDeclined
          ? {}
          : {
              launchOptions: launchOptions(),
              contextOptions: { locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' },
            },
      ),
      instances: [{ browser: 'chromium', viewport: { width: 1024, height: 800 } }],
    },
  },
  optimizeDeps: {
    include: [
      'react',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'react-dom/client',
      'vitest-browser-react',
      'axe-core',
    ],
  },
});
