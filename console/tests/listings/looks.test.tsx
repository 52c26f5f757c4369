/** Listings and categories compared, as they look; a listing leads to its requests, a category to its listings and figures. */
import type { ListingFigure, ListingFigures } from '@ringback/client';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { SWITCHES } from '../policy/fixtures.ts';
import { SELLERS } from '../sellers/fixtures.ts';
import { testLooks } from '../support/looks.ts';
import { openPage } from '../support/openPage.tsx';

const figuresOf = (number: number, names: Pick<ListingFigure, 'id' | 'name' | 'category'>): ListingFigure => {
  const { id: _, ...figures } = SELLERS.items[number] as ListingFigures['items'][number];
  return { ...figures, ...names };
};

const LISTING_ID = '0198c000-0000-7000-8000-000000000201';
const LISTINGS: ListingFigures = {
  ...{ by: 'listing', from: '2026-11-01', to: '2026-11-30', count: 2 },
  items: [
    figuresOf(0, { id: LISTING_ID, name: 'Canoe, two paddles', category: 'Boats' }),
    figuresOf(2, { id: '0198c000-0000-7000-8000-000000000202', name: null, category: null }),
  ],
};
const CATEGORIES: ListingFigures = {
  ...LISTINGS,
  by: 'category',
  items: [
    figuresOf(0, { id: 'Boats', name: 'Boats', category: 'Boats' }),
    figuresOf(1, { id: 'none', name: null, category: null }),
  ],
};

const answers = {
  getListingFigures: (query?: { by?: string | undefined }) =>
    query?.by === 'category' ? CATEGORIES : LISTINGS,
  listSwitches: () => SWITCHES,
};

testLooks({ name: 'listings', path: '/listings', answers, ready: 'Canoe, two paddles' });
testLooks({ name: 'categories', path: '/listings?tab=category', answers, ready: 'No category' });

test('listings are ordered and narrowed by the address, and lead to their requests', async () => {
  const asked: unknown[] = [];
  const getListingFigures = (query: unknown) => {
    asked.push(query);
    return LISTINGS;
  };
  const router = await openPage('/listings?category=Boats', { answers: { ...answers, getListingFigures } });
  await page.getByRole('button', { name: 'Contact rate' }).click();
  await expect.poll(() => router.state.location.href).toBe('/listings?category=Boats&sort=-contact_rate');
  await expect.poll(() => asked.at(-1)).toEqual({ category: 'Boats', sort: '-contact_rate', limit: 100 });
  await expect
    .element(page.getByRole('link', { name: 'Canoe, two paddles' }))
    .toHaveAttribute('href', `/requests?search=${LISTING_ID}`);
});

test('a category leads to its listings, of the same days, and to its figures', async () => {
  await openPage('/listings?tab=category&from=2026-11-01&to=2026-11-30', { answers });
  await expect
    .element(page.getByRole('link', { name: 'Boats', exact: true }))
    .toHaveAttribute('href', '/listings?from=2026-11-01&to=2026-11-30&category=Boats');
  await expect
    .element(page.getByRole('link', { name: 'Figures of Boats' }))
    .toHaveAttribute('href', '/?category=Boats&from=2026-11-01&to=2026-11-30');
});
