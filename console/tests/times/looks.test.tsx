/** The times of calls as they look, in the zone that one chooses, with the best hours named. */
import type { Times } from '@ringback/client';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { SWITCHES } from '../policy/fixtures.ts';
import { testLooks } from '../support/looks.ts';
import { openPage } from '../support/openPage.tsx';

const WEEK = Array.from({ length: 7 }, (_, day) =>
  Array.from({ length: 24 }, (__, hour) => (hour > 7 && hour < 21 ? (hour % 5) * (day > 4 ? 1 : 3) : 0)),
);

const TIMES: Times = {
  ...{ from: '2026-11-01', to: '2026-11-30', is_incomplete: true, time_zone: 'Africa/Accra' },
  hours: { preferred: WEEK, called: WEEK, reached: WEEK },
  by_hour: Array.from({ length: 24 }, (_, hour) => {
    const some = hour > 7 && hour < 21;
    return {
      ...{ hour, calls: some ? 40 : 0, reached: some ? hour : 0 },
      ...{ reach_rate: some ? hour * 2.5 : null },
      ...{ reach_rate_low: some ? hour * 2 : null, reach_rate_high: some ? hour * 3 : null },
    };
  }),
};

const answers = { getTimes: () => TIMES, listSwitches: () => SWITCHES };

testLooks({ name: 'times', path: '/times', answers, ready: 'Best hours to reach buyers' });

test('names the best hours, and asks in the zone of the address', async () => {
  const asked: unknown[] = [];
  const getTimes = (range: unknown) => {
    asked.push(range);
    return TIMES;
  };
  const router = await openPage('/times?time_zone=Asia/Kathmandu&category=Boats', {
    answers: { ...answers, getTimes },
  });
  await expect
    .element(page.getByText('Calls reach buyers best at 20:00, 19:00, 18:00.', { exact: false }))
    .toBeVisible();
  expect(asked[0]).toEqual({ time_zone: 'Asia/Kathmandu', category: 'Boats' });
  await expect.element(page.getByText('(40% to 60%)')).toBeVisible();
  await page.getByRole('combobox', { name: 'Time zone' }).selectOptions('Europe/Paris');
  await expect.poll(() => router.state.location.href).toBe('/times?time_zone=Europe%2FParis&category=Boats');
  for (const name of ['Preferred call times', 'Call attempts', 'Calls that reached the buyer'])
    await expect.element(page.getByRole('table', { name, exact: true })).toBeVisible();
});

test('few calls name no best hour', async () => {
  const by_hour = TIMES.by_hour.map((hour) => ({ ...hour, calls: Math.min(hour.calls, 4) }));
  await openPage('/times', { answers: { ...answers, getTimes: () => ({ ...TIMES, by_hour }) } });
  await expect
    .element(page.getByText('Too few calls to name the best hours', { exact: false }))
    .toBeVisible();
});
