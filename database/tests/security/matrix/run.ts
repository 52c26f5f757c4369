/** Tries cells, each undone before the next, many in one statement: the time goes into PostgreSQL, not to and fro. */
import type { Executor } from '../../../src/index.ts';
import type { Cell, MatrixWorld } from './cells.ts';

export type Outcome = { state: string; hint: string; value: unknown };

/** Evaluates an expression, or runs a statement, in a subtransaction that is always rolled back. */
const TRY = `
create function pg_temp.try(p_role text, p_claims text, p_call text) returns jsonb language plpgsql as $$
declare
  v_value jsonb;
  v_state text;
  v_hint text;
  v_message text;
begin
  begin
    if p_role is not null then
      perform set_config('role', p_role, true);
    end if;
    perform set_config('request.jwt.claims', p_claims, true);
    if p_call ~ '^(insert|update|delete|truncate) ' then
      execute p_call;
    else
      execute 'select to_jsonb(' || p_call || ')' into v_value;
    end if;
    raise exception using errcode = 'UNDO0', message = coalesce(v_value, 'null')::text;
  exception when others then
    get stacked diagnostics v_state = returned_sqlstate, v_hint = pg_exception_hint, v_message = message_text;
  end;
  return jsonb_build_object('state', v_state, 'hint', v_hint, 'value', case v_state when 'UNDO0' then v_message::jsonb end);
end
$$`;

/** So few that a statement ends in time on a busy machine. */
const AT_ONCE = 500;

/** The outcomes in the order of the cells. `sql` is a connection of the owner's, or of the API's login for its cells. */
export async function runCells(sql: Executor, world: MatrixWorld, cells: Cell[]): Promise<Outcome[]> {
  await sql.unsafe(TRY);
  const outcomes: Outcome[] = [];
  for (let start = 0; start < cells.length; start += AT_ONCE)
    outcomes.push(...(await runSome(sql, world, cells.slice(start, start + AT_ONCE))));
  await sql`drop function pg_temp.try`;
  return outcomes;
}

async function runSome(sql: Executor, world: MatrixWorld, cells: Cell[]): Promise<Outcome[]> {
  const input = cells.map(({ role, call }) => ({ ...identityOf(world, role), call }));
  const rows = await sql<{ outcome: Outcome }[]>`
    select pg_temp.try(c.role, c.claims, c.call) as outcome
    from rows from (jsonb_to_recordset(${sql.json(input)}) as (role text, claims text, call text)) with ordinality
      as c (role, claims, call, place) order by c.place`;
  return rows.map(({ outcome }) => outcome);
}

function identityOf(world: MatrixWorld, role: Cell['role']): { role: string | null; claims: string } {
  if (role === 'api' || role === 'owner') return { role: null, claims: '' };
  if (role === 'anon' || role === 'service_role') return { role, claims: JSON.stringify({ role }) };
  return { role: 'authenticated', claims: JSON.stringify({ role: 'authenticated', sub: world[role].id }) };
}
