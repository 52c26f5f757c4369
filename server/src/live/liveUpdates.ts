/** Live updates of one process: the streams that are open, and the one reading of events that feeds them all while there are any. */
import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { type Database, overloaded } from '../platform/database.ts';
import type { Metrics } from '../platform/metrics.ts';
import { audienceOf, type EventPage, resumeEvents } from './events.ts';
import { type Follower, startFollower } from './follower.ts';
import { createRegistry, type Registry } from './registry.ts';
import { createStream, type Reader, type Stream } from './stream.ts';
import { createUnreadCounts, type UnreadCounts } from './unreadCounts.ts';
import { openWriter } from './writer.ts';

/** How often each stream is looked at: is its token still valid, has it been silent for long? */
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
  /** This process has just written something for a person: their streams here get it at once. */
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
  const unread = createUnreadCounts(database, registry);
  const feed = createFeed({ database, metrics, logger, registry, unread });
  let isStopped = false;
  const lookRound = setInterval(() => {
    const cursor = feed.cursor;
    if (cursor) for (const stream of registry.all()) stream.lookAt(Date.now(), cursor);
  }, LOOK_ROUND_MS).unref();

  function leave(stream: Stream) {
    registry.remove(stream);
    metrics.openStreams.set(registry.size);
    if (registry.size === 0) void feed.stop();
  }

  return {
    async open(reader, lastEventId, { raw, headers }) {
      if (isStopped) throw overloaded();
      // The reader left while the token was checked: there is no `close` to come that would make us leave the stream.
      if (raw.destroyed) return;
      const stream = createStream(reader, Date.now());
      registry.add(stream);
      metrics.openStreams.set(registry.size);
      raw.once('close', () => leave(stream));
      try {
        // The reading has begun before the stream asks what it has missed, so that nothing falls in between.
        await feed.start();
        const missed = await resumeEvents(database, reader.userId, lastEventId);
        if (!raw.destroyed) stream.start(openWriter(raw, headers), missed);
        if (isStopped) stream.end('stopping');
      } catch (error) {
        leave(stream);
        throw error;
      }
    },
    announce(userId) {
      unread.mark(userId);
      feed.wake();
    },
    async stop() {
      isStopped = true;
      clearInterval(lookRound);
      for (const stream of registry.all()) stream.end('stopping');
      await feed.stop();
    },
  };
}

interface FeedParts extends Omit<LiveUpdatesParts, 'maximum'> {
  registry: Registry;
  unread: UnreadCounts;
}

/** The reading of events, from the first stream to the last, and the passing on of what was read. */
function createFeed({ database, metrics, logger, registry, unread }: FeedParts) {
  let starting: Promise<Follower> | undefined;
  let follower: Follower | undefined;
  let isFailing = false;

  async function onPage({ events, cursor, is_lost, read_at }: EventPage) {
    if (is_lost) for (const stream of registry.all()) stream.reset(cursor);
    for (const event of events) {
      metrics.streamLag.observe((Date.parse(read_at) - Date.parse(event.happened_at)) / 1000);
      for (const userId of audienceOf(event)) {
        for (const stream of registry.of(userId)) stream.sendEvent(event);
        unread.mark(userId);
      }
    }
    await unread.send();
    isFailing = false;
  }

  function onError(error: unknown) {
    if (!isFailing) logger.warn({ err: error }, 'live updates cannot be read; trying again');
    isFailing = true;
  }

  return {
    /** Where the reading stands; undefined while there is none. */
    get cursor() {
      return follower?.cursor;
    },
    wake: () => follower?.wake(),
    async start() {
      starting ??= startFollower({ database, onPage, onError });
      const mine = starting;
      try {
        const started = await mine;
        // Unless it was stopped meanwhile, and another follows by now.
        if (starting === mine) follower = started;
      } catch (error) {
        if (starting === mine) starting = undefined;
        throw error;
      }
    },
    async stop() {
      const last = starting;
      [starting, follower] = [undefined, undefined];
      await last?.then((running) => running.stop()).catch(() => {}); // who waited for it has got the error
    },
  };
}
