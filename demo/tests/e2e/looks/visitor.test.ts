/** What is there for everyone, in every look. */
import { FULL } from '@ringback/testing/full.ts';
import { describe, test } from 'vitest';
import { judge, LOOKS } from '../support/looks.ts';
import { see, visit } from '../support/visit.ts';
import { WORDS } from '../support/words.ts';

describe.each(LOOKS)('$name', (look) => {
  const words = WORDS[look.visit.language ?? 'en'];

  test('listings, people, no such page, the menu', async () => {
    const page = await visit({ ...look.visit });
    await see(page.getByRole('main').getByRole('link').first()).toBeVisible();
    await judge(page, look, 'listings');
    if (!FULL) return;
    await page.getByRole('button', { name: words.account.settings }).click();
    await see(page.getByRole('dialog', { name: words.account.settings })).toBeVisible();
    await judge(page, look, 'menu');
    await page.goto('/market/people');
    await page.getByRole('searchbox').fill('Accra');
    await see(page.getByRole('heading', { name: words.people.everybody })).toBeVisible();
    await judge(page, look, 'people');
    await page.goto('/market/nowhere');
    await see(page.getByRole('heading', { name: words.states.missing.page.title })).toBeVisible();
    await judge(page, look, 'not-found');
  });
});
