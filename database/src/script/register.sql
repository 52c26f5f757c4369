-- What Supabase has and Ringback builds on, the tables that remember what was installed, and the procedures, gone with
-- the session, that the rest of this script calls.
do $check$
declare
  v_missing text;
  v_functions text;
begin
  select string_agg(r, ', ') into v_missing from unnest(array['anon', 'authenticated', 'service_role']) r
  where not exists (select from pg_catalog.pg_roles where rolname = r);
  select string_agg(f, ', ') into v_functions from unnest(array['auth.jwt()', 'auth.uid()']) f
  where to_regprocedure(f) is null;
  if v_missing is not null or v_functions is not null then
    raise exception 'This database lacks %.', concat_ws(' and ', 'the roles ' || v_missing, 'the function ' || v_functions)
      using hint = 'Supabase has them. For any other PostgreSQL run: ringback migrate --bootstrap';
  end if;
end
$check$;

do $register$
begin
  if to_regclass('callback_private.migrations') is not null then
    return;
  end if;
  create schema if not exists callback_private;
  create table callback_private.migrations (
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now(),
    constraint migrations_pkey primary key (name)
  );
  comment on table callback_private.migrations is 'The migrations that this database has. The row "functions" stands for all function files, each of data/ for a file of data.';
  create table callback_private.installed_objects (
    kind text not null,
    identity text not null,
    constraint installed_objects_pkey primary key (kind, identity)
  );
  comment on table callback_private.installed_objects is 'What the function files made, so that what they no longer make can be dropped.';
  alter table callback_private.migrations enable row level security;
  alter table callback_private.installed_objects enable row level security;
  revoke all on callback_private.migrations, callback_private.installed_objects from public, anon, authenticated, service_role;
end
$register$;

-- An older Ringback must not replace the functions of a newer one.
create or replace procedure pg_temp.refuse_unknown_migrations(p_known text[]) language plpgsql as $procedure$
declare
  v_unknown text := (
    select string_agg(name, ', ' order by name) from callback_private.migrations where name <> all (p_known || 'functions'::text));
begin
  if v_unknown is not null then
    raise exception 'This database was migrated by a newer Ringback: % is not among the files.', v_unknown
      using hint = 'Update Ringback here, or use the version that migrated this database.';
  end if;
end
$procedure$;

-- Ids of people and listings are of the types that the marketplace has: domains, which host/recognise/ids.sql makes.
-- What stands in public carries the type below the domain, because type generators such as Supabase's print a domain as
-- unknown: our files spell it :person_id and :listing_id. A column also needs the collation of text ids; a parameter
-- has none.
create or replace function pg_temp.written_out(p_sql text, p_is_table boolean default false) returns text
  language sql as $function$
  select regexp_replace(regexp_replace(p_sql, ':person_id\M', pg_temp.id_type('person_id', p_is_table), 'g'),
    ':listing_id\M', pg_temp.id_type('listing_id', p_is_table), 'g')
$function$;

create or replace function pg_temp.id_type(p_domain text, p_with_collation boolean) returns text
  language sql as $function$
  select coalesce((
    select concat_ws(' ', pg_catalog.format_type(t.typbasetype, null),
      case when p_with_collation and c.oid <> 'pg_catalog."default"'::regcollation then format('collate %s', c.oid::regcollation) end)
    from pg_catalog.pg_type t left join pg_catalog.pg_collation c on c.oid = t.typcollation
    where t.oid = to_regtype('callback_private.' || p_domain)), 'uuid')
$function$;

-- Data that comes with Ringback, such as the ranges of phone numbers: loaded again when the file changed, and only
-- then.
create or replace procedure pg_temp.load_data(p_name text, p_sha256 text, p_sql text) language plpgsql as $procedure$
begin
  if exists (select from callback_private.migrations where name = p_name and sha256 = p_sha256) then
    return;
  end if;
  raise info '%', p_name;
  execute p_sql;
  insert into callback_private.migrations (name, sha256) values (p_name, p_sha256)
  on conflict (name) do update set sha256 = excluded.sha256, applied_at = excluded.applied_at;
end
$procedure$;

create or replace procedure pg_temp.apply_migration(p_name text, p_sha256 text, p_sql text)
  language plpgsql as $procedure$
declare
  v_applied text := (select sha256 from callback_private.migrations where name = p_name);
begin
  if v_applied is null then
    raise info 'migrations/%', p_name;
    call pg_temp.refuse_what_is_in_the_way(p_sql);
    execute pg_temp.written_out(p_sql, true);
    insert into callback_private.migrations (name, sha256) values (p_name, p_sha256);
  elsif v_applied <> p_sha256 then
    raise exception 'The migration % was changed after this database got it.', p_name
      using hint = 'Restore the file as it was and put the change into a new migration.';
  end if;
end
$procedure$;

-- Everything that a function file can make, with a stamp that changes whenever it is made again or altered.
create or replace function pg_temp.replaceable_objects() returns table (kind text, identity text, name text, stamp text)
language sql as $function$
  select case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
    format('%I.%I(%s)', n.nspname, p.proname, pg_catalog.oidvectortypes(p.proargtypes)), n.nspname || '.' || p.proname, p.ctid::text
  from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ('public', 'callback_private')
  union all
  select 'view', format('%I.%I', n.nspname, c.relname), n.nspname || '.' || c.relname, r.ctid::text
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_rewrite r on r.ev_class = c.oid and r.rulename = '_RETURN'
  where c.relkind = 'v' and n.nspname in ('public', 'callback_private')
  union all
  select 'policy', format('%I on %I.%I', p.polname, n.nspname, c.relname), p.polname, p.ctid::text
  from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  union all
  select 'trigger', format('%I on %I.%I', t.tgname, n.nspname, c.relname), t.tgname, t.ctid::text
  from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal
$function$;

-- Whether the file has a create statement for that name, whatever the parameters.
create or replace function pg_temp.creates(p_sql text, p_kind text, p_name text) returns boolean
  language sql as $function$
  select p_sql ~* format('\mcreate\s+(or\s+replace\s+)?(constraint\s+)?%s\s+"?%s\M', p_kind, replace(p_name, '.', '\.'))
$function$;

-- The function files: all of them again when any of them changed or a migration ran, otherwise none. Each comes in a
-- statement of its own, because tools that split a script, like Supabase's, refuse a statement of more than 256 kB.
create or replace procedure pg_temp.start_functions(p_sha256 text) language plpgsql as $procedure$
begin
  if not exists (select from callback_private.migrations where name = 'functions' and sha256 = p_sha256)
    or exists (select from callback_private.migrations where name <> 'functions' and applied_at = now()) then
    create temporary table made (kind text, identity text) on commit drop;
  end if;
end
$procedure$;

-- `create or replace` cannot change what a function returns or how its parameters are called, and with other parameters
-- it makes a second function, which leaves a comment on the name ambiguous; then our own functions of these names go
-- first.
create or replace procedure pg_temp.install_file(p_name text, p_sql text) language plpgsql as $procedure$
declare
  v_sql constant text := pg_temp.written_out(p_sql);
  v_before text[];
  v_object record;
begin
  if to_regclass('pg_temp.made') is null then
    return;
  end if;

  raise info '%', p_name;
  call pg_temp.refuse_what_is_in_the_way(p_sql);
  v_before := array(select kind || identity || stamp from pg_temp.replaceable_objects());
  begin
    execute v_sql;
  exception when invalid_function_definition or ambiguous_function then
    for v_object in
      select o.kind, o.identity from pg_temp.replaceable_objects() o join callback_private.installed_objects using (kind, identity)
      where o.kind in ('function', 'procedure', 'aggregate') and pg_temp.creates(p_sql, o.kind, o.name)
    loop
      begin
        execute format('drop %s %s', v_object.kind, v_object.identity);
      exception when dependent_objects_still_exist then
        null; -- stays as it is; if it is the one that changes, the next statement says so
      end;
    end loop;
    execute v_sql;
  end;
  insert into pg_temp.made
  with changed as materialized ( -- to search the file for few names, not for all there are
    select o.kind, o.identity, o.name from pg_temp.replaceable_objects() o
    where o.kind || o.identity || o.stamp not in (select unnest(v_before))
  )
  select c.kind, c.identity from changed c where pg_temp.creates(p_sql, c.kind, c.name);
end
$procedure$;

-- Nobody but the owner may run a function of ours until it is granted: neither PUBLIC nor those whom default privileges
-- gave it, as Supabase's do, nor those to whom one of these passed it on.
create or replace procedure pg_temp.revoke_execute() language plpgsql as $procedure$
declare
  v_granted record;
begin
  if to_regclass('pg_temp.made') is null then
    return;
  end if;
  for v_granted in
    select p.oid::regprocedure as function, case a.grantee when 0 then 'public' else a.grantee::regrole::text end as grantee
    from pg_catalog.pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
    where a.grantee <> p.proowner and (p.pronamespace = 'callback_private'::regnamespace or p.oid in (
      select to_regprocedure(m.identity) from pg_temp.made m where m.kind = 'function'))
  loop
    execute format('revoke all on function %s from %s cascade', v_granted.function, v_granted.grantee);
  end loop;
end
$procedure$;

create or replace procedure pg_temp.grant_execute(p_roles text, p_functions text[]) language plpgsql as $procedure$
begin
  if to_regclass('pg_temp.made') is not null and p_functions <> '{}' then
    execute format('grant execute on function %s to %s', pg_temp.written_out(array_to_string(p_functions, ', ')), p_roles);
  end if;
end
$procedure$;

create or replace procedure pg_temp.finish_functions(p_sha256 text) language plpgsql as $procedure$
declare
  v_stale record;
begin
  if to_regclass('pg_temp.made') is null then
    return;
  end if;

  for v_stale in
    select o.kind, o.identity from callback_private.installed_objects o
    where (o.kind, o.identity) not in (select m.kind, m.identity from pg_temp.made m)
    order by array_position(array['trigger', 'policy', 'view'], o.kind), o.identity -- what stands on others first
  loop
    raise info 'drops the % %, which no file makes any more', v_stale.kind, v_stale.identity;
    execute format('drop %s if exists %s', v_stale.kind, v_stale.identity);
    delete from callback_private.installed_objects o where (o.kind, o.identity) = (v_stale.kind, v_stale.identity);
  end loop;
  insert into callback_private.installed_objects select kind, identity from pg_temp.made on conflict do nothing;
  insert into callback_private.migrations (name, sha256) values ('functions', p_sha256)
  on conflict (name) do update set sha256 = excluded.sha256, applied_at = excluded.applied_at;
end
$procedure$;
