/** The buyer's list of requests: what is whole and what is a row, and that it holds still. */
import { expect, test, vi } from 'vitest';
import { useMyCallbackRequests } from '../../../src/headless/index.ts';
import { createFakeClient, type FakeClient } from '../../support/fakeClient.ts';
import { idOf, makeRequest } from '../../support/samples.ts';
import { comeBack } from '../support/renderButton.tsx';
import { act, renderHook } from '../support/renderHook.tsx';

type Changes = Parameters<typeof makeRequest>[0];

/** One an hour, the first is the newest. */
const requestsOf = (...changes: Changes[]) =>
  changes.map((change, index) =>
    makeRequest({
      id: idOf(index + 1),
      requested_at: new Date(Date.now() - (index + 1) * 3_600_000).toISOString(),
      ...change,
    }),
  );
const COMPLETED: Changes = { status: 'completed', completed_at: new Date().toISOString() };

async function openList(client: FakeClient, props: Parameters<typeof useMyCallbackRequests>[0] = {}) {
  const hook = await renderHook(useMyCallbackRequests, props, { client });
  await hook.until(({ state, renew }) => state.kind !== 'loading' && renew === undefined);
  const choose = (status: 'all' | 'pending' | 'completed') =>
    act(async () => hook.result.current.tabs.choose(status));
  return { ...hook, choose };
}
type List = Awaited<ReturnType<typeof openList>>;

const idsOf = ({ result }: List) => result.current.items.map(({ request }) => request.id);
const change = (client: FakeClient, id: string, changes: Changes) => {
  client.server.requests = client.server.requests.map((request) =>
    request.id === id ? { ...request, ...changes, updated_at: new Date().toISOString() } : request,
  );
};

test('open ones come first and whole, ended ones are rows that open', async () => {
  const client = createFakeClient({ requests: requestsOf(COMPLETED, {}, { status: 'acknowledged' }) });
  const list = await openList(client);
  const { items } = list.result.current;
  expect(items.map(({ request, isLarge }) => [request.id, isLarge])).toEqual([
    [idOf(2), true],
    [idOf(3), true],
    [idOf(1), false],
  ]);
  expect(items[2]).toMatchObject({ title: 'Bicycle', status: { label: 'Completed' }, isOpen: false });
  await act(async () => items[2]?.toggle.run());
  expect(list.result.current.items.map(({ isOpen }) => isOpen)).toEqual([false, false, true]);
  await act(async () => list.result.current.items[2]?.toggle.run());
  expect(list.result.current.items[2]?.isOpen).toBe(false);
});

test('one that ends stays in its place, whole, until another tab is chosen', async () => {
  const client = createFakeClient({ requests: requestsOf({}, {}) });
  const list = await openList(client, { defaultValue: { status: 'pending' } });
  change(client, idOf(1), COMPLETED);
  await act(async () => comeBack());
  await list.until(({ items }) => items[0]?.status.label === 'Completed');
  expect(idsOf(list)).toEqual([idOf(1), idOf(2)]);
  expect(list.result.current.items[0]?.isLarge).toBe(true);
  await list.choose('all');
  await list.until(({ items }) => items.length === 2);
  expect(list.result.current.items.map(({ request, isLarge }) => [request.id, isLarge])).toEqual([
    [idOf(2), true],
    [idOf(1), false],
  ]);
});

test('what is requested elsewhere waits until it is asked for', async () => {
  const client = createFakeClient({ requests: requestsOf({}) });
  const list = await openList(client);
  const newer = makeRequest({ id: idOf(9) });
  client.server.requests = [newer, ...client.server.requests];
  await act(async () => comeBack());
  await list.until(({ renew }) => renew?.label === '1 new');
  expect(idsOf(list)).toEqual([idOf(1)]);
  await act(async () => list.result.current.renew?.run());
  expect(idsOf(list)).toEqual([idOf(9), idOf(1)]);
  expect(list.result.current.renew).toBeUndefined();
});

test('the host keeps the tab and the open request', async () => {
  const client = createFakeClient({ requests: requestsOf({}, COMPLETED) });
  const onChange = vi.fn();
  const value = { status: 'completed', requestId: idOf(2) } as const;
  const list = await openList(client, { value, onChange });
  expect(idsOf(list)).toEqual([idOf(2)]);
  expect(list.result.current.items[0]?.isOpen).toBe(true);
  await list.choose('pending');
  expect(onChange.mock.calls).toEqual([[{ status: 'pending', requestId: undefined }]]);
  expect(list.result.current.tabs.value).toBe('completed');
});

test('an open request that the list does not have is shown beside it, and can be closed', async () => {
  const client = createFakeClient({ requests: requestsOf({}, COMPLETED) });
  const list = await openList(client, { defaultValue: { status: 'pending', requestId: idOf(2) } });
  expect(list.result.current.otherId).toBe(idOf(2));
  await act(async () => list.result.current.closeOther.run());
  expect(list.result.current.otherId).toBeUndefined();
});

test.each([
  ['may be answered', 60_000, null, 'Did you talk?'],
  ['has been answered', 60_000, { answer: 'talked', rating: null, answered_at: '' }, undefined],
  ['can no longer be answered', -60_000, null, undefined],
])('a completion that %s', async (_case, leftMs, confirmation, label) => {
  const can_confirm_until = new Date(Date.now() + leftMs).toISOString();
  const client = createFakeClient({
    requests: requestsOf({ ...COMPLETED, can_confirm_until, confirmation }),
  });
  const list = await openList(client);
  expect(list.result.current.items[0]?.question?.label).toBe(label);
});

test('an empty list says so, and whether anything was requested at all', async () => {
  const list = await openList(createFakeClient());
  expect(list.result.current).toMatchObject({
    state: { kind: 'empty', text: 'You haven’t requested any callbacks yet.' },
    isNew: true,
  });
  await list.choose('completed');
  await list.until(({ state }) => state.kind === 'empty');
  expect(list.result.current).toMatchObject({
    state: { kind: 'empty', text: 'No requests with this status' },
    isNew: false,
  });
});
