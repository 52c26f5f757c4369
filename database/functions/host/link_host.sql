-- Foreign keys from Ringback's tables to the marketplace's own: when a person or a listing is deleted, what is kept
-- about them goes too, by people/erase_request.sql and trust/erase_held.sql where a row may stay (n), or with its row (c). Which of
-- our columns have one is known here and renewed at each migrate; where they lead, callback_private.host_keys() knows,
-- which is written with the host views.

-- Empty while the host views stand without host_keys().
create or replace function callback_private.host_links()
returns table (table_name regclass, column_name text, constraint_name text, target regclass, key_name text,
  action "char", is_linked boolean)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if to_regprocedure('callback_private.host_keys()') is null then
    return;
  end if;
  return query
    select l.table_name, l.column_name, c.name, k.target, k.key_name, l.action::"char", exists (
      select from pg_constraint f
      where f.conrelid = l.table_name and f.conname = c.name and f.contype = 'f' and f.confrelid = k.target
        and f.confdeltype = l.action::"char"
        and f.confkey = (select array[a.attnum] from pg_attribute a where a.attrelid = k.target
          and a.attname = k.key_name))
    from (values
      ('public.callback_requests'::regclass, 'requester_id', 'person', 'n'),
      ('public.callback_requests', 'seller_id', 'person', 'n'),
      ('public.callback_requests', 'listing_id', 'listing', 'n'),
      ('public.callback_request_notifications', 'recipient_id', 'person', 'n'),
      ('callback_private.request_facts', 'requester_id', 'person', 'n'),
      ('callback_private.trust_entries', 'person_id', 'person', 'c'),
      ('callback_private.confirmed_phones', 'person_id', 'person', 'c'),
      ('callback_private.seller_blocks', 'seller_id', 'person', 'c'),
      ('callback_private.seller_blocks', 'buyer_id', 'person', 'c'),
      ('callback_private.held_requests', 'requester_id', 'person', 'n'),
      ('callback_private.held_requests', 'seller_id', 'person', 'n'),
      ('callback_private.held_requests', 'listing_id', 'listing', 'n'),
      ('callback_private.preferences', 'user_id', 'person', 'c'),
      ('callback_private.devices', 'user_id', 'person', 'c')) l (table_name, column_name, kind, action)
    join callback_private.host_keys() k on k.kind = l.kind
    cross join lateral (
      select format('%s_%s_fkey', t.relname, l.column_name) as name from pg_class t where t.oid = l.table_name) c;
end
$$;

create or replace function callback_private.link_host()
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_link record;
begin
  for v_link in select * from callback_private.host_links() l where not l.is_linked loop
    execute format('alter table %1$s drop constraint if exists %2$I,
      add constraint %2$I foreign key (%3$I) references %4$s (%5$I) on delete %6$s',
      v_link.table_name, v_link.constraint_name, v_link.column_name, v_link.target, v_link.key_name,
      case v_link.action when 'n' then 'set null' else 'cascade' end);
  end loop;
exception when datatype_mismatch then
  raise warning 'No foreign key can refer to this marketplace''s ids: erase people yourself when they go, by callback_private.erase_person() or `ringback erase-person`. %', sqlerrm;
end
$$;

-- Drops the host views, which keep PostgreSQL from changing the type of a column that they read, and returns the SQL
-- that makes them again.
create or replace function callback_private.unlink_host()
returns text language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_views constant regclass[] := '{callback_private.host_profiles,callback_private.host_listings,callback_private.host_blocks}';
  v_script constant text := concat_ws(E'\n',
    '-- The host views as they were before `ringback unlink-host`. Run it as the owner, in one transaction.',
    'set local search_path = pg_catalog, pg_temp;',
    (select string_agg(callback_private.view_script(v), E'\n' order by place)
      from unnest(v_views) with ordinality u (v, place)),
    'do $do$ begin perform callback_private.expect_host_views(); end $do$;',
    'reset search_path;', '');
begin
  drop view callback_private.host_profiles, callback_private.host_listings, callback_private.host_blocks;
  return v_script;
end
$$;

create or replace function callback_private.view_script(p_view regclass)
returns text language sql stable set search_path = pg_catalog, pg_temp as $$
  select concat_ws(E'\n', format('create view %s as', p_view), pg_get_viewdef(p_view),
    format('comment on view %s is %L;', p_view, obj_description(p_view, 'pg_class')),
    format('revoke all on %s from public%s;', p_view,
      (select string_agg(format(', %I', r.rolname), '') from pg_roles r
        where r.rolname in ('anon', 'authenticated', 'service_role', 'callback_service'))));
$$;

-- Raises where a host view is not what Ringback reads.
create or replace function callback_private.expect_host_views()
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_wrong text;
  v_is_id boolean;
begin
  select string_agg(format('%s must be %s and is %s', c.name, c.wanted, coalesce(c.found, 'missing')), '; '
    order by c.name),
      bool_or(c.name ~ '[._]id$' and c.found is not null)
    into v_wrong, v_is_id
    from callback_private.host_view_columns() c where c.found is distinct from c.wanted;
  if v_wrong is not null then
    raise exception 'The host views do not fit: %.', v_wrong using errcode = 'RB002', hint = case when v_is_id
      then 'The types of ids were chosen when Ringback was installed, and stay. Cast the ids in the views to them, '
        'or begin again in a database without the schema callback_private.'
      else 'Run `ringback init`, move what you changed in callback_private.host_profiles, host_listings and host_blocks into the file that it '
        'writes, and run it with psql.' end;
  end if;
end
$$;
