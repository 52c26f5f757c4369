/** The seller's whole way at the desk. */
import { fullTest } from '@ringback/testing/fullTest.ts';
import { expect, test } from 'vitest';
import { chooseStatus, openRequest, rowsOf, searchFor } from './support/inbox.ts';
import { askForCall, buyer, bystander, clientOf, freeListing, playing } from './support/people.ts';
import { PHONE, see, visit } from './support/visit.ts';

const seller = await playing('seller');

fullTest('narrows the inbox by status, whose counts are right, and pages through it', async () => {
  const page = await visit({ as: seller, path: '/desk' });
  await see(rowsOf(page).first()).toBeVisible();
  await chooseStatus(page, /^Completed/);
  const tab = page.getByRole('group', { name: 'Status' }).getByText(/^Completed\s*\d+$/);
  const count = Number((await tab.innerText()).match(/\d+/)?.[0]);
  expect(count).toBeGreaterThan(20);
  await see(rowsOf(page).first().getByText('Completed')).toBeVisible();
  // Rows that are far from what is in sight are not in the page; the last one is where the button is.
  const last = page
    .getByRole('listitem')
    .filter({ has: page.locator('.cb-inbox-row') })
    .last();
  const place = async () => Number(await last.getAttribute('aria-posinset'));
  while ((await place()) < count) {
    const before = await place();
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(place).toBeGreaterThan(before);
  }
  expect(await place()).toBe(count);
  await see(page.getByRole('button', { name: 'Show more' })).toBeHidden();
});

test('finds a request, calls, notes the outcome, and sees it in the history', async () => {
  const person = await buyer(3);
  await askForCall(person, await freeListing(person, seller), {
    message: 'Does it come with a receipt?',
    requester_phone: '+233244123456',
  });
  const page = await visit({ as: seller, path: '/desk' });
  await searchFor(page, person);
  const card = await openRequest(page, 'Does it come with a receipt?');
  await see(card.getByText('Waiting')).toBeVisible();

  const call = card.getByRole('link', { name: `Call ${person.name}` });
  await see(call).toHaveAttribute('href', 'tel:+233244123456');
  await call.click();
  await see(card.getByText('You’ll call', { exact: true })).toBeVisible();
  await card
    .getByRole('group', { name: /How did the call/ })
    .getByRole('button', { name: 'No answer' })
    .click();
  await card.getByRole('button', { name: 'No plan yet' }).click();
  await see(page.getByText('Noted: no answer.').first()).toBeAttached();

  await chooseStatus(page, /^You’ll call/);
  await call.click();
  await card.getByRole('button', { name: 'We talked' }).click();
  await see(card.getByText('Completed', { exact: true })).toBeVisible();
  const detail = page.getByRole('region', { name: `Request from ${person.name}` });
  await see(detail.getByRole('list').last().getByRole('listitem')).toHaveText([
    /Completed|Seller called: we talked/,
    /Completed|Seller called: we talked/,
    /Seller called: no answer/,
    /Seen/,
    /Requested/,
  ]);
});

fullTest('declines with a reason, which the buyer reads', async () => {
  const person = await buyer(4);
  const { id } = await askForCall(person, await freeListing(person, seller), {
    message: 'Is it sold?',
  });
  const page = await visit({ as: seller, path: '/desk' });
  await searchFor(page, person);
  const card = await openRequest(page, 'Is it sold?');
  await card.getByRole('button', { name: 'Decline' }).click();
  await see(card.getByLabel('Reason (optional)')).toBeFocused();
  await page.keyboard.type('Sold this morning, sorry.');
  await card.getByRole('button', { name: 'Decline request' }).click();
  await see(card.getByRole('button', { name: 'Undo' })).toBeVisible();
  await see(card.getByText('You declined this request: Sold this morning, sorry.')).toBeVisible();
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

fullTest('on a phone, the call leads to the question about its outcome', async () => {
  const person = await bystander(20);
  await askForCall(person, await freeListing(person, seller), { message: 'When can you call?' });
  const page = await visit({ as: seller, path: '/desk', viewport: PHONE });
  await searchFor(page, person);
  const card = await openRequest(page, 'When can you call?');
  await see(page.getByRole('heading', { level: 2, name: `Request from ${person.name}` })).toBeFocused();
  await card.getByRole('link', { name: `Call ${person.name}` }).tap();
  await see(card.getByRole('group', { name: /How did the call/ })).toBeInViewport();
  await see(page.locator('.notice')).toHaveCount(0);
});
