/** Subscribing through Supabase Realtime, with a stand-in for its channel. */
import { describe, expect, test, vi } from 'vitest';
import { type CallbackEvent, createSupabaseCallbackClient, type LiveStatus } from '../src/index.ts';
import type { RowChange } from '../src/supabase/rpc.ts';
import { REQUEST_ID } from './support/samples.ts';

/** A project whose one channel a test can speak through. */
function fakeProject() {
  const bindings: { event: string; table: string; callback: (change: RowChange) => void }[] = [];
  const removed = vi.fn();
  let setStatus: (status: string) => void = () => {};
  const channel = {
    on(
      type: string,
      { event, schema, table }: Record<string, string>,
      callback: (change: RowChange) => void,
    ) {
      expect([type, schema]).toEqual(['postgres_changes', 'public']);
      bindings.push({ event: event ?? '', table: table ?? '', callback });
      return channel;
    },
    subscribe(callback: (status: string) => void) {
      setStatus = callback;
      return channel;
    },
  };
  return {
    supabase: {
      rpc: () => ({ abortSignal: async () => ({ data: null, error: null, status: 200 }) }),
      channel: () => channel,
      removeChannel: removed,
    },
    removed,
    channel,
    setStatus: (status: string) => setStatus(status),
    change(eventType: string, table: string, row: object) {
      for (const { event, callback, table: bound } of bindings) {
        if (event === eventType && bound === table) callback({ eventType, new: row });
      }
    },
    bindings,
  };
}

function subscribed() {
  const project = fakeProject();
  const events: CallbackEvent[] = [];
  const statuses: LiveStatus[] = [];
  const client = createSupabaseCallbackClient(project.supabase);
  const stop = client.subscribe?.((event) => events.push(event), {
    onStatus: (status) => statuses.push(status),
  });
  return { ...project, events, statuses, stop: () => stop?.() };
}

const row = {
  id: REQUEST_ID,
  status: 'acknowledged',
  updated_at: '2026-11-22T14:52:15+00:00',
  seller_id: 'x',
};

describe('subscribe', () => {
  test('tells changed requests and notifications, never deletions', async () => {
    const { change, events, bindings } = subscribed();
    change('INSERT', 'callback_requests', { ...row, status: 'pending' });
    change('UPDATE', 'callback_requests', row);
    change('INSERT', 'callback_request_notifications', {});
    await expect.poll(() => events).toHaveLength(3);
    const common = { type: 'request', callback_request_id: REQUEST_ID, happened_at: row.updated_at };
    expect(events).toEqual([
      { ...common, event_type: 'request_created', status: 'pending' },
      { ...common, event_type: 'changed', status: 'acknowledged' },
      { type: 'notifications' },
    ]);
    expect(new Set(bindings.map(({ event }) => event))).toEqual(new Set(['INSERT', 'UPDATE']));
  });

  test('says how the channel is, and that something may have been missed while it was away', async () => {
    const { setStatus, statuses, events } = subscribed();
    setStatus('SUBSCRIBED');
    setStatus('CHANNEL_ERROR');
    setStatus('SUBSCRIBED');
    await expect.poll(() => events).toEqual([{ type: 'reset' }]);
    expect(statuses).toEqual(['connecting', 'connected', 'offline', 'connected']);
  });

  test('leaves the channel when it is stopped, and tells nothing more', async () => {
    const { stop, removed, channel, change, setStatus, events, statuses } = subscribed();
    stop();
    change('UPDATE', 'callback_requests', row);
    setStatus('CLOSED');
    await Promise.resolve();
    expect([events, statuses]).toEqual([[], ['connecting']]);
    expect(removed).toHaveBeenCalledWith(channel);
  });

  test('without Realtime it cannot', () => {
    const { rpc } = fakeProject().supabase;
    const statuses: LiveStatus[] = [];
    createSupabaseCallbackClient({ rpc }).subscribe?.(() => {}, {
      onStatus: (status) => statuses.push(status),
    });
    expect(statuses).toEqual(['unsupported']);
  });
});
