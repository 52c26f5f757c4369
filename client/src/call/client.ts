/** What an app can ask of Ringback, the same whichever way the calls travel (HTTP or Supabase). */
import type { CallbackEvent, SubscribeOptions } from '../live/types.ts';
import { insight, type operatorInsight } from '../operations/insight.ts';
import { notifications } from '../operations/notifications.ts';
import { people } from '../operations/people.ts';
import { type operatorRequests, requests } from '../operations/requests.ts';
import type { Methods } from './methods.ts';

/** What a client of a person is made from. */
export const USER_OPERATIONS = { ...requests, ...notifications, ...people, ...insight };

/** Every function acts for the signed-in user and fails with a `CallbackError`. */
export interface CallbackClient
  extends Methods<typeof requests>,
    Methods<typeof notifications>,
    Methods<typeof people>,
    Methods<typeof insight> {
  /**
   * Calls the listener with what happens to the user's requests and notifications, as it happens, until the returned
   * function is called. Reconnects by itself and resumes where it was.
   */
  subscribe?(listener: (event: CallbackEvent) => void, options?: SubscribeOptions): () => void;
}

/** Every function acts for the signed-in operator and fails with a `CallbackError`. */
export interface OperatorClient extends Methods<typeof operatorRequests>, Methods<typeof operatorInsight> {}
