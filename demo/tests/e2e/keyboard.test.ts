/** The buyer's way without a mouse. */
import { ENGINE } from '@ringback/testing/browser/others.ts';
import type { Page } from 'playwright/test';
import { expect, test } from 'vitest';
import { phoneRulesIn } from './support/form.ts';
import { readAccessibilityTree } from './support/judge.ts';
import { buyer, freeListing, playing } from './support/people.ts';
import { see, visit } from './support/visit.ts';

const seller = await playing('seller');

/** Presses Tab until that has the focus. */
async function tabTo(page: Page, target: ReturnType<Page['getByRole']>) {
  for (let presses = 0; presses < 60; presses++) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

test('Tab, Enter, arrows and Escape do it all, and the focus comes back', async () => {
  const me = await buyer(6);
  const listing = await freeListing(me, seller);
  const page = await visit({ as: me, path: `/listings/${listing.id}` });
  const ask = page.getByRole('button', { name: 'Call me back' });
  await see(ask).toBeEnabled();
  await page.keyboard.press('Tab');
  await see(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await see(page.getByRole('main')).toBeFocused();
  await tabTo(page, ask);
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: `Request a callback from ${seller.name}` });
  await see(dialog.getByRole('heading', { level: 2 })).toBeFocused();
  await see(dialog.getByLabel('Phone number')).toBeVisible();
  if (ENGINE === 'chromium') {
    const tree = await readAccessibilityTree(page); // over Chromium's own protocol
    expect(tree).toContain(`heading: Request a callback from ${seller.name}`);
    expect(tree).not.toContain(`heading: ${listing.title}`);
  }

  await phoneRulesIn(dialog.getByLabel('Phone number'));
  await tabTo(page, dialog.getByLabel('Phone number'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('024');
  await tabTo(page, dialog.locator('summary', { hasText: 'When should they call?' }));
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('radio', { name: 'Any time' }));
  await page.keyboard.press('ArrowDown');
  await see(dialog.getByRole('radio', { name: 'Morning' })).toBeChecked();
  // In Firefox the round leads through the browser's own bars, and Escape would leave the focus there.
  for (let presses = 0; ENGINE === 'chromium' && presses < 30; presses++) {
    await page.keyboard.press('Tab');
    expect(await page.locator('main :focus:not(dialog[open], dialog[open] *)').count()).toBe(0);
  }
  await page.keyboard.press('Escape');
  await see(dialog).toBeHidden();
  await see(ask).toBeFocused();

  await page.keyboard.press('Enter');
  await see(dialog.getByText('Any day · Morning')).toBeVisible();
  await tabTo(page, dialog.getByLabel('Your name'));
  await page.keyboard.press('Enter');
  await see(dialog.getByLabel('Phone number')).toBeFocused();
  await see(dialog.getByLabel('Phone number')).toHaveAccessibleDescription(/phone number is too short/);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('024 412 3462');
  await page.keyboard.press('Enter');
  await see(page.getByRole('dialog', { name: 'Your callback request' })).toBeVisible();
  await page.keyboard.press('Escape');
  await see(page.getByRole('button', { name: 'Callback requested' })).toBeFocused();
});
