/** The maintenance, and what `ringback doctor` says about it. */
import { listing, person, testDatabase } from '@ringback/testing/database/index.ts';
import { call, requestFor, testAppForTest } from '@ringback/testing/server/app.ts';
import { describe, expect, test } from 'vitest';
import { runMaintenance } from '../../src/maintenance/maintenance.ts';
import { examined, levels } from '../support/doctor.ts';

describe('the maintenance', () => {
  test('closes what is overdue, and doctor tells while it waits', async () => {
    const database = await testDatabase();
    const [seller, buyer] = [await person(database), await person(database)];
    const app = await testAppForTest(database);
    const bike = await listing(database, seller);
    const { body } = await call(app, {
      method: 'POST',
      url: '/v1/callback-requests',
      as: buyer,
      body: requestFor(bike),
    });
    await database.sql`update callback_requests set requested_at = now() - interval '8 days', requested_on = current_date - 8, expires_at = now() - interval '1 day'`;

    expect(levels(await examined(database.apiUrl), 'warn')).toContainEqual(
      expect.stringMatching(/^health: overdue_requests: 1 overdue request/),
    );
    expect((await call(app, { url: `/v1/callback-requests/${body.id}`, as: buyer })).body.status).toBe(
      'expired',
    );
    expect(await runMaintenance(database.api)).toMatchObject({ expired_requests: 1 });
    expect(await runMaintenance(database.api)).toMatchObject({ expired_requests: 0 });
    expect(levels(await examined(database.apiUrl), 'warn')).not.toContainEqual(
      expect.stringMatching(/^health: overdue/),
    );
    const { body: inbox } = await call(app, { url: '/v1/notifications', as: buyer });
    expect(inbox.items.map((item: { notification_type: string }) => item.notification_type)).toEqual([
      'request_expired',
    ]);
  });

  test.each([
    [
      null,
      'warn',
      /^health: maintenance_never: .*has never run\. Start `ringback api` .*let pg_cron run it \(docs\/deploy\.md/,
    ],
    ['0 s', 'ok', /^maintenance: last ran less than a minute ago$/],
    ['1 min 5 s', 'ok', /^maintenance: last ran 1 minute ago$/],
    ['3 min', 'ok', /^maintenance: last ran 3 minutes ago$/],
    ['119 min', 'fail', /^health: maintenance_late: .*has not run for 119 minutes\. Start `ringback api`/],
    ['2 hours', 'fail', /has not run for 2 hours\. .*pg_cron/],
    ['50 hours', 'fail', /has not run for 2 days\./],
  ] as const)('doctor says when it last ran: %s ago', async (age, level, sentence) => {
    const { sql, apiUrl } = await testDatabase();
    if (age !== null)
      await sql`insert into callback_private.maintenance_runs (last_run_at) values (now() - ${age}::interval)`;
    expect(levels(await examined(apiUrl), level)).toContainEqual(expect.stringMatching(sentence));
  });

  test('is done by one at a time', async () => {
    const database = await testDatabase();
    const [taken, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const other = database.sql.begin(async (sql) => {
      await sql`select pg_advisory_xact_lock(1922, 0)`;
      taken.resolve();
      await released.promise;
    });
    await taken.promise;
    expect(await runMaintenance(database.api)).toBeNull();
    released.resolve();
    await other;
    expect(await runMaintenance(database.api)).not.toBeNull();
  });

  test('goes on until nothing is left, or until it is stopped', async () => {
    const database = await testDatabase();
    const [seller, bike] = await (async () => {
      const owner = await person(database);
      return [owner, await listing(database, owner)] as const;
    })();
    await database.sql`insert into profiles (id, first_name, last_name, phone, email)
      select gen_random_uuid(), 'A', 'B', '+12125550100', n || '@example.com' from generate_series(1, 1200) n`;
    await database.sql`insert into callback_requests (requester_id, seller_id, listing_id, requester_phone, requester_name, requested_at, requested_on, expires_at)
      select p.id, ${seller.id}, ${bike.id}, '+12125550100', 'A B', now() - interval '8 days', current_date - 8, now() - interval '1 day'
      from profiles p where p.id <> ${seller.id}`;
    const stopped = AbortSignal.abort();
    expect(await runMaintenance(database.api, stopped)).toMatchObject({ expired_requests: 10 });
    expect(await runMaintenance(database.api)).toMatchObject({ expired_requests: 1190 });
  });
});
