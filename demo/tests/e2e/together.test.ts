/** Two browsers side by side: what one person does, the other sees at once, without doing anything. */
import { test } from 'vitest';
import { fillPhone } from './support/form.ts';
import { openRequest, rowsOf } from './support/inbox.ts';
import { buyer, freeListing, playing } from './support/people.ts';
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
