/** A person's page: both sides, what stops them, and what reaches them. */
import { eventually } from '@ringback/testing/eventually.ts';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { openPage } from '../support/openPage.tsx';
import { PERSON, PERSON_DETAIL } from './fixtures.ts';

test('a search leads to a person, whose counts end at a thousand', async () => {
  const searchOperatorPeople = vi.fn(() => ({
    ...{ items: [PERSON], matched_by: 'name', partial: true, next_cursor: null },
  }));
  await openPage('/people?search=Ada', {
    answers: { searchOperatorPeople, getOperatorPerson: () => PERSON_DETAIL, listHolds: () => [] },
  });
  await expect.element(page.getByText('1,000+')).toBeVisible();
  await page.getByRole('button', { name: 'Search all' }).click();
  await eventually(() =>
    expect(searchOperatorPeople.mock.calls.at(-1)).toMatchObject([{ search: 'Ada', all: true }, {}]),
  );
  await page.getByRole('link', { name: 'Ada Okafor' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Ada Okafor' })).toBeVisible();
});

test('nothing is asked before something is typed', async () => {
  const searchOperatorPeople = vi.fn();
  await openPage('/people', { answers: { searchOperatorPeople } });
  await expect.element(page.getByText('Whom are you looking for?')).toBeVisible();
  expect(searchOperatorPeople).not.toHaveBeenCalled();
});

test('shows limits that are reached, settings, devices and blocks, and both sides', async () => {
  await openPage('/people/41', { answers: { getOperatorPerson: () => PERSON_DETAIL, listHolds: () => [] } });
  for (const text of ['22:00 – 07:00', 'new request', 'Yaw Boateng', 'a•••@example.com'])
    await expect.element(page.getByText(text, { exact: true }).first()).toBeVisible();
  await expect.element(page.getByText(/^10 of 10/).first()).toBeVisible();
  await expect.element(page.getByText(/^1 of no limit/).first()).toBeVisible();
  await expect.element(page.getByText(/No longer used: gone/)).toBeVisible();
  await page.getByRole('link', { name: /^Received/ }).click();
  await expect.element(page.getByText('No requests on this side')).toBeVisible();
});
