/** The example on a plain page: the element that is packed, in a browser, with an API that a demo world answers for. */
import { cpSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createDemoClient } from '@ringback/client/demo';
import { isBrowserDeclined, launchOptions } from '@ringback/testing/browser/find.ts';
import { chromium, type Page, type Route } from 'playwright';
import { DIST } from '../pack/packages.ts';
import type { Steps } from './steps.ts';
import { copyExample } from './workshop.ts';

const SHOP = 'https://shop.example.com';
const API = 'https://callbacks.example.com';

export async function checkHtml(workshop: string, steps: Steps): Promise<void> {
  const folder = await steps.step('copy the element', () => copyElement(workshop));
  if (!isBrowserDeclined)
    await steps.step('the button works, and its form comes when it opens', () => inBrowser(folder));
}

function copyElement(workshop: string): string {
  const folder = copyExample(workshop, 'html');
  const filter = (path: string) => !path.includes('.d.ts');
  for (const name of ['ringback-button.js', 'ringback-button'])
    cpSync(join(DIST, 'react/dist', name), join(folder, name), { recursive: true, filter });
  return folder;
}

async function inBrowser(folder: string): Promise<void> {
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    await page.route(`${SHOP}/**`, (route) => route.fulfill({ path: fileOf(folder, route) }));
    await page.route(`${API}/**`, answerer());
    await checkPage(page);
  } finally {
    await browser.close();
  }
}

function fileOf(folder: string, route: Route): string {
  const { pathname } = new URL(route.request().url());
  return join(folder, extname(pathname) ? pathname : 'index.html');
}

/** What the page asks until a request is made. */
function answerer() {
  const client = createDemoClient({ delayMs: 0 });
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  return async (route: Route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers });
    if (pathname.endsWith('/eligibility'))
      return route.fulfill({ headers, json: await client.getEligibility('bicycle') });
    if (request.method() === 'POST') {
      const json = await client.createCallbackRequest(request.postDataJSON());
      return route.fulfill({ status: 201, headers, json });
    }
    return route.fulfill({ status: 404, headers });
  };
}

async function checkPage(page: Page): Promise<void> {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.addInitScript(() => localStorage.setItem('token', 'ama'));
  await page.goto(SHOP);
  const button = page.locator('ringback-button button:not([aria-disabled])');
  await button.waitFor();
  const early = loaded.filter((url) => /DialogPanel|phone|wholeClient/.test(url));
  if (early.length > 0) throw new Error(`Loaded before the form opens: ${early.join(', ')}`);
  await button.click();
  await page.getByLabel('Phone number').fill('024 234 5678');
  await page.getByLabel('Your name').fill('Ama Mensah');
  await page.getByRole('button', { name: 'Request callback' }).click();
  await page.getByText(/is on its way/).waitFor({ state: 'attached' });
}
