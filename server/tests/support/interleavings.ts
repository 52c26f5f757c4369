/** Who writes, who reads all events and who listens, each driven step by step. */
import { randomUUID } from 'node:crypto';
import type { Sql } from '@ringback/database';
import { expect } from 'vitest';
import type { EventPage } from '../../src/live/events.ts';
import { createStream, type Stream } from '../../src/live/stream.ts';
import type { StreamWriter } from '../../src/live/writer.ts';

/** So few that pages end in the middle of transactions. */
const PAGE = 3;
const BETWEEN_BEATS_MS = 20_000;

/** The requests that events are about: the reader's, and those of others. */
interface Written {
  own: string[];
  foreign: string[];
}

/** A connection, and the transaction that is open on it. */
export function createWriter(sql: Sql, readerId: string) {
  const committed: Written = { own: [], foreign: [] };
  let pending: Written | undefined;

  async function begin(): Promise<Written> {
    await sql`begin`;
    return { own: [], foreign: [] };
  }

  async function insert(count: number, people: string[]): Promise<string[]> {
    const [seller, requester] = count % 2 === 0 ? people : people.toReversed();
    const rows = await sql<{ id: string }[]>`
      insert into callback_private.events (event_type, callback_request_id, seller_id, requester_id, actor, to_status)
      select 'request_created', gen_random_uuid(), ${seller ?? ''}, ${requester ?? ''}, 'buyer', 'pending'
      from generate_series(1, ${count}) returning callback_request_id as id`;
    return rows.map(({ id }) => id);
  }

  return {
    committed,
    /** Writes so many events, in one transaction until it ends. */
    async write(own: number, foreign: number) {
      pending ??= await begin();
      pending.own.push(...(await insert(own, [readerId, randomUUID()])));
      pending.foreign.push(...(await insert(foreign, [randomUUID(), randomUUID()])));
    },
    /** Writes events and takes them back. */
    async writeInVain() {
      pending ??= await begin();
      await sql`savepoint before`;
      await insert(2, [readerId, randomUUID()]);
      await sql`rollback to savepoint before`;
    },
    async end(how: 'commit' | 'rollback') {
      if (!pending) return;
      await sql.unsafe(how);
      if (how === 'commit') {
        committed.own.push(...pending.own);
        committed.foreign.push(...pending.foreign);
      }
      pending = undefined;
    },
  };
}

/** A process: reads all events and sends them to the streams that it holds. */
export type Feed = Awaited<ReturnType<typeof createFeed>>;

export async function createFeed(sql: Sql) {
  const heard: string[] = [];
  const streams = new Set<Stream>();
  const { cursor: startedAt } = await follow(sql, null);
  let cursor = startedAt;
  let nowMs = 0;

  /** Reads one page; whether there may be more. */
  async function read(): Promise<boolean> {
    const page = await follow(sql, cursor);
    expect(page.is_lost).toBe(false);
    cursor = page.cursor;
    for (const event of page.events) {
      heard.push(event.callback_request_id);
      for (const stream of streams)
        if ([event.seller_id, event.requester_id].includes(stream.userId)) stream.sendEvent(event);
    }
    return page.events.length === PAGE;
  }

  return {
    heard,
    streams,
    startedAt,
    read,
    async readAll() {
      while (await read());
    },
    /** Shows every stream that it lives. */
    beat() {
      nowMs += BETWEEN_BEATS_MS;
      for (const stream of streams) stream.lookAt(nowMs, cursor);
    },
  };
}

/** A listener: what arrived before a connection broke, they have heard for good. */
export function createReader(sql: Sql, userId: string, beginAt: string) {
  const heard: string[] = [];
  let lastEventId = beginAt;
  let messages: { id?: string | undefined; about?: string }[] = [];
  let connection: { feed: Feed; stream: Stream; isStarted: boolean } | undefined;

  const writer: StreamWriter = {
    send(event, data, id) {
      expect(event).not.toBe('reset');
      const about = 'callback_request_id' in data ? { about: String(data.callback_request_id) } : {};
      messages.push({ id, ...about });
    },
    beat: (id) => void messages.push({ id }),
    end: () => {},
  };

  return {
    heard,
    /** From now on that process has their stream, which does not begin yet. */
    connect(feed: Feed) {
      if (connection) return;
      const stream = createStream({ userId, tokenExpiresAtMs: Number.POSITIVE_INFINITY }, 0);
      feed.streams.add(stream);
      connection = { feed, stream, isStarted: false };
    },
    /** What was missed has been read, and the stream begins. */
    async start() {
      if (!connection || connection.isStarted) return;
      connection.isStarted = true;
      const [row] = await sql<{ missed: EventPage & { unread: number } }[]>`
        select callback_private.resume_callback_events(${userId}, ${lastEventId}, 1000) as missed`;
      if (row) connection.stream.start(writer, row.missed);
    },
    /** The connection breaks, and that many messages have not arrived. */
    break(lost: number) {
      if (connection) connection.feed.streams.delete(connection.stream);
      const arrived = messages.slice(0, Math.max(0, messages.length - lost));
      heard.push(...arrived.flatMap(({ about }) => about ?? []));
      lastEventId = arrived.findLast(({ id }) => id !== undefined)?.id ?? lastEventId;
      [messages, connection] = [[], undefined];
    },
  };
}

async function follow(sql: Sql, after: string | null): Promise<EventPage> {
  const [row] = await sql<{ page: EventPage }[]>`
    select callback_private.follow_callback_events(${after}, ${PAGE}) as page`;
  return row?.page as EventPage;
}
