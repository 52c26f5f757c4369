/** Two browsers side by side: what one person does, the other sees at once, without doing anything. */
import { test } from 'vitest';
import { fillPhone } from './support/form.ts';
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
  const card = right
    .getByRole('region', { name: 'Requests' })
    .getByRole('article', { name: me.name })
    .filter({
      hasText: 'Are you there on Sunday?',
    });
  await see(right.getByRole('article').first()).toBeVisible();

  await left.getByRole('button', { name: 'Call me back' }).click();
  await fillPhone(left.getByLabel('Phone number'), '024 412 3461');
  await left.getByLabel('Message').fill('Are you there on Sunday?');
  await left.getByRole('button', { name: 'Request callback' }).click();
  const request = left.getByRole('dialog', { name: 'Your callback request' });
  await see(request.getByText('Waiting')).toBeVisible();

  await seeAtOnce(card).toBeVisible();
  await card.getByRole('button', { name: 'I’ll call' }).click();
  await seeAtOnce(request.getByText('Seller will call', { exact: true })).toBeVisible();
  await see(left.getByText('The seller saw your request and will call you.').first()).toBeVisible();

  await right.getByRole('radio', { name: /^You’ll call/ }).check();
  await see(card).toBeVisible();
  await request.getByRole('button', { name: 'Withdraw request' }).click();
  await see(request.getByText('You withdrew this request.')).toBeVisible();
  await see(card).toBeHidden();
});
