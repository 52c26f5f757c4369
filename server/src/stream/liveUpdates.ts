/** Live updates of one process: the streams that are open, and the one reading of events that feeds them all while there are any. */
import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Database } from '../database.ts';
import { overloaded } from '../database.ts';
import type { Metrics } from '../metrics.ts';
import { countUnread, type EventPage, resumeEvents } from './events.ts';
import { type Follower, startFollower } from './follower.ts';
import { createRegistry } from './registry.ts';
import { createStream, type Reader, type Stream } from './stream.ts';
import { openWriter } from './writer.ts';

const BEAT_MS = 15_000;
const LOOK_ROUND_MS = 1_000;

/** Where a stream is to be written. */
export interface StreamTarget {
  raw: ServerResponse;
  headers: Parameters<typeof openWriter>[1];
}

export interface LiveUpdates {
  /**
   * Opens a stream that goes on after `lastEventId`, or from now without one. Nothing is written before it is sure to succeed.
   * @throws CallbackError when there are too many streams, or the database cannot be asked.
   */
  open(reader: Reader, lastEventId: string | null, target: StreamTarget): Promise<void>;
  /** This process has just written something for a person: whoever listens here hears of it at once. */
  announce(userId: string): void;
  /** Ends all streams; no other is opened. */
  stop(): Promise<void>;
}

export interface LiveUpdatesParts {
  database: Database;
  metrics: Pick<Metrics, 'openStreams' | 'streamLag'>;
  logger: Pick<Logger, 'warn'>;
  /** Streams that may be open at once. */
  maximum: number;
}

export function createLiveUpdates({ database, metrics, logger, maximum }: LiveUpdatesParts): LiveUpdates {
  const registry = createRegistry(maximum);
  /** Whose unread count is to be told. */
  const recount = new Set<string>();
  const beatAtMs = new WeakMap<Stream, number>();
  let following: Promise<Follower> | undefined;
  let follower: Follower | undefined;
  let isFailing = false;
  let isStopped = false;
  const lookRound = setInterval(() => lookAtAll(Date.now()), LOOK_ROUND_MS).unref();

  async function pass({ events, cursor, is_lost, read_at }: EventPage) {
    isFailing = false;
    if (is_lost) for (const stream of registry.all()) stream.reset(cursor);
    for (const event of events) {
      metrics.streamLag.observe((Date.parse(read_at) - Date.parse(event.happened_at)) / 1000);
      for (const userId of [event.seller_id, event.requester_id]) {
        for (const stream of registry.of(userId)) stream.tell(event);
        recount.add(userId);
      }
    }
    await tellUnread();
  }

  async function tellUnread() {
    const present = [...recount].filter((userId) => !isNone(registry.of(userId)));
    recount.clear();
    if (present.length === 0) return;
    const counts = await countUnread(database, present).catch((error) => {
      for (const userId of present) recount.add(userId);
      throw error;
    });
    for (const [userId, unread] of Object.entries(counts)) {
      for (const stream of registry.of(userId)) stream.tellUnread(unread);
    }
  }

  function fail(error: unknown) {
    if (!isFailing) logger.warn({ err: error }, 'live updates cannot be read; it is tried again');
    isFailing = true;
  }

  /** Reading begins with the first stream, and before that stream asks what it has missed, so that nothing falls in between. */
  async function follow(): Promise<void> {
    following ??= startFollower({ database, onPage: pass, onError: fail });
    const mine = following;
    try {
      follower = await mine;
    } catch (error) {
      if (following === mine) following = undefined;
      throw error;
    }
  }

  function join(stream: Stream) {
    registry.add(stream);
    metrics.openStreams.set(registry.size);
    beatAtMs.set(stream, Date.now() + BEAT_MS);
  }

  function leave(stream: Stream) {
    registry.remove(stream);
    metrics.openStreams.set(registry.size);
    if (registry.size === 0) void stopFollowing();
  }

  async function stopFollowing() {
    const last = following;
    following = undefined;
    follower = undefined;
    await last?.then((running) => running.stop()).catch(() => {}); // whoever waited for it was told
  }

  function lookAtAll(nowMs: number) {
    for (const stream of registry.all()) {
      if (stream.tokenExpiresAtMs <= nowMs) stream.end('token_expired');
      else if (follower && (beatAtMs.get(stream) ?? 0) <= nowMs) {
        beatAtMs.set(stream, nowMs + BEAT_MS);
        stream.beat(follower.cursor);
      }
    }
  }

  return {
    async open(reader, lastEventId, { raw, headers }) {
      if (isStopped) throw overloaded();
      const stream = createStream(reader);
      join(stream);
      raw.once('close', () => leave(stream));
      try {
        await follow();
        const missed = await resumeEvents(database, reader.userId, lastEventId);
        if (!raw.destroyed) stream.start(openWriter(raw, headers), missed);
        if (isStopped) stream.end('stopping');
      } catch (error) {
        leave(stream);
        throw error;
      }
    },
    announce(userId) {
      if (registry.size === 0) return;
      recount.add(userId);
      follower?.wake();
    },
    async stop() {
      isStopped = true;
      clearInterval(lookRound);
      for (const stream of registry.all()) stream.end('stopping');
      await stopFollowing();
    },
  };
}

function isNone(items: Iterable<unknown>): boolean {
  for (const _item of items) return false;
  return true;
}
