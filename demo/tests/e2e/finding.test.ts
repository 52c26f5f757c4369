/** Nobody gets lost: back after signing in, what is not there, pages without a connection. */
import { expect, test } from 'vitest';
import { listingsOf, playing } from './support/people.ts';
import { see, visit } from './support/visit.ts';

const [buyer, seller] = await Promise.all([playing('buyer'), playing('seller')]);
const [listing] = await listingsOf(seller);
const path = `/listings/${listing?.id}`;

test('signing in leads back to the listing, by the button and by the header', async () => {
  const page = await visit({ path, expectedErrors: /401/ });
  await page.getByRole('button', { name: 'Sign in to request a callback' }).click();
  await page.getByRole('button', { name: /^Buyer/ }).click();
  await see(page.getByRole('heading', { level: 1, name: listing?.title ?? '' })).toBeVisible();
  await see(page.getByRole('button', { name: `Signed in as ${buyer.name}` })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`/market${path}`);

  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/market/?search=bicycle');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('searchbox', { name: 'Search by name or city' }).fill(buyer.name);
  await page
    .getByRole('region', { name: 'All demo users' })
    .getByRole('button', { name: buyer.name })
    .click();
  await see(page.getByRole('searchbox', { name: 'Search listings' })).toHaveValue('bicycle');
});

test('signing in from the first page leads to where the person is needed', async () => {
  const page = await visit();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /^Seller/ }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Callbacks' })).toBeVisible();
});

test.each([
  ['/nowhere', 'Page not found'],
  ['/listings/00000000-0000-4000-8000-000000000000', 'Listing not found'],
  ['/listings/x', 'Listing not found'],
  ['/requests/00000000-0000-4000-8000-000000000000', 'Request not found'],
])('%s is not there, says so and leads on', async (missing, title) => {
  const page = await visit({ as: buyer, path: missing, expectedErrors: /40[04]|422/ });
  await see(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await see(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await page.getByRole('main').getByRole('link', { name: 'Browse listings' }).click();
  await see(page.getByRole('searchbox', { name: 'Search listings' })).toBeVisible();
});

/** Opens the first listing right after what was typed has come to rest, before what React leaves for afterwards. */
const CLICK_AT_REST = `{
  const { setTimeout } = window;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => document.querySelector('a.tile').click();
  const afterRendering = () => queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => port2.postMessage(0))));
  window.setTimeout = (work, ms) => setTimeout(() => { work(); if (ms === 250) afterRendering(); }, ms);
}`;

test('a tap on a listing at the moment when the search comes to rest opens it', async () => {
  const page = await visit();
  await see(page.locator('a.tile').first()).toBeVisible();
  await page.evaluate(CLICK_AT_REST);
  await page.getByRole('searchbox', { name: 'Search listings' }).fill('phone');
  await page.waitForURL('**/market/listings/*');
  await see(page.getByRole('button', { name: 'Sign in to request a callback' })).toBeVisible();
});

const LAZY = /(Requests|Request|Desk|Notifications|Preferences)Page-/;
const LOADED = `performance.getEntriesByType('resource').filter(({ name }) => /\\/${LAZY.source}/.test(name)).length`;

test('pages that were never visited open without a connection, and say that it is missing', async () => {
  const page = await visit({ as: buyer, expectedErrors: /ERR_INTERNET_DISCONNECTED/ });
  await expect.poll(() => page.evaluate<number>(LOADED), { timeout: 20_000 }).toBeGreaterThanOrEqual(5);
  await page.context().setOffline(true);
  for (const name of ['My requests', 'Callbacks']) {
    await page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name }).click();
    await see(page.getByRole('heading', { level: 1, name })).toBeVisible();
  }
  await see(page.getByText('You’re offline.').first()).toBeVisible();
});

test('who saves data loads a page when it is visited; without a connection the page says so', async () => {
  const page = await visit({
    ...{ as: buyer, savesData: true },
    expectedErrors: /ERR_INTERNET_DISCONNECTED|dynamically imported/,
  });
  await see(page.locator('.tile').first()).toBeVisible();
  await page.evaluate('new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))');
  await page.context().setOffline(true);
  await page
    .getByRole('navigation', { name: 'Main' })
    .first()
    .getByRole('link', { name: 'My requests' })
    .click();
  await see(page.getByText('You’re offline, and this page hasn’t loaded yet.')).toBeVisible();
});
