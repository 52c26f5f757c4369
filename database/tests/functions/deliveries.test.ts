/** The outbox: which deliveries a change writes, who gets to send them, what becomes of them, and that notifications tell the truth. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';
import { claim, expectConservation, record, serve, waitingIsOver } from '../support/deliveries.ts';
import {
  asUser,
  create,
  expectInvariants,
  type Listing,
  listing,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
  VERSIONS,
} from '../support/index.ts';

describe.each(VERSIONS)('deliveries on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let seller: Person;
  let bike: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
  });
  beforeEach(async () => {
    await sql`delete from callback_requests`;
    await sql`update callback_settings set deliveries_retried_for = default`;
    await serve(sql, 'email');
    seller = await person(database);
    bike = await listing(database, seller);
  });

  const ask = async (priority = 'normal') => {
    const buyer = await person(database);
    return { buyer, id: await create(api, buyer, bike, { priority }) };
  };
  const prefer = (user: Person, preferences: object) =>
    api`select set_callback_preferences(${api.json(preferences as never)}, ${user.id})`;
  const deliveries = () => sql<
    { channel: string; status: string; error_code: string | null; attempts: number; seconds: number }[]
  >`
    select channel, status, error_code, attempts, extract(epoch from next_attempt_at - now())::float8 as seconds
    from callback_deliveries order by channel, created_at, id`;
  const notification = async () => {
    const [row] = await sql`
      select status, email_sent, push_sent, sms_sent, sent_at is not null as has_left, delivered_at is not null as has_arrived
      from callback_request_notifications`;
    return row;
  };
  const expo = (name: string) => `ExponentPushToken[${name}]`;
  const addDevice = (user: Person, token: string) =>
    api`select save_callback_device(${token}, '{"kind": "expo"}', ${user.id})`;

  describe('a change writes', () => {
    test('nothing more than the notification where no channel is served', async () => {
      await serve(sql);
      await ask();
      expect(await deliveries()).toEqual([]);
      expect(await notification()).toMatchObject({ status: 'sent', email_sent: false, has_left: true });
    });

    test('mail and push to every device by default, and no SMS', async () => {
      await serve(sql, 'email', 'sms', 'expo_push', 'web_push');
      await addDevice(seller, expo('phone'));
      await addDevice(seller, expo('tablet'));
      await ask('urgent');
      expect((await deliveries()).map(({ channel }) => channel)).toEqual(['email', 'expo_push', 'expo_push']);
      expect(await notification()).toMatchObject({ status: 'pending', has_left: false });
      await expectInvariants(sql);
    });

    test('what the recipient’s preferences ask for; an SMS only about what is urgent', async () => {
      await serve(sql, 'email', 'sms');
      await prefer(seller, { email: ['request_cancelled'], sms: ['new_request'] });
      await ask();
      expect(await deliveries()).toEqual([]);
      await ask('urgent');
      expect(await deliveries()).toMatchObject([{ channel: 'sms' }]);
      await expectInvariants(sql);
    });

    test('nothing when it is undone', async () => {
      const buyer = await person(database);
      const undone = api.begin(async (transaction) => {
        await create(transaction, buyer, bike);
        throw new Error('undo');
      });
      await expect(undone).rejects.toThrow('undo');
      expect(await deliveries()).toEqual([]);
    });

    test('a delivery to each side when time runs out', async () => {
      const { id } = await ask();
      await timeRunsOut(sql, [id]);
      await api`select expire_callback_requests()`;
      await api`select expire_callback_requests()`;
      const rows = await sql<{ kind: string }[]>`
        select n.notification_type as kind from callback_deliveries d join callback_request_notifications n on n.id = d.notification_id`;
      expect(rows.map(({ kind }) => kind).sort()).toEqual([
        'new_request',
        'request_expired',
        'request_expired',
      ]);
      await expectConservation(sql);
    });
  });

  describe('a worker gets', () => {
    test('what is due with all that the message says, and nobody else gets it until the lease ends', async () => {
      await ask();
      const [claimed] = await claim(api);
      expect(claimed).toMatchObject({
        ...{ attempt: 1, address: seller.email, locale: 'en', notification_type: 'new_request' },
        ...{ other_name: 'Ada Okafor', listing_title: bike.title },
      });
      expect(JSON.stringify(claimed)).not.toContain('+1212555');
      expect(await claim(api)).toEqual([]);
      expect((await deliveries())[0]?.seconds).toBeLessThanOrEqual(30);
      await waitingIsOver(sql);
      expect(await claim(api)).toMatchObject([{ id: claimed?.id, attempt: 2 }]);
      await expectInvariants(sql);
    });

    test('each delivery once, however many ask at the same time', async () => {
      for (let index = 0; index < 20; index++) await ask();
      const claims = await Promise.all(Array.from({ length: 8 }, () => claim(api, 'email', 5)));
      const ids = claims.flat().map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const rest = await claim(api);
      expect(ids.length + rest.length).toBe(20);
    });

    test('no lease beyond a minute, and no unbounded batch', async () => {
      const error = await api`select callback_private.claim_deliveries('email', 1, '61 seconds')`.catch(
        (e) => e,
      );
      expect(error.hint).toBe('invalid_input');
      const batch = await api`select callback_private.claim_deliveries('email', 1001, '1 second')`.catch(
        (e) => e,
      );
      expect(batch.hint).toBe('invalid_input');
    });

    test('to know how many were taken, also of those that are not to be sent', async () => {
      await ask();
      await prefer(seller, { email: [] });
      const [row] = await api`select callback_private.claim_deliveries('email', 1, '1 second') as claimed`;
      expect(row?.claimed).toEqual({ taken: 1, messages: [] });
      const [rest] = await api`select callback_private.claim_deliveries('email', 1, '1 second') as claimed`;
      expect(rest?.claimed).toEqual({ taken: 0, messages: [] });
    });

    test.each<[string, string, () => Promise<unknown>]>([
      [
        'no_address',
        'the address is gone',
        () => sql`update profiles set email = null where id = ${seller.id}`,
      ],
      ['switched_off', 'mail was switched off', () => prefer(seller, { email: [] })],
      [
        'already_read',
        'it was read in the app',
        () => api`select mark_all_callback_notifications_read(${seller.id})`,
      ],
      [
        'outdated',
        'the request is over',
        async () => {
          const [request] = await sql`select id from callback_requests`;
          await update(api, request?.id, 'completed', seller.id);
          await sql`delete from callback_deliveries d using callback_request_notifications n
            where n.id = d.notification_id and n.notification_type <> 'new_request'`;
          await sql`delete from callback_request_notifications where notification_type <> 'new_request'`;
        },
      ],
    ])('nothing but a suppression (%s) when %s', async (code, _when, happens) => {
      await ask();
      await happens();
      expect(await claim(api)).toEqual([]);
      expect(await deliveries()).toMatchObject([{ status: 'suppressed', error_code: code }]);
      expect(await notification()).toMatchObject({
        status: code === 'already_read' ? 'delivered' : 'suppressed',
      });
    });
  });

  describe('the result', () => {
    test('sent: the notification says so', async () => {
      await ask();
      expect(await record(api, await claim(api), { outcome: 'sent', provider_id: 'm1' })).toBe(1);
      expect(await notification()).toEqual({
        ...{
          status: 'sent',
          email_sent: true,
          push_sent: false,
          sms_sent: false,
          has_left: true,
          has_arrived: false,
        },
      });
      expect(await expectConservation(sql)).toMatchObject({ asked: 1, sent: 1 });
      await expectInvariants(sql);
    });

    test('retry: later each time, with chance in it, and not before the provider wants', async () => {
      await ask();
      for (const [least, most] of [
        [3.3, 5],
        [6.6, 10],
        [13.3, 20],
      ] as const) {
        await record(api, await claim(api), { outcome: 'retry', error_code: 'timeout' });
        const [row] = await deliveries();
        expect(row).toMatchObject({ status: 'pending', error_code: 'timeout' });
        expect(row?.seconds).toBeGreaterThan(least - 1);
        expect(row?.seconds).toBeLessThan(most + 0.1);
        await waitingIsOver(sql);
      }
      await record(api, await claim(api), { outcome: 'retry', error_code: '429', retry_after_seconds: 900 });
      expect((await deliveries())[0]?.seconds).toBeGreaterThan(890);
      expect(await notification()).toMatchObject({ status: 'pending', email_sent: false });
    });

    test('retry ends where the setting says, with the last reason', async () => {
      await ask();
      await sql`update callback_deliveries set created_at = created_at - interval '25 hours'`;
      await record(api, await claim(api), { outcome: 'retry', error_code: 'timeout' });
      expect(await deliveries()).toMatchObject([{ status: 'failed', error_code: 'timeout' }]);
      expect(await notification()).toMatchObject({ status: 'failed' });
      await expectInvariants(sql);
    });

    test('failed stops at once', async () => {
      await ask();
      await record(api, await claim(api), { outcome: 'failed', error_code: '550' });
      await waitingIsOver(sql);
      expect(await claim(api)).toEqual([]);
      expect(await expectConservation(sql)).toMatchObject({ failed: 1 });
      await expectInvariants(sql);
    });

    test('a late failure of a worker whose lease is over changes nothing; a late success counts', async () => {
      await ask();
      const late = await claim(api);
      await waitingIsOver(sql);
      const mine = await claim(api);
      expect(await record(api, late, { outcome: 'failed', error_code: '550' })).toBe(0);
      expect(await record(api, late, { outcome: 'sent' })).toBe(1);
      expect(await record(api, mine, { outcome: 'failed', error_code: '550' })).toBe(0);
      expect(await deliveries()).toMatchObject([{ status: 'sent' }]);
    });

    test('a job that kills its workers is put away', async () => {
      await ask();
      for (let crash = 0; crash < 5; crash++) {
        expect(await claim(api)).toHaveLength(1);
        await waitingIsOver(sql);
      }
      expect(await claim(api)).toEqual([]);
      expect(await deliveries()).toMatchObject([{ status: 'failed', error_code: 'unfinished', attempts: 5 }]);
      await expectInvariants(sql);
    });

    test('of two channels recorded at once, both are in the notification', async () => {
      await serve(sql, 'email', 'expo_push');
      await addDevice(seller, expo('two'));
      for (let round = 0; round < 10; round++) {
        await ask();
        const [mails, pushes] = [await claim(api), await claim(api, 'expo_push')];
        await Promise.all([
          record(api, mails, { outcome: 'sent' }),
          record(api, pushes, { outcome: 'sent' }),
        ]);
      }
      const rows = await sql`select from callback_request_notifications where email_sent and push_sent`;
      expect(rows.length).toBe(10);
      await expectInvariants(sql);
    });
  });

  describe('an SMS', () => {
    const text = async () => {
      await serve(sql, 'sms');
      await prefer(seller, { sms: ['new_request'] });
      await ask('urgent');
      return claim(api, 'sms');
    };
    const settle = async (
      id: string,
      provider: string | null,
      status: string,
      code: string | null = null,
    ) => {
      const [row] =
        await api`select callback_private.settle_delivery(${id}, ${provider}, ${status}, ${code}) as changed`;
      return row?.changed;
    };
    const begin = async (id: string, attempt: number) => {
      const [row] = await api`select callback_private.begin_delivery(${id}, ${attempt}) as mine`;
      return row?.mine;
    };

    test('that was claimed and not begun is sent by the next worker', async () => {
      const [first] = await text();
      await waitingIsOver(sql);
      expect(await begin(first?.id ?? '', 1)).toBe(false);
      expect(await claim(api, 'sms')).toMatchObject([{ attempt: 2 }]);
    });

    test('whose sending began is parked, never sent again, and settled by the provider', async () => {
      const [first] = await text();
      const id = first?.id ?? '';
      expect(await begin(id, 1)).toBe(true);
      await waitingIsOver(sql);
      expect(await claim(api, 'sms')).toEqual([]);
      expect(await deliveries()).toMatchObject([{ status: 'parked', error_code: 'fate_unknown' }]);
      expect(await notification()).toMatchObject({ status: 'pending', sms_sent: false });
      expect(await settle(id, 'SM1', 'delivered')).toBe(true);
      expect(await notification()).toMatchObject({ status: 'delivered', sms_sent: true, has_arrived: true });
      await expectInvariants(sql);
    });

    test('of which the provider never speaks is given up after a day', async () => {
      await record(api, await text(), { outcome: 'parked', error_code: 'timeout' });
      await api`select run_callback_maintenance()`;
      expect(await deliveries()).toMatchObject([{ status: 'parked' }]);
      await waitingIsOver(sql);
      await api`select run_callback_maintenance()`;
      expect(await deliveries()).toMatchObject([{ status: 'failed', error_code: 'timeout' }]);
    });

    test('never goes back, in whatever order the provider speaks', async () => {
      const [first] = await text();
      const id = first?.id ?? '';
      expect(await settle(id, 'SM1', 'sent')).toBe(true);
      expect(await settle(id, 'SM1', 'sent')).toBe(false);
      expect(await settle(id, 'SM2', 'delivered')).toBe(false);
      expect(await settle(id, 'SM1', 'delivered')).toBe(true);
      expect(await settle(id, 'SM1', 'sent')).toBe(false);
      expect(await settle(id, 'SM1', 'failed', '30003')).toBe(false);
      expect(await record(api, first ? [first] : [], { outcome: 'sent', provider_id: 'SM1' })).toBe(0);
      expect(await deliveries()).toMatchObject([{ status: 'delivered', error_code: null }]);
      await expectInvariants(sql);
    });

    test('to somebody who answered STOP switches theirs off', async () => {
      await record(api, await text(), { outcome: 'failed', error_code: 'opted_out' });
      const [row] = await api`select get_callback_preferences(${seller.id}) -> 'sms' as sms`;
      expect(row?.sms).toEqual([]);
    });
  });

  test('a device that is gone gets nothing more, also not what was already written', async () => {
    await serve(sql, 'expo_push');
    await addDevice(seller, expo('gone'));
    await ask();
    const first = await claim(api, 'expo_push');
    await ask();
    await record(api, first, { outcome: 'failed', error_code: 'device_gone' });
    expect(await claim(api, 'expo_push')).toEqual([]);
    expect((await deliveries()).map(({ error_code }) => error_code)).toEqual(['device_gone', 'no_address']);
    await ask();
    expect(await deliveries()).toHaveLength(2);
    await expectInvariants(sql);
  });

  test('what a provider is asked about later comes up when it is time, and once', async () => {
    await serve(sql, 'expo_push');
    await addDevice(seller, expo('ticket'));
    await ask();
    await record(api, await claim(api, 'expo_push'), {
      ...{ outcome: 'sent', provider_id: 'ticket-1', check_after_seconds: 900 },
    });
    const checks = async () =>
      (await api`select callback_private.claim_delivery_checks('expo_push', 10) as due`)[0]?.due;
    expect(await checks()).toEqual([]);
    await waitingIsOver(sql);
    expect(await checks()).toMatchObject([{ provider_id: 'ticket-1' }]);
    expect(await checks()).toEqual([]);
    expect(await claim(api, 'expo_push')).toEqual([]);
  });

  test('a claim looks at what it takes and not at the whole queue', async () => {
    await ask();
    await sql`
      insert into callback_devices (user_id, kind, token) select ${seller.id}, 'expo', 'ExponentPushToken[' || n || ']'
      from generate_series(1, 5000) n`;
    await sql`
      insert into callback_deliveries (notification_id, recipient_id, seller_id, channel, device_id)
      select n.id, n.recipient_id, n.seller_id, 'expo_push', d.id from callback_request_notifications n join callback_devices d on d.user_id = n.recipient_id`;
    const { taken, looked_at } = await sql.begin(async (tx) => {
      const taken = await claim(tx, 'expo_push', 5);
      const [row] = await tx`
        select (seq_tup_read + idx_tup_fetch)::int as looked_at from pg_stat_xact_user_tables where relname = 'callback_deliveries'`;
      return { taken, looked_at: row?.looked_at };
    });
    expect(taken).toHaveLength(5);
    expect(looked_at).toBeLessThan(50);
  });

  test('a worker adds the channels that it serves, and never takes one away', async () => {
    await serve(sql, 'sms');
    const announce = async (...channels: string[]) =>
      (await api`select callback_private.serve_channels(${api.json(channels)}) as changed`)[0]?.changed;
    expect(await announce('email')).toBe(true);
    expect(await announce('email')).toBe(false);
    const [row] = await sql`select channels from callback_settings`;
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
      const error = await asUser(sql, seller.id, (as) => as.unsafe(`select callback_private.${call}`)).catch(
        (e) => e,
      );
      expect(error.code).toBe('42501');
    }
  });
});
