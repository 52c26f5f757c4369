/** Many deliveries at once, straight into the tables, for tests that need a queue and not its making. */
import { listing, person, type TestDatabase } from '@ringback/testing/database/index.ts';

/** Requests of one buyer to one seller, each with a notification and a delivery by mail that is due. */
export async function fillDeliveries(database: TestDatabase, count: number): Promise<void> {
  const { sql } = database;
  const [seller, buyer] = [await person(database), await person(database)];
  const bike = await listing(database, seller);
  await sql`
    with request as (
      insert into callback_requests (requester_id, seller_id, listing_id, requester_phone, requester_name, requested_at, requested_on, expires_at)
      select ${buyer.id}, ${seller.id}, ${bike.id}, '+12125550123', 'Ada', day, day::date, now() + interval '7 days'
      from generate_series(1, ${count}::int) n, lateral (select (now() at time zone 'UTC')::date - n as day) d
      returning *
    ), event as (
      insert into callback_private.events (event_type, happened_at, callback_request_id, seller_id, requester_id, actor, to_status)
      select 'request_created', requested_at, id, seller_id, requester_id, 'buyer', 'pending' from request
      returning *
    ), notification as (
      insert into callback_request_notifications (callback_request_id, recipient_id, seller_id, notification_type, title, message, event_id)
      select callback_request_id, seller_id, seller_id, 'new_request', 'Title', 'Message', id from event returning *
    )
    insert into callback_private.deliveries (subject_kind, notification_id, recipient_kind, person_id, seller_id, channel)
    select 'notification', id, 'person', recipient_id, seller_id, 'email' from notification`;
}
