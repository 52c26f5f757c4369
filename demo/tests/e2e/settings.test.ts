/** The reader's settings: language, colours, and less motion. */
import { fullTest } from '@ringback/testing/fullTest.ts';
import type { Page } from 'playwright/test';
import { expect, test } from 'vitest';
import { findLost } from './support/judge.ts';
import { listingsOf, playing } from './support/people.ts';
import { PHONE, see, visit } from './support/visit.ts';
import { WORDS } from './support/words.ts';

const [buyer, seller] = await Promise.all([playing('buyer'), playing('seller')]);
const [listing] = await listingsOf(seller);
const path = `/listings/${listing?.id}`;

test('another language turns the page round at once, and stays after a reload', async () => {
  const page = await visit({ as: buyer, path, viewport: PHONE });
  const root = page.locator('html');
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByLabel('Language').selectOption('ar');
  const ask = page.getByRole('button', { name: WORDS.ar.messages.button.ask });
  await see(ask).toBeAttached();
  await page.reload();
  await see(ask).toBeVisible();
  await see(root).toHaveAttribute('lang', 'ar');
  await see(root).toHaveCSS('direction', 'rtl');
  expect(await findLost(page)).toEqual([]);
});

fullTest('dark colours are chosen against the system’s, and stay after a reload', async () => {
  const page = await visit({ path });
  const brightness = () =>
    page.evaluate<number>(`Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])`);
  expect(await brightness()).toBeGreaterThan(200);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await brightness()).toBeLessThan(60);
  await page.reload();
  expect(await brightness()).toBeLessThan(60);
});

fullTest('who wants less motion sees none', async () => {
  const [moving, still] = await Promise.all([
    longestMotion(await visit({ as: buyer, path, reducedMotion: 'no-preference' })),
    longestMotion(await visit({ as: buyer, path, reducedMotion: 'reduce' })),
  ]);
  expect(moving).toBeGreaterThan(50);
  expect(still).toBeLessThan(1);
});

/** In milliseconds, of all that moves on the page while its dialog is open. */
async function longestMotion(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Call me back' }).click();
  await see(page.getByLabel('Your name')).toBeVisible();
  return page.evaluate<number>(`Math.max(...[...document.querySelectorAll('*')].flatMap((element) => {
    const { animationDuration, transitionDuration } = getComputedStyle(element);
    return [animationDuration, transitionDuration].flatMap((list) => list.split(', ').map((time) => parseFloat(time) * 1000));
  }))`);
}
