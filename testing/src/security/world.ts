/** The people that every security test has: two pairs of buyer and seller who must learn nothing of each other, and what they made. */
import type { Executor } from '@ringback/database';
import { type Listing, listing, type Person, person, type TestDatabase } from '../database/index.ts';

export type World = {
  /** Asked `seller` for a call about `bike`: `requestId`. */
  buyer: Person;
  seller: Person;
  /** Asked `otherSeller` for a call about `boat`: `otherRequestId`. */
  otherBuyer: Person;
  otherSeller: Person;
  bike: Listing;
  boat: Listing;
  /** A listing of the seller's that nobody has asked about. */
  spare: Listing;
  /** A listing of the buyer's own. */
  chair: Listing;
  requestId: string;
  otherRequestId: string;
  /** The seller's and the other seller's notification of the request. */
  notificationId: string;
  otherNotificationId: string;
};

export { MISSING } from '../database/ids.ts';

/** A mail about a notification, to be delivered; it has the notification's own id. */
export const deliverNotification = (sql: Executor, notificationId: string) => sql`
  insert into callback_private.deliveries (id, subject_kind, notification_id, recipient_kind, person_id, seller_id, channel)
    select n.id, 'notification', n.id, 'person', n.recipient_id, n.seller_id, 'email'
    from public.callback_request_notifications n where n.id = ${notificationId}`;

export async function makeWorld(database: TestDatabase): Promise<World> {
  const buyer = await person(database, { first_name: 'Grace', phone: '+12125550101' });
  const otherBuyer = await person(database, { first_name: 'Edsger', phone: '+12125550102' });
  const seller = await person(database, { first_name: 'Mary', phone: '+13125550198' });
  const otherSeller = await person(database, { first_name: 'Niklaus', phone: '+13125550199' });
  const bike = await listing(database, seller);
  const boat = await listing(database, otherSeller, { title: 'Rowing boat' });
  const spare = await listing(database, seller, { title: 'Spare wheel' });
  const chair = await listing(database, buyer, { title: 'Chair' });
  const [requestId, notificationId] = await ask(database, buyer, bike);
  const [otherRequestId, otherNotificationId] = await ask(database, otherBuyer, boat);
  return {
    ...{ buyer, seller, otherBuyer, otherSeller, bike, boat, spare, chair },
    ...{ requestId, otherRequestId, notificationId, otherNotificationId },
  };
}

async function ask(
  { api, sql }: TestDatabase,
  buyer: Person,
  item: Listing,
): Promise<[requestId: string, notificationId: string]> {
  const [request] = await api<{ id: string }[]>`select public.create_callback_request(
    ${buyer.id}, ${item.user_id}, ${item.id}, ${buyer.phone}, ${buyer.first_name}) as id`;
  const id = request?.id ?? '';
  const [notification] = await sql<{ id: string }[]>`
    select id from public.callback_request_notifications where callback_request_id = ${id}`;
  return [id, notification?.id ?? ''];
}
