/** From what the person on the phone can name to the request: the search, its filters, and what it says of itself. */

import { CallbackError, type SearchOperatorRequests } from '@ringback/client';
import { eventually } from '@ringback/testing/eventually.ts';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openPage } from '../support/openPage.tsx';
import { DETAIL, REQUESTS } from './fixtures.ts';

const found = (answer: object = {}) =>
  vi.fn((_query?: SearchOperatorRequests) => ({
    ...{ items: REQUESTS, matched_by: null, partial: false, next_cursor: null },
    ...answer,
  }));

test('a number typed into the palette leads to the request and the answer', async () => {
  const searchOperatorRequests = found({ items: REQUESTS.slice(0, 1), matched_by: 'phone_ending' });
  const router = await openPage('/people', {
    answers: { searchOperatorRequests, getOperatorRequest: () => DETAIL },
  });
  await expect.element(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByPlaceholder('Search or jump to…')).toHaveFocus();
  await userEvent.keyboard('020 7946 0123{Enter}');
  await expect.element(page.getByText('Found by how the phone number ends.')).toBeVisible();
  expect(searchOperatorRequests.mock.calls.at(-1)?.[0]).toMatchObject({ search: '020 7946 0123' });
  await page.getByRole('link', { name: 'Road bike, 56 cm' }).click();
  await expect.element(page.getByText('No. Kwame Addo hasn’t logged a call.')).toBeVisible();
  expect(router.state.location.pathname).toBe(`/requests/${DETAIL.id}`);
});

test('filters are in the address, and go to the API', async () => {
  const searchOperatorRequests = found();
  const router = await openPage('/requests?country=GH&from=2026-11-01', {
    answers: { searchOperatorRequests },
  });
  await page.getByRole('combobox', { name: 'Status' }).selectOptions('Expired');
  await page.getByRole('combobox', { name: 'Delivery' }).selectOptions('Failed');
  await eventually(() =>
    expect(searchOperatorRequests.mock.calls.at(-1)?.[0]).toMatchObject({
      ...{ status: 'expired', channel_state: 'failed', country: 'GH', from: '2026-11-01T00:00:00.000Z' },
    }),
  );
  expect(router.state.location.search).toMatchObject({ status: 'expired', channel_state: 'failed' });
});

test('a search that was cut short offers to search all', async () => {
  const searchOperatorRequests = found({ partial: true, matched_by: 'name' });
  await openPage('/requests?search=Ama', { answers: { searchOperatorRequests } });
  await page.getByRole('button', { name: 'Search all' }).click();
  await eventually(() => expect(searchOperatorRequests.mock.calls.at(-1)?.[0]).toMatchObject({ all: true }));
});

test('what is not found says what to try', async () => {
  await openPage('/requests?search=zzz', { answers: { searchOperatorRequests: found({ items: [] }) } });
  await expect.element(page.getByText('No request found')).toBeVisible();
});

test('a viewer who searches by number reads that it is not theirs', async () => {
  const searchOperatorRequests = () => {
    throw new CallbackError(
      'forbidden',
      'Only an operator with the role support may search by phone number.',
    );
  };
  await openPage('/requests?search=0123', { answers: { searchOperatorRequests }, role: 'viewer' });
  await expect.element(page.getByText('You don’t have access to this')).toBeVisible();
});
