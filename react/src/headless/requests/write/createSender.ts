/** Sends a new request once, however often it is asked to. */
import {
  type CallbackClient,
  type CallbackRequestDetail,
  type CreateCallbackRequest,
  newIdempotencyKey,
} from '@ringback/client';

interface Sending {
  content: string;
  idempotencyKey: string;
  answer: Promise<CallbackRequestDetail> | undefined;
}

/**
 * Returns a function that sends. The same content while it is being sent gets the same answer; after a failure it goes
 * out with the same idempotency key, because the answer that was lost may have been a success.
 */
export function createSender() {
  let last: Sending | undefined;
  return (client: CallbackClient, input: CreateCallbackRequest): Promise<CallbackRequestDetail> => {
    const content = JSON.stringify(input);
    if (last?.content !== content) last = { content, idempotencyKey: newIdempotencyKey(), answer: undefined };
    last.answer ??= send(client, input, last, () => {
      last = undefined;
    });
    return last.answer;
  };
}

async function send(
  client: CallbackClient,
  input: CreateCallbackRequest,
  sending: Sending,
  onSent: () => void,
) {
  try {
    const answer = await client.createCallbackRequest(input, { idempotencyKey: sending.idempotencyKey });
    onSent();
    return answer;
  } finally {
    sending.answer = undefined;
  }
}
