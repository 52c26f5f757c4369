/**
 * Answers `POST /rest/v1/rpc/<function>` as PostgREST does, on a real database: arguments by name from a JSON body, the
 * caller's role and claims set for one transaction, a read-only one for a stable function, PTnnn as HTTP status. The
 * bearer token is the user's id.
 */
import { PostgresError, type Sql } from '@ringback/database';
import { type Handler, json } from '@ringback/testing/client/server.ts';
import { asAnon, asUser } from '@ringback/testing/database/index.ts';

export const EXPIRED_TOKEN = 'expired';
export const NO_TOKEN = 'anonymous';

export function postgrest(sql: Sql): Handler {
  return async (response, request) => {
    const name = /^\/rest\/v1\/rpc\/(\w+)$/.exec(request.path)?.[1];
    const token = request.headers.authorization?.replace('Bearer ', '') ?? NO_TOKEN;
    if (request.method !== 'POST' || name === undefined) return json(405, null)(response, request);
    if (token === EXPIRED_TOKEN) return json(401, failure('PGRST303', 'JWT expired'))(response, request);
    const [status, body] = await call(sql, name, JSON.parse(request.body), token);
    return json(status, body)(response, request);
  };
}

type Answer = [status: number, body: unknown];

async function call(sql: Sql, name: string, args: Record<string, unknown>, token: string): Promise<Answer> {
  const types = await parameterTypes(sql, name);
  const given = Object.keys(args);
  if (!types || given.some((parameter) => !types.has(parameter))) {
    return [
      404,
      failure('PGRST202', `Could not find the function public.${name}(${given}) in the schema cache`),
    ];
  }
  const body = given.map((parameter) => `"${parameter}" ${types.get(parameter)}`).join(', ');
  const named = given.map((parameter) => `"${parameter}" := body."${parameter}"`).join(', ');
  const from = given.length > 0 ? `from json_to_record($1::text::json) as body (${body})` : 'where $1 <> $2';
  const parameters = given.length > 0 ? [JSON.stringify(args)] : ['', '-'];
  const statement = `select to_json(public.${name}(${named})) as result ${from}`;
  const as = token === NO_TOKEN ? asAnon : (pool: Sql, work: never) => asUser(pool, token, work);
  try {
    const result = await (as as typeof asAnon)(sql, async (transaction) => {
      if (types.isReadOnly) await transaction`set transaction read only`;
      const rows = await transaction.unsafe(statement, parameters);
      return rows[0]?.result;
    });
    return [200, result];
  } catch (error) {
    if (!(error instanceof PostgresError)) throw error;
    const { code, message, hint = null, detail: details = null } = error;
    return [statusOf(code, token), { code, message, hint, details }];
  }
}

interface ParameterTypes extends Map<string, string> {
  isReadOnly: boolean;
}

async function parameterTypes(sql: Sql, name: string): Promise<ParameterTypes | undefined> {
  const rows = await sql<{ parameter: string | null; type: string; provolatile: string }[]>`
    select parameter, format_type(type, null) as type, p.provolatile
    from pg_proc p left join unnest(p.proargnames, p.proargtypes::oid[]) as a (parameter, type) on true
    where p.pronamespace = 'public'::regnamespace and p.proname = ${name}`;
  const types = new Map(rows.map(({ parameter, type }) => [parameter ?? '', type]));
  return rows.length > 0 ? Object.assign(types, { isReadOnly: rows[0]?.provolatile !== 'v' }) : undefined;
}

function statusOf(code: string, token: string): number {
  if (code.startsWith('PT')) return Number(code.slice(2));
  if (code === '42501') return token === NO_TOKEN ? 401 : 403;
  return code.startsWith('57') ? 500 : 400;
}

const failure = (code: string, message: string) => ({ code, message, hint: null, details: null });
