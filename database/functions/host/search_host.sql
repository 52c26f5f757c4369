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

-- Whether PostgreSQL expects to answer within some tens of milliseconds: a page read counts 1, and a scan of 100,000 rows 4,000.
create or replace function callback_private.is_quick_search(p_view regclass, p_condition text, p_value text)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_plan json;
begin
  execute format('explain (format json) select from %s v where %s', p_view, p_condition) into v_plan using p_value;
  return (v_plan #>> '{0,Plan,Total Cost}')::float8 < 4000;
end
$$;

-- Begins with the text, in any letter case.
create or replace function callback_private.beginning_pattern(p_text text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return regexp_replace(lower(p_text), '([\\%_])', '\\\1', 'g') || '%';
end
$$;
