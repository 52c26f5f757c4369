-- The operator's look at the installation: which processes run, how old the queues are, when maintenance ran, and what
-- is wrong.

create or replace function callback_private.processes_json()
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', p.id, 'kind', p.kind, 'version', p.version, 'host', p.host, 'channels', p.channels, 'zone_data', p.zone_data,
      'started_at', p.started_at, 'seen_at', p.seen_at, 'is_live', callback_private.is_live(p))
      order by p.started_at desc, p.id), '[]')
    from (select * from callback_private.processes x order by x.started_at desc limit 200) p);
end
$$;

create or replace function callback_private.queues_json()
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'channel', c.name, 'waiting', q.waiting, 'is_paused', callback_private.is_paused(c.name),
      'oldest_due_seconds', coalesce(round(extract(epoch from now() - q.oldest_due_at)), 0)) order by c.place), '[]')
    from callback_private.channels_to_show() c cross join lateral callback_private.queue_of(c.name) q);
end
$$;

-- execute: users
create or replace function callback_private.get_callback_system(p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer', p_or_service := true);
  v_migrations constant text[] := callback_private.applied_migrations();
begin
  return jsonb_build_object(
    'at', now(),
    'time_zone', (select s.time_zone from callback_private.settings s where s.only_row),
    'database', jsonb_build_object(
      'version', current_setting('server_version'), 'size_bytes', pg_database_size(current_database())),
    'schema', jsonb_build_object('migration', v_migrations[cardinality(v_migrations)], 'migrations', cardinality(v_migrations)),
    'processes', callback_private.processes_json(),
    'queues', callback_private.queues_json(),
    'maintenance', jsonb_build_object(
      'last_run_at', (select m.last_run_at from callback_private.maintenance_runs m),
      'overdue_requests', callback_private.count_overdue(interval '0')),
    'findings', (select coalesce(jsonb_agg(to_jsonb(f)), '[]') from callback_private.findings() f));
end
$$;

-- execute: users
create or replace function public.get_callback_system(p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_system(p_operator_id)::json;
end $$;
comment on function public.get_callback_system is 'For operators: processes, queues, maintenance, and what is wrong with a cure for each.';
