/** The seller's whole way at the desk. */
import type { Page } from 'playwright/test';
import { expect, test } from 'vitest';
import {
  askForCall,
  buyer,
  bystander,
  clientOf,
  freeListing,
  type Person,
  playing,
} from './support/people.ts';
import { PHONE, see, visit } from './support/visit.ts';

const seller = await playing('seller');

const cards = (page: Page) => page.getByRole('region', { name: 'Requests' }).getByRole('article');
const choose = (page: Page, status: RegExp) => page.getByRole('radio', { name: status }).check();

/** Searches for this person's requests and waits until nothing else is shown. */
async function search(page: Page, { name }: Person) {
  await page.getByRole('searchbox').fill(name);
  await see(cards(page).filter({ hasNotText: name })).toHaveCount(0);
}

test('narrows the inbox by status, whose counts are right, and pages through it', async () => {
  const page = await visit({ as: seller, path: '/desk' });
  await see(cards(page).first()).toBeVisible();
  await choose(page, /^Completed/);
  const tab = page.getByRole('group', { name: 'Status' }).getByText(/^Completed\s*\d+$/);
  const count = Number((await tab.innerText()).match(/\d+/)?.[0]);
  expect(count).toBeGreaterThan(20);
  await see(cards(page).first().getByText('Completed')).toBeVisible();
  while ((await cards(page).count()) < count) {
    const before = await cards(page).count();
    await page.getByRole('button', { name: 'Load more' }).click();
    await see(cards(page).nth(before)).toBeVisible();
  }
  await see(cards(page)).toHaveCount(count);
  await see(page.getByRole('button', { name: 'Load more' })).toBeHidden();
});

test('finds a request, calls, notes the outcome, and sees it in the history', async () => {
  const person = await buyer(3);
  await askForCall(person, await freeListing(person, seller), {
    message: 'Does it come with a receipt?',
    requester_phone: '+233244123456',
  });
  const page = await visit({ as: seller, path: '/desk' });
  await search(page, person);
  const card = cards(page).filter({ hasText: 'Does it come with a receipt?' });
  await see(card.getByText('Waiting')).toBeVisible();

  const call = card.getByRole('link', { name: `Call ${person.name}` });
  await see(call).toHaveAttribute('href', 'tel:+233244123456');
  await call.click();
  await see(card.getByText('Seller will call', { exact: true })).toBeVisible();
  await card
    .getByRole('group', { name: /How did the call/ })
    .getByRole('button', { name: 'No answer' })
    .click();
  await card.getByRole('button', { name: 'No plan yet' }).click();
  await see(page.getByText('Noted: no answer.').first()).toBeAttached();

  await choose(page, /^Seller will call/);
  await call.click();
  await card.getByRole('button', { name: 'We talked' }).click();
  await see(card).toBeHidden();
  await choose(page, /^Completed/);
  await page
    .getByRole('link', { name: `History of ${person.name}’s request` })
    .first()
    .click();
  const detail = page.getByRole('region', { name: `Request from ${person.name}` });
  await see(detail.getByRole('heading', { level: 2 })).toBeFocused();
  await see(detail.getByRole('list').last().getByRole('listitem')).toHaveText([
    /Requested/,
    /Seen/,
    /Seller called: no answer/,
    /Completed|Seller called: we talked/,
    /Completed|Seller called: we talked/,
  ]);
});

test('declines with a reason, which the buyer reads', async () => {
  const person = await buyer(4);
  const { id } = await askForCall(person, await freeListing(person, seller), {
    message: 'Is it sold?',
  });
  const page = await visit({ as: seller, path: '/desk' });
  await search(page, person);
  const card = cards(page).filter({ hasText: 'Is it sold?' });
  await card.getByRole('button', { name: 'Decline' }).click();
  await see(card.getByLabel('Reason (optional)')).toBeFocused();
  await page.keyboard.type('Sold this morning, sorry.');
  await card.getByRole('button', { name: 'Decline request' }).click();
  await see(card.getByRole('button', { name: 'Undo' })).toBeVisible();
  await see(card).toBeHidden();
  expect(await clientOf(person).getCallbackRequest(id)).toMatchObject({ status: 'cancelled' });

  const theirs = await visit({ as: person, path: '/requests' });
  await theirs
    .getByRole('button', { name: /Closed/ })
    .first()
    .click();
  await see(theirs.getByText('Sold this morning, sorry.').first()).toBeVisible();
  await theirs.getByRole('button', { name: /^Notifications: / }).click();
  await theirs
    .getByRole('link', { name: /declined/i })
    .first()
    .click();
  await see(theirs.getByRole('heading', { level: 1, name: 'Your request' })).toBeVisible();
});

test('on a phone, the call leads to the question about its outcome', async () => {
  const person = await bystander(20);
  await askForCall(person, await freeListing(person, seller), { message: 'When can you call?' });
  const page = await visit({ as: seller, path: '/desk', viewport: PHONE });
  await search(page, person);
  const card = cards(page).filter({ hasText: 'When can you call?' });
  await card.getByRole('link', { name: `Call ${person.name}` }).tap();
  await see(card.getByRole('group', { name: /How did the call/ })).toBeInViewport();
  await see(page.locator('.notice')).toHaveCount(0);
});
