/** Requests callbacks and looks at what happened to them. Request n: everything about it follows from its number (sql/fill_market.sql). */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Market } from './stage.ts';

export const BUYERS = 1_000;
const LISTINGS = 2_000;
export const SELLERS = 200;

/** Who asks, about which listing, of whom. The first 200 requests go to 200 sellers; two million differ. */
export function requestOf(n: number) {
  const buyer = n % BUYERS;
  const listing = (buyer * 7 + Math.floor(n / BUYERS)) % LISTINGS;
  return { buyer, listing, seller: listing % SELLERS };
}

export function idOf(kind: 'buyer' | 'seller' | 'listing', n: number): string {
  const hex = createHash('md5').update(`${kind} ${n}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The body of request n for the API. */
export function bodyOf(n: number, priority = 'normal') {
  const { buyer, listing, seller } = requestOf(n);
  return {
    ...{ listing_id: idOf('listing', listing), seller_id: idOf('seller', seller), priority },
    requester_phone: phoneOf(buyer),
    requester_name: 'Kofi Boateng',
    preferred_days: ['Monday'],
  };
}

const phoneOf = (buyer: number) => `+1212555${String(buyer).padStart(4, '0')}`;

const AT_ONCE = 200;

/** Makes requests `first` to `first + count - 1` by the function that the API calls. */
export async function ask({ api }: Market, first: number, count = 1, priority = 'normal'): Promise<void> {
  for (let n = first; n < first + count; n += AT_ONCE) {
    const last = Math.min(n + AT_ONCE, first + count) - 1;
    await api`
      select public.create_callback_request(
        p_requester_id := md5('buyer ' || buyer)::uuid, p_seller_id := md5('seller ' || listing % ${SELLERS}::int)::uuid,
        p_listing_id := md5('listing ' || listing)::uuid, p_requester_phone := '+1212555' || lpad(buyer::text, 4, '0'),
        p_requester_name := 'Kofi Boateng', p_priority := ${priority})
      from generate_series(${n}::int, ${last}::int) n
      cross join lateral (select n % ${BUYERS}::int as buyer, (n % ${BUYERS}::int * 7 + n / ${BUYERS}::int) % ${LISTINGS}::int as listing) r`;
  }
}

/** Deliveries that are not at their end. */
export async function countOpen({ sql }: Market): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from callback_private.deliveries where status in ('pending', 'sending')`;
  return row?.count ?? 0;
}

/** Waits until every delivery is at its end, or parked. */
export const untilSettled = (market: Market, timeoutMs = 120_000) =>
  until(async () => (await countOpen(market)) === 0, 'deliveries to be settled', timeoutMs);

/** Makes due at once what waits for another attempt. */
export async function makeDue({ sql }: Market): Promise<void> {
  await sql`update callback_private.deliveries set next_attempt_at = now() where status in ('pending', 'sending') and next_attempt_at > now()`;
}

/** Waits for a condition; throws when it does not come true in time. */
export async function until(
  isTrue: () => Promise<boolean> | boolean,
  what: string,
  timeoutMs = 60_000,
  everyMs = 20,
): Promise<void> {
  const untilMs = performance.now() + timeoutMs;
  while (!(await isTrue())) {
    if (performance.now() > untilMs)
      throw new Error(`Waited ${timeoutMs / 1_000} s for ${what}, which did not come.`);
    await sleep(everyMs);
  }
}
