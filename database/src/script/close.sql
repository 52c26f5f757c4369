-- The views onto the marketplace's own tables, made once and checked each time; and the positions of events, which a restored dump leaves in the future.
do $host$
declare
  v_line text;
begin
  for v_line in select jsonb_array_elements_text(pg_temp.install_host() -> 'report') loop
    raise info '%', v_line;
  end loop;
  perform callback_private.rebase_event_positions();
end
$host$;
