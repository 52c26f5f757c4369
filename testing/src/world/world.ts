/**
 * A marketplace in a database with a clock of its own (database/simulated.ts), and actors who live in it. An actor is a generator: it
 * yields how many hours to wait, or what to do in the database at that moment. All take their turns in the order of time, so a run
 * depends on its seed alone.
 */
import type { Sql } from '@ringback/database';
import { maintainAll } from '../database/maintenance.ts';
import { setInstant } from '../database/simulated.ts';

export type Act = (sql: Sql) => Promise<unknown>;
export type Actor = Generator<number | Act, void, unknown>;

export interface World {
  sql: Sql;
  /** Hours since the beginning. */
  readonly hour: number;
  start(actor: Actor, atHour?: number): void;
  /** Lets everyone act until that hour. */
  run(untilHour: number): Promise<void>;
}

/** A Monday. */
const BEGINNING = Date.UTC(2026, 2, 2);
const HOUR_MS = 3_600_000;

export const instantOf = (hour: number) => new Date(BEGINNING + hour * HOUR_MS);

interface Turn {
  hour: number;
  /** Of two at the same time, who came first. */
  order: number;
  actor: Actor;
  answer: unknown;
}

export function createWorld(sql: Sql): World {
  const turns: Turn[] = [];
  let hour = 0;
  let count = 0;
  const queue = (actor: Actor, at: number, answer?: unknown) =>
    insert(turns, { hour: Math.max(at, hour), order: count++, actor, answer });
  return {
    sql,
    get hour() {
      return hour;
    },
    start: (actor, atHour = hour) => queue(actor, atHour),
    async run(untilHour) {
      for (let turn = turns.at(-1); turn && turn.hour < untilHour; turn = turns.at(-1)) {
        turns.pop();
        hour = turn.hour;
        const { done, value } = turn.actor.next(turn.answer);
        if (done) continue;
        if (typeof value === 'number') queue(turn.actor, hour + value);
        else queue(turn.actor, hour, await at(sql, hour, value));
      }
      hour = untilHour;
      await setInstant(sql, instantOf(hour));
    },
  };
}

async function at(sql: Sql, hour: number, act: Act): Promise<unknown> {
  await setInstant(sql, instantOf(hour));
  return act(sql);
}

/** The next turn stands last. */
function insert(turns: Turn[], turn: Turn): void {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = turns[middle] as Turn;
    if (other.hour > turn.hour || (other.hour === turn.hour && other.order > turn.order)) low = middle + 1;
    else high = middle;
  }
  turns.splice(low, 0, turn);
}

/** Runs maintenance once a day, as a worker would all day. */
export function* maintenance(): Actor {
  for (;;) {
    yield maintainAll;
    yield 24;
  }
}
