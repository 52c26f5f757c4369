/**
 * Brings a database to the present schema: forward-only migrations, every function, view and policy again when any of them changed,
 * and data that changed. One transaction under an advisory lock, so that several processes at once, a kill in the middle and a second run
 * all end the same.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, PostgresError } from './connect.ts';
import { buildScript, type ScriptOptions } from './script.ts';
import type { SqlFile } from './sqlFiles.ts';

export type MigrateOptions = ScriptOptions & {
  /** Told which file is being run, what was guessed about the host's tables, and what is waited for. */
  onProgress?: (message: string) => void;
};

/** Says in which file and line a migration failed, why, and what to do. The database is as it was before. */
export class MigrationError extends Error {
  override name = 'MigrationError';
  /** PostgreSQL's SQLSTATE. */
  readonly code: string;

  constructor(message: string, code: string) {
    super(message); // without the driver's error as the cause: it carries the whole script
    this.code = code;
  }
}

const ATTEMPTS = 6;

/** Safe to run at any time and by any number of processes. Throws MigrationError, or the driver's error when it cannot connect. */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<void> {
  const script = buildScript(options);
  const onProgress = options.onProgress ?? (() => {});
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(url, script, onProgress);
    } catch (error) {
      if (!isPassing(error) || attempt === ATTEMPTS) throw error;
      onProgress(`Someone else is using what has to change; trying again (${attempt} of ${ATTEMPTS - 1})`);
      await sleep(2 ** attempt * 125 * (0.5 + Math.random()));
    }
  }
}

type Script = ReturnType<typeof buildScript>;

async function runOnce(url: string, script: Script, onProgress: (message: string) => void): Promise<void> {
  let current = '';
  const sql = connect(url, {
    max: 1,
    applicationName: 'ringback migrate',
    statementTimeoutMs: 0,
    idleInTransactionTimeoutMs: 0,
    onNotice({ message = '' }) {
      current = message;
      onProgress(message);
    },
  });
  try {
    await sql.unsafe(script.sql).simple();
  } catch (error) {
    throw error instanceof PostgresError ? explain(error, current, script.files) : error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function explain(error: PostgresError, current: string, files: SqlFile[]): MigrationError {
  const inFile = /apply_migration|install_file|load_data/.test(error.where ?? '');
  const place = locate(error, files) ?? (inFile ? current : undefined);
  const reason = [place ? `${place}: ${error.message}` : error.message, error.detail, cureOf(error)];
  return new MigrationError(reason.filter(Boolean).join('\n'), error.code);
}

/** File and line, when the server tells the position in one of our files. */
function locate(
  { internal_query: query, internal_position: position }: PostgresError,
  files: SqlFile[],
): string | undefined {
  if (!query || !position) return undefined;
  const file = files.find(({ sql }) => isTextOf(sql, query));
  return file && `${file.name}:${query.slice(0, Number(position)).split('\n').length}`;
}

/** Whether the server ran this file: its text, with the types of ids written out (script/register.sql). */
function isTextOf(sql: string, query: string): boolean {
  const parts = sql.split(/:(?:person|listing)_id\b/);
  return parts.length === 1 ? sql === query : parts.every((part) => query.includes(part));
}

function cureOf(error: PostgresError): string | undefined {
  if (error.code !== '55P03') return error.hint;
  return 'A session holds a lock on a table that has to change. End long transactions (see pg_stat_activity) and run it again.';
}

/** Locked, deadlocked, or another database of the same server was changing the same roles at this moment. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof MigrationError)) return false;
  return (
    ['55P03', '40P01', '40001'].includes(error.code) ||
    /tuple concurrently (updated|deleted)/.test(error.message)
  );
}
