-- Deletes rows past their retention time, in steps that don't keep others waiting.

-- Deletes at most p_limit rows whose p_column is before p_time, oldest first, by the index on that column. Rows that
-- others hold are left for the next run. Returns how many; p_limit means that there may be more.
create or replace function callback_private.forget_before(
  p_table regclass,
  p_column name,
  p_time anyelement,
  p_limit integer
)
returns bigint language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_count bigint;
begin
  execute format(
    'delete from %1$s t where t.ctid = any (array(
      select o.ctid from %1$s o where o.%2$I < $1 order by o.%2$I limit $2 for update skip locked))', p_table, p_column)
    using p_time, p_limit;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
