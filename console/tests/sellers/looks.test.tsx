/** The sellers compared, as they look, in the order that one asks for, each leading to the person. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { testLooks } from '../support/looks.ts';
import { openPage } from '../support/openPage.tsx';
import { SELLERS } from './fixtures.ts';

testLooks({
  name: 'sellers',
  path: '/sellers',
  answers: { getSellerFigures: () => SELLERS },
  ready: 'Efua Mensah',
});

test('orders by what one presses, and leads to the seller with their requests', async () => {
  const asked: unknown[] = [];
  const getSellerFigures = (range: unknown) => {
    asked.push(range);
    return SELLERS;
  };
  const router = await openPage('/sellers', { answers: { getSellerFigures } });
  await page.getByRole('button', { name: 'Answer rate' }).click();
  await expect.poll(() => router.state.location.href).toBe('/sellers?sort=-answer_rate');
  await expect.poll(() => asked.at(-1)).toEqual({ sort: '-answer_rate', limit: 100 });
  await expect.element(page.getByText('(56.6% to 100%)')).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Kwame Addo' }))
    .toHaveAttribute('href', '/people/0198c000-0000-7000-8000-000000000101?tab=received');
});
