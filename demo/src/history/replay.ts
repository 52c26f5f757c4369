/** Makes a planned history real: hands the plan to replay.sql and lets it live through it, week by week. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transaction } from '@ringback/database';
import { DAY_MS, OPEN_FOR_MS, type Plan } from './types.ts';

const WEEK_MS = 7 * DAY_MS;
const ROWS_AT_ONCE = 500;

/** Must run in the transaction whose beginning is `now`, as the owner of Ringback's tables. */
export async function replayHistory(
  sql: Transaction,
  plan: Plan,
  now: number,
  onProgress: (message: string) => void,
): Promise<void> {
  await sql.unsafe(await readFile(join(import.meta.dirname, 'replay.sql'), 'utf8')).simple();
  const [requests, steps] = [requestRows(plan), stepRows(plan)];
  await insert(requests, (rows) => sql`insert into planned_request ${sql(rows)}`);
  await insert(steps, (rows) => sql`insert into planned_step ${sql(rows)}`);
  const first = Math.min(...steps.map(({ at }) => at.getTime())) - 1;
  const weeks = Math.ceil((now - first) / WEEK_MS);
  for (let week = 0; week < weeks; week++) {
    onProgress(`Making the requests of week ${week + 1} of ${weeks} …`);
    const until = Math.min(first + (week + 1) * WEEK_MS, now);
    await sql`select pg_temp.live_through(${new Date(first + week * WEEK_MS)}, ${new Date(until)})`;
  }
  await sql`select pg_temp.move_back()`;
}

function requestRows({ requests }: Plan) {
  return requests.map(({ buyer, listing, at, form }, number) => ({
    number,
    requester_id: buyer.id,
    seller_id: listing.seller.id,
    listing_id: listing.id,
    requester_phone: form.phone,
    requester_name: form.name,
    message: form.message,
    callback_reason: form.reason,
    preferred_time: form.preferredTime,
    preferred_days: form.preferredDays,
    priority: form.priority,
    at: new Date(at),
    expires_at: new Date(at + OPEN_FOR_MS),
  }));
}

function stepRows({ requests, visits }: Plan) {
  const ofRequests = requests.flatMap(({ at, steps }, request) => [
    { at: new Date(at), what: 'created', request, actor_id: null, reason: null },
    ...steps.map(({ at, status, by, reason }) => ({
      at: new Date(at),
      what: status as string,
      request,
      actor_id: by?.id ?? null,
      reason,
    })),
  ]);
  const ofVisits = visits.map(({ person, at }) => ({
    at: new Date(at),
    what: 'read',
    request: null,
    actor_id: person.id,
    reason: null,
  }));
  return [...ofRequests, ...ofVisits];
}

/** A statement takes at most 65,534 parameters. */
async function insert<Row>(rows: Row[], statement: (rows: Row[]) => PromiseLike<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await statement(rows.slice(start, start + ROWS_AT_ONCE));
}
