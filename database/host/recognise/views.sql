-- The host views as one SQL file that a person can read and change, and its installation.
--
-- host_sql() writes the file; install_host() runs it where describe_host() had no question left, and otherwise
-- stops with what is open. The views belong to the role that installs them and read the host's tables with that role's
-- rights on purpose: the marketplace's row policies are made for its users, and only Ringback's own functions may
-- read the views. The file also makes callback_private.host_keys(), to which link_host() (functions/host/link_host.sql)
-- leads the foreign keys of Ringback's tables, because only the file knows what the host's are called.

create or replace function pg_temp.host_sql(p_description jsonb default null) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_description jsonb := coalesce(p_description, pg_temp.describe_host());
  v_views jsonb := v_description -> 'views';
begin
  return concat_ws(E'\n',
    '-- How Ringback reads this marketplace: its people, its listings, and who blocked whom. Written by looking at the database.',
    '-- Check the lines marked guess and missing, change what is wrong, then run the file in one transaction, as often as you like:',
    '--   psql "$DATABASE_URL" -v ON_ERROR_STOP=1 --single-transaction -f ringback-host.sql',
    '-- Names and types of the columns must stay. A person''s id is what their token names (sub, auth.uid()).',
    '-- The marketplace''s own tables are not changed.',
    (select string_agg('-- OPEN: ' || pg_temp.host_plain(p.problem), E'\n')
      from jsonb_array_elements_text(v_description -> 'problems') p (problem)),
    '',
    'create schema if not exists callback_private;',
    'drop view if exists callback_private.host_profiles, callback_private.host_listings, callback_private.host_blocks;',
    '',
    pg_temp.host_view_sql('host_profiles', v_views -> 'host_profiles'),
    pg_temp.host_view_sql('host_listings', v_views -> 'host_listings'),
    pg_temp.host_view_sql('host_blocks', v_views -> 'host_blocks'),
    pg_temp.host_link_sql(v_views -> 'host_profiles', v_views -> 'host_listings'));
end;
$$;

create or replace function pg_temp.host_view_sql(p_name text, p_view jsonb) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select format(E'create view callback_private.%s as\nselect\n%s\n%s;\n', p_name,
    string_agg(
      case when c.value ->> 'certainty' = 'certain' then ''
        else format(E'  -- %s: %s\n', c.value ->> 'certainty', c.value ->> 'remark') end
      || format('  %s as %s', pg_temp.host_cast(c.value), c.value ->> 'name')
      || case when c.place < jsonb_array_length(p_view -> 'columns') then ',' else '' end, E'\n' order by c.place),
    case when p_view ->> 'table' is null and p_name = 'host_blocks' then 'where false'
      else format('from %s %s', coalesce(p_view ->> 'table', 'name_the_schema.and_the_table'), p_view ->> 'alias') end)
  from jsonb_array_elements(p_view -> 'columns') with ordinality c (value, place);
$$;

-- Each line says its type, so that whatever takes its place is of that type too. Ids have theirs already.
create or replace function pg_temp.host_cast(p_column jsonb) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select case
    when p_column ->> 'name' ~ '(^|_)id$' or p_column ->> 'sql' like '%::' || (p_column ->> 'type')
      then p_column ->> 'sql'
    when p_column ->> 'sql' ~ '^([a-z]\.("[^"]+"|[a-z_0-9]+)|true|false)$'
      then format('%s::%s', p_column ->> 'sql', p_column ->> 'type')
    else format('(%s)::%s', p_column ->> 'sql', p_column ->> 'type') end;
$$;

create or replace function pg_temp.host_link_sql(p_people jsonb, p_listings jsonb) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select format($link$-- Where foreign keys of Ringback's tables lead: when a person or a listing is deleted, what is kept about them goes too.
create or replace function callback_private.host_keys() returns table (kind text, target regclass, key_name text)
language sql stable set search_path = pg_catalog, pg_temp
as $function$
  values ('person', %1$L::regclass, %2$L), ('listing', %3$L::regclass, %4$L)
$function$;

revoke all on callback_private.host_profiles, callback_private.host_listings, callback_private.host_blocks from public;
revoke all on function callback_private.host_keys() from public;
do $revoke$
declare
  v_role text;
begin
  for v_role in select rolname from pg_roles where rolname in ('anon', 'authenticated', 'service_role', 'callback_service') loop
    execute format('revoke all on callback_private.host_profiles, callback_private.host_listings, callback_private.host_blocks from %%I', v_role);
    execute format('revoke all on function callback_private.host_keys() from %%I', v_role);
  end loop;
  if to_regprocedure('callback_private.link_host()') is not null then -- Ringback's tables come with its first migrate
    perform callback_private.link_host();
  end if;
end;
$revoke$;
$link$, coalesce(p_people ->> 'table', 'name_the_schema.and_the_table'), coalesce(p_people ->> 'key', 'id'),
    coalesce(p_listings ->> 'table', 'name_the_schema.and_the_table'), coalesce(p_listings ->> 'key', 'id'));
$$;

-- Makes the views when there are none and nothing is open, and the types of ids, which are theirs. Answers {report};
-- refuses with RB001 when a person must decide.
create or replace function pg_temp.install_host() returns jsonb
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
declare
  v_views constant text[] := '{host_profiles,host_listings,host_blocks}';
  v_there text[] := array(select v from unnest(v_views) v where to_regclass('callback_private.' || v) is not null);
  v_report jsonb := '[]';
begin
  if v_there = '{}' then
    v_report := pg_temp.write_host_views();
  elsif v_there <> v_views then
    raise exception 'Of the three host views only % exist(s).', array_to_string(v_there, ', ')
      using errcode = 'RB002', hint = 'Make the others too, or drop these; `ringback init` writes all three.';
  end if;
  call pg_temp.make_id_types();
  return jsonb_build_object('report', v_report);
end;
$$;

-- At the end, when all else is installed: renews the views that an older Ringback wrote, refuses with RB002 those that
-- do not fit, and links our tables to the host's.
create or replace procedure pg_temp.finish_host() language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if pg_temp.host_views_are_old() then
    perform pg_temp.write_host_views();
  end if;
  perform callback_private.expect_host_views();
  perform callback_private.link_host();
end;
$$;

-- Answers the report.
create or replace function pg_temp.write_host_views() returns jsonb
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
declare
  v_description jsonb := pg_temp.describe_host();
  v_view regclass;
begin
  if v_description -> 'problems' <> '[]' then
    raise exception 'Ringback cannot tell by itself how to read this marketplace: %.',
      (select string_agg(p, '; ') from jsonb_array_elements_text(v_description -> 'problems') p)
      using errcode = 'RB001',
        hint = 'Run `ringback init`, check the file that it writes, run it with psql, then migrate again.';
  end if;
  execute pg_temp.host_sql(v_description);
  for v_view in select unnest('{callback_private.host_profiles,callback_private.host_listings,callback_private.host_blocks}'::regclass[]) loop
    execute format('comment on view %s is %L', v_view, 'Written by Ringback: ' || md5(pg_get_viewdef(v_view)));
  end loop;
  return pg_temp.host_report(v_description);
end;
$$;

-- Whether the views lack a column and are, all three, as `ringback migrate` wrote them: then they may be written again.
create or replace function pg_temp.host_views_are_old() returns boolean
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select exists (select from callback_private.host_view_columns() c where c.found is null)
    and (select bool_and(obj_description(v, 'pg_class') = 'Written by Ringback: ' || md5(pg_get_viewdef(v))) is true
      from unnest('{callback_private.host_profiles,callback_private.host_listings,callback_private.host_blocks}'::regclass[]) v);
$$;

-- What was recognised, guessed and not found, a line each.
create or replace function pg_temp.host_report(p_description jsonb) returns jsonb
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select jsonb_agg(lines.line order by lines.place, lines.column_place)
  from (
    select v.place, 0 as column_place, format('%s reads %s', v.name,
      coalesce(p_description #>> array['views', v.name, 'table'], 'no table')) as line
    from unnest('{host_profiles,host_listings,host_blocks}'::text[]) with ordinality v (name, place)
    union all
    select v.place, c.place, format('%s.%s: %s, %s%s', v.name,
      c.value ->> 'name', c.value ->> 'certainty', c.value ->> 'remark',
      case when c.value ->> 'certainty' = 'guess' then format(' [%s]', c.value ->> 'sql') else '' end)
    from unnest('{host_profiles,host_listings,host_blocks}'::text[]) with ordinality v (name, place)
    cross join lateral jsonb_array_elements(p_description #> array['views', v.name,
      'columns']) with ordinality c (value, place)
    where c.value ->> 'certainty' <> 'certain'
  ) lines;
$$;
