-- Clean-up by the rules of retention_rules.sql, in steps that keep nobody waiting: a step locks few rows, leaves out
-- those that others hold, and a call ends after a moment, however much is left.

-- Which rows of a rule are due, at most p_limit, as a subquery. What a legal hold is about is not.
create or replace function callback_private.due_rows(p_rule record, p_limit integer)
returns text language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return format(
    'select t.ctid from %s t where %s and not exists (select from callback_private.legal_holds h where h.ends_at > now() and %s) order by %s limit %s',
    p_rule.table_name, p_rule.due, p_rule.is_held, p_rule.in_order, p_limit);
end
$$;

-- One step of a rule; returns how many rows it changed.
create or replace function callback_private.take_retention_step(p_rule record)
returns bigint language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_rows constant text := callback_private.due_rows(p_rule, p_rule.at_once) || ' for update of t skip locked';
  v_count bigint;
begin
  if p_rule.change is null then
    execute format('delete from %s t where t.ctid = any (array(%s))', p_rule.table_name, v_rows)
      using now() - p_rule.kept_for;
  else
    execute format('update %s t set %s where t.ctid = any (array(%s))', p_rule.table_name, p_rule.change, v_rows)
      using now() - p_rule.kept_for;
  end if;
  get diagnostics v_count = row_count;
  insert into callback_private.retention_runs as r (rule, day, row_count, last_run_at)
    values (p_rule.name, (now() at time zone 'UTC')::date, v_count, now())
    on conflict (rule, day) do update set row_count = r.row_count + excluded.row_count,
      last_run_at = excluded.last_run_at;
  return v_count;
end
$$;

-- Steps of each rule, as many as it has rows for, until p_until. rules_done: how many rules have had their turn, in the
-- order of their names; the next call goes on from there, and 0 means that all have. Locks are held no longer than until
-- p_until and one step more. Returns how many rows were changed, and whether there is more to do right away.
create or replace function callback_private.run_retention(
  p_until timestamptz,
  inout rules_done integer,
  out changed bigint,
  out has_more boolean
)
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_rule record;
  v_count bigint;
begin
  changed := 0;
  has_more := true;
  for v_rule in select r.* from callback_private.retention_rules() r order by r.name offset rules_done loop
    loop
      if clock_timestamp() > p_until then
        return;
      end if;
      v_count := callback_private.take_retention_step(v_rule);
      changed := changed + v_count;
      exit when v_count < v_rule.at_once;
    end loop;
    rules_done := rules_done + 1;
  end loop;
  rules_done := 0;
  has_more := false;
end
$$;

-- What clean-up would change now, counted up to 10,000 by the same conditions, and what it did.
-- execute: users
create or replace function callback_private.get_callback_retention(p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  set intervalstyle = 'iso_8601' as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer', p_or_service := true);
  v_rules jsonb := '[]';
  v_rule record;
  v_due bigint;
begin
  for v_rule in select * from callback_private.retention_rules() loop
    execute format('select count(*) from (%s) d', callback_private.due_rows(v_rule, 10001)) into v_due
      using now() - v_rule.kept_for;
    v_rules := v_rules || (jsonb_build_object(
      'name', v_rule.name, 'meaning', v_rule.meaning, 'table', v_rule.table_name::text, 'setting', v_rule.setting,
      'kept_for', v_rule.kept_for::text, 'due', least(v_due, 10000), 'is_more_due', v_due > 10000)
      || callback_private.last_retention_run(v_rule.name));
  end loop;
  return jsonb_build_object('rules', v_rules, 'holds', (
    select count(*) from callback_private.legal_holds h where h.ends_at > now()));
end
$$;

create or replace function callback_private.last_retention_run(p_rule text)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_build_object('last_run_at', max(r.last_run_at), 'last_rows', coalesce(max(done.row_count), 0),
      'last_day', max(done.day))
    from callback_private.retention_runs r
    left join lateral (
      select x.day, x.row_count from callback_private.retention_runs x
      where x.rule = p_rule and x.row_count > 0 order by x.day desc limit 1) done on true
    where r.rule = p_rule);
end
$$;

-- execute: users
create or replace function public.get_callback_retention(p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_retention(p_operator_id)::json;
end $$;
comment on function public.get_callback_retention
  is 'For operators and the service: what clean-up is about to delete, and what it deleted.';
