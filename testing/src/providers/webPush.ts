/** A stand-in for the push services of browsers, with TLS, and a browser's subscription to it. */
import { createECDH, randomBytes } from 'node:crypto';
import { Agent } from 'node:https';
import { connect } from 'node:tls';
import { type Answer, type Asked, startStandIn } from './standIn.ts';

export interface WebPushState {
  pushed: Asked[];
  answer(asked: Asked): Answer;
}

export async function webPushStandIn() {
  const state: WebPushState = { pushed: [], answer: () => ({ status: 201 }) };
  const server = await startStandIn(
    (asked) => {
      state.pushed.push(asked);
      return state.answer(asked);
    },
    { secure: true },
  );
  return Object.assign(server, { state, agent: new ToStandIn(server.port) });
}

/** Whatever the endpoint's host, it is the stand-in. */
class ToStandIn extends Agent {
  readonly #port: number;

  constructor(port: number) {
    super();
    this.#port = port;
  }

  override createConnection() {
    return connect({ host: '127.0.0.1', port: this.#port, rejectUnauthorized: false });
  }
}

/** What a browser gives for its subscription, beside the endpoint. */
export const subscriptionKeys = () => ({
  auth: randomBytes(16).toString('base64url'),
  p256dh: createECDH('prime256v1').generateKeys('base64url'),
});
