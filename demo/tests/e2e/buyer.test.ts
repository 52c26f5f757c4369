/** The buyer's whole way, on a small phone. */
import { fullTest } from '@ringback/testing/fullTest.ts';
import { expect, test } from 'vitest';
import { fillPhone } from './support/form.ts';
import { askForCall, buyer, clientOf, freeListing, playing } from './support/people.ts';
import { PHONE, see, visit } from './support/visit.ts';

const seller = await playing('seller');

test('finds a listing, requests a callback, edits the number, withdraws', async () => {
  const me = await buyer(0);
  const listing = await freeListing(me, seller);
  const page = await visit({ as: me, viewport: PHONE });
  await page.getByRole('searchbox', { name: 'Search listings' }).fill(listing.title);
  await see(page.locator('a.tile').filter({ hasNotText: listing.title })).toHaveCount(0);
  await page.getByRole('link', { name: listing.title }).first().tap();
  await see(page.getByRole('heading', { level: 1, name: listing.title })).toBeVisible();

  await page.getByRole('button', { name: 'Call me back' }).tap();
  const dialog = page.getByRole('dialog', { name: `Request a callback from ${seller.name}` });
  await see(dialog.getByLabel('Your name')).toHaveValue(me.name);
  const phone = dialog.getByLabel('Phone number');
  await fillPhone(phone, '024');
  await dialog.getByLabel('Message').fill('Could I see it on Saturday?');
  await dialog.getByRole('button', { name: 'Request callback' }).tap();
  await see(phone).toBeFocused();
  await see(phone).toHaveAccessibleDescription(/phone number is too short/);

  await fillPhone(phone, '024 412 3456');
  await see(dialog.getByText('phone number is too short')).toBeHidden();
  await dialog.getByRole('button', { name: 'Request callback' }).tap();
  const request = page.getByRole('dialog', { name: 'Your callback request' });
  await see(request.getByText('The seller will call you.')).toBeVisible();
  await request.getByRole('button', { name: 'Close' }).tap();
  await see(page.getByRole('button', { name: 'Callback requested' })).toBeFocused();

  await page.getByRole('link', { name: 'My requests' }).tap();
  const item = page.getByRole('article', { name: listing.title });
  await see(item.getByText('Waiting')).toBeVisible();
  await item.getByRole('button', { name: 'Edit request' }).tap();
  await fillPhone(item.getByLabel('Phone number'), '024 412 3457');
  await item.getByRole('button', { name: 'Save changes' }).tap();
  await see(item.getByRole('button', { name: 'Edit request' })).toBeVisible();
  const [sent] = (await clientOf(seller).listCallbackRequests({ as: 'seller', search: me.name })).items;
  expect(sent).toMatchObject({ requester_phone: '+233244123457', message: 'Could I see it on Saturday?' });

  await item.getByRole('button', { name: 'Withdraw request' }).tap();
  await see(item.getByRole('button', { name: 'Undo' })).toBeVisible();
  await see(item.getByText('You withdrew this request.')).toBeVisible();
  await item.getByRole('button', { name: 'Show history' }).tap();
  const history = item.getByRole('region', { name: 'History' }).getByRole('listitem');
  await see(history).toHaveText([/Withdrawn/, /Request edited/, /Requested/]);
});

fullTest('a second attempt, from a page that does not know of the first, leads to the first', async () => {
  const me = await buyer(1);
  const listing = await freeListing(me, seller);
  const path = `/listings/${listing.id}`;
  const page = await visit({ as: me, path, viewport: PHONE, expectedErrors: /409/ });
  await page.getByRole('button', { name: 'Call me back' }).tap();
  const form = page.getByRole('dialog', { name: `Request a callback from ${seller.name}` });
  await fillPhone(form.getByLabel('Phone number'), '024 412 3459');
  const first = await askForCall(me, listing, { message: 'From the other window' });
  await form.getByRole('button', { name: 'Request callback' }).tap();
  await see(page.getByRole('dialog', { name: 'Your callback request' })).toBeVisible();
  await see(page.getByText('You’ve already requested a callback today.').first()).toBeAttached();
  const { items } = await clientOf(me).listCallbackRequests({ as: 'buyer', limit: 1 });
  expect(items).toMatchObject([{ id: first.id, message: 'From the other window' }]);
});

fullTest('without a connection it says so and keeps what was typed; connected again it is sent', async () => {
  const me = await buyer(2);
  const listing = await freeListing(me, seller);
  const path = `/listings/${listing.id}`;
  const page = await visit({ as: me, path, viewport: PHONE, expectedErrors: /ERR_INTERNET_DISCONNECTED/ });
  await page.getByRole('button', { name: 'Call me back' }).tap();
  const dialog = page.getByRole('dialog', { name: `Request a callback from ${seller.name}` });
  await fillPhone(dialog.getByLabel('Phone number'), '024 412 3460');
  await dialog.getByLabel('Message').fill('I am in the tunnel');
  await page.context().setOffline(true);
  await see(dialog.getByText('You’re offline. We’ve kept what you typed.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Request callback' }).tap();
  await dialog.getByRole('button', { name: 'Close' }).tap();
  await see(page.getByText('You’re offline. This page may be out of date.')).toBeVisible();

  await page.context().setOffline(false);
  await see(page.getByText('You’re offline')).toBeHidden();
  await page.getByRole('button', { name: 'Call me back' }).tap();
  await see(dialog.getByLabel('Message')).toHaveValue('I am in the tunnel');
  await see(dialog.getByLabel('Phone number')).toHaveValue('024 412 3460');
  await dialog.getByRole('button', { name: 'Request callback' }).tap();
  await see(page.getByRole('dialog', { name: 'Your callback request' })).toBeVisible();
});
