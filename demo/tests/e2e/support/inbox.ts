/** What a seller does at the desk. */
import type { Locator, Page } from 'playwright/test';
import type { Person } from './people.ts';
import { see } from './visit.ts';

export const rowsOf = (page: Page): Locator =>
  page.getByRole('region', { name: 'Callback requests' }).locator('.cb-inbox-row');

export const chooseStatus = (page: Page, status: RegExp) => page.getByRole('radio', { name: status }).check();

/** Searches for this person's requests and waits until nothing else is listed. */
export async function searchFor(page: Page, { name }: Person): Promise<void> {
  await page.getByRole('searchbox').fill(name);
  await see(rowsOf(page).filter({ hasNotText: name })).toHaveCount(0);
}

/** Opens the request with this text; its card. */
export async function openRequest(page: Page, text: string): Promise<Locator> {
  await rowsOf(page).filter({ hasText: text }).click();
  return page.getByRole('article').filter({ hasText: text });
}
