/** The overview as it looks, and what it says of the system and of what is off. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { SWITCHES } from '../policy/fixtures.ts';
import type { Answers } from '../support/fixtures.ts';
import { testLooks } from '../support/looks.ts';
import { openPage } from '../support/openPage.tsx';
import { ALERT, OVERVIEW, SYSTEM, TODAY } from './fixtures.ts';

const answers: Answers = {
  getOverview: (query) => (query?.days === 1 ? TODAY : OVERVIEW),
  getSystem: () => SYSTEM,
  listAlerts: () => ({ items: [ALERT], next_cursor: null }),
  listSwitches: () => SWITCHES,
};

testLooks({ name: 'overview', path: '/', answers, ready: 'Requests per day' });

test('leads to the lists behind today’s figures, to what is off and to what is wrong', async () => {
  await openPage('/', { answers });
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  await expect.element(link('34')).toHaveAttribute('href', '/requests?from=2026-11-30&to=2026-11-30');
  await expect
    .element(link('21'))
    .toHaveAttribute('href', '/requests?from=2026-11-30&to=2026-11-30&status=pending');
  await expect.element(page.getByText('42 yesterday')).toBeVisible();
  await expect.element(link('Open the policy')).toHaveAttribute('href', '/policy?tab=switches');
  await expect.element(page.getByText('Callback requests are off for Boats, Togo.')).toBeVisible();
  await expect.element(page.getByText('1 finding')).toBeVisible();
  await expect.element(page.getByText('Email is failing', { exact: false })).toBeVisible();
  await expect.element(link('Open the system page')).toHaveAttribute('href', '/system');
});

test('says so when nothing is wrong and nothing is off', async () => {
  await openPage('/', {
    answers: {
      ...answers,
      getSystem: () => ({ ...SYSTEM, findings: [] }),
      listAlerts: () => ({ items: [], next_cursor: null }),
      listSwitches: () => ({ ...SWITCHES, items: [] }),
    },
  });
  await expect.element(page.getByText('Nothing is wrong')).toBeVisible();
  await expect.element(page.getByText('No open alerts')).toBeVisible();
  expect(page.getByText('Callback requests are off').elements()).toEqual([]);
});
