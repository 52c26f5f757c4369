/**
 * The way to the database: one statement a request, never waited for without end. When too many statements are waiting
 * already, further ones are refused at once; one that stays unanswered is given up, and with it connections that have
 * gone silent; one that lost a deadlock is repeated.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { CallbackError } from '@ringback/client';
import type { Sql } from '@ringback/database';
import { databaseUnavailable, fromDatabaseError } from './errors.ts';

/** PostgreSQL ends a statement itself after this long, so that nothing keeps running for a caller who has gone. */
export const STATEMENT_TIMEOUT_MS = 4_000;

/** The caller gets an answer after this long, even when the connection is silent. */
const ANSWER_TIMEOUT_MS = 4_800;

/** When nothing at all has come back after this long, the connections lead nowhere (half-open TCP) and others are opened. */
const SILENCE_MS = 7_500;

/** Lost a deadlock or a serialization race: rolled back as a whole, so that repeating it is safe. */
const REPEATABLE = new Set(['40P01', '40001']);
const REPEATS = 2;

type Rows = readonly (object | undefined)[];
type Statement = (sql: Sql) => Promise<Rows>;

export interface Database {
  /**
   * Runs one statement and returns its only value (the first column of the first row).
   * @throws CallbackError: a refusal of the database, `overloaded`, `database_unavailable` or `internal_error`.
   */
  value<T>(statement: Statement): Promise<T>;
  /** Whether a further statement would be refused. */
  readonly isFull: boolean;
  /** Statements that wait or run at present. */
  readonly inFlight: number;
  /** The pool in use, for what is not a request's statement. */
  readonly sql: Sql;
}

/** Bounds what a pool is asked to do. `reopen` leaves a silent pool behind and opens another. */
export function createDatabase(pool: Sql, maxInFlight: number, reopen?: () => Sql): Database {
  let sql = pool;
  let inFlight = 0;

  async function run(statement: Statement): Promise<Rows> {
    if (inFlight >= maxInFlight) throw overloaded();
    inFlight += 1;
    const used = sql;
    // Counted until the connection is free again, which may be after the caller was answered.
    const work = repeated(() => statement(used)).finally(() => {
      inFlight -= 1;
    });
    return answered(work, () => {
      if (reopen && used === sql) sql = reopen();
    });
  }

  return {
    async value<T>(statement: Statement) {
      // Not the first place: when a statement fails whose row was already on its way, the driver leaves a hole before the next one's.
      const row = (await run(statement)).find((each) => each !== undefined);
      return (row && Object.values(row)[0]) as T;
    },
    get isFull() {
      return inFlight >= maxInFlight;
    },
    get inFlight() {
      return inFlight;
    },
    get sql() {
      return sql;
    },
  };
}

/** The refusal for work that would only queue. */
export function overloaded(): CallbackError {
  return new CallbackError('overloaded', 'Too many requests are being handled; try again in a second.', {
    retryAfterSeconds: 1,
  });
}

async function repeated<T>(attempt: () => Promise<T>, repeatsLeft = REPEATS): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (repeatsLeft === 0 || !REPEATABLE.has(code)) throw fromDatabaseError(error);
    await sleep(5 + Math.random() * 20);
    return repeated(attempt, repeatsLeft - 1);
  }
}

/** The outcome of `work`, or a refusal when it takes too long; `onSilence` is called when it still has none much later. */
function answered<T>(work: Promise<T>, onSilence: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => {
      reject(databaseUnavailable(new Error(`no answer within ${ANSWER_TIMEOUT_MS} ms`)));
      timer = setTimeout(onSilence, SILENCE_MS - ANSWER_TIMEOUT_MS).unref();
    }, ANSWER_TIMEOUT_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
