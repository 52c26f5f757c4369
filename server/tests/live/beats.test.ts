/** A stream that is silent shows that it lives, and from where to resume; one whose token has ended, ends. */
import { expect, test } from 'vitest';
import { createStream } from '../../src/live/stream.ts';
import type { StreamWriter } from '../../src/live/writer.ts';

const START_MS = 1_000_000;
const missed = { events: [], cursor: '45:50:45', is_lost: false, read_at: '', unread: 0 };

function started(tokenExpiresAtMs: number) {
  const written: string[] = [];
  const writer: StreamWriter = {
    send: (event) => written.push(event),
    beat: (id) => written.push(`beat ${id}`),
    end: (reason) => written.push(`end ${reason}`),
  };
  const stream = createStream({ userId: 'u', tokenExpiresAtMs }, START_MS);
  stream.start(writer, missed);
  return { stream, written };
}

test('beats every 15 seconds, with what it and all have been given', () => {
  const { stream, written } = started(Number.POSITIVE_INFINITY);
  for (const [seconds, cursor] of [
    [14, '40:40:'],
    [15, '40:40:'],
    [16, '55:60:55'],
    [30, '55:60:55/58-7'],
  ] as const)
    stream.lookAt(START_MS + seconds * 1_000, cursor);
  expect(written).toEqual(['unread', 'beat 45:50:45', 'beat 55:60:55/58-7']);
});

test('ends with its token, within a second', () => {
  const { stream, written } = started(START_MS + 5_000);
  stream.lookAt(START_MS + 4_999, '60:60:');
  expect(written).toEqual(['unread']);
  stream.lookAt(START_MS + 5_000, '60:60:');
  expect(written).toEqual(['unread', 'end token_expired']);
});
