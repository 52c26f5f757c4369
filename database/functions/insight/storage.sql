-- How large our tables are, and which of our statements take the most time, for the operator's system page.

-- execute: users
create or replace function callback_private.get_callback_storage(p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer', p_or_service := true);
begin
  return jsonb_build_object(
    'size_bytes', pg_database_size(current_database()),
    'tables', callback_private.table_sizes(),
    'statements', callback_private.slow_statements());
end
$$;

-- execute: users
create or replace function public.get_callback_storage(p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_storage(p_operator_id)::json;
end $$;
comment on function public.get_callback_storage
  is 'For operators and the service: sizes of our tables, and the statements that take the most time.';

-- The largest first, indexes included. Rows as the last vacuum or analyze counted them.
create or replace function callback_private.table_sizes()
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'name', t.name, 'size_bytes', t.size, 'index_bytes', t.indexes, 'rows', greatest(t.rows, 0),
        'dead_rows', t.dead)
      order by t.size desc, t.name), '[]')
    from (
      select c.relname as name, pg_total_relation_size(c.oid) as size, pg_indexes_size(c.oid) as indexes,
        round(c.reltuples)::bigint as rows, pg_stat_get_dead_tuples(c.oid) as dead
      from pg_class c
      where c.relkind = 'r' and (c.relnamespace = 'callback_private'::regnamespace
        or c.oid in ('public.callback_requests'::regclass, 'public.callback_request_notifications'::regclass))
      order by size desc limit 15
    ) t);
end
$$;

-- Of this database, those that name something of ours; numbers and texts in them are left out by the extension. Null
-- where it is not there, or not loaded.
create or replace function callback_private.slow_statements()
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_schema constant text := (
    select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace
    where e.extname = 'pg_stat_statements');
  v_statements jsonb;
begin
  if v_schema is null then
    return null;
  end if;
  execute format($sql$
    select coalesce(jsonb_agg(jsonb_build_object(
        'statement', s.statement, 'calls', s.calls, 'mean_ms', round(s.mean::numeric, 1),
        'max_ms', round(s.most::numeric, 1), 'total_ms', round(s.total)) order by s.total desc), '[]')
    from (
      select left(regexp_replace(x.query, '\s+', ' ', 'g'), 300) as statement, x.calls, x.mean_exec_time as mean,
        x.max_exec_time as most, x.total_exec_time as total
      from %I.pg_stat_statements x join pg_catalog.pg_database d on d.oid = x.dbid
      where d.datname = current_database() and x.query ~ 'callback_'
        and x.query ~* '^\s*(select|with|insert|update|delete)\M' -- others keep their texts
      order by x.total_exec_time desc limit 10
    ) s$sql$, v_schema) into v_statements;
  return v_statements;
exception when object_not_in_prerequisite_state or insufficient_privilege or undefined_column then
  return null;
end
$$;
