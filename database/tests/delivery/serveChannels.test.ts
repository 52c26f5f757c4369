/** What a worker announces, and that its functions are for the service alone. */

import { serve } from '@ringback/testing/database/deliveries.ts';
import { asUser, VERSIONS } from '@ringback/testing/database/index.ts';
import { outboxOn } from '@ringback/testing/database/outbox.ts';
import { describe, expect, test } from 'vitest';

describe.each(VERSIONS)('the worker, on PostgreSQL %i:', (version) => {
  const outbox = outboxOn(version);

  test('a worker adds the channels that it serves, and never takes one away', async () => {
    await serve(outbox.sql, 'sms');
    const announce = async (...channels: string[]) =>
      (await outbox.api`select callback_private.serve_channels(${outbox.api.json(channels)}) as changed`)[0]
        ?.changed;
    expect(await announce('email')).toBe(true);
    expect(await announce('email')).toBe(false);
    const [row] = await outbox.sql`select channels from callback_private.settings`;
    expect(row?.channels).toEqual(['email', 'sms']);
  });

  test('the worker’s functions are for the service alone', async () => {
    const calls = [
      "claim_deliveries('email', 1, '1 second')",
      "record_deliveries('[]')",
      "serve_channels('[]')",
      "settle_delivery(null, null, 'sent', null)",
    ];
    for (const call of calls) {
      const error = await asUser(outbox.sql, outbox.seller.id, (as) =>
        as.unsafe(`select callback_private.${call}`),
      ).catch((e) => e);
      expect(error.code).toBe('42501');
    }
  });
});
