/** Several browsers side by side: what one person does, the others see at once, without doing anything. */
import { expect, test } from 'vitest';
import { fillPhone } from './support/form.ts';
import { openRequest, rowsOf } from './support/inbox.ts';
import { askForCall, buyer, freeListing, playing } from './support/people.ts';
import { see, seeAtOnce, visit } from './support/visit.ts';

const seller = await playing('seller');

test('the request shows at the desk, its acknowledgement at the listing, the withdrawal at the desk', async () => {
  const me = await buyer(5);
  const listing = await freeListing(me, seller);
  const [left, right] = await Promise.all([
    visit({ as: me, path: `/listings/${listing.id}` }),
    visit({ as: seller, path: '/desk' }),
  ]);
  const message = 'Are you there on Sunday?';
  const row = rowsOf(right).filter({ hasText: message });
  await see(rowsOf(right).first()).toBeVisible();

  await left.getByRole('button', { name: 'Call me back' }).click();
  await fillPhone(left.getByLabel('Phone number'), '024 412 3461');
  await left.getByLabel('Message').fill(message);
  await left.getByRole('button', { name: 'Request callback' }).click();
  const request = left.getByRole('dialog', { name: 'Your callback request' });
  await see(request.getByText('Waiting')).toBeVisible();

  await seeAtOnce(right.getByRole('button', { name: /new$/ })).toBeVisible();
  await see(row).toBeHidden();
  await right.getByRole('button', { name: /new$/ }).click();
  const card = await openRequest(right, message);
  await card.getByRole('button', { name: 'I’ll call' }).click();
  await seeAtOnce(request.getByText('Seller will call', { exact: true })).toBeVisible();
  await see(left.getByText('The seller saw your request and will call you.').first()).toBeVisible();

  await right.getByRole('radio', { name: /^You’ll call/ }).check();
  await see(row).toBeVisible();
  await request.getByRole('button', { name: 'Withdraw request' }).click();
  await see(request.getByText('You withdrew this request.')).toBeVisible();
  await see(card.getByText('The buyer withdrew this request.')).toBeVisible(); // after the seconds for an undo
  await see(row.getByText('Closed')).toBeVisible();
});

test('while a seller writes, another window and a buyer change the list: nothing moves, nothing is lost', async () => {
  for (const number of [10, 13, 14]) {
    const person = await buyer(number);
    await askForCall(person, await freeListing(person, seller), { message: 'May I see it?' });
  }
  const me = await buyer(9);
  const listing = await freeListing(me, seller);
  const [shop, desk, beside] = await Promise.all([
    visit({ as: me, path: `/listings/${listing.id}` }),
    visit({ as: seller, path: '/desk' }),
    visit({ as: seller, path: '/desk' }),
  ]);
  const third = rowsOf(desk).nth(2);
  const reason = desk.getByLabel('Reason (optional)');
  const id = await third.getAttribute('data-request');
  await rowsOf(desk).first().click();
  await desk.getByRole('button', { name: 'Decline' }).click();
  await reason.fill('I am still wri');
  await third.hover();
  const place = await third.boundingBox();

  await beside.locator(`[data-request="${id}"]`).click();
  await shop.getByRole('button', { name: 'Call me back' }).click();
  await fillPhone(shop.getByLabel('Phone number'), '024 412 3465');
  await beside.getByRole('article').getByRole('button', { name: 'I’ll call' }).click();
  await seeAtOnce(third.getByText('You’ll call')).toBeVisible();
  await shop.getByRole('button', { name: 'Request callback' }).click();
  await seeAtOnce(desk.getByRole('button', { name: /new$/ })).toBeVisible();
  expect(await third.boundingBox()).toEqual(place);
  await reason.pressSequentially('ting');
  await see(reason).toHaveValue('I am still writing');
});
