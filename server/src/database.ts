/**
 * The way to the database: one statement a request, never waited for without end. When too many statements are waiting
 * already, further ones are refused at once; one that stays unanswered is given up; one that lost a deadlock is repeated.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { CallbackError } from '@ringback/client';
import type { Sql } from '@ringback/database';
import { databaseUnavailable, fromDatabaseError } from './errors.ts';

/** PostgreSQL ends a statement itself after this long, so that nothing keeps running for a caller who has gone. */
export const STATEMENT_TIMEOUT_MS = 4_000;

/** The caller gets an answer after this long, even when the connection is silent. */
export const ANSWER_TIMEOUT_MS = 4_800;

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
}

/** Bounds what the pool `sql` is asked to do. */
export function createDatabase(sql: Sql, maxInFlight: number, answerTimeoutMs = ANSWER_TIMEOUT_MS): Database {
  let inFlight = 0;
  async function run(statement: Statement): Promise<Rows> {
    if (inFlight >= maxInFlight) throw overloaded();
    inFlight += 1;
    // Counted until the connection is free again, which may be after the caller was answered.
    const work = repeated(() => statement(sql)).finally(() => {
      inFlight -= 1;
    });
    return answeredWithin(answerTimeoutMs, work);
  }
  return {
    async value<T>(statement: Statement) {
      const [row] = await run(statement);
      return (row && Object.values(row)[0]) as T;
    },
    get isFull() {
      return inFlight >= maxInFlight;
    },
    get inFlight() {
      return inFlight;
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
    if (repeatsLeft === 0 || !REPEATABLE.has((error as { code?: string }).code ?? ''))
      throw fromDatabaseError(error);
    await sleep(5 + Math.random() * 20);
    return repeated(attempt, repeatsLeft - 1);
  }
}

function answeredWithin<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(databaseUnavailable(new Error(`no answer within ${timeoutMs} ms`))),
      timeoutMs,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
