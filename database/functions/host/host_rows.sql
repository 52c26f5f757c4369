-- A person and a listing of the marketplace, as everything else reads them. The host's rows are not ours to judge, and
-- one that is odd must not take a list down with it: what no answer can hold (a price that is no number, a text of ten
-- thousand characters) is null or cut here.
--
-- No search_path is set, so that PostgreSQL makes these a part of the query that asks and finds the row by the host's
-- own key. Nobody but the owner may run them, and all who do have set theirs.

create or replace function callback_private.profile(p_id callback_private.person_id)
returns table (
  id callback_private.person_id, full_name text, phone text, email text, avatar_url text, is_verified boolean,
    trust_score numeric,
  is_active boolean, created_at timestamptz, time_zone text, locale text
)
language sql stable rows 1 as $$
  select
    p.id,
    nullif(left(btrim(p.full_name), 100), ''),
    nullif(left(btrim(p.phone), 50), ''),
    case when length(p.email) <= 320 then nullif(btrim(p.email), '') end,
    case when length(p.avatar_url) <= 2000 then nullif(btrim(p.avatar_url), '') end,
    p.is_verified,
    case when abs(p.trust_score) < 1e15 then p.trust_score end,
    p.is_active,
    case when isfinite(p.created_at) then p.created_at end,
    case when length(p.time_zone) <= 64 then nullif(btrim(p.time_zone), '') end,
    case when length(p.locale) <= 64
      and callback_private.language_tag(p.locale) ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'
      then callback_private.language_tag(p.locale) end
  from callback_private.host_profiles p
  where p.id = p_id;
$$;

create or replace function callback_private.listing(p_id callback_private.listing_id)
returns table (
  id callback_private.listing_id, seller_id callback_private.person_id, title text, price numeric, currency text,
    category text, image_url text,
  is_available boolean, location text, country text, url text, phone text
)
language sql stable rows 1 as $$
  select
    l.id,
    l.seller_id,
    nullif(left(btrim(l.title), 300), ''),
    case when abs(l.price) < 1e15 then l.price end,
    case when l.currency ~* '^\s*[a-z]{3}\s*$' then upper(btrim(l.currency))
      else nullif(left(btrim(l.currency), 10), '') end,
    nullif(left(btrim(l.category), 100), ''),
    case when length(l.image_url) <= 2000 then nullif(btrim(l.image_url), '') end,
    l.is_available,
    nullif(left(btrim(l.location), 200), ''),
    case when l.country ~* '^\s*[a-z]{2}\s*$' then upper(btrim(l.country)) end,
    case when l.url ~* '^https?://\S{1,2000}$' then l.url end,
    nullif(left(btrim(l.phone), 50), '')
  from callback_private.host_listings l
  where l.id = p_id;
$$;
