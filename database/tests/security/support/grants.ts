/** Who may run which function, read from the catalogue. */
import type { Executor } from '../../../src/index.ts';
import { OUR_FUNCTION } from './findings.ts';

/** Each function of ours and the roles but the owner that may run it, in the order of their names. */
export async function executeGrants(sql: Executor): Promise<Record<string, string[]>> {
  const rows = await sql.unsafe<{ name: string; roles: string[] }[]>(`
    select format('%s.%s', p.pronamespace::regnamespace, p.proname) as name, coalesce((
      select array_agg(case a.grantee when 0 then 'PUBLIC' else a.grantee::regrole::text end order by 1)
      from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner), '{}') as roles
    from pg_proc p where ${OUR_FUNCTION}`);
  return Object.fromEntries(rows.map(({ name, roles }) => [name, roles]));
}
