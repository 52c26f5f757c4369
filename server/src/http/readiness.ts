/** Whether this process should be sent requests: the database answers and can be written, its schema is the one this version expects, and we are not stopping. */
import { missingMigrations, type Sql } from '@ringback/database';
import type { Database } from '../platform/database.ts';
import type { App } from './types.ts';

export interface Readiness {
  ready: boolean;
  /** What is missing, in a sentence; null when ready. */
  problem: string | null;
}

const REMEMBERED_MS = 1_000;
const ANSWER_WITHIN_MS = 2_000;

/** Makes the check. Its answer is kept for a second, so that asking often costs nothing. */
export function createReadiness(app: App, database: Database): () => Promise<Readiness> {
  let latest: { untilMs: number; answer: Promise<Readiness> } | undefined;
  return async () => {
    if (app.isStopping) return { ready: false, problem: 'The service is stopping.' };
    if (!latest || latest.untilMs < Date.now())
      latest = { untilMs: Date.now() + REMEMBERED_MS, answer: check(database.sql) };
    return latest.answer;
  };
}

async function check(sql: Sql): Promise<Readiness> {
  const unanswered = new Promise<never>((_, reject) => {
    setTimeout(reject, ANSWER_WITHIN_MS, new Error('no answer')).unref();
  });
  try {
    const problem = await Promise.race([problemIn(sql), unanswered]);
    return { ready: problem === null, problem };
  } catch (error) {
    return { ready: false, problem: problemOf(error as Error & { code?: string }) };
  }
}

async function problemIn(sql: Sql): Promise<string | null> {
  const missing = await missingMigrations(sql);
  if (missing.length > 0) return 'The database is not at this version’s schema; run `ringback migrate`.';
  await sql`select callback_private.check_writable()`;
  return null;
}

const PROBLEMS = new Map([
  ['25006', 'The database is read-only.'],
  ['55P03', 'A table of Ringback’s is locked; end the transaction that holds it (see pg_locks).'],
]);

/** The code alone: who may ask this need not see PostgreSQL's message. */
function problemOf({ name, code }: Error & { code?: string }): string {
  if (name !== 'PostgresError') return 'The database does not answer.';
  return PROBLEMS.get(code ?? '') ?? `The database answers with the error ${code}; run \`ringback doctor\`.`;
}
