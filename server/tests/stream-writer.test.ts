/** A reader that does not read is cut off at 64 kB, and nobody else notices. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { MOST_BUFFERED_BYTES, openWriter } from '../src/stream/writer.ts';

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
