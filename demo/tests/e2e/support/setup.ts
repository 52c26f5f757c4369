/** Starts what all end-to-end tests share, once: `npm start` with its marketplace, and a browser. */

import { launchOptions } from '@ringback/testing/browser/find.ts';
import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { prepareMarketplace } from './marketplace.ts';
import { startRingback } from './ringback.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the marketplace is, without a path. */
    origin: string;
    /** Where Playwright reaches the browser. */
    browser: string;
  }
}

export default async function startAll(project: TestProject): Promise<() => Promise<void>> {
  const folder = await prepareMarketplace();
  const [server, browser] = await Promise.all([
    startRingback(folder),
    chromium.launchServer(launchOptions()),
  ]);
  project.provide('origin', server.origin);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await Promise.all([server.stop(), browser.close()]);
  };
}
