/**
 * The looks that every page has, and how each is judged: nothing stands where it cannot be reached, and axe
 * finds nothing wrong. With RINGBACK_SCREENSHOTS=1 a picture of each page in each look is put into
 * .ringback/screenshots. The gate has two of the looks, and of each flow the first page.
 */
import { join } from 'node:path';
import { FULL } from '@ringback/testing/full.ts';
import type { Page } from 'playwright/test';
import { expect } from 'vitest';
import { type AxeRules, findLost, findViolations } from './judge.ts';
import { DESKTOP, PHONE, type Visit } from './visit.ts';

interface Look {
  name: string;
  index: number;
  visit: Visit;
  /** Most rules are about what all looks have in common; each is checked where it may be broken. */
  axe: AxeRules | 'none';
}

const SCREENSHOTS = join(import.meta.dirname, '../../../../.ringback/screenshots');

const EVERY_LOOK: Look[] = [
  { name: 'wide', index: 0, visit: { viewport: DESKTOP }, axe: 'all' },
  { name: 'dark phone', index: 1, visit: { viewport: PHONE, colorScheme: 'dark' }, axe: 'contrast' },
  { name: 'Arabic phone', index: 2, visit: { viewport: PHONE, language: 'ar' }, axe: 'all but contrast' },
  // 400 % of a wide window, 200 % of a tablet's.
  { name: 'enlarged', index: 3, visit: { viewport: { width: 320, height: 512 } }, axe: 'none' },
];

export const LOOKS = FULL ? EVERY_LOOK : EVERY_LOOK.slice(0, 2);

/** Judges what is shown. */
export async function judge(page: Page, { name: look, axe }: Look, state: string): Promise<void> {
  if (process.env.RINGBACK_SCREENSHOTS) await keepPicture(page, join(SCREENSHOTS, look, `${state}.png`));
  expect.soft(await findLost(page), state).toEqual([]);
  if (axe !== 'none') expect.soft(await findViolations(page, axe), state).toEqual([]);
}

/** Without the strip that a scroll bar would take. */
async function keepPicture(page: Page, path: string): Promise<void> {
  const width = await page.evaluate<number>('document.body.clientWidth');
  const height = page.viewportSize()?.height ?? 0;
  await page.screenshot({ path, clip: { x: 0, y: 0, width, height } });
}
