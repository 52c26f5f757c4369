/** What a seller sees, in every look. */
import { FULL } from '@ringback/testing/full.ts';
import { describe, test } from 'vitest';
import { judge, LOOKS } from '../support/looks.ts';
import { askForCall, buyer, freeListing, playing } from '../support/people.ts';
import { see, visit } from '../support/visit.ts';
import { WORDS } from '../support/words.ts';

const seller = await playing('seller');
const FIRST_BUYER = 11;

describe.each(LOOKS)('$name', (look) => {
  const words = WORDS[look.visit.language ?? 'en'];

  test('the seller’s desk and notifications', async () => {
    const person = await buyer(FIRST_BUYER + look.index);
    const request = await askForCall(person, await freeListing(person, seller), {
      message: 'Can you hold it until Friday?',
    });
    const page = await visit({ ...look.visit, as: seller, path: '/desk' });
    const { card: cardWords, inbox: inboxWords } = words.messages;
    const rows = page.locator('.cb-inbox-row');
    await see(rows.first()).toBeVisible();
    await judge(page, look, 'desk');
    if (!FULL) return;
    await page.getByRole('searchbox').fill(person.name);
    await see(rows.filter({ hasNotText: person.name })).toHaveCount(0);
    await rows.filter({ hasText: 'Can you hold it' }).click();
    const card = page.getByRole('article').filter({ hasText: 'Can you hold it' });
    await card.getByRole('button', { name: cardWords.decline }).click();
    await judge(page, look, 'declining');
    await card.getByRole('button', { name: cardWords.cancel }).click();
    await card.getByRole('link', { name: cardWords.call(person.name) }).click();
    await see(card.getByRole('group', { name: cardWords.outcome(person.name) })).toBeVisible();
    await judge(page, look, 'outcome');
    await page.goto('/market/desk?search=nobody+is+called+this');
    await see(page.getByText(inboxWords.noneFound)).toBeVisible();
    await judge(page, look, 'nothing-found');
    await page.goto('/market/desk/numbers');
    await see(page.getByRole('heading', { name: words.desk.numbers })).toBeVisible();
    await judge(page, look, 'numbers');
    await page.goto('/market/notifications');
    await see(page.getByRole('main').getByRole('link').first()).toBeVisible();
    await judge(page, look, 'notifications');
    await page.goto(`/market/desk/${request.id}`);
    await see(page.getByRole('heading', { level: 2, name: inboxWords.requestOf(person.name) })).toBeVisible();
    await judge(page, look, 'desk-detail');
  });
});
