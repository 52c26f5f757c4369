-- The views onto the marketplace's people, listings and blocks. `ringback init` or `migrate` writes them, and the host
-- may change them; this is what their columns must be.

-- wanted is the type, found what is there; null for a column that is missing.
-- execute: service
create or replace function callback_private.host_view_columns()
returns table (name text, wanted text, found text) language sql stable set search_path = pg_catalog, pg_temp as $$
  select
    format('%s.%s', w.view_name, w.column_name),
    case when d.oid is null then w.type_name else callback_private.type_with_collation(d.typbasetype,
      d.typcollation) end,
    callback_private.type_with_collation(a.atttypid, case when d.oid is null then 0 else a.attcollation end)
  from (values
    ('host_profiles', 'id', 'person_id'), ('host_profiles', 'full_name', 'text'), ('host_profiles', 'phone', 'text'),
    ('host_profiles', 'email', 'text'), ('host_profiles', 'avatar_url', 'text'),
      ('host_profiles', 'is_verified', 'boolean'),
    ('host_profiles', 'trust_score', 'numeric'), ('host_profiles', 'is_active', 'boolean'),
    ('host_profiles', 'created_at', 'timestamp with time zone'), ('host_profiles', 'time_zone', 'text'),
      ('host_profiles', 'locale', 'text'),
    ('host_listings', 'id', 'listing_id'), ('host_listings', 'seller_id', 'person_id'),
      ('host_listings', 'title', 'text'),
    ('host_listings', 'price', 'numeric'), ('host_listings', 'currency', 'text'), ('host_listings', 'category', 'text'),
    ('host_listings', 'image_url', 'text'), ('host_listings', 'is_available', 'boolean'),
      ('host_listings', 'location', 'text'),
    ('host_listings', 'country', 'text'), ('host_listings', 'url', 'text'), ('host_listings', 'phone', 'text'),
    ('host_blocks', 'blocker_id', 'person_id'), ('host_blocks', 'blocked_id', 'person_id')
  ) w (view_name, column_name, type_name)
  left join pg_catalog.pg_type d on d.typnamespace = 'callback_private'::regnamespace and d.typname = w.type_name
    and d.typtype = 'd'
  left join pg_catalog.pg_attribute a
    on a.attrelid = to_regclass('callback_private.' || w.view_name) and a.attname = w.column_name
      and not a.attisdropped;
$$;

-- execute: service
create or replace function callback_private.type_with_collation(p_type oid, p_collation oid)
returns text language sql stable set search_path = pg_catalog, pg_temp as $$
  select format_type(p_type, null) || coalesce(' collate '
    || nullif(nullif(p_collation, 0), 'pg_catalog."default"'::regcollation)::regcollation, '');
$$;
