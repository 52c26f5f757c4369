/** What a message of the stream means. */
import * as z from 'zod/mini';
import { RequestEvent, UnreadCount } from '../schemas/index.ts';
import type { CallbackEvent } from './types.ts';

/** Undefined for messages that need no listener, or that a later version has brought. Throws for data that makes no sense. */
export function eventOf(event: string, data: string): CallbackEvent | undefined {
  switch (event) {
    case 'request': {
      const { event_type, callback_request_id, status, happened_at } = z.parse(
        RequestEvent,
        JSON.parse(data),
      );
      return { type: 'request', event_type, callback_request_id, status, happened_at };
    }
    case 'unread':
      return { type: 'notifications', unread: z.parse(UnreadCount, JSON.parse(data)).unread };
    case 'reset':
      return { type: 'reset' };
    default:
      return undefined;
  }
}
