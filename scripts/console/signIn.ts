/** A browser window that is signed in to the demo's console. */
import type { Browser, BrowserContextOptions, Page } from 'playwright';

export async function signedIn(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, locale: 'en-GB', ...options });
  const page = await context.newPage();
  await page.goto('/demo/console');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  return page;
}
