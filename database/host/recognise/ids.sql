-- The types of people's and listings' ids. They are the marketplace's own, so that foreign keys stand in every host:
-- chosen from the host views when Ringback first comes into a database, and then for good.

-- The type of id that a column of this type makes; null for a type that ids cannot have.
create or replace function pg_temp.host_id_type(p_type text) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select case
    when p_type in ('uuid', 'bigint', 'integer', 'text') then p_type
    when p_type = 'smallint' then 'integer'
    when p_type = 'character varying' or p_type ~ '(^|\.)citext$' then 'text'
  end;
$$;

-- Of a table's column, by way of a domain of the host's own.
create or replace function pg_temp.host_id_type(p_table oid, p_column text) returns text
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select pg_temp.host_id_type(format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null))
  from pg_attribute a join pg_type t on t.oid = a.atttypid
  where a.attrelid = p_table and a.attname = p_column and not a.attisdropped;
$$;

-- How a column is read as a person's id. A text is compared by one collation everywhere, that of the people's key.
create or replace function pg_temp.host_id_sql(p_alias text, p_table oid, p_column text, p_people jsonb) returns text
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select format('%s.%I::%s', p_alias, p_column, p_people ->> 'id_type') || coalesce((
    select format(' collate %s', k.attcollation::regcollation)
    from pg_attribute a, pg_attribute k
    where p_people ->> 'id_type' = 'text' and a.attrelid = p_table and a.attname = p_column
      and k.attrelid = (p_people ->> 'id')::oid and k.attname = p_people ->> 'key'
        and k.attcollation <> a.attcollation), '');
$$;

-- Types whose values can name the same rows.
create or replace function pg_temp.host_same_id_types(p_type text) returns text[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select case when p_type in ('bigint', 'integer') then '{bigint,integer}' else array[p_type] end::text[];
$$;

-- Makes the domains, once. Text is opaque: PostgreSQL compares it by the collation of the host's key, so that the key's
-- own index serves.
create or replace procedure pg_temp.make_id_types() language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  v_id record;
begin
  for v_id in
    select d.name, d.meaning, t.typname, format_type(t.oid, null) as type, nullif(a.attcollation, 0) as collation
    from (values ('person_id', 'host_profiles', 'A person of the marketplace.'),
      ('listing_id', 'host_listings', 'A listing of the marketplace.'))
      d (name, view_name, meaning)
    join pg_attribute a on a.attrelid = to_regclass('callback_private.' || d.view_name) and a.attname = 'id'
    join pg_type t on t.oid = a.atttypid
    where to_regtype('callback_private.' || d.name) is null
      and pg_temp.host_id_type(format_type(t.oid, null)) = format_type(t.oid, null)
  loop
    execute format('create domain callback_private.%I as %s', v_id.name, v_id.type
      || coalesce(' collate ' || v_id.collation::regcollation, ''));
    execute format('comment on domain callback_private.%I is %L', v_id.name, v_id.meaning);
    if v_id.type = 'text' then
      execute format('alter domain callback_private.%1$I add constraint %2$I check (length(value) between 1 and 200)',
        v_id.name, v_id.name || '_check');
      execute format('comment on constraint %I on domain callback_private.%I is %L',
        v_id.name || '_check', v_id.name, v_id.name || ': must be 1 to 200 characters.');
    end if;
  end loop;
end;
$$;
