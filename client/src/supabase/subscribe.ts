/**
 * Live updates by Supabase Realtime: changes of the rows that the row policies show to the user. Deletions are left out, because
 * Realtime sends those to everyone.
 */
import * as z from 'zod/mini';
import { subscribe } from '../live/subscription.ts';
import type { CallbackEvent, LiveStatus, SubscribeOptions } from '../live/types.ts';
import { Id } from '../schemas/scalars.ts';
import { STATUSES } from '../vocabulary.ts';
import type { RowChange, SupabaseLike } from './rpc.ts';

/** What is read of a changed request. */
const ChangedRequest = z.object({
  id: Id,
  status: z.enum(STATUSES),
  updated_at: z.string(),
});

const MEANINGS: Record<string, LiveStatus> = {
  SUBSCRIBED: 'connected',
  TIMED_OUT: 'offline',
  CHANNEL_ERROR: 'offline',
  CLOSED: 'offline',
};

let channels = 0;

/** Listens until the returned function is called; the channel joins again by itself when its connection breaks. */
export function subscribeOverSupabase(
  supabase: SupabaseLike,
  listener: (event: CallbackEvent) => void,
  options: SubscribeOptions,
): () => void {
  return subscribe(listener, options, ({ signal, emit, report }) => {
    // Two channels of one name would be one, and end together.
    const channel = supabase.channel?.(`ringback-${++channels}`);
    if (!channel) return report('unsupported');
    const onRequest = (change: RowChange) => emit(requestEvent(change));
    const onNotification = () => emit({ type: 'notifications' });
    let hasBeenConnected = false;

    for (const event of ['INSERT', 'UPDATE'] as const) {
      channel.on('postgres_changes', { event, schema: 'public', table: 'callback_requests' }, onRequest);
      channel.on(
        'postgres_changes',
        { event, schema: 'public', table: 'callback_request_notifications' },
        onNotification,
      );
    }
    report('connecting');
    channel.subscribe((status) => {
      report(MEANINGS[status] ?? 'connecting');
      if (status !== 'SUBSCRIBED') return;
      // What happened while it was away is not sent again.
      if (hasBeenConnected) emit({ type: 'reset' });
      hasBeenConnected = true;
    });
    signal.addEventListener('abort', () => supabase.removeChannel?.(channel as never));
  });
}

function requestEvent(change: RowChange): CallbackEvent {
  const { id, status, updated_at } = z.parse(ChangedRequest, change.new);
  const event_type = change.eventType === 'INSERT' ? 'request_created' : 'changed';
  return { type: 'request', event_type, callback_request_id: id, status, happened_at: updated_at };
}
