/** The seller's inbox: what it lists, what waits, and what is kept while others change it. */
import { describe, expect, test, vi } from 'vitest';
import { type CallbackInboxProps, type InboxValue, useCallbackInbox } from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { idOf, makeRequest, SELLER_ID } from '../../support/samples.ts';
import { act, renderHook } from '../support/renderHook.tsx';
import { manyRequests } from '../support/sellersClient.ts';

const MINUTE_MS = 60_000;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS).toISOString();
const requestOf = (number: number, name: string, changes: Parameters<typeof makeRequest>[0] = {}) =>
  makeRequest({
    id: idOf(number),
    listing_id: idOf(100 + number),
    requester_name: name,
    requested_at: minutesAgo(100 - number),
    ...changes,
  });
const AMA = requestOf(1, 'Ama Mensah', { message: 'Does it fold?' });
const KOFI = requestOf(2, 'Kofi Annan', { priority: 'high' });
const ESI = requestOf(3, 'Esi Owusu', { priority: 'urgent' });

const clientWith = (...requests: ReturnType<typeof makeRequest>[]) =>
  createFakeClient({ userId: SELLER_ID, requests: requests.toReversed() });

async function renderInbox(props: CallbackInboxProps = {}, client = clientWith(AMA, KOFI, ESI)) {
  const inbox = await renderHook(useCallbackInbox, props, { client, userId: SELLER_ID });
  await inbox.until(({ state }) => state.kind !== 'loading');
  const model = () => inbox.result.current;
  const names = () => model().rows.map(({ name }) => name);
  /** As live updates announce it. */
  const hear = async (id: string) => {
    await act(async () => {
      for (const { send } of client.subscribers)
        send({ type: 'request', callback_request_id: id, event: 'x' } as never);
      await new Promise((resolve) => setTimeout(resolve, 80));
    });
  };
  return { ...inbox, client, model, names, hear };
}

/** The search begins when nothing has been typed for a while. */
const rest = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 300)));

describe('the list', () => {
  test('has first what needs action, compact', async () => {
    const { model, names } = await renderInbox();
    expect(names()).toEqual(['Esi Owusu', 'Ama Mensah', 'Kofi Annan']);
    expect(model().rows[0]).toMatchObject({ attention: 'danger', marks: [{ label: 'Urgent' }] });
    expect(model().rows[1]).toMatchObject({
      listing: 'Bicycle',
      excerpt: 'Does it fold?',
      status: { label: 'Waiting' },
      attention: undefined,
    });
  });

  test('shows a tab for each status with its count, and what to do when it is empty', async () => {
    const { model, until } = await renderInbox();
    await until(({ tabs }) => tabs.tabs[1]?.count === '3');
    await act(async () => model().tabs.choose('completed'));
    await until(({ state }) => state.kind === 'empty');
    expect(model().state).toMatchObject({ text: 'No requests with this status' });
  });

  test('is searched by several words and by number, once the reader rests', async () => {
    const { model, names, until, client } = await renderInbox();
    await act(async () => model().search.set('ama fold '));
    expect(names()).toHaveLength(3);
    await rest();
    await until(() => names().join() === 'Ama Mensah');
    expect(model().search.text).toBe('ama fold ');
    expect(client.callsOf('listCallbackRequests').at(-1)?.[0]).toMatchObject({ search: 'ama fold' });
    await act(async () => model().search.set('460018'));
    await rest();
    await until(() => names().length === 3);
  });

  test('is narrowed to a listing that occurs, until the chip is removed', async () => {
    const { model, names, until } = await renderInbox();
    expect(model().listing?.options.map(({ label }) => label)).toEqual([
      'All listings',
      'Bicycle',
      'Bicycle',
      'Bicycle',
    ]);
    await act(async () => model().listing?.choose(KOFI.listing_id ?? ''));
    await until(() => names().join() === 'Kofi Annan');
    expect(model().listing?.chip).toMatchObject({
      label: 'Bicycle',
      remove: { label: 'Remove filter: Bicycle' },
    });
    await act(async () => model().listing?.chip?.remove.run());
    await until(() => names().length === 3);
  });

  test('has more, page by page', async () => {
    const client = createFakeClient({ userId: SELLER_ID, requests: manyRequests(60) });
    const { model, until } = await renderInbox({}, client);
    expect(model().rows).toHaveLength(50);
    await act(
      async () =>
        model().state.kind === 'items' && (model().state as { more?: { run: () => void } }).more?.run(),
    );
    await until(({ rows }) => rows.length === 60);
    expect(model().renew).toMatchObject({ label: 'Refresh', hasNew: false });
  });
});

describe('while others change it', () => {
  test('asks for nothing again by itself', async () => {
    const { model, client, until, hear } = await renderInbox();
    await act(async () => model().open(AMA.id));
    await client.updateCallbackRequestStatus(AMA.id, { status: 'acknowledged' });
    await hear(AMA.id);
    await act(async () => model().search.set('ama'));
    await rest();
    await until(({ rows }) => rows.length === 1 || rows.length === 0);
    const before = client.calls.length;
    for (let times = 0; times < 5; times++) await rest();
    expect(client.calls.slice(before)).toEqual([]);
    expect(before).toBeLessThan(20);
  });

  test('a new request waits behind a count, and nothing moves', async () => {
    const { model, names, until, client, hear } = await renderInbox();
    const arrival = requestOf(9, 'Yaw Boateng', {
      requested_at: new Date().toISOString(),
      priority: 'urgent',
    });
    client.server.requests = [arrival, ...client.server.requests];
    await hear(arrival.id);
    await until(({ renew }) => renew.hasNew);
    expect(model().renew.label).toBe('1 new');
    expect(model().announcement).toBe('1 new');
    expect(names()).toEqual(['Esi Owusu', 'Ama Mensah', 'Kofi Annan']);
    await act(async () => model().renew.run());
    expect(names()).toEqual(['Yaw Boateng', 'Esi Owusu', 'Ama Mensah', 'Kofi Annan']);
    expect(model()).toMatchObject({ announcement: undefined, renew: { label: 'Refresh', hasNew: false } });
  });

  test('a search asks once for what it finds, and for what comes', async () => {
    const { model, names, until, client, hear } = await renderInbox({ defaultValue: { search: 'ama' } });
    expect(client.callsOf('listCallbackRequests').map(([query]) => query)).toEqual([
      expect.objectContaining({ search: 'ama', order: 'needs_action' }),
    ]);
    const arrival = requestOf(9, 'Ama Darko', { requested_at: new Date().toISOString() });
    client.server.requests = [arrival, ...client.server.requests];
    await hear(arrival.id);
    await until(({ renew }) => renew.label === '1 new');
    expect(names()).toEqual(['Ama Mensah']);
    await act(async () => model().renew.run());
    expect(names()).toEqual(['Ama Darko', 'Ama Mensah']);
  });

  test('a request that was handled stays until the tab is left', async () => {
    const { model, names, until, client, hear } = await renderInbox();
    await client.updateCallbackRequestStatus(AMA.id, { status: 'acknowledged' });
    await hear(AMA.id);
    await until(({ rows }) => rows[1]?.status.label === 'You’ll call');
    expect(names()).toEqual(['Esi Owusu', 'Ama Mensah', 'Kofi Annan']);
    await act(async () => model().tabs.choose('all'));
    await until(({ state, rows }) => state.kind === 'items' && rows.length === 3);
    await act(async () => model().tabs.choose('pending'));
    await until(() => names().join() === 'Esi Owusu,Kofi Annan');
  });

  test('or until the list is refreshed', async () => {
    const { model, names, until, client, hear } = await renderInbox();
    await client.updateCallbackRequestStatus(ESI.id, { status: 'completed' });
    await hear(ESI.id);
    expect(names()).toHaveLength(3);
    await act(async () => model().renew.run());
    await until(() => names().join() === 'Ama Mensah,Kofi Annan');
  });
});

describe('what is open', () => {
  test('moves with the keys, and stays within the list', async () => {
    const { model } = await renderInbox();
    const opened = () => model().current?.requester_name;
    await act(async () => model().move(1));
    expect(opened()).toBe('Esi Owusu');
    await act(async () => model().move(1));
    await act(async () => model().move(1));
    await act(async () => model().move(1));
    expect(opened()).toBe('Kofi Annan');
    await act(async () => model().move(-1));
    expect(opened()).toBe('Ama Mensah');
    await act(async () => model().close());
    expect(opened()).toBeUndefined();
  });

  test('is the host’s to keep, all of it', async () => {
    const onChange = vi.fn<(value: InboxValue) => void>();
    const value: Partial<InboxValue> = { status: 'all', search: 'kofi', requestId: AMA.id };
    const { model, names, rerender, until } = await renderInbox({ value, onChange });
    expect(names()).toEqual(['Kofi Annan']);
    expect(model().search.text).toBe('kofi');
    await act(async () => model().open(KOFI.id));
    expect(onChange).toHaveBeenLastCalledWith({ ...value, listingId: undefined, requestId: KOFI.id });
    expect(model().value.requestId).toBe(AMA.id);
    await rerender({ value: { ...value, search: '' }, onChange });
    await until(() => names().length === 3);
    expect(model().search.text).toBe('');
  });

  test('has a list of keys, unless the host wants none', async () => {
    const { model, rerender } = await renderInbox();
    expect(model().help?.keys).toContainEqual({ label: 'j', text: 'Next request' });
    await rerender({ shortcuts: false });
    expect(model().help).toBeUndefined();
  });
});
