/** Deliveries as a worker of the database sees them, and the count that must come out even after anything that can happen. */
import { expect } from 'vitest';
import type { Executor, Sql } from '../../src/index.ts';

export type Claimed = {
  id: string;
  attempt: number;
  secret: string;
  address: string;
  locale: string;
  notification_type: string;
  other_name: string;
  listing_title: string | null;
};

export type Outcome = {
  outcome: 'sent' | 'retry' | 'failed' | 'parked';
  provider_id?: string;
  error_code?: string;
  retry_after_seconds?: number;
  check_after_seconds?: number;
};

export type Channel = 'email' | 'sms' | 'expo_push' | 'web_push';

/** Lets notifications leave by these channels and no others. */
export async function serve(sql: Sql, ...channels: Channel[]): Promise<void> {
  await sql`update callback_settings set channels = ${channels}`;
}

/** Takes what is due, as a worker does. */
export async function claim(api: Executor, channel: Channel = 'email', limit = 100): Promise<Claimed[]> {
  const [row] = await api<{ claimed: Claimed[] }[]>`
    select callback_private.claim_deliveries(${channel}, ${limit}, interval '30 seconds') as claimed`;
  return row?.claimed ?? [];
}

/** Records one outcome for all of these; returns how many took it. */
export async function record(api: Sql, claimed: Claimed[], outcome: Outcome): Promise<number> {
  const results = claimed.map(({ id, attempt }) => ({ id, attempt, ...outcome }));
  const [row] = await api<{ count: number }[]>`
    select callback_private.record_deliveries(${api.json(results)}) as count`;
  return row?.count ?? 0;
}

/** Everything that waits is due now, and every lease is over. */
export async function waitingIsOver(sql: Sql): Promise<void> {
  await sql`update callback_deliveries set next_attempt_at = now() - interval '1 second' where next_attempt_at > now()`;
}

export type Conservation = {
  asked: number;
  pending: number;
  sent: number;
  delivered: number;
  failed: number;
  suppressed: number;
};

/**
 * What people asked for by their present preferences and devices, and what became of it. Fails unless both come to the same: nothing was
 * lost and nothing written twice. Holds while nobody has changed preferences, devices or settings meanwhile.
 */
export async function expectConservation(sql: Sql): Promise<Conservation> {
  const [row] = await sql<Conservation[]>`
    select
      (select count(*)::int
        from callback_request_notifications n
        join callback_requests r on r.id = n.callback_request_id
        cross join callback_settings s
        cross join unnest(s.channels) c (channel)
        left join callback_preferences p on p.user_id = n.recipient_id
        left join callback_devices d on d.user_id = n.recipient_id
          and d.kind = case c.channel when 'expo_push' then 'expo' when 'web_push' then 'web' end
        where callback_private.is_wanted(p, c.channel, n.notification_type, r.priority)
          and (c.channel in ('email', 'sms') or d.id is not null)) as asked,
      count(*) filter (where status in ('pending', 'sending', 'parked'))::int as pending,
      count(*) filter (where status = 'sent')::int as sent,
      count(*) filter (where status = 'delivered')::int as delivered,
      count(*) filter (where status = 'failed' and error_code is not null)::int as failed,
      count(*) filter (where status = 'suppressed' and error_code is not null)::int as suppressed
    from callback_deliveries`;
  const { asked, ...ends } = row as Conservation;
  expect(Object.values(ends).reduce((sum, count) => sum + count, 0)).toBe(asked);
  return row as Conservation;
}
