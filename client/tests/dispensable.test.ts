/** A time zone that a device names and the database lacks stops nobody: the call is sent once more without it. */
import { type Handler, problem } from '@ringback/testing/client/server.ts';
import { describe, expect, test } from 'vitest';
import { created, failure, serving } from './support/httpClient.ts';
import { DETAIL, INPUT, REQUEST_ID } from './support/samples.ts';

const withoutZones: Handler = (response, request) =>
  'time_zone' in JSON.parse(request.body)
    ? problem(422, 'invalid_input', { field: 'time_zone' })(response, request)
    : created(response, request);

describe('a time zone that is refused', () => {
  test.each(['Mars/Olympus_Mons', 'Etc/Unknown', ''])('is left out: %j', async (time_zone) => {
    const { client, requests } = await serving(withoutZones);
    const wanted = { ...INPUT, preferred_time: 'evening', time_zone };
    expect(await client.createCallbackRequest(wanted)).toEqual(DETAIL);
    expect(JSON.parse(requests.at(-1)?.body ?? '')).toMatchObject({ preferred_time: 'evening' });
    expect(requests.length).toBeLessThanOrEqual(2);
  });

  test('is left out of an edit', async () => {
    const { client, requests } = await serving(withoutZones);
    await client.editCallbackRequest(REQUEST_ID, {
      preferred_time: 'evening',
      time_zone: 'Mars/Olympus_Mons',
    });
    expect(requests.map(({ body }) => 'time_zone' in JSON.parse(body))).toEqual([true, false]);
  });

  test('is left out once: a further refusal is the caller’s', async () => {
    const { client, requests } = await serving(problem(422, 'invalid_input', { field: 'time_zone' }));
    const error = await failure(client.createCallbackRequest({ ...INPUT, time_zone: 'Mars/Olympus_Mons' }));
    expect(error).toMatchObject({ code: 'invalid_input', field: 'time_zone' });
    expect(requests).toHaveLength(2);
  });

  test('that was chosen, as among the notification settings, is not left out behind the person’s back', async () => {
    const { client, requests } = await serving(problem(422, 'invalid_input', { field: 'time_zone' }));
    const preferences = {
      ...{ email: [], push: [], sms: [], quiet_hours: null, urgent_overrides_quiet_hours: true },
      ...{ time_zone: 'Mars/Olympus_Mons', locale: null },
    };
    expect(await failure(client.putPreferences(preferences))).toMatchObject({ field: 'time_zone' });
    expect(requests).toHaveLength(1);
  });

  test('and any other refusal is passed on at once', async () => {
    const { client, requests } = await serving(problem(422, 'invalid_input', { field: 'message' }));
    await failure(client.createCallbackRequest({ ...INPUT, time_zone: 'Europe/Paris' }));
    expect(requests).toHaveLength(1);
  });
});
