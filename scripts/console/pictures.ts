/** Takes the pictures of docs/console.md. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { signedIn } from './signIn.ts';

const WINDOW = { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 2 };

/** What is shown, by the picture's name. */
const SCENES: Record<string, (page: Page) => Promise<unknown>> = {
  'console-overview': (page) => page.goto('/console/'),
  'console-request': async (page) => {
    await page.goto('/console/requests?status=completed');
    await page.locator('.row-link').first().click();
    await page.waitForURL(/requests\/[0-9a-f-]{36}/);
  },
  'console-deliveries': (page) => page.goto('/console/deliveries'),
};

/** Gives their names. */
export async function takeConsolePictures(
  browser: Browser,
  origin: string,
  folder: string,
): Promise<string[]> {
  const page = await signedIn(browser, origin, WINDOW);
  for (const [name, show] of Object.entries(SCENES)) {
    await show(page);
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    await page.locator('[class^=skeleton]').first().waitFor({ state: 'detached' });
    await page.screenshot({ path: join(folder, `${name}.png`) });
  }
  return Object.keys(SCENES);
}
