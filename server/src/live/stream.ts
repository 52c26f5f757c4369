/** One reader's stream: their side of each event, each once, also while the stream is still being opened. */
import type { RequestEvent } from '@ringback/client';
import { type Given, givenBy, includes, joined } from './cursor.ts';
import type { EventPage, StoredEvent } from './events.ts';
import type { StreamWriter } from './writer.ts';

/** The longest silence. */
const BEAT_MS = 15_000;

export interface Reader {
  userId: string;
  /** When the reader's token ends, and the stream with it. */
  tokenExpiresAtMs: number;
}

export interface Stream extends Reader {
  /** Begins with what was missed; events that came meanwhile and are not in there follow. */
  start(writer: StreamWriter, missed: EventPage & { unread: number }): void;
  sendEvent(event: StoredEvent): void;
  sendUnread(unread: number): void;
  /** The reader may have missed events: they read everything again. */
  reset(cursor: string): void;
  /** Ends when the token has ended; shows now and then that the stream lives. `cursor` is where all streams stand. */
  lookAt(nowMs: number, cursor: string): void;
  end(reason: 'stopping'): void;
}

export function createStream(reader: Reader, nowMs: number): Stream {
  const early: (() => void)[] = [];
  let writer: StreamWriter | undefined;
  /** What the stream began with; the reading of all events may still be behind that. */
  let begun: Given | undefined;
  let beatAtMs = nowMs + BEAT_MS;

  function send(event: StoredEvent, cursor: string) {
    writer?.send('request', messageFor(event, reader.userId), cursor);
  }

  function pass(event: StoredEvent) {
    const given = givenBy(event.cursor);
    if (begun && !includes(begun, given)) send(event, joined(begun, given));
  }

  /** Now, or when the stream has started. */
  function whenStarted(act: () => void) {
    if (writer) act();
    else early.push(act);
  }

  function reset(cursor: string) {
    begun = givenBy(cursor);
    writer?.send('reset', {}, cursor);
  }

  function beat(nowMs: number, cursor: string) {
    beatAtMs = nowMs + BEAT_MS;
    if (begun) writer?.beat(joined(begun, givenBy(cursor)));
  }

  return {
    ...reader,
    start(opened, missed) {
      writer = opened;
      if (missed.is_lost) reset(missed.cursor);
      for (const event of missed.events) send(event, event.cursor);
      begun = givenBy(missed.cursor);
      writer.send('unread', { unread: missed.unread }, missed.cursor);
      for (const act of early.splice(0)) act();
    },
    sendEvent: (event) => whenStarted(() => pass(event)),
    sendUnread: (unread) => whenStarted(() => writer?.send('unread', { unread })),
    reset: (cursor) => whenStarted(() => reset(cursor)),
    lookAt(nowMs, cursor) {
      if (reader.tokenExpiresAtMs <= nowMs) writer?.end('token_expired');
      else if (beatAtMs <= nowMs) beat(nowMs, cursor);
    },
    end: (reason) => writer?.end(reason),
  };
}

function messageFor(event: StoredEvent, userId: string): RequestEvent {
  const { cursor: _cursor, audience: _audience, seller_id, requester_id: _requester, ...message } = event;
  return { ...message, as: seller_id === userId ? 'seller' : 'buyer' };
}
