/** The API reference in every look, as it opens and with all that is folded open. */
import { FULL } from '@ringback/testing/full.ts';
import { describe, expect, test } from 'vitest';
import { judge, LOOKS } from '../support/looks.ts';
import { see, visit } from '../support/visit.ts';

describe.each(LOOKS)('$name', (look) => {
  test('the API reference', async () => {
    const page = await visit({ ...look.visit });
    await page.goto('/docs');
    await see(page.getByRole('heading', { level: 1, name: 'Ringback API reference' })).toBeVisible();
    await see(page.getByRole('navigation', { name: 'Contents' })).toBeVisible();
    await judge(page, look, 'reference');
    if (!FULL) return;
    await page.locator('#CallbackRequestDetail').getByText('Fields of history').click();
    await see(page.getByRole('rowheader', { name: 'to_status' })).toBeVisible();
    await page.evaluate(`for (const folded of document.querySelectorAll('details')) folded.open = true`);
    await judge(page, look, 'reference-open');
    await page.getByRole('navigation').getByRole('link', { name: 'Objects', exact: true }).click();
    expect(page.url()).toContain('#objects');
    await see(page.getByRole('heading', { level: 2, name: 'Objects' })).toBeInViewport();
  });
});
