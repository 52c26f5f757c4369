/** The overview as it looks, and what it says of the system and of what is off. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { CHANGES, SWITCHES } from '../policy/fixtures.ts';
import type { Answers } from '../support/fixtures.ts';
import { testLooks } from '../support/looks.ts';
import { openPage } from '../support/openPage.tsx';
import { FIGURES, OVERVIEW, SYSTEM, TODAY } from './fixtures.ts';

const answers: Answers = {
  getOverview: (query) => (query?.days === 1 ? TODAY : OVERVIEW),
  getFigures: () => FIGURES,
  getSystem: () => SYSTEM,
  listSwitches: () => SWITCHES,
  listPolicyChanges: () => ({ items: CHANGES, next_cursor: null }),
};

testLooks({ name: 'overview', path: '/', answers, ready: 'Requests over time' });

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
  await expect.element(page.getByText('12 of 13 deliveries by email failed', { exact: false })).toBeVisible();
  await expect.element(link('Open Deliveries')).toHaveAttribute('href', '/deliveries');
  await expect.element(link('Open Sellers')).toHaveAttribute('href', '/sellers?sort=answer_rate');
  expect(page.getByText('Nobody gets alerts.').elements(), 'a note is nothing wrong').toEqual([]);
});

test('is silent when nothing is wrong and nothing is off', async () => {
  await openPage('/', {
    answers: {
      ...answers,
      getSystem: () => ({ ...SYSTEM, findings: [] }),
      listSwitches: () => ({ ...SWITCHES, items: [] }),
    },
  });
  await expect.element(page.getByText('42 yesterday')).toBeVisible();
  expect(page.getByText('What is wrong?').elements()).toEqual([]);
  expect(page.getByText('Callback requests are off').elements()).toEqual([]);
});

test('figures say what changed, and each chart is a table', async () => {
  await openPage('/', { answers });
  await expect.element(page.getByText('+20% (was 1,070)')).toBeVisible();
  await expect.element(page.getByText('−2.3 points (was 92.4%)')).toBeVisible();
  await expect.element(page.getByText('No earlier data').first()).toBeVisible();
  const cells = (name: string) =>
    page
      .getByRole('table', { name, exact: true })
      .getByRole('row')
      .elements()
      .map(({ textContent }) => textContent);
  expect(cells('From request to contact').slice(1)).toEqual([
    'Requested1,272100%',
    'Acknowledged96075.5%',
    'Called89070%',
    'Contact made79962.8%',
  ]);
  expect(cells('Time to the first answer')).toContain('Up to 5 minutes22021.6%');
  expect(cells('Requests over time').at(-1)).toMatch(/in progress/);
  expect(cells('Requests')).toHaveLength(8);
  expect(cells('Requests over time').find((row) => row?.startsWith('28 Nov'))).toMatch(/Expires after$/);
  await expect
    .element(page.getByRole('link', { name: 'Open the history' }))
    .toHaveAttribute('href', '/policy?tab=history');
  expect(cells('Refused: reasons').slice(1)).toEqual([
    'Daily limit of the buyer2167.7%',
    'Numbers that can’t be called619.4%',
    'Flood of requests412.9%',
  ]);
  await page.getByText('What these figures count').click();
  await expect
    .element(page.getByText('had requested a call from the same seller before', { exact: false }))
    .toBeVisible();
});

test('the days, how they are cut and what is compared are in the address', async () => {
  const asked: unknown[] = [];
  const getFigures = (range: unknown) => {
    asked.push(range);
    return FIGURES;
  };
  const router = await openPage('/?from=2026-10-01&to=2026-10-31&interval=week&compare=none&hours=called', {
    answers: { ...answers, getFigures },
  });
  await expect.element(page.getByRole('table', { name: 'Call attempts', exact: true }).first()).toBeVisible();
  expect(asked[0]).toEqual({ from: '2026-10-01', to: '2026-10-31', interval: 'week' });
  expect(page.getByText('(was').elements()).toEqual([]);
  await page.getByRole('combobox', { name: /^Period/ }).selectOptions('Last 30 days');
  await expect.poll(() => router.state.location.href).toBe('/?compare=none&hours=called');
  await expect.poll(() => asked.at(-1)).toEqual({});
});
