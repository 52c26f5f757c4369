/**
 * The one way to open a connection: the `postgres` driver with defaults that keep a slow or stuck database
 * from holding a process for ever.
 */
import postgres from 'postgres';

export const { PostgresError } = postgres;
export type PostgresError = postgres.PostgresError;

/** A connection pool. int8 arrives as a number; timestamps as Date; json parsed. */
export type Sql = postgres.Sql<{ bigint: number }>;
/** A pool, or the one connection of a transaction. */
export type Executor = postgres.ISql<{ bigint: number }>;
/** What `sql.begin` hands to its callback. */
export type Transaction = postgres.TransactionSql<{ bigint: number }>;

export type ConnectOptions = {
  /** The most connections this pool opens. */
  max?: number;
  applicationName?: string;
  /** The server cancels a statement after this long; 0 = never. */
  statementTimeoutMs?: number;
  /** The server cancels a statement that waits this long for a lock; 0 = never. */
  lockTimeoutMs?: number;
  /** The server ends a session that sits this long inside an open transaction. */
  idleInTransactionTimeoutMs?: number;
  /** How long one attempt to connect may take. */
  connectTimeoutMs?: number;
  /** An unused connection is closed after this long. */
  idleTimeoutMs?: number;
  /** False: arrays cannot be sent and arrive as text, and nothing is asked when a connection opens; see connect(). */
  arrays?: boolean;
  onNotice?: (notice: postgres.Notice) => void;
};

/** int8 as a number; a value that a number cannot hold exactly is an error, never a rounded one. */
const bigint: postgres.PostgresType<number> = {
  to: 20,
  from: [20],
  serialize: (value) => String(value),
  parse(raw: string) {
    const value = Number(raw);
    if (!Number.isSafeInteger(value)) throw new RangeError(`${raw} is too large for a JavaScript number`);
    return value;
  },
};

/**
 * Opens a pool. Connections are made when the first statement needs them and again after a failure, with backoff.
 *
 * The URL may name several hosts (`postgres://user@a:5432,b:5432/db?target_session_attrs=primary`); the driver uses
 * the first one that fits. For a pooler in transaction mode add `?prepare=false`: nothing is prepared then, and the
 * timeouts are not sent, because poolers refuse them as start-up parameters; set them on the login role instead.
 *
 * A process that has to survive the loss of its database sends whole statements and leaves `begin` and `reserve` alone: when the
 * connection of a transaction is lost, postgres 3.4.9 writes to it once more and ends the process (porsager/postgres#1208).
 * It also sets `arrays: false`: for them the driver asks each new connection about types, and when the server cancels that statement or
 * ends the session at that moment, nobody can catch it (porsager/postgres#1192).
 */
export function connect(url: string, options: ConnectOptions = {}): Sql {
  return postgres(url, {
    max: options.max ?? 10,
    connect_timeout: seconds(options.connectTimeoutMs ?? 5_000),
    idle_timeout: seconds(options.idleTimeoutMs ?? 60_000),
    // A database that comes back is found again within a second; the driver alone would wait up to 20.
    backoff: () => 0.2 + Math.random() * 0.6,
    ...SHORT_PIPELINE,
    types: { bigint },
    fetch_types: options.arrays ?? true,
    onnotice: options.onNotice ?? (() => {}),
    connection: {
      application_name: options.applicationName ?? 'ringback',
      ...(goesThroughPooler(url) ? {} : timeouts(options)),
    },
  });
}

/**
 * Hardly any statement is sent behind another on the same connection, where a slow one would hold it up (the driver's
 * types lack this option; 1 is the least it works with).
 */
const SHORT_PIPELINE = { max_pipeline: 1 };

function timeouts(options: ConnectOptions) {
  return {
    statement_timeout: options.statementTimeoutMs ?? 10_000,
    lock_timeout: options.lockTimeoutMs ?? 5_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 15_000,
  };
}

function goesThroughPooler(url: string): boolean {
  return /[?&]prepare=false(&|$)/.test(url);
}

const seconds = (milliseconds: number) => milliseconds / 1000;
