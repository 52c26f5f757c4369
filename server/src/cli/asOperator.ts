/** What the commands share that do what an operator does: who acts, the connection, and the form of the answer. */
import { userInfo } from 'node:os';
import { connect, type PostgresError, type Sql } from '@ringback/database';
import { databaseUrl } from '../platform/config.ts';
import { CommandError } from '../platform/lifecycle.ts';
import { print } from './command.ts';

/** The options of each of them. */
export const OPERATOR_OPTIONS = {
  as: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** Their lines of the help. */
export const OPERATOR_HELP = `\
  --as NAME   who does it, for the audit; by default the name of your account on this machine
  --json      answers as JSON
`;

interface Acting {
  sql: Sql;
  operatorId: string;
}

/**
 * Does something in the database that DATABASE_URL names, as the operator of that name: connect as the API does.
 * @throws CommandError with the sentence of a refusal
 */
export async function asOperator<T>(
  name: string | undefined,
  work: (acting: Acting) => Promise<T>,
): Promise<T> {
  const sql = connect(databaseUrl(process.env), { max: 1, applicationName: 'ringback command' });
  try {
    return await work({ sql, operatorId: await operatorOfCommand(sql, name ?? userInfo().username) });
  } catch (error) {
    const { code, message } = error as PostgresError;
    if (/^PT\d{3}$/.test(code ?? '')) throw new CommandError(message, { cause: error });
    throw error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The id of the operator whose subject is `command:` and the name. */
export async function operatorOfCommand(sql: Sql, name: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`select callback_private.operator_of_command(${name}) as id`;
  return row?.id ?? '';
}

/** Writes an answer for programs; the result is the exit code. */
export function printJson(answer: unknown): number {
  return print(`${JSON.stringify(answer, null, 2)}\n`, 0);
}
