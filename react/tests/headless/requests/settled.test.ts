/** The list that holds still while it is looked at. */
import { expect, test } from 'vitest';
import {
  type Answers,
  arrivalsIn,
  leftBehind,
  renewed,
  settle,
  UNSETTLED,
} from '../../../src/headless/requests/read/settled.ts';
import { idOf, makeRequest } from '../../support/samples.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 30, 12, minutes)).toISOString();
const request = (number: number, minutes: number) =>
  makeRequest({ id: idOf(number), requested_at: at(minutes) });
const [first, second, third] = [request(1, 1), request(2, 2), request(3, 3)];
const arrival = request(4, 9);

const answersOf = (listed: (typeof first)[], changes: Partial<Answers> = {}): Answers => ({
  key: 'pending',
  listed,
  newest: listed.toSorted((a, b) => Date.parse(b.requested_at) - Date.parse(a.requested_at)),
  followed: [],
  isComplete: true,
  ...changes,
});
const HELD = settle(UNSETTLED, answersOf([first, second, third]));
const ids = ({ requests }: { requests: { id: string }[] }) => requests.map(({ id }) => id);

test('follows the list until its first answer is complete', () => {
  const before = settle(UNSETTLED, answersOf([second], { isComplete: false }));
  expect(before.isSettled).toBe(false);
  expect(ids(settle(before, answersOf([first, second])))).toEqual(ids({ requests: [first, second] }));
});

test('keeps order and rows when the list has another order, and fewer of them', () => {
  expect(settle(HELD, answersOf([third, first]))).toBe(HELD);
});

test('rows change in place, also those that the list no longer has', () => {
  const handled = { ...second, status: 'acknowledged' as const };
  const urgent = { ...third, priority: 'urgent' };
  const next = settle(HELD, answersOf([urgent, first], { followed: [handled] }));
  expect(next.requests).toEqual([first, handled, urgent]);
  expect(leftBehind(HELD, answersOf([urgent, first]))).toEqual([second.id]);
});

test('what is requested meanwhile waits aside, and comes on top when the list is renewed', () => {
  const answers = answersOf([first, third, arrival]);
  expect(settle(HELD, answers)).toBe(HELD);
  expect(arrivalsIn(HELD, answers)).toEqual([arrival]);
  const next = renewed(HELD, answers);
  expect(next.requests).toEqual([arrival, first, third]);
  expect(arrivalsIn(next, answers)).toEqual([]);
  expect(settle(next, answers)).toBe(next);
});

test('what is older, as of a further page, is added below', () => {
  const older = request(5, 0);
  expect(ids(settle(HELD, answersOf([older, first, second, third])))).toEqual([...ids(HELD), older.id]);
});

test('another list starts afresh, and an empty one takes what comes', () => {
  expect(ids(settle(HELD, answersOf([arrival], { key: 'completed' })))).toEqual([arrival.id]);
  const empty = settle(UNSETTLED, answersOf([]));
  expect(ids(settle(empty, answersOf([arrival])))).toEqual([arrival.id]);
});
