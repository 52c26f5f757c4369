/** The example of other looks: hosts' own parts in place of ours, each in a browser. */
import { extname, join } from 'node:path';
import { isBrowserDeclined, launchOptions } from '@ringback/testing/browser/find.ts';
import { chromium, type Page } from 'playwright';
import { run } from '../run.ts';
import type { Steps } from './steps.ts';
import { installExample } from './workshop.ts';

const HOST = 'https://shop.example.com';
const PAGES = ['tailwind', 'mui', 'bootstrap'];
/** The call is a link, and stays ours. */
const OURS = 'button.cb-button, .cb-badge, .cb-input';

export async function checkLooks(workshop: string, steps: Steps): Promise<void> {
  const folder = await steps.step('install', () => installExample(workshop, 'looks'));
  await steps.step('type check', () => run('npm', ['run', 'check'], { cwd: folder }));
  await steps.step('build', () => run('npm', ['run', 'build'], { cwd: folder }));
  if (isBrowserDeclined) return;
  for (const name of PAGES)
    await steps.step(`${name}: button, form and card are the host's`, () =>
      inBrowser(join(folder, 'dist'), name),
    );
}

async function inBrowser(folder: string, name: string): Promise<void> {
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    await page.route(`${HOST}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill({ path: join(folder, extname(pathname) ? pathname : `${name}.html`) });
    });
    await page.goto(`${HOST}/${name}.html`);
    await requestCallback(page);
  } finally {
    await browser.close();
  }
}

/** As the buyer; then the seller's inbox on the same page has the request. */
async function requestCallback(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Call me back' }).click();
  await page.getByLabel('Phone number').fill('024 234 5678');
  await page.getByLabel('Your name').fill('Ama Mensah');
  const ours = await page.locator(OURS).count();
  if (ours > 0) throw new Error(`${ours} of our parts are on the page: ${OURS}.`);
  await page.getByRole('button', { name: 'Request callback' }).click();
  await page.getByText('Ama Mensah').first().waitFor();
}
