/** Going round the functions: straight to tables, columns, views, sequences and statistics. */
import { expect } from 'vitest';
import { type Attack, attack } from '../support/attack.ts';
import { expectDenied, type Stage } from '../support/stage.ts';

const TABLES = [
  'callback_requests',
  'callback_request_notifications',
  'callback_events',
  'callback_settings',
];
const PRIVATE = [
  'stats',
  'stats_position',
  'idempotency_keys',
  'phone_ranges',
  'migrations',
  'installed_objects',
  'event_deltas',
  'host_profiles',
  'host_listings',
  'host_blocks',
];

/** Tries statements one by one as the buyer, the seller, the service and a visitor. */
async function denied(stage: Stage, ...statements: string[]): Promise<void> {
  for (const who of [stage.buyer, stage.seller, 'service', 'anon'] as const)
    for (const statement of statements) await expectDenied(stage.as(who, (sql) => sql.unsafe(statement)));
}

const usersDenied = async (stage: Stage, ...statements: string[]) => {
  for (const who of [stage.buyer, stage.seller])
    for (const statement of statements) await expectDenied(stage.as(who, (sql) => sql.unsafe(statement)));
};

const ownRows = async ({ as, seller, requestId }: Stage) => {
  const rows = await as(
    seller,
    (sql) => sql`select id, status, requester_name, message from public.callback_requests`,
  );
  expect(rows.map(({ id }) => id)).toEqual([requestId]);
};
const ownNotifications = async ({ as, seller, notificationId }: Stage) => {
  const rows = await as(seller, (sql) => sql`select id, title from public.callback_request_notifications`);
  expect(rows.map(({ id }) => id)).toEqual([notificationId]);
};
const throughFunctions = ({ ask, buyer, seller, spare }: Stage) =>
  ask(buyer)`select public.create_callback_request(p_seller_id := ${seller.id}, p_listing_id := ${spare.id},
    p_requester_phone := ${buyer.phone}, p_requester_name := 'Grace')`;

export const tables: Attack[] = [
  attack(
    'forges a notification',
    (stage) =>
      denied(
        stage,
        `insert into public.callback_request_notifications (callback_request_id, recipient_id, seller_id, notification_type, title, message)
         values ('${stage.requestId}', '${stage.buyer.id}', '${stage.seller.id}', 'request_completed', 'Pay here', 'https://evil.example')`,
      ),
    ownNotifications,
  ),
  attack(
    'rewrites a notification',
    (stage) =>
      denied(stage, `update public.callback_request_notifications set title = 'Pay here', read_at = null`),
    ({ ask, seller, notificationId }) =>
      ask(seller)`select public.mark_callback_notification_read(${notificationId})`,
  ),
  attack(
    'deletes notifications',
    (stage) => denied(stage, 'delete from public.callback_request_notifications'),
    ({ ask, seller }) => ask(seller)`select public.mark_all_callback_notifications_read()`,
  ),
  attack(
    'inserts a request past the daily rule, with a state and times of choice',
    (stage) =>
      denied(
        stage,
        `insert into public.callback_requests (requester_id, seller_id, listing_id, requester_phone, requester_name, status, requested_on)
         values ('${stage.buyer.id}', '${stage.seller.id}', '${stage.bike.id}', '+12125550101', 'Grace', 'pending', current_date + 1)`,
      ),
    throughFunctions,
  ),
  attack(
    'updates a request: status, times, phone, seller',
    (stage) =>
      denied(
        stage,
        `update public.callback_requests set status = 'completed', completed_at = now(), acknowledged_at = now()`,
        `update public.callback_requests set expires_at = now() + interval '1 year'`,
        `update public.callback_requests set requester_phone = '+12125550166'`,
        `update public.callback_requests set seller_id = '${stage.otherSeller.id}'`,
      ),
    ({ ask, seller, requestId }) =>
      ask(seller)`select public.update_callback_request_status(${requestId}, 'completed')`,
  ),
  attack(
    'deletes a request',
    (stage) => denied(stage, 'delete from public.callback_requests', 'delete from public.callback_events'),
    ({ ask, buyer, requestId }) =>
      ask(buyer)`select public.update_callback_request_status(${requestId}, 'cancelled')`,
  ),
  attack(
    'upserts or merges over a request',
    (stage) =>
      denied(
        stage,
        `insert into public.callback_requests (id, requester_id, seller_id, listing_id, requester_phone, requester_name)
         values ('${stage.requestId}', '${stage.buyer.id}', '${stage.seller.id}', '${stage.bike.id}', '+12125550101', 'x')
         on conflict (id) do update set status = 'completed'`,
        `merge into public.callback_requests r using (values (1)) v on true when matched then update set status = 'completed'`,
      ),
    throughFunctions,
  ),
  attack(
    'truncates a table',
    (stage) =>
      denied(
        stage,
        ...TABLES.map((table) => `truncate public.${table} cascade`),
        'truncate callback_private.idempotency_keys',
      ),
    ownRows,
  ),
  attack(
    'puts a trigger on a table of ours',
    (stage) =>
      denied(
        stage,
        ...TABLES.map(
          (table) => `create trigger evil before insert on public.${table} for each row
            execute function suppress_redundant_updates_trigger()`,
        ),
      ),
    throughFunctions,
  ),
  attack(
    'refers to a table of ours, to learn which ids exist and to keep rows from going',
    (stage) =>
      usersDenied(
        stage,
        `create temp table evil (id uuid references public.callback_requests (id))`,
        `create temp table evil (id uuid references public.callback_request_notifications (id))`,
      ).catch((error) => {
        // PostgreSQL refuses a reference from a temporary to a lasting table before it looks at privileges.
        expect(error.code).toBe('42P16');
      }),
    async ({ owner }) => {
      const [right] = await owner`select
        has_table_privilege('authenticated', 'public.callback_requests', 'references') as whole,
        has_any_column_privilege('authenticated', 'public.callback_requests', 'references') as column`;
      expect(right).toEqual({ whole: false, column: false });
    },
  ),
  attack(
    'switches row security off, or changes what only the owner may',
    (stage) =>
      denied(
        stage,
        'alter table public.callback_requests disable row level security',
        'drop policy select_own on public.callback_requests',
        'create policy evil on public.callback_requests using (true)',
        'alter table public.callback_requests disable trigger all',
        'alter table public.callback_requests drop constraint callback_requests_one_per_listing_and_day',
        'drop table public.callback_requests',
        'drop index public.callback_requests_by_seller',
        'create index evil on public.callback_requests (requester_phone)',
        'create rule evil as on insert to public.callback_requests do instead nothing',
        'comment on constraint callback_requests_message_check on public.callback_requests is null',
        'alter table public.callback_requests owner to authenticated',
      ),
    ownRows,
  ),
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
        'select id from public.callback_events',
        'select time_zone from public.callback_settings',
      ),
    ({ as }) => as('service', (sql) => sql`select * from public.callback_events, public.callback_settings`),
  ),
  attack(
    'changes the settings',
    (stage) => denied(stage, 'update public.callback_settings set requests_per_user_per_day = 10000'),
    ({ as }) => as('service', (sql) => sql`select requests_per_user_per_day from public.callback_settings`),
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
      await as('service', (sql) => sql`select callback_private.host_summary()`);
    },
  ),
  attack(
    'draws numbers from the events’ sequence',
    (stage) =>
      denied(
        stage,
        `select nextval(pg_get_serial_sequence('public.callback_events', 'id'))`,
        `select setval(pg_get_serial_sequence('public.callback_events', 'id'), 1)`,
      ),
    ({ owner }) => owner`select nextval(pg_get_serial_sequence('public.callback_events', 'id'))`,
  ),
  attack(
    'locks a table or rows against everybody',
    (stage) =>
      usersDenied(
        stage,
        'lock table public.callback_requests in access exclusive mode',
        'lock table public.callback_settings in share mode',
        'select id from public.callback_requests for update',
        'select id from public.callback_requests for key share',
      ),
    ownRows,
  ),
  attack(
    'grants rights, or takes them from others',
    (stage) =>
      denied(
        stage,
        'create role evil',
        'alter role authenticated superuser',
        'grant service_role to authenticated',
      ),
    ownRows,
  ),
];
