-- What the marketplace already has under a name that is ours: an earlier callback feature, most likely. Nothing is done
-- to it unasked.
create or replace function pg_temp.in_the_way(p_sql text) returns table (kind text, name text, shape text)
language sql as $function$
  select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, c.relname::text,
    (select string_agg(a.attname || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum)
     from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
  from pg_catalog.pg_class c
  where c.relnamespace = 'public'::regnamespace
    and c.relname in (select m[1] from regexp_matches(p_sql, 'create table public\.(\w+)', 'g') m)
  union all
  select 'function', p.proname::text, pg_catalog.pg_get_function_identity_arguments(p.oid)
  from pg_catalog.pg_proc p
  where p.pronamespace = 'public'::regnamespace
    and p.proname in (select m[1] from regexp_matches(p_sql, 'create or replace function public\.(\w+)', 'g') m)
$function$;

create or replace procedure pg_temp.refuse_what_is_in_the_way(p_sql text) language plpgsql as $procedure$
declare
  v_found text;
  v_names text[];
begin
  select string_agg(format('the %s public.%s (%s)', w.kind, w.name, w.shape), '; '), array_agg(distinct w.name) into v_found, v_names
  from pg_temp.in_the_way(p_sql) w
  where not exists (select from callback_private.installed_objects o
    where o.kind = w.kind and starts_with(o.identity, format('public.%s(', w.name)));
  if v_found is not null then
    raise exception 'Already here and not Ringback''s: %.', v_found
      using errcode = 'RB003', hint = format('Set it aside, with its data: ringback init --set-aside %s. Then migrate; rows of an older '
        'table can be imported afterwards: ringback init --import callback_requests_before_ringback.',
        case cardinality(v_names) when 1 then format('%s --as %1$s_before_ringback', v_names[1]) else 'all' end);
  end if;
end
$procedure$;
