/** Connection strings and transactions in the name of someone. */
import type { Sql, Transaction } from '@ringback/database';

/** The same database, logged in as one of the roles that the test servers have. */
export function asRole(url: string, role: 'supabase_owner' | 'ringback_api'): string {
  return url.replace(/\/\/[^@]*@/, `//${role}:test@`);
}

/** Runs `work` in one transaction as a signed-in user, as PostgREST does it. */
export function asUser<T>(sql: Sql, userId: string, work: (sql: Transaction) => Promise<T>): Promise<T> {
  return asClaims(sql, 'authenticated', { sub: userId, role: 'authenticated' }, work);
}

/** Runs `work` in one transaction as a visitor without an account. */
export function asAnon<T>(sql: Sql, work: (sql: Transaction) => Promise<T>): Promise<T> {
  return asClaims(sql, 'anon', { role: 'anon' }, work);
}

/** Runs `work` in one transaction as Supabase's service role. */
export function asService<T>(sql: Sql, work: (sql: Transaction) => Promise<T>): Promise<T> {
  return asClaims(sql, 'service_role', { role: 'service_role' }, work);
}

async function asClaims<T>(
  sql: Sql,
  role: string,
  claims: object,
  work: (sql: Transaction) => Promise<T>,
): Promise<T> {
  const result = await sql.begin(async (transaction) => {
    await transaction`select set_config('role', ${role}, true), set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`;
    return { value: await work(transaction) };
  });
  return result.value as T;
}
