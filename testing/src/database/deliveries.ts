/** Deliveries as a worker of the database sees them. */
import type { Executor, Sql } from '@ringback/database';

export { expectConservation } from './conservation.ts';

export type Claimed = {
  id: string;
  attempt: number;
  secret: string;
  address: string;
  locale: string;
  notification_type: string;
  other_name: string;
  listing_title: string | null;
  is_to_seller: boolean;
  callback_request_id: string;
  data: Record<string, unknown>;
};

export type Outcome = {
  outcome: 'sent' | 'retry' | 'failed' | 'parked' | 'suppressed';
  provider_id?: string;
  error_code?: string;
  retry_after_seconds?: number;
  check_after_seconds?: number;
  text?: { subject?: string; body: string };
};

export type Channel = 'email' | 'sms' | 'expo_push' | 'web_push';

/** Lets notifications leave by these channels and no others. */
export async function serve(sql: Sql, ...channels: Channel[]): Promise<void> {
  await sql`update callback_private.settings set channels = ${channels}`;
}

/** Takes what is due, as a worker does. */
export async function claim(api: Executor, channel: Channel = 'email', limit = 100): Promise<Claimed[]> {
  const [row] = await api<{ messages: Claimed[] }[]>`
    select callback_private.claim_deliveries(${channel}, ${limit}, interval '30 seconds') -> 'messages' as messages`;
  return row?.messages ?? [];
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
  await sql`update callback_private.deliveries set next_attempt_at = now() - interval '1 second' where next_attempt_at > now()`;
}
