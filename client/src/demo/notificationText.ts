/** The English text that is stored with a notification; an app shows its own, in the reader's language. */
import { notifications } from '../texts/en.ts';
import { kindOf } from '../texts/kindOf.ts';
import { type DemoState, listing, person, type Side, type StoredRequest } from './state.ts';

export function notificationText(
  state: DemoState,
  request: StoredRequest,
  type: string,
  side: Side,
): { title: string; message: string } {
  const facts = { notification_type: type, as: side, cancelled_by: request.cancelled_by };
  const kind = kindOf(facts);
  if (!kind) throw new Error(`There is no notification ${type}.`);
  const title = listing(state, request.listing_id)?.title ?? '';
  return {
    title: notifications[kind]({ name: '', listing: '' }).title,
    message: notifications[kind]({ name: otherName(state, request, side) ?? '', listing: title }).message,
  };
}

/** The name of the side that does not read. */
export const otherName = (state: DemoState, request: StoredRequest, side: Side): string | null =>
  side === 'seller' ? request.requester_name : (person(state, request.seller_id)?.name ?? null);
