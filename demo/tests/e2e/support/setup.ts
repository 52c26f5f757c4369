/**
 * Starts what all end-to-end tests share, once: `npm start` with its marketplace, and two Chromiums. Firefox and WebKit
 * are started by the tests.
 */

import { launchOptions } from '@ringback/testing/browser/find.ts';
import { ENGINE } from '@ringback/testing/browser/others.ts';
import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { prepareMarketplace } from './marketplace.ts';
import { startRingback } from './ringback.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the marketplace is, without a path. */
    origin: string;
    /** Where Playwright reaches the browser without windows, which is the quick one. */
    browser: string;
    /** The same of the full one, for what needs notifications. */
    fullBrowser: string;
    /** Whether the full browser shows notifications: it may be a shell too, where there is no other. */
    canNotify: boolean;
  }
}

export default async function startAll(project: TestProject): Promise<() => Promise<void>> {
  const folder = await prepareMarketplace();
  const server = await startRingback(folder);
  project.provide('origin', server.origin);
  const closeBrowsers = ENGINE === 'chromium' ? await startChromium(project, server.origin) : undefined;
  return async () => {
    await Promise.all([server.stop(), closeBrowsers?.()]);
  };
}

async function startChromium(project: TestProject, origin: string): Promise<() => Promise<unknown>> {
  const [browser, fullBrowser] = await Promise.all([
    chromium.launchServer(launchOptions('shell')),
    chromium.launchServer(launchOptions('full')),
  ]);
  project.provide('browser', browser.wsEndpoint());
  project.provide('fullBrowser', fullBrowser.wsEndpoint());
  project.provide('canNotify', await canNotify(fullBrowser.wsEndpoint(), origin));
  return () => Promise.all([browser.close(), fullBrowser.close()]);
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
