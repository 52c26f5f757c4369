/** The outcome of a call that was not answered: it reaches the buyer whether or not the seller plans another try. */
import { eventually } from '@ringback/testing/eventually.ts';
import { focusManager } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import {
  createMemoryStorage,
  useCallbackCard,
  useSellerCallbackRequests,
} from '../../../src/headless/index.ts';
import { createFakeClient, type FakeClient } from '../../support/fakeClient.ts';
import { makeRequest, SELLER_ID } from '../../support/samples.ts';
import { act, type RenderOptions, renderHook } from '../support/renderHook.tsx';

/** A seller's card in the inbox, with the fake clock. */
async function renderCard(options: RenderOptions & { client?: FakeClient } = {}) {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const client =
    options.client ??
    createFakeClient({ userId: SELLER_ID, requests: [makeRequest({ status: 'acknowledged' })] });
  const onNotify = vi.fn();
  const hook = await renderHook(
    () => {
      const list = useSellerCallbackRequests();
      const [shown = makeRequest()] = list.requests;
      return { card: useCallbackCard({ request: shown }), isThere: list.requests.length > 0 };
    },
    undefined,
    { userId: SELLER_ID, onNotify, ...options, client },
  );
  await hook.until(({ isThere }) => isThere);
  const model = () => hook.result.current.card;
  return {
    ...hook,
    onNotify,
    model,
    retry: () => model().outcome?.retry,
    /** What was logged, in order. */
    logged: () => client.callsOf('logCallbackAttempt').map(([, attempt]) => attempt),
    attempts: () => client.server.requests[0]?.attempts.map(({ outcome }) => outcome),
    press: (run: (() => unknown) | undefined) => act(async () => void run?.()),
    wait: (ms: number) => act(async () => vi.advanceTimersByTime(ms)),
  };
}
type Card = Awaited<ReturnType<typeof renderCard>>;

/** After a call that nobody answered, before the seller has planned another one. */
async function renderUnanswered(options: RenderOptions = {}) {
  const card = await renderCard(options);
  await callUnanswered(card);
  return card;
}
async function callUnanswered({ model, press }: Card) {
  await press(model().call?.start);
  await press(() => model().outcome?.choose('no_answer'));
}
const hidePage = () => focusManager.setFocused(false);
const planOf = ({ retry }: Card) => retry()?.suggestions[0]?.value ?? '';

afterEach(() => {
  focusManager.setFocused(undefined);
  vi.useRealTimers();
});

test.each<[string, (card: Card) => unknown]>([
  ['the page is hidden', ({ press }) => press(hidePage)],
  ['the card goes', ({ unmount }) => unmount()],
  ['a minute has passed', ({ wait }) => wait(60_000)],
])('no answer is logged without a plan when %s', async (_when, leave) => {
  const card = await renderUnanswered();
  await card.wait(59_000);
  expect(card.logged()).toEqual([]);
  expect(card.retry()).toBeDefined();
  await leave(card);
  await eventually(() => expect(card.attempts()).toEqual(['no_answer']));
  expect(card.logged()).toEqual([{ outcome: 'no_answer' }]);
  await card.wait(120_000);
  expect(card.attempts()).toHaveLength(1);
});

test('a plan is logged with the outcome, at once and once', async () => {
  const card = await renderUnanswered();
  const plan = planOf(card);
  await card.press(() => card.retry()?.choose(plan));
  await card.press(hidePage);
  await card.wait(120_000);
  await card.unmount();
  expect(card.logged()).toEqual([{ outcome: 'no_answer', next_attempt_at: plan }]);
});

test('a plan that comes while the outcome is on its way makes no second attempt', async () => {
  const card = await renderUnanswered();
  const release = card.client.hold('logCallbackAttempt');
  const { choose } = card.retry() ?? {};
  const plan = planOf(card);
  await card.wait(60_000);
  expect(card.retry()?.isBusy).toBe(true);
  await card.press(() => choose?.(plan));
  await card.press(release);
  expect(card.attempts()).toEqual(['no_answer']);
  expect(card.model().outcome).toBeUndefined();
});

test('an outcome whose answer was lost is not logged twice', async () => {
  const card = await renderUnanswered();
  card.client.loseAnswers('logCallbackAttempt');
  await card.wait(60_000);
  await eventually(() => expect(card.model().error).toContain('No connection'));
  await card.press(() => card.model().outcome?.choose('busy'));
  await card.press(hidePage);
  expect(card.attempts()).toEqual(['no_answer']);
});

test('what cannot be logged stays asked', async () => {
  const card = await renderUnanswered();
  const heal = card.client.refuse('logCallbackAttempt', 'network_error');
  await card.wait(60_000);
  await eventually(() => expect(card.model().error).toContain('No connection'));
  heal();
  await card.press(() => card.retry()?.none.run());
  expect(card.attempts()).toEqual(['no_answer']);
});

test('a second call is one of its own', async () => {
  const card = await renderUnanswered();
  await card.press(card.model().call?.start);
  await eventually(() => expect(card.attempts()).toEqual(['no_answer']));
  expect(card.model().outcome).toMatchObject({ retry: undefined });
  await card.press(() => card.model().outcome?.choose('reached'));
  expect(card.attempts()).toEqual(['no_answer', 'reached']);
});

test.each<[string, (card: Card) => unknown]>([
  ['completed', ({ model }) => model().complete?.run()],
  ['declined', ({ model }) => model().declining?.confirm.run()],
])('the attempt comes before the request is %s', async (_how, end) => {
  const card = await renderUnanswered();
  await card.press(card.model().decline?.run);
  await card.press(() => end(card));
  await card.press(hidePage);
  await eventually(() => expect(card.client.callsOf('updateCallbackRequestStatus')).toHaveLength(1));
  const writes = ['logCallbackAttempt', 'updateCallbackRequestStatus'];
  expect(card.client.calls.map(({ method }) => method).filter((method) => writes.includes(method))).toEqual(
    writes,
  );
  expect(card.model().error).toBeUndefined();
});

test('a tap on call that is undone takes its outcome back', async () => {
  const client = createFakeClient({ userId: SELLER_ID, requests: [makeRequest()] });
  const card = await renderUnanswered({ client });
  await card.press(card.model().undo?.action.run);
  await card.press(hidePage);
  expect(card.logged()).toEqual([]);
  await card.press(() => focusManager.setFocused(true));
  await callUnanswered(card);
  await card.press(hidePage);
  await eventually(() => expect(card.attempts()).toEqual(['no_answer']));
});

test('the question goes once another window has logged the call', async () => {
  const storage = createMemoryStorage();
  const here = await renderUnanswered({ storage });
  const there = await renderCard({ storage, client: here.client });
  await there.until(({ card }) => card.outcome !== undefined);
  await there.press(() => there.model().outcome?.choose('busy'));
  await there.press(() => there.retry()?.none.run());
  await here.press(hidePage);
  await here.press(() => focusManager.setFocused(true));
  await here.until(({ card }) => card.outcome === undefined);
  expect(here.attempts()).toEqual(['busy']);
});
