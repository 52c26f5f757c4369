/** Who may do what is clear before anyone tries. */
import { fullTest } from '@ringback/testing/fullTest.ts';
import { test } from 'vitest';
import { listingOfSellerWithoutPhone, listingsOf, playing } from './support/people.ts';
import { see, visit } from './support/visit.ts';

const [buyer, seller] = await Promise.all([playing('buyer'), playing('seller')]);
const [listing] = await listingsOf(seller);

test('nobody is signed in: the button leads to signing in, a page that needs it leads on', async () => {
  const page = await visit({ path: `/listings/${listing?.id}`, expectedErrors: /401/ });
  await page.getByRole('button', { name: 'Sign in to request a callback' }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Choose a demo user' })).toBeVisible();
  await page.goto('/market/requests');
  await page.getByRole('button', { name: /^Buyer/ }).click();
  await see(page.getByRole('heading', { level: 1, name: 'My requests' })).toBeVisible();
});

fullTest('one’s own listing has no button, and leads to the desk', async () => {
  const page = await visit({ as: seller, path: `/listings/${listing?.id}` });
  await see(page.getByText('This is your listing.')).toBeVisible();
  await see(page.getByRole('button', { name: 'Call me back' })).toHaveCount(0);
  await page.getByRole('main').getByRole('link', { name: 'Callbacks' }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Callbacks' })).toBeVisible();
});

fullTest('a seller who gives no number has no button, and it says why', async () => {
  const { id } = await listingOfSellerWithoutPhone();
  const page = await visit({ as: buyer, path: `/listings/${id}` });
  await see(page.getByText('This seller doesn’t take calls.')).toBeVisible();
  await see(page.getByRole('button', { name: 'Call me back' })).toHaveCount(0);
});
