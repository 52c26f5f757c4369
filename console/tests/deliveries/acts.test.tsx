/** What operators do with deliveries: retry with a preview, pause with a reason, resume, send again; and what other roles do not see. */
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Answers } from '../support/fixtures.ts';
import { openPage } from '../support/openPage.tsx';
import { DELIVERIES, DELIVERY, detailOf, OVERVIEW, SENT } from './fixtures.ts';

const answers: Answers = {
  getDeliveryOverview: () => OVERVIEW,
  listOperatorDeliveries: () => ({ items: DELIVERIES, next_cursor: null }),
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const inDialog = (name: string) => page.getByRole('dialog').last().getByRole('button', { name, exact: true });

test('a group is retried after a look at how many, a thousand a call until none is left', async () => {
  const left = [1000, 55, 0];
  const retryDeliveries = vi.fn(({ preview }: { preview?: boolean }) => ({
    ...{ matched: 1055, retried: preview ? 0 : (left.shift() ?? 0), uncertain: 3 },
  }));
  await openPage('/deliveries', { answers: { ...answers, retryDeliveries: retryDeliveries as never } });
  await button('Retry').first().click();
  await expect.element(page.getByText('1,055 deliveries will be sent again.')).toBeVisible();
  await expect.element(page.getByText('3 may have arrived and are left out.')).toBeVisible();
  await inDialog('Retry').click();
  await expect.element(page.getByText('1,055 deliveries are on their way.')).toBeVisible();
  const which = { channel: 'email', reason: 'ECONNREFUSED' };
  expect(retryDeliveries.mock.calls.map(([given]) => given)).toEqual([
    { ...which, preview: true },
    ...Array(3).fill({ ...which, include_uncertain: false }),
  ]);
});

test('selected deliveries are retried by their ids', async () => {
  const retryDeliveries = vi.fn(({ preview }: { preview?: boolean }) => ({
    ...{ matched: 1, retried: preview ? 0 : 1, uncertain: 0 },
  }));
  await openPage('/deliveries?tab=list', {
    answers: { ...answers, retryDeliveries: retryDeliveries as never },
  });
  await page.getByRole('checkbox', { name: /select all/i }).click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Retry' }).click();
  await inDialog('Retry').click();
  await expect.element(page.getByText('1 deliveries are on their way.')).toBeVisible();
  expect(retryDeliveries.mock.lastCall?.[0]).toMatchObject({ ids: [DELIVERY.id] });
});

test('a channel is paused with a reason, and one that is paused is resumed', async () => {
  const pauseChannel = vi.fn((channel: string, { paused }: { paused: boolean }) => ({
    ...{ channel, paused, since: null, reason: null },
  }));
  await openPage('/deliveries', { answers: { ...answers, pauseChannel: pauseChannel as never } });
  await button('Pause').first().click();
  await page.getByLabelText('Reason (optional)').fill('New mail server');
  await inDialog('Pause channel').click();
  await expect
    .poll(() => pauseChannel.mock.lastCall)
    .toEqual(['email', { paused: true, reason: 'New mail server' }]);
  await button('Resume').click();
  await expect.element(page.getByText(/waiting: 7/)).toBeVisible();
  await inDialog('Resume channel').click();
  await expect.poll(() => pauseChannel.mock.lastCall).toEqual(['sms', { paused: false }]);
});

test('what was sent is sent again only as such', async () => {
  const resendNotification = vi.fn(() => ({ resent: 1 }));
  await openPage(`/deliveries?tab=list&id=${SENT.id}`, {
    answers: { ...answers, getOperatorDelivery: () => SENT, resendNotification: resendNotification as never },
  });
  await button('Send again').click();
  await expect.element(page.getByText(/The person can get it twice/)).toBeVisible();
  await inDialog('Send again').click();
  await expect
    .poll(() => resendNotification.mock.lastCall as unknown)
    .toEqual([SENT.notification_id, { channel: 'email', even_if_sent: true }]);
});

test('filters stand in the address and reach the API', async () => {
  const listOperatorDeliveries = vi.fn(() => ({ items: DELIVERIES, next_cursor: null }));
  const router = await openPage('/deliveries?tab=list', {
    answers: { ...answers, listOperatorDeliveries: listOperatorDeliveries as never },
  });
  await page.getByRole('combobox', { name: 'State' }).selectOptions('Failed');
  await expect.poll(() => router.state.location.search).toMatchObject({ tab: 'list', state: 'failed' });
  await expect
    .poll(() => (listOperatorDeliveries.mock.lastCall as unknown as [object])?.[0])
    .toMatchObject({ state: 'failed' });
});

test('what the filters leave is retried as a whole, by channel, reason and time', async () => {
  const retryDeliveries = vi.fn(({ preview }: { preview?: boolean }) => ({
    ...{ matched: 12, retried: 0, uncertain: 0, preview },
  }));
  await openPage(
    '/deliveries?tab=list&state=failed&channel=email&reason=timeout&from=2026-11-29&to=2026-11-29',
    {
      answers: { ...answers, retryDeliveries: retryDeliveries as never },
    },
  );
  await button('Retry all of these').click();
  await expect.element(page.getByText('12 deliveries will be sent again.')).toBeVisible();
  expect(retryDeliveries.mock.calls).toEqual([
    [
      {
        ...{ channel: 'email', reason: 'timeout', preview: true },
        ...{ from: '2026-11-29T00:00:00.000Z', to: '2026-11-30T00:00:00.000Z' },
      },
    ],
  ]);
});

test('a group leads to its deliveries', async () => {
  const router = await openPage('/deliveries', { answers });
  await page.getByRole('link', { name: /refuses the connection/ }).click();
  await expect
    .poll(() => router.state.location.search)
    .toEqual({ tab: 'list', state: 'failed', channel: 'email', reason: 'ECONNREFUSED' });
});

test('support does not pause, and a viewer does nothing', async () => {
  await openPage('/deliveries', { answers, role: 'support' });
  await expect.element(button('Retry').first()).toBeVisible();
  expect(button('Pause').query()).toBeNull();
  await openPage(`/deliveries?id=${DELIVERY.id}`, {
    answers: { ...answers, getOperatorDelivery: () => detailOf(DELIVERY) },
    role: 'viewer',
  });
  await expect.element(page.getByText('Gmail refused: mailbox full.').first()).toBeVisible();
  expect(page.getByRole('dialog').getByRole('button', { name: 'Retry' }).query()).toBeNull();
});
