-- What the API and `ringback doctor` may know about the installation, without a right to read the register or the marketplace themselves.

-- execute: service
create or replace function callback_private.applied_migrations()
returns text[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(m.name order by m.name), '{}') from callback_private.migrations m where m.name <> 'functions' and m.name not like 'data/%';
$$;

-- How much of the marketplace the host views show: none, or nobody with a phone, means that a view reads the wrong column.
-- execute: service
create or replace function callback_private.marketplace_summary()
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  return jsonb_build_object(
    'people', (select count(*) from callback_private.host_profiles),
    'people_with_phone', (select count(p.phone) from callback_private.host_profiles p),
    'listings', (select count(*) from callback_private.host_listings),
    'available_listings', (select count(*) from callback_private.host_listings l where l.is_available));
end
$$;
