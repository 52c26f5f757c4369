-- A page of a list: { items, next_cursor }. Each row is a JSON array of the item and the cursor after it; there is one row
-- more than the limit where there is a next page.
create or replace function callback_private.page_json(p_rows json[], p_limit integer)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return json_build_object(
    'items', (
      select coalesce(json_agg(r.item_and_cursor -> 0 order by r.place), '[]')
      from unnest(p_rows[:p_limit]) with ordinality r (item_and_cursor, place)),
    'next_cursor', case when cardinality(p_rows) > p_limit then p_rows[p_limit] ->> 1 end);
end
$$;
