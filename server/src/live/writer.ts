/** Writes server-sent events to one reader. A reader that does not keep up is cut off instead of being waited for: it resumes later. */
import type { ServerResponse } from 'node:http';

/** A reader that was told of the end gets so long to take it. */
export const CLOSE_WITHIN_MS = 5_000;

/** So much may wait for a reader. */
export const MOST_BUFFERED_BYTES = 65_536;

/** How soon a reader should come back, before its own jitter. */
const RETRY_MS = 2_000;

export interface StreamWriter {
  /** Sends a message; with an id, the reader can resume after it. */
  send(event: string, data: object, id?: string): void;
  /** Shows that the connection lives, and from where to resume. */
  beat(id: string): void;
  /** Tells why and ends; whatever comes after it is dropped. */
  end(reason: string): void;
}

/** Begins the answer. `headers` are those that every answer has. */
export function openWriter(
  raw: ServerResponse,
  headers: NodeJS.Dict<number | string | string[]>,
): StreamWriter {
  // An error that nobody listens to would end the process, for all readers.
  raw.on('error', () => {});
  raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    // A proxy that compresses would keep messages back until it has a block full.
    'cache-control': 'no-store, no-transform',
    // Tells nginx to pass each message on at once.
    'x-accel-buffering': 'no',
    // Kept alive after the end, it would keep a stopping process waiting.
    connection: 'close',
  });
  write(`retry: ${RETRY_MS}\n\n`);

  function write(text: string) {
    if (raw.writableEnded) return;
    raw.write(text);
    if (raw.writableLength > MOST_BUFFERED_BYTES) raw.destroy();
  }

  return {
    send(event, data, id) {
      const idLine = id === undefined ? '' : `id: ${id}\n`;
      write(`event: ${event}\n${idLine}data: ${JSON.stringify(data)}\n\n`);
    },
    beat: (id) => write(`: alive\nid: ${id}\n\n`),
    end(reason) {
      if (raw.writableEnded) return;
      raw.end(`event: end\ndata: ${JSON.stringify({ reason })}\n\n`);
      const timer = setTimeout(() => raw.destroy(), CLOSE_WITHIN_MS);
      raw.once('close', () => clearTimeout(timer));
    },
  };
}
