-- Supabase Realtime tells changes of the tables in its publication. Row policies and column rights say who hears of
-- which rows, and never of a phone number (tables.sql). Without that publication there is nothing to do.

do $$
declare
  v_table text;
begin
  if not exists (select from pg_catalog.pg_publication p where p.pubname = 'supabase_realtime'
    and not p.puballtables) then
    return;
  end if;
  foreach v_table in array array['callback_requests', 'callback_request_notifications'] loop
    if not exists (
      select from pg_catalog.pg_publication_tables t
      where t.pubname = 'supabase_realtime' and t.schemaname = 'public' and t.tablename = v_table)
    then
      execute format('alter publication supabase_realtime add table public.%I', v_table);
    end if;
  end loop;
exception when insufficient_privilege then
  raise warning 'Live updates need the tables callback_requests and callback_request_notifications in the publication supabase_realtime, '
    'which belongs to another role; add them under Database, Publications.';
end
$$;
