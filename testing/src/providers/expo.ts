/** A stand-in for Expo's push service that the real library talks to. Name its address in EXPO_BASE_URL before the library is loaded. */
import { gunzipSync } from 'node:zlib';
import { type Answer, type Asked, startStandIn } from './standIn.ts';

export type Push = { to: string; title: string; body: string; data: Record<string, string> };
export type Ticket = { status: string; id?: string; message?: string; details?: object };

export interface ExpoState {
  /** Each request's messages. */
  requests: Push[][];
  answer(pushes: Push[]): Answer;
  receipts: Record<string, object>;
}

export async function expoStandIn() {
  const state: ExpoState = {
    requests: [],
    answer: tickets(({ to }) => ({ status: 'ok', id: `ticket ${to}` })),
    receipts: {},
  };
  const server = await startStandIn((asked) => {
    if (asked.path.endsWith('getReceipts')) return { status: 200, body: { data: state.receipts } };
    const pushes = JSON.parse(textOf(asked)) as Push[];
    state.requests.push(pushes);
    return state.answer(pushes);
  });
  return Object.assign(server, { state, url: `http://127.0.0.1:${server.port}` });
}

const textOf = ({ headers, body }: Asked) =>
  (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();

/** An answer that has a ticket for each message. */
export const tickets =
  (of: (push: Push, index: number) => Ticket) =>
  (pushes: Push[]): Answer => ({ status: 200, body: { data: pushes.map(of) } });

/** A ticket, or a receipt, that says what went wrong. */
export const expoError = (code: string): Ticket => ({
  status: 'error',
  message: 'No',
  details: { error: code },
});
