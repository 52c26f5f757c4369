/** A reader that does not read is cut off at 64 kB or when the stream has ended, and nobody else notices; what is told at once is less. */
import { randomUUID } from 'node:crypto';
import { errorMonitor, once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { MOST_EVENTS, type StoredEvent } from '../../src/live/events.ts';
import { createStream } from '../../src/live/stream.ts';
import { CLOSE_WITHIN_MS, MOST_BUFFERED_BYTES, openWriter } from '../../src/live/writer.ts';

const MESSAGE_BYTES = 10_000;
const MESSAGE = { text: 'x'.repeat(MESSAGE_BYTES) };

/** A connection that is read, or not, and the answer that goes over it. */
async function connection(isRead: boolean): Promise<ServerResponse> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  if (isRead) socket.resume();
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  onTestFinished(() => {
    socket.destroy();
    server.close();
  });
  return response;
}

test('a slow reader is cut off, a quick one is not', async () => {
  const [slow, quick] = [await connection(false), await connection(true)];
  const writers = [openWriter(slow, {}), openWriter(quick, {})];
  let most = 0;
  // The system's own buffers take some megabytes first.
  for (let sent = 0; !slow.destroyed && sent < 5_000; sent++) {
    for (const writer of writers) writer.send('request', MESSAGE, '1-1');
    most = Math.max(most, slow.destroyed ? 0 : slow.writableLength);
    await turn();
  }
  expect(slow.destroyed).toBe(true);
  expect(quick.destroyed).toBe(false);
  expect(most).toBeLessThanOrEqual(MOST_BUFFERED_BYTES);
  writers[0]?.send('request', MESSAGE, '1-2');
  expect(slow.writableLength, 'nothing piles up after the end').toBe(0);
});

test('a stream whose token has ended while nobody read it ends once, and is closed', async () => {
  const response = await connection(false);
  const failures: unknown[] = [];
  response.on(errorMonitor, (error) => failures.push(error));
  const stream = createStream({ userId: randomUUID(), tokenExpiresAtMs: 1_000 }, 0);
  const missed = { events: [], cursor: '1:1:', is_lost: false, read_at: '', unread: 0 };
  stream.start(openWriter(response, {}), missed);
  // Something has to wait, or the answer would be finished at once.
  while (response.writableLength === 0) {
    for (let sent = 0; sent < 500; sent++) stream.sendUnread(sent);
    await turn();
  }
  const closed = once(response, 'close');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  for (const nowMs of [1_000, 2_000, 20_000]) stream.lookAt(nowMs, '1:1:');
  stream.sendUnread(1);
  stream.reset('1:1:');
  await turn();
  expect(response.writableEnded).toBe(true);
  expect(failures).toEqual([]);
  vi.advanceTimersByTime(CLOSE_WITHIN_MS);
  await closed;
});

test('as many events as come at once are no reason, also with the longest cursors', async () => {
  const transactions = Array.from({ length: 22 }, (_, i) => 100_000_000_000 + i);
  const cursor = `${transactions[0]}:${transactions[20]}:${transactions.slice(0, 20)}/${transactions[21]}-100000000000`;
  const event: StoredEvent = {
    cursor,
    id: 100_000_000_000,
    event_type: 'request_edited',
    callback_request_id: randomUUID(),
    seller_id: randomUUID(),
    requester_id: randomUUID(),
    audience: ['buyer', 'seller'],
    status: 'acknowledged',
    happened_at: '2026-11-22T14:52:15.123456+00:00',
  };
  for (const [times, isCutOff] of [
    [1, false],
    [2, true],
  ] as const) {
    const response = await connection(true);
    const stream = createStream(
      { userId: String(event.requester_id), tokenExpiresAtMs: Number.POSITIVE_INFINITY },
      0,
    );
    const events = Array.from({ length: MOST_EVENTS * times }, () => event);
    stream.start(openWriter(response, {}), { events, cursor, is_lost: false, read_at: '', unread: 0 });
    expect(response.destroyed).toBe(isCutOff);
  }
});
