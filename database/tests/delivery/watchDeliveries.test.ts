/** What a worker asks while it is idle, and what the operator is told of the queue. */

import { claim, record, serve } from '@ringback/testing/database/deliveries.ts';
import {
  asUser,
  create,
  type Listing,
  listing,
  makeItNoon,
  type Person,
  person,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

describe.each(VERSIONS)('the queue of deliveries on PostgreSQL %i', (version) => {
  let sql: Sql;
  let api: Sql;
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let seller: Person;
  let bike: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
  });
  beforeEach(async () => {
    await sql`delete from callback_requests`;
    await serve(sql, 'email', 'sms');
    seller = await person(database);
    bike = await listing(database, seller);
    await api`select set_callback_preferences('{"sms": ["new_request"]}', ${seller.id})`;
  });

  const ask = async () => create(api, await person(database), bike, { priority: 'urgent' });
  const due = async (...channels: string[]) => {
    const [row] = await api`select callback_private.list_due_channels(${api.json(channels)}) as due`;
    return row?.due;
  };
  const backlog = async () =>
    (await api`select callback_private.get_delivery_backlog() as backlog`)[0]?.backlog;
  const idle = { waiting: 0, parked: 0, failed: 0, capped: 0, oldest_due_seconds: 0 };

  test('channels are due as long as someone has to take something, and only those that were asked about', async () => {
    expect(await due('email', 'sms')).toEqual([]);
    await ask();
    expect(await due('email', 'sms')).toEqual(['email', 'sms']);
    expect(await due('sms', 'web_push')).toEqual(['sms']);
    const texts = await claim(api, 'sms');
    expect(await due('email', 'sms')).toEqual(['email']);
    await sql`update callback_private.deliveries set next_attempt_at = now() - interval '1 second' where channel = 'sms'`;
    expect(await due('email', 'sms')).toEqual(['email', 'sms']);
    await record(api, texts, { outcome: 'sent', check_after_seconds: 0 });
    expect(await due('email', 'sms')).toEqual(['email']);
  });

  test('the backlog tells how many wait, are parked and have failed today, and since when the oldest is due', async () => {
    expect(await backlog()).toEqual([
      { channel: 'email', ...idle },
      { channel: 'sms', ...idle },
    ]);
    await ask();
    await ask();
    await sql`update callback_private.deliveries set next_attempt_at = now() - interval '90 seconds'
      where id = (select id from callback_private.deliveries where channel = 'email' limit 1)`;
    const [mail, text] = await backlog();
    expect(mail).toEqual({ ...idle, channel: 'email', waiting: 2, oldest_due_seconds: expect.any(Number) });
    expect(mail.oldest_due_seconds).toBeGreaterThanOrEqual(90);
    expect(text).toMatchObject({ channel: 'sms', waiting: 2 });
    await record(api, await claim(api, 'email'), { outcome: 'failed', error_code: '550' });
    await record(api, await claim(api, 'sms'), { outcome: 'parked', error_code: 'fate_unknown' });
    expect(await backlog()).toEqual([
      { ...idle, channel: 'email', failed: 2 },
      { ...idle, channel: 'sms', parked: 2 },
    ]);
    await sql`update callback_private.deliveries set updated_at = now() - interval '25 hours' where status = 'failed'`;
    expect((await backlog())[0]).toEqual({ ...idle, channel: 'email' });
  });

  test('what is being sent waits, and is not due', async () => {
    await ask();
    await claim(api, 'email');
    expect((await backlog())[0]).toEqual({ ...idle, channel: 'email', waiting: 1 });
  });

  test.each(["list_due_channels('[]')", 'get_delivery_backlog()'])(
    '%s is for the service alone',
    async (call) => {
      await expect(api.unsafe(`select callback_private.${call}`)).resolves.toHaveLength(1);
      await expect(
        asUser(sql, seller.id, (as) => as.unsafe(`select callback_private.${call}`)),
      ).rejects.toMatchObject({ code: '42501' });
    },
  );
});
