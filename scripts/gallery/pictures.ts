/** Takes a picture of each component, as the gallery shows it first. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launchOptions } from '@ringback/testing/browser/find.ts';
import { type Browser, chromium, type Page } from 'playwright';

const VIEWPORT = { width: 480, height: 760 };

/** Writes `<folder>/<component>.png` and returns the components. */
export async function takePictures(origin: string, folder: string): Promise<string[]> {
  const browser = await chromium.launch(launchOptions());
  try {
    const looks = await readLooks(await browser.newPage(), origin);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [component, look] of looks) {
      const path = join(folder, `${component}.png`);
      await takePicture(browser, `${origin}/look.html?look=${look}`, path);
    }
    return looks.map(([component]) => component);
  } finally {
    await browser.close();
  }
}

/** The components and the state that shows each, as the gallery's contents have them. */
async function readLooks(page: Page, origin: string): Promise<[component: string, look: string][]> {
  await page.goto(origin);
  await page.locator('nav a').first().waitFor();
  const links = await page.locator('nav a').all();
  return Promise.all(
    links.map(async (link) => [
      String(await link.getAttribute('href')).slice(1),
      String(await link.getAttribute('data-look')),
    ]),
  );
}

/** What a dialog darkens belongs to it; otherwise the picture ends where the component does. */
async function takePicture(browser: Browser, address: string, path: string): Promise<void> {
  const page = await browser.newPage({ viewport: VIEWPORT, locale: 'en-GB', reducedMotion: 'reduce' });
  await page.goto(address, { waitUntil: 'networkidle' });
  const hasDialog = (await page.locator('dialog[open]').count()) > 0;
  await (hasDialog ? page : page.locator('main')).screenshot({ path, animations: 'disabled' });
  await page.close();
}
