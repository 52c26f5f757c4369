/** The functions that most tests call, in the name of anyone, and ways to let time pass: only the owner of the tables can. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Executor, Sql } from '@ringback/database';
import type { Listing, Person } from './marketplace.ts';

export type RequestValues = {
  requester_id: string | null;
  seller_id: string | null;
  listing_id: string | null;
  requester_phone: string | null;
  requester_name: string | null;
  message: string | null;
  callback_reason: string | null;
  preferred_time: string | null;
  preferred_days: (string | null)[] | null;
  priority: string | null;
  time_zone: string | null;
};

/** A request as the database answers it; `history` and `attempts` come with get_callback_request and with answers. */
export type RequestJson = Omit<RequestValues, 'preferred_days'> & {
  id: string;
  status: string;
  preferred_days: string[] | null;
  preferred_ranges: { start: string; end: string }[];
  is_preferred_now: boolean;
  requester_phone_masked: string | null;
  requested_at: string;
  acknowledged_at: string | null;
  completed_at: string | null;
  cancelled_at: string | null;
  cancelled_by: string | null;
  cancel_reason: string | null;
  expires_at: string;
  updated_at: string;
  confirmation: { answer: string; rating: number | null; answered_at: string } | null;
  can_confirm_until: string | null;
  requester: {
    id: string;
    name: string;
    phone: string | null;
    avatar_url: string | null;
    is_verified: boolean;
  };
  seller: { id: string; name: string; avatar_url: string | null };
  listing: { id: string; title: string; price: number; currency: string; image: string | null };
  history?: {
    at: string;
    actor: string;
    event_type: string;
    from_status: string | null;
    to_status: string;
    data: Record<string, unknown>;
  }[];
  attempts?: ({ id: string } & AttemptJson)[];
  attempts_count: number;
  last_attempt: AttemptJson | null;
  paused_at: string | null;
  edited_at: string | null;
  undo_until: string | null;
  seller_note: string | null;
  snoozed_until: string | null;
  can_extend: boolean;
  is_being_checked: boolean;
  is_waiting_for_code: boolean;
  phone_code: {
    expires_at: string;
    tries_left: number;
    resend_at: string | null;
    confirm_until: string;
  } | null;
  may_request_again_at: string | null;
};

export type AttemptJson = { outcome: string; attempted_at: string; next_attempt_at: string | null };

/** What a write answers. */
export type Answer = {
  request: RequestJson;
  replayed: boolean;
  /** In place of the others, when a refusal is remembered. */
  refusal?: { code: string; message: string; detail: Record<string, unknown> };
};

export type Page<T> = { items: T[]; next_cursor: string | null };

/** What an ordinary buyer sends about that listing. */
export function requestValues(
  buyer: Pick<Person, 'id' | 'phone'>,
  item: Pick<Listing, 'id' | 'user_id'>,
  values: Partial<RequestValues> = {},
): RequestValues {
  return {
    requester_id: buyer.id,
    seller_id: item.user_id,
    listing_id: item.id,
    requester_phone: buyer.phone,
    requester_name: 'Ada Okafor',
    message: null,
    callback_reason: null,
    preferred_time: null,
    preferred_days: null,
    priority: 'normal',
    time_zone: null,
    ...values,
  };
}

/** Calls create_callback_request; returns the request's id. */
export async function create(
  sql: Executor,
  buyer: Pick<Person, 'id' | 'phone'>,
  item: Pick<Listing, 'id' | 'user_id'>,
  values: Partial<RequestValues> = {},
): Promise<string> {
  const v = requestValues(buyer, item, values);
  const [row] = await sql<{ id: string }[]>`
    select create_callback_request(
      p_requester_id := ${v.requester_id}, p_seller_id := ${v.seller_id}, p_listing_id := ${v.listing_id},
      p_requester_phone := ${v.requester_phone}, p_requester_name := ${v.requester_name}, p_message := ${v.message},
      p_callback_reason := ${v.callback_reason}, p_preferred_time := ${v.preferred_time},
      p_preferred_days := ${v.preferred_days}, p_priority := ${v.priority}, p_time_zone := ${v.time_zone}) as id`;
  return row?.id ?? '';
}

/** Calls update_callback_request_status. */
export async function update(
  sql: Executor,
  requestId: string | null,
  status: string | null,
  userId: string | null,
  reason: string | null = null,
): Promise<boolean | undefined> {
  const [row] = await sql<{ done: boolean }[]>`
    select update_callback_request_status(
      p_request_id := ${requestId}, p_new_status := ${status}, p_user_id := ${userId}, p_reason := ${reason}) as done`;
  return row?.done;
}

/** Calls submit_callback_request; `content` is what the person sends. */
export const submit = (
  sql: Executor,
  userId: string | null,
  content: object | null,
  key: string | null = null,
  origin: { ip?: string; device?: string } | null = null,
) =>
  answerOf(sql<AnswerRow[]>`
    select submit_callback_request(
      ${asJson(content)}::text::jsonb, ${key}, ${userId}, ${origin && asJson(origin)}::text::jsonb) as answer`);

/** Calls confirm_callback_code; the request, or a refusal. */
export const confirmCode = async (sql: Executor, requestId: string, code: string | null, userId: string) =>
  (
    await sql<{ answer: RequestJson & { refusal?: Answer['refusal'] } }[]>`
      select confirm_callback_code(${requestId}, ${code}, ${userId}) as answer`
  )[0]?.answer as RequestJson & { refusal?: Answer['refusal'] };

/** Calls resend_callback_code. */
export const resendCode = (sql: Executor, requestId: string, userId: string, key: string | null = null) =>
  answerOf(sql<AnswerRow[]>`select resend_callback_code(${requestId}, ${key}, ${userId}) as answer`);

/** Calls change_callback_request. */
export const change = (
  sql: Executor,
  requestId: string | null,
  status: string | null,
  userId: string | null,
  { reason = null, key = null }: { reason?: string | null; key?: string | null } = {},
) =>
  answerOf(sql<AnswerRow[]>`
    select change_callback_request(${requestId}, ${status}, ${reason}, ${key}, ${userId}) as answer`);

/** Calls edit_callback_request. */
export const edit = (
  sql: Executor,
  requestId: string | null,
  changes: object | null,
  userId: string | null,
  key: string | null = null,
) =>
  answerOf(sql<AnswerRow[]>`
    select edit_callback_request(${requestId}, ${asJson(changes)}::text::jsonb, ${key}, ${userId}) as answer`);

/** Calls log_callback_attempt. */
export const logAttempt = (
  sql: Executor,
  requestId: string | null,
  outcome: string | null,
  userId: string | null,
  key: string | null = null,
  nextAttemptAt: string | null = null,
) =>
  answerOf(sql<AnswerRow[]>`
    select log_callback_attempt(${requestId}, ${outcome}, ${key}, ${userId}, ${nextAttemptAt}::text::timestamptz) as answer`);

/** Calls extend_callback_request. */
export const extend = (sql: Sql, requestId: string, userId: string, key: string | null = null) =>
  answerOf(sql<AnswerRow[]>`select extend_callback_request(${requestId}, ${key}, ${userId}) as answer`);

/** Calls undo_callback_acknowledgement. */
export const undo = (sql: Sql, requestId: string, userId: string, key: string | null = null) =>
  answerOf(sql<AnswerRow[]>`select undo_callback_acknowledgement(${requestId}, ${key}, ${userId}) as answer`);

/** Calls close_callback_request. */
export const close = (
  sql: Executor,
  requestId: string | null,
  operatorId: string | null,
  { reason = null, key = null }: { reason?: string | null; key?: string | null } = {},
) =>
  answerOf(sql<AnswerRow[]>`
    select close_callback_request(${requestId}, ${reason}, ${key}, ${operatorId}) as answer`);

/** Calls confirm_callback_request. */
export const confirm = (
  sql: Executor,
  requestId: string | null,
  answer: string | null,
  userId: string | null,
  { rating = null, key = null }: { rating?: number | null; key?: string | null } = {},
) =>
  answerOf(sql<AnswerRow[]>`
    select confirm_callback_request(${requestId}, ${answer}, ${rating}, ${key}, ${userId}) as answer`);

/** Calls set_callback_seller_note. */
export const setNote = (sql: Executor, requestId: string, note: string | null, userId: string | null) =>
  requestOf(sql<RequestRow[]>`select set_callback_seller_note(${requestId}, ${note}, ${userId}) as request`);

/** Calls snooze_callback_request. */
export const snooze = (sql: Executor, requestId: string, until: string | null, userId: string | null) =>
  requestOf(
    sql<RequestRow[]>`
    select snooze_callback_request(${requestId}, ${until}::text::timestamptz, ${userId}) as request`,
  );

type RequestRow = { request: RequestJson };

const requestOf = async (rows: PromiseLike<RequestRow[]>): Promise<RequestJson> =>
  (await rows)[0]?.request as RequestJson;

type AnswerRow = { answer: Answer };

const asJson = (value: object | null) => (value === null ? null : JSON.stringify(value));

const answerOf = async (rows: PromiseLike<AnswerRow[]>): Promise<Answer> => (await rows)[0]?.answer as Answer;

/** Calls get_callback_request. */
export async function get(
  sql: Executor,
  requestId: string | null,
  userId: string | null,
): Promise<RequestJson> {
  return requestOf(sql<RequestRow[]>`select get_callback_request(${requestId}, ${userId}) as request`);
}

/** The types of the notifications about a request that someone has, in the order they came. */
export async function notificationsOf(sql: Sql, requestId: string, recipientId: string): Promise<string[]> {
  const rows = await sql<{ notification_type: string }[]>`
    select notification_type from callback_request_notifications
    where callback_request_id = ${requestId} and recipient_id = ${recipientId} order by created_at, id`;
  return rows.map((row) => row.notification_type);
}

/** Moves all that happened to these requests into the past, by whole days so that days stay days. */
export async function daysPass(sql: Sql, days: number, requestIds: string[]): Promise<void> {
  // By way of a far past: one row must not meet, on its way, another that has still to move.
  await sql.begin(async (transaction) => {
    await moveBack(transaction, days + FAR, requestIds);
    await moveBack(transaction, -FAR, requestIds);
  });
}

const FAR = 10_000;

async function moveBack(sql: Executor, days: number, requestIds: string[]): Promise<void> {
  const past = `${days} days`;
  await sql`
    update callback_requests set
      requested_at = requested_at - ${past}::interval, requested_on = requested_on - ${days}::int,
      acknowledged_at = acknowledged_at - ${past}::interval, completed_at = completed_at - ${past}::interval,
      cancelled_at = cancelled_at - ${past}::interval, edited_at = edited_at - ${past}::interval,
      paused_at = paused_at - ${past}::interval, expiry_warned_for = expiry_warned_for - ${past}::interval, expires_at = expires_at - ${past}::interval,
      updated_at = updated_at - ${past}::interval
    where id = any(${requestIds})`;
  await sql`
    update callback_private.attempts set attempted_at = attempted_at - ${past}::interval,
      next_attempt_at = next_attempt_at - ${past}::interval where callback_request_id = any(${requestIds})`;
  await sql`
    update callback_private.seller_notes set snoozed_until = snoozed_until - ${past}::interval, snoozed_at = snoozed_at - ${past}::interval
    where callback_request_id = any(${requestIds})`;
  await sql`
    update callback_private.edited_phones set used_on = used_on - ${days}::int where callback_request_id = any(${requestIds})`;
}

/** Ends the time of these requests; no job has tidied up yet. */
export async function timeRunsOut(sql: Sql, requestIds: string[]): Promise<void> {
  await sql`
    update callback_requests set expires_at = requested_at + interval '1 microsecond' where id = any(${requestIds})`;
}

/** Makes it early afternoon where the marketplace is, so that no midnight falls into a test. */
export async function makeItNoon(sql: Sql): Promise<void> {
  const hoursBehind = new Date().getUTCHours() - 12;
  await sql`update callback_private.settings set time_zone = ${`Etc/GMT${hoursBehind < 0 ? '' : '+'}${hoursBehind}`}`;
}

/**
 * Rolls the statistics up until no event is left; returns how many there were. It may take several turns, because transactions
 * of other databases on the same server hold the boundary back too.
 */
export async function rollUpAll(sql: Sql): Promise<number> {
  const [row] = await sql<{ events: number }[]>`select rollup_callback_stats() as events`;
  const left = await sql`
    select from callback_private.events e, callback_private.stats_position p where e.xact_id >= p.counted_before limit 1`;
  if (left.length === 0) return row?.events ?? 0;
  await sleep(5);
  return (row?.events ?? 0) + (await rollUpAll(sql));
}
