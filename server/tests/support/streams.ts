/** Readers of the stream of live updates, for tests. */

import { token } from '@ringback/testing/server/app.ts';
import { onTestFinished, vi } from 'vitest';
import { createEventReader } from '../../../client/src/live/sse.ts';

interface Message {
  event: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into any message
  data: any;
  id: string | undefined;
}

export interface TestStream {
  response: Response;
  messages: Message[];
  /** The requests and what happened to them, in order. */
  requests(): string[];
  /** The next message of this kind that has not been waited for. */
  next(event: string): Promise<Message>;
  /** The id from which to resume. */
  lastEventId(): string | undefined;
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>;
  close(): void;
}

export interface StreamOptions {
  as: { id: string };
  lastEventId?: string | undefined;
  claims?: Record<string, unknown>;
}

/** Opens a stream; what is no stream has its problem in `response`. */
export async function openStream(
  origin: string,
  { as, lastEventId, claims }: StreamOptions,
): Promise<TestStream> {
  const controller = new AbortController();
  const response = await fetch(`${origin}/v1/stream`, {
    signal: controller.signal,
    headers: {
      authorization: `Bearer ${await token(as.id, claims)}`,
      ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
    },
  });
  onTestFinished(() => controller.abort());
  const messages: Message[] = [];
  const reader = createEventReader();
  const waitedFor = new Set<Message>();

  async function readAll() {
    if (!response.ok || !response.body) return;
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
      for (const { event, data } of reader.read(piece)) {
        messages.push({ event, data: JSON.parse(data), id: reader.lastEventId });
      }
    }
  }
  const ended = readAll().catch(() => {});

  return {
    response,
    messages,
    requests: () =>
      messages
        .filter(({ event }) => event === 'request')
        .map(({ data }) => `${data.callback_request_id} ${data.status}`),
    next: (event) =>
      vi.waitFor(
        () => {
          const found = messages.find((message) => message.event === event && !waitedFor.has(message));
          if (!found) throw new Error(`No ${event} has come: ${JSON.stringify(messages)}`);
          waitedFor.add(found);
          return found;
        },
        { timeout: 15_000, interval: 5 },
      ),
    lastEventId: () => reader.lastEventId ?? lastEventId,
    ended,
    close: () => controller.abort(),
  };
}
