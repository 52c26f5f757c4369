/**
 * A stage is one transaction in which anyone may act; whatever happens on it is undone at the end. An attack on names gets a fresh
 * connection, because PL/pgSQL compiles a function once a session and the attack must come before that.
 */

import type { Person, TestDatabase } from '@ringback/testing/database/index.ts';
import type { World } from '@ringback/testing/security/world.ts';
import { connect, PostgresError, type Sql, type Transaction } from '../../../src/index.ts';

export type Who = Pick<Person, 'id'> | 'anon' | 'service';
/** Runs a statement and returns the first column of the first row. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into any answer
type Ask = (strings: TemplateStringsArray, ...values: unknown[]) => Promise<any>;

export type Stage = World & {
  database: TestDatabase;
  /** The owner of the database. */
  owner: Transaction;
  /** Acts as someone, as PostgREST does it. What it wrote stays on the stage; what failed leaves no trace. */
  as<T>(who: Who, work: (sql: Transaction) => Promise<T>, claims?: object): Promise<T>;
  /** Asks one statement as someone. */
  ask(who: Who, claims?: object): Ask;
  /** Does something and undoes it. */
  undone<T>(work: () => Promise<T>): Promise<T>;
};

/** Opens a stage, on a connection of its own unless one is given, lets `act` happen on it, and rolls back. */
export async function onStage(
  database: TestDatabase,
  world: World,
  act: (stage: Stage) => Promise<void>,
  shared?: Sql,
): Promise<void> {
  const sql = shared ?? connect(database.url, { max: 1 });
  try {
    await sql.begin(async (transaction) => {
      await act(openStage(database, world, transaction));
      throw UNDO;
    });
  } catch (error) {
    if (error !== UNDO) throw error;
  } finally {
    if (!shared) await sql.end();
  }
}

const UNDO = new Error('undone on purpose');

function openStage(database: TestDatabase, world: World, owner: Transaction): Stage {
  const stage: Stage = {
    ...world,
    database,
    owner,
    async as(who, work, claims = {}) {
      const { role, ...own } = identityOf(who);
      const result = await owner.savepoint(async (sql) => {
        await sql`select set_config('role', ${role}, true),
          set_config('request.jwt.claims', ${JSON.stringify({ ...own, role, ...claims })}, true)`;
        const value = await work(sql);
        await sql`select set_config('role', 'none', true), set_config('request.jwt.claims', '', true)`;
        return { value };
      });
      return result.value as Awaited<ReturnType<typeof work>>;
    },
    ask:
      (who, claims) =>
      (strings, ...values) =>
        stage.as(
          who,
          async (sql) => {
            const [row] = await sql<Record<string, unknown>[]>(strings, ...(values as never[]));
            return row && Object.values(row)[0];
          },
          claims,
        ),
    async undone(work) {
      let value: unknown;
      const undone = owner.savepoint(async () => {
        value = await work();
        throw UNDO;
      });
      await undone.catch((error) => {
        if (error !== UNDO) throw error;
      });
      return value as Awaited<ReturnType<typeof work>>;
    },
  };
  return stage;
}

function identityOf(who: Who): { role: string; sub?: string } {
  if (who === 'anon') return { role: 'anon' };
  if (who === 'service') return { role: 'service_role' };
  return { role: 'authenticated', sub: who.id };
}

/** Fails unless PostgreSQL itself refuses: no privilege (42501) or the SQLSTATE given. */
export async function expectDenied(
  promise: PromiseLike<unknown>,
  sqlState = '42501',
): Promise<PostgresError> {
  const error = await Promise.resolve(promise).then(
    (value) => new Error(`was not denied and returned ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof PostgresError) || error.code !== sqlState) throw error;
  return error;
}

/** All that an error of PostgreSQL's tells, the sentence included. */
export function everythingOf(error: unknown): PostgresError & { text: string } {
  if (!(error instanceof PostgresError)) throw error;
  return { ...error, text: error.message };
}
