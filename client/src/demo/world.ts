/** A marketplace with Ringback in memory: as many clients as people, the same rules, live updates. */
import { type CallbackClient, userMethods } from '../call/client.ts';
import { CallbackError, isCallbackError } from '../errors.ts';
import { subscribe } from '../live/subscription.ts';
import type { CallbackEvent } from '../live/types.ts';
import type { Operation, OperationInput } from '../operations/operation.ts';
import { DEMO_BUYER, DEMO_LISTINGS, DEMO_PEOPLE, PAST } from './fixtures.ts';
import { unread } from './inbox.ts';
import { expireOverdue, sideOf } from './machine.ts';
import { createOperator } from './operations.ts';
import { playPast } from './past.ts';
import { mayRead } from './sellerNotes.ts';
import type { Call, DemoListing, DemoPerson, DemoState } from './state.ts';
import { type DemoStorage, keptState } from './storage.ts';

export interface DemoWorldOptions {
  /** In place of the fixtures; without requests then. */
  people?: DemoPerson[];
  listings?: DemoListing[];
  /** Keeps the world over a reload, and shares it among the windows of a browser: `localStorage`. */
  storage?: DemoStorage;
  /** How long each call takes, so that busy states are seen; 150 by default. */
  delayMs?: number;
  /** ISO 3166 code of the country of numbers without a country code. */
  region?: string;
  /** `on_call`: sellers read a masked number until they ask for it; `open` by default. */
  phoneVisibility?: DemoState['phone_visibility'];
  /** Buyers confirm each new number by a code, which is always DEMO_CODE. */
  asksForCodes?: boolean;
  /** Milliseconds since 1970; the clock by default. */
  now?: () => number;
}

export interface DemoWorld {
  people: readonly DemoPerson[];
  listings: readonly DemoListing[];
  /** The client of a person; of nobody: then each call is refused with `unauthenticated`. */
  as(userId: string | null): CallbackClient;
}

type Listener = { userId: string; emit: (event: CallbackEvent) => void };

/** A world of its own; its clients act on each other as a buyer's and a seller's app do. */
export function createDemoWorld(options: DemoWorldOptions = {}): DemoWorld {
  const { people = DEMO_PEOPLE, listings = DEMO_LISTINGS, delayMs = 150, now = Date.now } = options;
  const operate = createOperator(options.region);
  const listeners = new Set<Listener>();
  const kept = keptState(options.storage, firstState, () => {
    for (const { emit } of listeners) emit({ type: 'reset' });
  });

  function firstState(): DemoState {
    const empty = { requests: [], notifications: [], preferences: {}, devices: [], keys: {}, ids: 0 };
    const state: DemoState = {
      phone_visibility: options.phoneVisibility ?? 'open',
      ...{ asks_for_codes: options.asksForCodes ?? false, confirmed_phones: [] },
      people,
      listings,
      ...empty,
    };
    if (options.people || options.listings) return state;
    const played = playPast({ ...state, asks_for_codes: false }, PAST, now(), operate);
    return { ...played, asks_for_codes: state.asks_for_codes };
  }

  /** What is refused leaves no trace, and nobody hears of it. */
  function act(userId: string, operation: Operation, input: OperationInput, key?: string): unknown {
    const call: Call = { state: kept.read(), userId, now: now(), happened: [], notified: new Set() };
    expireOverdue(call);
    const answer = operate(call, operation, input, key);
    kept.write(call.state);
    publish(call, listeners);
    if (isCallbackError(answer)) throw answer;
    return answer;
  }

  return {
    people,
    listings,
    as: (userId) => ({
      ...userMethods(async (operation, input, { idempotencyKey, signal }) => {
        await pause(delayMs, signal);
        if (userId === null) throw new CallbackError('unauthenticated', 'Sign in to continue.');
        return act(userId, operation, input, idempotencyKey);
      }),
      subscribe: (listener, subscribeOptions = {}) =>
        subscribe(listener, subscribeOptions, ({ emit, report, signal }) => {
          if (userId === null) return report('offline');
          const own = { userId, emit };
          listeners.add(own);
          signal.addEventListener('abort', () => listeners.delete(own));
          report('connected');
          emit({ type: 'notifications', unread: unread({ state: kept.read(), userId } as Call) });
        }),
    }),
  };
}

/** One client of a new world: by default the buyer's. */
export function createDemoClient({
  userId = DEMO_BUYER.id,
  ...options
}: DemoWorldOptions & { userId?: string | null } = {}): CallbackClient {
  return createDemoWorld(options).as(userId);
}

/** Each side of a request hears of what it may read, and whose notifications changed, how many are unread. */
function publish({ happened, notified, state }: Call, listeners: ReadonlySet<Listener>): void {
  for (const { userId, emit } of listeners) {
    for (const { event, request } of happened) {
      const side = sideOf(request, userId);
      if (side === undefined || !mayRead(side, event)) continue;
      emit({
        ...{ type: 'request', event_type: event.event_type, callback_request_id: request.id },
        ...{ status: event.to_status, happened_at: event.at },
      });
    }
    if (notified.has(userId)) emit({ type: 'notifications', unread: unread({ state, userId } as Call) });
  }
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  if (signal?.aborted) throw new CallbackError('aborted', 'The call was aborted before its answer came.');
}
