/** Who may run which function, read from the catalogue. */
import type { Executor } from '../../../src/index.ts';
import { OUR_FUNCTION } from './findings.ts';

/** Each function of ours that roles but the owner may run, and these, in the order of their names. */
export async function executeGrants(sql: Executor): Promise<Record<string, string[]>> {
  const rows = await sql.unsafe<{ name: string; roles: string[] }[]>(`
    select format('%s.%s', p.pronamespace::regnamespace, p.proname) as name, array_agg(g.role order by g.role) as roles
    from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a,
      lateral (select case a.grantee when 0 then 'PUBLIC' else a.grantee::regrole::text end collate "C") g (role)
    where ${OUR_FUNCTION} and a.grantee <> p.proowner group by p.oid`);
  return Object.fromEntries(rows.map(({ name, roles }) => [name, roles]));
}
