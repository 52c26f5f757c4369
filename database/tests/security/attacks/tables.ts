/** Writing round the functions: rows, triggers, policies, sequences, locks, rights. */
import { expect } from 'vitest';
import { type Attack, attack } from '../support/attack.ts';
import { denied, ownNotifications, ownRows, usersDenied } from '../support/direct.ts';
import type { Stage } from '../support/stage.ts';

const TABLES = [
  'public.callback_requests',
  'public.callback_request_notifications',
  'callback_private.events',
  'callback_private.settings',
];

const throughFunctions = ({ ask, buyer, seller, spare }: Stage) =>
  ask(buyer)`select public.create_callback_request(p_seller_id := ${seller.id}, p_listing_id := ${spare.id},
    p_requester_phone := ${buyer.phone}, p_requester_name := 'Grace')`;

export const tables: Attack[] = [
  attack(
    'forges a notification',
    (stage) =>
      denied(
        stage,
        `insert into public.callback_request_notifications (callback_request_id, recipient_id, seller_id, notification_type, event_id, title, message)
         values ('${stage.requestId}', '${stage.buyer.id}', '${stage.seller.id}', 'request_completed', 1, 'Pay here', 'https://evil.example')`,
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
    (stage) => denied(stage, 'delete from public.callback_requests', 'delete from callback_private.events'),
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
        ...TABLES.map((table) => `truncate ${table} cascade`),
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
          (table) => `create trigger evil before insert on ${table} for each row
            execute function suppress_redundant_updates_trigger()`,
        ),
      ),
    throughFunctions,
  ),
  attack(
    'refers to a table of ours, to learn which ids exist and to keep rows from going',
    async ({ owner }) => {
      for (const role of ['anon', 'authenticated', 'service_role', 'callback_service'])
        for (const table of TABLES) {
          const [right] =
            await owner`select has_any_column_privilege(${role}, ${table}, 'references') as held`;
          expect(right, `${role} on ${table}`).toEqual({ held: false });
        }
    },
    ({ owner, requestId }) =>
      owner`insert into public.callback_request_notifications
        (callback_request_id, recipient_id, seller_id, notification_type, event_id, title, message)
        select id, requester_id, seller_id, 'request_reminder', 1, 'Title', 'Message' from public.callback_requests where id = ${requestId}`,
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
        'drop index public.callback_requests_one_per_listing_and_day',
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
    'changes the settings',
    (stage) => denied(stage, 'update callback_private.settings set requests_per_user_per_day = 10000'),
    ({ as }) => as('service', (sql) => sql`select requests_per_user_per_day from callback_private.settings`),
  ),
  attack(
    'locks a table or rows against everybody',
    (stage) =>
      usersDenied(
        stage,
        'lock table public.callback_requests in access exclusive mode',
        'lock table callback_private.settings in share mode',
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
