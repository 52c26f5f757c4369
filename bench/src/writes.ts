/** The two ways to write a request through the driver: the function with all rules on, and one statement without any. */
import { connect, type Sql } from '@ringback/database';
import { runLoad } from './load.ts';
import { type LoadRequest, newId, requestOf } from './marketplace.ts';
import type { Options } from './options.ts';
import type { Side } from './rounds.ts';

const DAY_MS = 86_400_000;

/** Makes the pool of one side. Statements are prepared, as the driver does by itself. */
export function openPool(url: string, { connections }: Options): Sql {
  return connect(url, { max: connections, idleTimeoutMs: 600_000, applicationName: 'ringback bench' });
}

/** A side whose calls are made by this process. */
export function sideOf<Name extends string>(
  name: Name,
  options: Options,
  write: (request: LoadRequest) => Promise<unknown>,
): Side & { name: Name } {
  return {
    name,
    async run(first, seconds) {
      const startCpu = process.cpuUsage();
      const call = (n: number) => write(requestOf(n, options.marketplace));
      const result = await runLoad({ connections: options.connections, seconds, first, call });
      const { user, system } = process.cpuUsage(startCpu);
      return { ...result, cpuSeconds: { client: (user + system) / 1e6 } };
    },
  };
}

/** The function with all rules on, called as the API's login role. */
export const create = (sql: Sql) => (r: LoadRequest) =>
  sql`select public.create_callback_request(
    ${r.requester_id}, ${r.seller_id}, ${r.listing_id}, ${r.requester_phone}, ${r.requester_name}, ${r.message},
    ${r.callback_reason}, ${r.preferred_time}, ${r.preferred_days})`;

/** The same rows into the same tables, every value given by the client. The tables' own constraints apply to both. */
export const insertPlainly = (sql: Sql) => (r: LoadRequest) => {
  const id = newId();
  const now = new Date();
  return sql`
    with request as (
      insert into public.callback_requests (
        id, requester_id, seller_id, listing_id, priority, requester_phone, requester_name, preferred_time, preferred_days,
        message, callback_reason, requested_on, expires_at)
      values (
        ${id}, ${r.requester_id}, ${r.seller_id}, ${r.listing_id}, 'normal', ${r.requester_phone}, ${r.requester_name},
        ${r.preferred_time}, ${r.preferred_days}, ${r.message}, ${r.callback_reason}, ${now.toISOString().slice(0, 10)},
        ${new Date(now.getTime() + 7 * DAY_MS)})
    ), event as (
      insert into callback_private.events (event_type, callback_request_id, seller_id, requester_id, actor, to_status)
      values ('request_created', ${id}, ${r.seller_id}, ${r.requester_id}, 'buyer', 'pending')
      returning id
    )
    insert into public.callback_request_notifications (
      id, callback_request_id, recipient_id, seller_id, notification_type, event_id, title, message, status, sent_at)
    select
      ${newId()}::uuid, ${id}::uuid, ${r.seller_id}::uuid, ${r.seller_id}::uuid, 'new_request', event.id, 'New callback request',
      ${`${r.requester_name} would like you to call about “${r.listing_title}”.`}::text, 'sent', ${now}::timestamptz
    from event`;
};

/** Limits are looked at by every call and reached by none. Risk is measured by itself (risk.ts). */
export async function raiseLimits(sql: Sql): Promise<void> {
  await sql`update callback_private.settings set requests_per_user_per_day = 10000,
    requests_per_phone_per_day = 10000, requests_per_seller_per_day = 10000, risk_mode = 'off'`;
}
