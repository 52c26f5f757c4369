/** The operator's client: where it asks, what it refuses to ask, and what it makes of the answer. */

import { json, problem, startServer } from '@ringback/testing/client/server.ts';
import { expect, test } from 'vitest';
import { createOperatorClient, type Overview } from '../src/index.ts';

const OVERVIEW: Overview = {
  days: 1,
  time_zone: 'Africa/Accra',
  received: 3,
  by_status: { pending: 1, acknowledged: 0, completed: 2, cancelled: 0, expired: 0 },
  per_day: [{ day: '2026-11-25', received: 3 }],
  response_rate: 66.7,
  completion_rate: 66.7,
  median_minutes_to_acknowledgement: null,
  sellers: 1,
  buyers: 3,
  contradicted: 0,
  open_overdue: 0,
  unread_notifications: 4,
  settings: {
    expires_after_hours: 168,
    requests_per_user_per_day: 10,
    requests_per_phone_per_day: 10,
    requests_per_seller_per_day: 100,
    allowed_phone_regions: null,
  },
};

const clientOf = (baseUrl: string) => createOperatorClient({ baseUrl, getToken: () => 'token' });

test('asks for thirty days by default', async () => {
  const { url, requests } = await startServer(json(200, OVERVIEW));
  expect(await clientOf(url).getOverview()).toEqual(OVERVIEW);
  await clientOf(url).getOverview({ days: 7 });
  expect(requests.map(({ path }) => path)).toEqual([
    '/v1/operator/overview?days=30',
    '/v1/operator/overview?days=7',
  ]);
});

test.each([0, 91, 1.5])('%d days are not asked for', async (days) => {
  const { url, requests } = await startServer(json(200, OVERVIEW));
  await expect(clientOf(url).getOverview({ days })).rejects.toMatchObject({
    code: 'invalid_input',
    field: 'days',
  });
  expect(requests).toEqual([]);
});

test('a person who is no operator gets that answer', async () => {
  const { url } = await startServer(problem(403, 'forbidden'));
  await expect(clientOf(url).getOverview()).rejects.toMatchObject({ code: 'forbidden', status: 403 });
});
