/** A stopped follower passes nothing on: the streams that were opened since are told by another follower. */
import { eventually } from '@ringback/testing/eventually.ts';
import { expect, test } from 'vitest';
import type { EventPage } from '../../src/live/events.ts';
import { startFollower } from '../../src/live/follower.ts';
import type { Database } from '../../src/platform/database.ts';

const page: EventPage = { events: [], cursor: '2:2:', is_lost: false, read_at: '' };

test('a page that arrives after the end is dropped, one before is passed on', async () => {
  const answers: ((page: EventPage) => void)[] = [];
  const answer = (place: number) =>
    eventually(() => expect(answers[place]).toBeDefined()).then(() => answers[place]?.(page));
  const value = () => new Promise((resolve) => answers.push(resolve));
  const database = { value } as Partial<Database> as Database;
  const passedOn: EventPage[] = [];
  const starting = startFollower({
    database,
    onPage: async (each) => void passedOn.push(each),
    onError: (error) => expect.unreachable(String(error)),
  });
  await answer(0);
  const follower = await starting;
  follower.wake();
  await answer(1);
  await eventually(() => expect(passedOn).toEqual([page]));
  follower.wake();
  await eventually(() => expect(answers[2]).toBeDefined());
  const stopped = follower.stop();
  answers[2]?.(page);
  await stopped;
  expect(passedOn).toEqual([page]);
});
