/**
 * The way to the database: one statement a request, never waited for without end. When too many statements are waiting
 * already, further ones are refused at once; one that waits too long is given up, unsent where it had no connection yet;
 * connections that have gone silent are left behind; one that lost a deadlock is repeated.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { CallbackError } from '@ringback/client';
import type { Sql } from '@ringback/database';
import { databaseUnavailable, fromDatabaseError, isPassing, type Report } from './databaseErrors.ts';
import { beginPart, type Step } from './tracing.ts';

/** PostgreSQL ends a statement itself after this long, so that nothing keeps running for a caller who has gone. */
export const STATEMENT_TIMEOUT_MS = 4_000;

/** The caller gets an answer after this long, even when the connection is silent. */
const ANSWER_TIMEOUT_MS = 4_800;

/**
 * A statement that was sent and has no answer after this long, though connecting and the statement end after 4 s each, went to a connection
 * that leads nowhere (half-open TCP). It will not be the only one: others are opened.
 */
const SILENCE_MS = 9_000;

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

/** A pool, and how many of its connections are free. */
interface CountedPool {
  sql: Sql;
  free: number;
}

interface Waiting {
  statement: Statement;
  resolve(rows: Rows): void;
  reject(error: unknown): void;
  step: Step | undefined;
}

/** Bounds what a pool is asked to do. `reopen` leaves a silent pool behind and opens another. */
export function createDatabase(pool: Sql, maxInFlight: number, reopen?: () => Sql): Database {
  let current = counted(pool);
  // Not in the driver's queue, which neither shows what was sent nor drops what is no longer wanted.
  const queue: Waiting[] = [];
  let inFlight = 0;

  function run(statement: Statement): Promise<Rows> {
    if (inFlight >= maxInFlight) throw overloaded();
    const { promise, resolve, reject } = Promise.withResolvers<Rows>();
    const step = beginPart({ name: 'SQL', kind: 'client', attributes: { 'db.system.name': 'postgresql' } });
    const waiting = { statement, resolve, reject, step };
    const timer = setTimeout(() => giveUp(waiting), ANSWER_TIMEOUT_MS);
    inFlight += 1;
    queue.push(waiting);
    sendNext();
    return ended(promise, step).finally(() => clearTimeout(timer));
  }

  /** A statement that was sent counts until its connection is free again. */
  function giveUp(waiting: Waiting): void {
    const place = queue.indexOf(waiting);
    if (place >= 0) {
      queue.splice(place, 1);
      inFlight -= 1;
    }
    waiting.reject(databaseUnavailable(new Error(`no answer within ${ANSWER_TIMEOUT_MS} ms`)));
  }

  function sendNext(): void {
    while (current.free > 0) {
      const next = queue.shift();
      if (!next) return;
      void send(next, current);
    }
  }

  async function send({ statement, resolve, reject, step }: Waiting, used: CountedPool): Promise<void> {
    used.free -= 1;
    const sent = () => named(statement(used.sql), step);
    await repeated(() => watched(sent(), () => leave(used))).then(resolve, reject);
    used.free += 1;
    inFlight -= 1;
    sendNext();
  }

  function leave(silent: CountedPool): void {
    if (!reopen || silent !== current) return;
    current = counted(reopen());
    sendNext();
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
      return current.sql;
    },
  };
}

const counted = (sql: Sql): CountedPool => ({ sql, free: sql.options.max });

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
    if (repeatsLeft === 0 || !isPassing(error as Report)) throw fromDatabaseError(error);
    await sleep(5 + Math.random() * 20);
    return repeated(attempt, repeatsLeft - 1);
  }
}

/** Ends the step with the promise; a refusal of the database is an answer. */
function ended<T>(work: Promise<T>, step: Step | undefined): Promise<T> {
  if (!step) return work;
  return work.then(
    (rows) => {
      step.end();
      return rows;
    },
    (error) => {
      const { code, status } = error as CallbackError;
      step.set({ 'ringback.refusal': code ?? 'unknown' });
      step.end(status === undefined || status >= 500 ? (code ?? 'unknown') : undefined);
      throw error;
    },
  );
}

/** Names the step after the function that the statement calls. Its text has no values: they are its parameters. */
function named<Query extends Promise<Rows>>(query: Query, step: Step | undefined): Query {
  if (!step) return query;
  const { strings = [] } = query as { strings?: readonly string[] };
  const [, name] = /\b(?:public|callback_private)\.(\w+)\s*\(/.exec(strings.join('?')) ?? [];
  if (name) {
    step.rename(`SQL ${name}`);
    step.set({ 'db.stored_procedure.name': name });
  }
  return query;
}

/** The outcome of `work`; `onSilence` is called when it has none for long. */
function watched<T>(work: Promise<T>, onSilence: () => void): Promise<T> {
  const timer = setTimeout(onSilence, SILENCE_MS).unref();
  return work.finally(() => clearTimeout(timer));
}
