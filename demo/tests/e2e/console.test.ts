/** From the marketplace to the operator's console, and into a page of it. */
import { test } from 'vitest';
import { see, visit } from './support/visit.ts';

test('the operator gets into the console by a link that works once, and stays signed in', async () => {
  const page = await visit({ path: '/people' });
  await page.getByRole('link', { name: /^Operator/ }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.reload();
  await see(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await see(page.getByPlaceholder('Search or jump to…')).toBeFocused();
  await page.keyboard.type('audit');
  await page.keyboard.press('Enter');
  await see(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();
  await see(page.getByRole('row', { name: /Signed in/ }).first()).toBeVisible();
});
