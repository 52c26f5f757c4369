-- What the catalogue says about the marketplace's own tables.
--
-- Ringback finds its people and listings in a database that it did not design. These helpers read
-- pg_catalog (and, for columns without an enumeration, a bounded sample of rows) and describe a column as
-- jsonb: `word` is its name in snake_case, so that firstName and first_name are the same word; `kind` is what
-- it can be used as; `ref` is the SQL that reads it. They run with the caller's rights and write nothing.

create or replace function pg_temp.host_word(p_name text) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select lower(regexp_replace(p_name, '([a-z0-9])([A-Z])', '\1_\2', 'g'));
$$;

-- One line of plain text: names and sampled values end up in SQL comments and must not leave them.
create or replace function pg_temp.host_plain(p_text text) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select left(regexp_replace(p_text, '[[:cntrl:]]+', ' ', 'g'), 400);
$$;

-- Supabase keeps sign-in data in auth.users; a table of that name without its columns is the host's own.
create or replace function pg_temp.host_sign_in_table() returns oid
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select a.attrelid from pg_attribute a
  where a.attrelid = to_regclass('auth.users') and a.attname = 'raw_app_meta_data';
$$;

-- Tables whose name is one of the words, or the one table that p_chosen names; best word first.
create or replace function pg_temp.host_tables(p_words text[], p_chosen text default null)
returns table (id oid, name text, schema_name text, key_name text, key_type text, id_type text)
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select c.oid, format('%I.%I', n.nspname, c.relname), n.nspname::text, k.attname::text, k.type_name,
    pg_temp.host_id_type(c.oid, k.attname)
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join unnest(p_words) with ordinality w (word, rank) on w.word = pg_temp.host_word(c.relname)
  left join lateral (
    select a.attname, format_type(a.atttypid, null) as type_name
    from pg_constraint p
    join pg_attribute a on a.attrelid = p.conrelid and a.attnum = p.conkey[1]
    where p.conrelid = c.oid and p.contype = 'p' and cardinality(p.conkey) = 1 and a.attname ~ '^[A-Za-z0-9_]+$'
  ) k on true
  where c.relkind in ('r', 'p') and not c.relispartition
    and format('%s.%s', n.nspname, c.relname) ~ '^[A-Za-z0-9_.-]+$'
    and n.nspname !~ '^(pg_.*|information_schema|callback_private|storage|realtime|vault|extensions|graphql|net|cron|supabase_.*)$'
    and c.oid is distinct from pg_temp.host_sign_in_table()
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
      and d.deptype = 'e')
    and case when p_chosen is null then w.rank is not null else c.oid = to_regclass(p_chosen) end
  order by w.rank, n.nspname <> 'public', 2;
$$;

-- A table's readable columns. With p_match the table is a second one beside the view's: `ref` is then a
-- subquery that finds its row by that condition.
create or replace function pg_temp.host_columns(p_table oid, p_alias text, p_match text default null)
returns jsonb
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
      'table', c.oid::bigint, 'column', a.attname, 'type', format_type(a.atttypid, null),
        'id_type', pg_temp.host_id_type(c.oid, a.attname),
      'word', pg_temp.host_word(a.attname), 'kind', k.kind,
      'label', pg_temp.host_plain(format('%s.%I', c.relname, a.attname)),
      'ref', case when p_match is null then format('%s.%I', p_alias, a.attname)
        else format('(select %s.%I from %I.%I %s where %s)', p_alias, a.attname, n.nspname, c.relname, p_alias, p_match)
      end) order by a.attnum), '[]')
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type d on d.oid = a.atttypid
  join pg_type t on t.oid = case when d.typtype = 'd' then d.typbasetype else d.oid end
  cross join lateral (select case
      when t.typtype = 'e' then 'enum'
      when t.typcategory = 'S' then 'text'
      when t.typname in ('bool', 'uuid') then t.typname::text
      when t.typname in ('date', 'timestamp', 'timestamptz') then 'time'
      when t.typname in ('json', 'jsonb') then 'json'
      when t.typname in ('int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'money') then 'number'
      when t.typname in ('_text', '_varchar', '_bpchar') then 'texts'
      else 'other' end as kind) k
  where c.oid = p_table and has_column_privilege(c.oid, a.attnum, 'select');
$$;

-- The column that fits the earliest of the words; `others` names the further ones that would fit.
create or replace function pg_temp.host_pick(p_columns jsonb, p_kinds text[], p_words text[])
returns jsonb
language sql stable set search_path = pg_catalog, pg_temp
as $$
  with fitting as (
    select c.value, row_number() over (order by w.rank, c.place) as place
    from unnest(p_words) with ordinality w (word, rank)
    join jsonb_array_elements(p_columns) with ordinality c (value, place) on c.value ->> 'word' = w.word
    where c.value ->> 'kind' = any (p_kinds))
  select first.value || jsonb_build_object('others',
    (select string_agg(f.value ->> 'label', ', ' order by f.place) from fitting f where f.place > 1))
  from fitting first where first.place = 1;
$$;

-- The values that a column is known to take: its enumeration's, its check constraint's, or those found in the
-- first 10,000 rows when they are 20 at the most. NULL when nothing is known.
create or replace function pg_temp.host_values(p_column jsonb) returns text[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_table oid := (p_column ->> 'table')::oid;
  v_values text[];
begin
  select array_agg(e.enumlabel::text order by e.enumsortorder) into v_values
  from pg_attribute a join pg_enum e on e.enumtypid = a.atttypid
  where a.attrelid = v_table and a.attname = p_column ->> 'column';
  if v_values is not null then return v_values; end if;

  select array_agg(distinct m.found[1]) into v_values
  from pg_attribute a
  join pg_constraint c on c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]
  cross join lateral regexp_matches(pg_get_constraintdef(c.oid), '''([^'']+)''::', 'g') m (found)
  where a.attrelid = v_table and a.attname = p_column ->> 'column';
  if v_values is not null then return v_values; end if;

  execute format('select array_agg(distinct s.value) from (select %I::text as value from %s limit 10000) s',
    p_column ->> 'column', v_table::regclass) into v_values;
  return case when cardinality(v_values) <= 20 then nullif(array_remove(v_values, null), '{}') end;
end;
$$;

-- Single-column foreign keys that leave a table.
create or replace function pg_temp.host_references(p_table oid)
returns table (column_name text, target oid, target_column text)
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select a.attname::text, c.confrelid, t.attname::text
  from pg_constraint c
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  join pg_attribute t on t.attrelid = c.confrelid and t.attnum = c.confkey[1]
  where c.conrelid = p_table and c.contype = 'f' and cardinality(c.conkey) = 1;
$$;

create or replace function pg_temp.host_is_unique(p_table oid, p_column text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = p_table and a.attname = p_column
      and i.indisunique and i.indimmediate and i.indnkeyatts = 1 and i.indpred is null and i.indexprs is null);
$$;
