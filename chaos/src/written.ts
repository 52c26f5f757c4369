/** Whether each request is in the database whole (one request, one notification, its deliveries) or not at all. */
import { idOf, requestOf } from './market.ts';
import type { Market } from './stage.ts';

export interface Written {
  whole: Set<number>;
  /** There, but not whole, or more than once. */
  broken: number;
}

/** Looks for requests with these numbers, in a market of one channel. */
export async function findWritten({ sql }: Market, numbers: number[]): Promise<Written> {
  const rows = await sql<{ key: string; is_whole: boolean }[]>`
    select r.requester_id || ' ' || r.listing_id as key,
      count(distinct r.id) = 1 and count(distinct n.id) = 1 and count(distinct d.id) = 1 and count(distinct e.id) = 1 as is_whole
    from callback_requests r
    left join callback_request_notifications n on n.callback_request_id = r.id and n.notification_type = 'new_request'
    left join callback_private.deliveries d on d.notification_id = n.id
    left join callback_private.events e on e.callback_request_id = r.id and e.event_type = 'request_created'
    group by 1`;
  const isWhole = new Map(rows.map(({ key, is_whole }) => [key, is_whole]));
  const stateOf = (n: number) =>
    isWhole.get(`${idOf('buyer', requestOf(n).buyer)} ${idOf('listing', requestOf(n).listing)}`);
  return {
    whole: new Set(numbers.filter((n) => stateOf(n) === true)),
    broken: numbers.filter((n) => stateOf(n) === false).length,
  };
}
