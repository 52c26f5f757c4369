-- Searches in the marketplace's own tables, by name, mail address or title. Which indexes there are is the host's business: with one, or with
-- few rows, a search is complete and quick; without, it reads the view for a bounded time and says so.

-- The ids in p_view.p_key of rows that meet the first condition which finds some; each condition is SQL with the value as $1. Reads at most
-- p_most of them, and nothing more after p_deadline: statement_timeout can't be set for a part of a statement. partial: there may be more.
create or replace function callback_private.search_host(
  p_view regclass,
  p_key name,
  p_conditions text[],
  p_value text,
  p_most integer,
  p_deadline timestamptz,
  out ids text[],
  out partial boolean
)
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_condition text;
  v_row record;
begin
  foreach v_condition in array p_conditions loop
    if p_deadline = 'infinity' or callback_private.is_quick_search(p_view, v_condition, p_value) then
      execute format('select array(select v.%I::text from %s v where %s limit $2)', p_key, p_view, v_condition)
        into ids using p_value, p_most + 1;
      partial := cardinality(ids) > p_most;
      ids := ids[:p_most];
      if ids <> '{}' or v_condition = p_conditions[cardinality(p_conditions)] then
        return;
      end if;
    end if;
  end loop;
  -- Every row comes here, so that the clock is looked at between any two.
  ids := '{}';
  partial := false;
  for v_row in execute format('select v.%I::text as id, (%s) as fits from %s v', p_key, v_condition, p_view) using p_value loop
    partial := cardinality(ids) = p_most or clock_timestamp() > p_deadline;
    exit when partial;
    if v_row.fits then
      ids := ids || v_row.id;
    end if;
  end loop;
end
$$;

-- Whether PostgreSQL expects to answer within some tens of milliseconds: a page read counts 1, and a scan of 50,000 people about 2,000.
create or replace function callback_private.is_quick_search(p_view regclass, p_condition text, p_value text)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_plan json;
begin
  execute format('explain (format json) select from %s v where %s', p_view, p_condition) into v_plan using p_value;
  return (v_plan #>> '{0,Plan,Total Cost}')::float8 < 2000;
end
$$;

-- Begins with the text, in any letter case.
create or replace function callback_private.beginning_pattern(p_text text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return regexp_replace(lower(p_text), '([\\%_])', '\\\1', 'g') || '%';
end
$$;

-- Searches of operators that would read a whole table of the marketplace, each with the index that makes it quick; null where none can be
-- named, because the view's column is no plain expression over one table.
-- execute: service
create or replace function callback_private.slow_searches()
returns table (column_name text, index_sql text) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  return query
    select format('%s.%s', s.view_name, s.name), callback_private.index_for(s.view_name, s.name, s.method)
    from (values
      ('host_profiles', 'full_name', 'lower(%s) text_pattern_ops', array['lower(v.full_name) like $1']),
      ('host_profiles', 'email', 'lower(%s)', array['v.email = $1 or v.email = lower($1)', 'lower(v.email) = lower($1)']),
      ('host_listings', 'title', 'lower(%s) text_pattern_ops', array['lower(v.title) like $1'])
    ) s (view_name, name, method, conditions)
    where not exists (
      select from unnest(s.conditions) c (condition)
      where callback_private.is_quick_search(('callback_private.' || s.view_name)::regclass, c.condition, 'zzzz%'));
end
$$;

create or replace function callback_private.index_for(p_view text, p_column text, p_method text)
returns text language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_view constant text := pg_get_viewdef(('callback_private.' || p_view)::regclass, true);
  v_table constant text[] := regexp_match(v_view, '\n\s*FROM ([\w."]+) (\w+);$');
  v_expression constant text := (
    select coalesce(e.found[1], e.found[2])
    from regexp_split_to_table(v_view, '\n') l (line)
    cross join lateral regexp_match(l.line, format('^\s*(?:SELECT )?(?:(.+) AS %1$I|(\w+\.%1$I)),?$', p_column)) e (found)
    where e.found is not null);
begin
  -- What depends on more than its arguments can be in no index.
  if v_table is null or v_expression ~ '\m(concat|concat_ws|format|to_char|CASE)\M' then
    return null;
  end if;
  return format('create index concurrently on %s (%s);', v_table[1],
    format(p_method, regexp_replace(v_expression, format('\m%s\.', v_table[2]), '', 'g')));
end
$$;
