/** Reading round the functions: columns, rows, inner tables, statistics. */
import { expect } from 'vitest';
import { type Attack, attack } from '../support/attack.ts';
import { denied, ownNotifications, ownRows, usersDenied } from '../support/direct.ts';
import { expectDenied } from '../support/stage.ts';

const PRIVATE = [
  'stats',
  'stats_ahead',
  'stats_position',
  'idempotency_keys',
  'phone_ranges',
  'migrations',
  'installed_objects',
  'sealed_stats',
  'erasure_key',
  'erasures',
  'legal_holds',
  'host_profiles',
  'host_listings',
  'host_blocks',
];

export const columns: Attack[] = [
  attack(
    'reads every column',
    (stage) => usersDenied(stage, 'select * from public.callback_requests', 'table public.callback_requests'),
    ownRows,
  ),
  attack(
    'reads the phone column',
    (stage) => usersDenied(stage, 'select requester_phone from public.callback_requests'),
    ownRows,
  ),
  attack(
    'reads the phone within the whole row',
    (stage) =>
      usersDenied(
        stage,
        'select to_jsonb(r) from public.callback_requests r',
        'select r from public.callback_requests r',
        'select r::text from public.callback_requests r',
        'select (r).requester_phone from public.callback_requests r',
        'select * from public.callback_requests natural join (select 1) x',
      ),
    ownRows,
  ),
  attack(
    'guesses the phone by filter, order, group or aggregate',
    (stage) =>
      usersDenied(
        stage,
        `select id from public.callback_requests where requester_phone like '+1212%'`,
        'select id from public.callback_requests order by requester_phone',
        'select count(*) from public.callback_requests group by requester_phone',
        'select max(requester_phone) from public.callback_requests',
        'select id from public.callback_requests where callback_requests.requester_phone is not null',
      ),
    ownRows,
  ),
  attack(
    'reads the phone in what a write returns',
    (stage) =>
      denied(
        stage,
        'update public.callback_requests set status = status returning requester_phone',
        'delete from public.callback_requests returning *',
        `insert into public.callback_requests select * from public.callback_requests returning requester_phone`,
      ),
    ownRows,
  ),
  attack(
    'guesses the phone from the planner’s statistics',
    async ({ owner, as, buyer }) => {
      await owner`analyze public.callback_requests`;
      const seen = (sql: typeof owner) => sql`select from pg_stats where tablename = 'callback_requests'`;
      expect(await as(buyer, seen)).toHaveLength(0);
      await expectDenied(as(buyer, (sql) => sql`select stavalues1 from pg_statistic`));
    },
    ownRows,
  ),
  attack(
    'reads the rows of others',
    async ({ as, otherBuyer, otherSeller, requestId, notificationId }) => {
      for (const who of [otherBuyer, otherSeller]) {
        expect(
          await as(who, (sql) => sql`select id from public.callback_requests where id = ${requestId}`),
        ).toEqual([]);
        expect(
          await as(
            who,
            (sql) => sql`select id from public.callback_request_notifications where id = ${notificationId}`,
          ),
        ).toEqual([]);
      }
    },
    async (stage) => {
      await ownRows(stage);
      await ownNotifications(stage);
    },
  ),
  attack(
    'reads the rows of others with a function that tells what it is given',
    async ({ as, buyer, requestId }) => {
      const told = await as(buyer, async (sql) => {
        await sql`create temp table told (id uuid)`;
        await sql.unsafe(`create function pg_temp.tell(uuid) returns boolean language plpgsql cost 0.0000001 as
          'begin insert into told values ($1); return true; end'`);
        await sql`select id from public.callback_requests where pg_temp.tell(id)`;
        return sql`select distinct id from told`;
      });
      expect(told.map(({ id }) => id)).toEqual([requestId]);
    },
    ownRows,
  ),
  attack(
    'reads events and settings as a user',
    (stage) =>
      usersDenied(
        stage,
        'select id from callback_private.events',
        'select time_zone from callback_private.settings',
      ),
    ({ as }) => as('service', (sql) => sql`select * from callback_private.events, callback_private.settings`),
  ),
  attack(
    'reads or writes the inner tables and views',
    (stage) =>
      denied(
        stage,
        ...PRIVATE.flatMap((name) => [
          `select from callback_private.${name}`,
          `delete from callback_private.${name}`,
        ]),
      ),
    async ({ as, owner }) => {
      for (const name of PRIVATE) await owner.unsafe(`select from callback_private.${name}`);
      await as('service', (sql) => sql`select callback_private.marketplace_summary()`);
    },
  ),
  attack(
    'draws numbers from the events’ sequence',
    (stage) =>
      denied(
        stage,
        `select nextval(pg_get_serial_sequence('callback_private.events', 'id'))`,
        `select setval(pg_get_serial_sequence('callback_private.events', 'id'), 1)`,
      ),
    ({ owner }) => owner`select nextval(pg_get_serial_sequence('callback_private.events', 'id'))`,
  ),
];
