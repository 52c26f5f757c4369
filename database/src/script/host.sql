-- The views onto the marketplace's own tables come first, because the types of people's and listings' ids are theirs.
do $host$
declare
  v_line text;
begin
  for v_line in select jsonb_array_elements_text(pg_temp.install_host() -> 'report') loop
    raise info '%', v_line;
  end loop;
end
$host$;
