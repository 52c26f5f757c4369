/** Operators of a test, and what they call. */
import type { Executor, Sql } from '@ringback/database';

/** Appoints an operator with this role; gives their id. */
export async function appoint(sql: Executor, role: 'viewer' | 'support' | 'admin'): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into callback_private.operators (subject, name, role)
    values (gen_random_uuid()::text, ${`A ${role}`}, ${role}) returning id`;
  return row?.id ?? '';
}

export interface RetryResult {
  matched: number;
  retried: number;
  uncertain: number;
}

/** An operator has dead letters tried again. */
export async function retry(api: Sql, operator: string, which: object): Promise<RetryResult> {
  const [row] = await api<{ result: RetryResult }[]>`
    select retry_callback_deliveries(${api.json(which as never)}, ${operator}) as result`;
  return row?.result as RetryResult;
}

/** An operator pauses a channel, or resumes it. */
export async function pause(api: Sql, operator: string, channel: string, paused = true, reason?: string) {
  const [row] = await api`
    select pause_callback_channel(${channel}, ${paused}, ${reason ?? null}, ${operator}) as result`;
  return row?.result as { channel: string; paused: boolean; since: string | null; reason: string | null };
}

/** An operator has a notification sent again. */
export async function resend(
  api: Sql,
  operator: string,
  notificationId: string,
  channel: string,
  evenIfSent = false,
): Promise<number> {
  const [row] = await api<{ resent: number }[]>`
    select (resend_callback_notification(${notificationId}, ${channel}, ${evenIfSent}, ${operator}) ->> 'resent')::int as resent`;
  return row?.resent ?? 0;
}

/** What operators did, oldest first. */
export const auditOf = async (sql: Executor) => [
  ...(await sql`select action, subject_kind, subject_id, data from callback_private.audit order by id`),
];
