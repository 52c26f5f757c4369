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
    /** Whether the browser shows notifications; a headless shell refuses them whatever it is granted. */
    canNotify: boolean;
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
  project.provide('canNotify', await canNotify(browser.wsEndpoint(), server.origin));
  return async () => {
    await Promise.all([server.stop(), browser.close()]);
  };
}

async function canNotify(endpoint: string, origin: string): Promise<boolean> {
  const browser = await chromium.connect(endpoint);
  const page = await browser.newPage();
  await page.context().grantPermissions(['notifications'], { origin });
  await page.goto(`${origin}/demo/settings.js`);
  const permission = await page.evaluate('Notification.permission');
  await browser.close();
  if (permission === 'granted') return true;
  console.warn(
    'This browser shows no notifications: the tests of push are LEFT OUT. Install Chromium or Chrome.',
  );
  return false;
}
