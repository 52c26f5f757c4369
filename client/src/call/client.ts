/** What an app can ask of Ringback, the same whichever way the calls travel (HTTP or Supabase). */
import type { CallbackEvent, SubscribeOptions } from '../live/types.ts';
import { codes } from '../operations/codes.ts';
import { insight } from '../operations/insight.ts';
import { notifications } from '../operations/notifications.ts';
import { operatorAccess } from '../operations/operator/access.ts';
import { operatorDelivery } from '../operations/operator/delivery.ts';
import { operatorInsight } from '../operations/operator/insight.ts';
import { operatorPeople } from '../operations/operator/people.ts';
import { operatorPolicy } from '../operations/operator/policy.ts';
import { operatorPrivacy } from '../operations/operator/privacy.ts';
import { operatorRequests } from '../operations/operator/requests.ts';
import { operatorSystem } from '../operations/operator/system.ts';
import { operatorTrust } from '../operations/operator/trust.ts';
import { people } from '../operations/people.ts';
import { privacy } from '../operations/privacy.ts';
import { requests } from '../operations/requests.ts';
import { methodMaker, type Send } from './methods.ts';

type Of<Topic extends (method: never) => object> = ReturnType<Topic>;

/** Every function acts for the signed-in user and fails with a `CallbackError`. */
export interface CallbackClient
  extends Of<typeof requests>,
    Of<typeof codes>,
    Of<typeof notifications>,
    Of<typeof people>,
    Of<typeof privacy>,
    Of<typeof insight> {
  /**
   * Calls the listener with what happens to the user's requests and notifications, as it happens, until the
   * returned function is called. Reconnects by itself and resumes where it was.
   */
  subscribe?(listener: (event: CallbackEvent) => void, options?: SubscribeOptions): () => void;
}

/** Every function acts for the signed-in operator and fails with a `CallbackError`. */
export interface OperatorClient
  extends Of<typeof operatorAccess>,
    Of<typeof operatorRequests>,
    Of<typeof operatorPrivacy>,
    Of<typeof operatorPeople>,
    Of<typeof operatorDelivery>,
    Of<typeof operatorSystem>,
    Of<typeof operatorTrust>,
    Of<typeof operatorPolicy>,
    Of<typeof operatorInsight> {}

/** The methods of a person's client. */
export function userMethods(send: Send): Omit<CallbackClient, 'subscribe'> {
  const method = methodMaker(send);
  return {
    ...requests(method),
    ...codes(method),
    ...notifications(method),
    ...people(method),
    ...privacy(method),
    ...insight(method),
  };
}

/** The methods of an operator's client. */
export function operatorMethods(send: Send): OperatorClient {
  const method = methodMaker(send);
  return {
    ...operatorAccess(method),
    ...operatorRequests(method),
    ...operatorPrivacy(method),
    ...operatorPeople(method),
    ...operatorDelivery(method),
    ...operatorSystem(method),
    ...operatorTrust(method),
    ...operatorPolicy(method),
    ...operatorInsight(method),
  };
}
