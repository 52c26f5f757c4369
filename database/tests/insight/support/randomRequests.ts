/** Requests of the past as they might have gone, written as rows with the events that made them. */
import { create, listing, person, type TestDatabase } from '@ringback/testing/database/index.ts';
import type { Sql } from '../../../src/index.ts';

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(random: () => number, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;

const PRIORITIES = ['low', 'normal', 'high', 'urgent'];
const REASONS = [null, 'general_inquiry', 'price_negotiation', 'other'];
const TIMES = [null, 'morning', 'evening', 'anytime', '22:30-02:15', '09:00-17:45', 'after work'];
const DAYS = [null, ['Monday'], ['Saturday', 'Sunday'], ['Tuesday', 'Wednesday', 'Friday']];
const ENDS = [
  'pending',
  'acknowledged',
  'completed',
  'withdrawn',
  'declined',
  'closed',
  'expired',
  'overdue',
];
const OUTCOMES = ['no_answer', 'voicemail', 'busy', 'wrong_number'];

const HOUR = 3_600_000;

/** So many requests within some days from `start` on, of people and a listing of their own. */
export async function writeRequests(
  database: TestDatabase,
  { count, start, days, random }: { count: number; start: Date; days: number; random: () => number },
): Promise<string[]> {
  const { sql } = database;
  const seller = await person(database);
  const item = await listing(database, seller);
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = await create(sql, await person(database), item, {
      priority: pick(random, PRIORITIES),
      callback_reason: pick(random, REASONS),
      preferred_time: pick(random, TIMES),
      preferred_days: pick(random, DAYS),
    });
    await rewrite(sql, id, new Date(start.getTime() + random() * days * 24 * HOUR), random);
    ids.push(id);
  }
  return ids;
}

/** Gives a new request its past. Its event is new, as everything that happens to it is to the count. */
async function rewrite(sql: Sql, id: string, at: Date, random: () => number): Promise<void> {
  const end = pick(random, ENDS);
  const after = (most: number) => new Date(at.getTime() + random() ** 3 * most * HOUR + random() * 5000);
  const isAnswered = ['acknowledged', 'completed'].includes(end) || (end !== 'pending' && random() < 0.4);
  const acknowledged = isAnswered && end !== 'declined' ? after(40) : null;
  const later = new Date((acknowledged ?? at).getTime() + random() * 30 * HOUR);
  const status =
    {
      withdrawn: 'cancelled',
      declined: 'cancelled',
      closed: 'cancelled',
      overdue: acknowledged ? 'acknowledged' : 'pending',
    }[end] ?? end;
  const by = { withdrawn: 'buyer', declined: 'seller', closed: 'system' }[end] ?? null;
  const expires = ['pending', 'acknowledged'].includes(end)
    ? new Date(Date.now() + 48 * HOUR)
    : new Date(at.getTime() + 168 * HOUR);
  await sql`
    update callback_requests set status = ${status}, requested_at = ${at}, expires_at = ${expires},
      requested_on = (${at}::timestamptz at time zone (select time_zone from callback_private.settings))::date,
      acknowledged_at = ${acknowledged}, completed_at = ${end === 'completed' ? later : null},
      cancelled_at = ${by ? later : null}, cancelled_by = ${by}, updated_at = ${later},
      listing_category = ${pick(random, [null, 'Boats', 'Phones'])}, listing_country = ${pick(random, [null, 'GH', 'TG'])},
      is_repeat = ${pick(random, [null, true, false])}
    where id = ${id}`;
  await writeCalls(sql, id, { from: acknowledged, end, at: later, random });
}

async function writeCalls(
  sql: Sql,
  id: string,
  { from, end, at, random }: { from: Date | null; end: string; at: Date; random: () => number },
): Promise<void> {
  if (!from) return;
  const calls = Array.from({ length: Math.floor(random() * 4) }, () => pick(random, OUTCOMES));
  if (end === 'completed' && random() < 0.8) calls.push('reached');
  for (const [number, outcome] of calls.entries())
    await sql`
      insert into callback_private.attempts (callback_request_id, seller_id, outcome, attempted_at)
      select id, seller_id, ${outcome}, ${new Date(at.getTime() + number * 0.7 * HOUR)} from callback_requests where id = ${id}`;
  if (end === 'completed' && random() < 0.3)
    await sql`
      insert into callback_private.confirmations (callback_request_id, seller_id, answer)
      select id, seller_id, ${pick(random, ['talked', 'not_called'])} from callback_requests where id = ${id}`;
}
