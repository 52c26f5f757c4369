/** Writes what happened to a request, and the notifications that it causes. */
import type { HISTORY_EVENTS, NOTIFICATION_TYPES } from '../vocabulary.ts';
import { notificationText } from './notificationText.ts';
import { type Call, newId, type Side, type StoredEvent, type StoredRequest } from './state.ts';

type NotificationType = (typeof NOTIFICATION_TYPES)[number];

interface Cause {
  event: (typeof HISTORY_EVENTS)[number];
  to: readonly Side[];
  /** Where the event alone does not decide. */
  when?: (event: StoredEvent) => boolean;
}

const becomes = (status: string) => (event: StoredEvent) => event.to_status === status;

/** As the database's notification_types have it; a type that is new there is asked for here by the compiler. */
const CAUSES: Record<NotificationType, Cause> = {
  new_request: { event: 'request_created', to: ['seller'] },
  request_acknowledged: {
    event: 'status_changed',
    to: ['buyer', 'seller'],
    when: (event) => becomes('acknowledged')(event) && !('attempt_id' in event.data),
  },
  call_attempted: {
    event: 'call_attempted',
    to: ['buyer'],
    when: ({ data }) => data.outcome !== 'reached' && data.outcome !== 'wrong_number',
  },
  wrong_number: {
    event: 'call_attempted',
    to: ['buyer'],
    when: ({ data }) => data.outcome === 'wrong_number',
  },
  request_edited: { event: 'request_edited', to: ['seller'] },
  request_extended: { event: 'request_extended', to: ['seller'] },
  request_expiring: { event: 'request_expiring', to: ['buyer', 'seller'] },
  request_completed: { event: 'status_changed', to: ['buyer', 'seller'], when: becomes('completed') },
  request_cancelled: { event: 'status_changed', to: ['buyer', 'seller'], when: becomes('cancelled') },
  request_reminder: { event: 'seller_reminded', to: ['seller'] },
  request_expired: { event: 'status_changed', to: ['buyer', 'seller'], when: becomes('expired') },
  completion_contradicted: { event: 'completion_contradicted', to: ['seller'] },
};

type NewEvent = Pick<StoredEvent, 'event_type' | 'actor' | 'data'> & {
  from_status?: StoredEvent['from_status'];
  /** When the request was last changed, by default. */
  at?: string;
};

/** `request` is as the event leaves it. Without `from_status` its status stayed. */
export function recordEvent(call: Call, request: StoredRequest, given: NewEvent): void {
  call.state.ids += 1;
  const event: StoredEvent = {
    from_status: request.status,
    at: request.updated_at,
    ...given,
    id: call.state.ids,
    to_status: request.status,
  };
  request.events.push(event);
  call.happened.push({ event, request });
  for (const [type, { event: cause, to, when = () => true }] of Object.entries(CAUSES)) {
    if (cause !== event.event_type || !when(event)) continue;
    for (const side of to) if (side !== event.actor) notify(call, request, event, type, side);
  }
}

function notify(
  { state, notified }: Call,
  request: StoredRequest,
  event: StoredEvent,
  type: string,
  side: Side,
): void {
  const recipient_id = side === 'seller' ? request.seller_id : request.requester_id;
  notified.add(recipient_id);
  state.notifications.unshift({
    id: newId(state),
    callback_request_id: request.id,
    notification_type: type,
    as: side,
    recipient_id,
    event_id: event.id,
    ...notificationText(state, request, type, side),
    data: event.data,
    created_at: event.at,
    read_at: null,
  });
}
