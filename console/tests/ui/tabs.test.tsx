/** Tabs are links, and exactly one of them is the present one, whatever else the address holds. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Tabs } from '../../src/ui/Tabs.tsx';
import { openUi } from '../support/openUi.tsx';

const tabs = (
  <Tabs
    label="Parts"
    tabs={[
      { id: 'first', label: 'First' },
      { id: 'second', label: 'Second' },
    ]}
  />
);
const current = () =>
  [...document.querySelectorAll('.tabs [aria-current]')].map(({ textContent }) => textContent);

test('the first is shown without a word in the address, the others by theirs', async () => {
  const router = await openUi(tabs, { path: '/?status=open' });
  await expect.element(page.getByRole('link', { name: 'First' })).toBeVisible();
  expect(current()).toEqual(['First']);
  await page.getByRole('link', { name: 'Second' }).click();
  await expect.poll(current).toEqual(['Second']);
  expect(router.state.location.searchStr).toBe('?status=open&tab=second');
});
