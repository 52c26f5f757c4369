/** Filters live in the address: read from it with a schema, changed in it, dropped from it. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react/pure';
import { dayBefore, today } from '../../src/ui/days.ts';
import { FilterBar } from '../../src/ui/FilterBar.tsx';
import { param, searchOf } from '../../src/ui/search.ts';
import { findViolations } from '../support/looks.ts';
import { openUi } from '../support/openUi.tsx';

const SEARCH = {
  search: param.text(),
  status: param.oneOf(['open', 'closed']),
  from: param.day(),
  to: param.day(),
};
const bar = (
  <FilterBar
    search={{ label: 'Search', hint: 'Name or number' }}
    choices={[
      {
        name: 'status',
        label: 'Status',
        options: [
          { value: 'open', label: 'Open' },
          { value: 'closed', label: 'Closed' },
        ],
      },
    ]}
    period="any"
  />
);
const open = (path: string) => openUi(bar, { path, validateSearch: searchOf(SEARCH) });

test('what an address holds and the page does not know is dropped', () => {
  expect(
    searchOf(SEARCH)({ search: ' kofi ', status: 'lost', from: '2026-02-31x', to: '2026-11-30', other: '1' }),
  ).toEqual({ search: 'kofi', to: '2026-11-30' });
});

test('shows what the address has', async () => {
  await open('/?status=closed&from=2026-11-01&to=2026-11-05&search=kofi');
  await expect.element(page.getByRole('searchbox')).toHaveValue('kofi');
  await expect.element(page.getByRole('combobox', { name: 'Status' })).toHaveValue('closed');
  await expect.element(page.getByLabelText('From')).toHaveValue('2026-11-01');
  await expect.element(page.getByLabelText('To')).toHaveValue('2026-11-05');
  expect(await findViolations()).toEqual([]);
});

test('writes what one chooses into the address, and clears it', async () => {
  const router = await open('/');
  await page.getByRole('combobox', { name: 'Status' }).selectOptions('open');
  await page.getByRole('combobox', { name: 'Period' }).selectOptions('Last 7 days');
  const from = dayBefore(today('Africa/Accra'), 6);
  await expect.poll(() => router.state.location.searchStr).toBe(`?status=open&from=${from}`);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => router.state.location.searchStr).toBe('');
});

test('searches when one stops typing', async () => {
  const router = await open('/?status=open');
  await page.getByRole('searchbox').click();
  await userEvent.keyboard('+233 20');
  await expect.poll(() => router.state.location.searchStr).toBe('?status=open&search=%2B233+20');
});

test('a search that was not sent before one left does not reach the next page', async () => {
  const router = await open('/');
  await page.getByRole('searchbox').click();
  await userEvent.keyboard('kofi');
  await cleanup();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(router.state.location.searchStr).toBe('');
});
