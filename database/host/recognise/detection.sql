-- describe_host(): what Ringback would take from the marketplace that it finds itself in.
--
-- The answer names the tables and, for each column of the three host views, the SQL that would read it, how sure
-- that is (`certain`, `guess`, `missing`) and a remark for a person. `problems` lists what a person must decide;
-- while there is one, nothing is installed. It only looks: views.sql writes and installs.
-- Everything in this folder is made in pg_temp when `init`, `migrate` or the printed script asks, and goes with the
-- connection. The parameters settle an ambiguity: the tables' names, written schema.table.

create or replace function pg_temp.describe_host(
  p_people text default null, p_listings text default null, p_blocks text default null)
returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_listings jsonb := pg_temp.host_find_listings(p_listings);
  v_people jsonb := pg_temp.host_find_people(v_listings -> 'owner', p_people);
  v_blocks jsonb := pg_temp.host_find_blocks(v_people, p_blocks);
  v_views jsonb;
begin
  v_views := jsonb_build_object(
    'host_profiles', pg_temp.describe_host_profiles(v_people),
    'host_listings', pg_temp.describe_host_listings(v_listings, v_people),
    'host_blocks', pg_temp.describe_host_blocks(v_blocks, v_people));
  return jsonb_build_object('views', v_views, 'problems',
    coalesce(v_people -> 'problems', '[]') || coalesce(v_listings -> 'problems', '[]')
      || coalesce(v_blocks -> 'problems', '[]')
    || pg_temp.host_phone_problems(v_views)
    || coalesce((select jsonb_agg(c -> 'problem') from jsonb_each(v_views) v (name, body),
      jsonb_array_elements(body -> 'columns') c
      where c ->> 'problem' is not null), '[]'));
end;
$$;

-- A marketplace without any phone number would be installed for nothing.
create or replace function pg_temp.host_phone_problems(p_views jsonb) returns jsonb
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select case when bool_and(c.value ->> 'certainty' = 'missing') and bool_and(v.value ->> 'table' is not null)
    then jsonb_build_array(
      format('neither %s nor %s has a column with a phone number (phone, mobile, contact_phone, …), and without one nobody can '
      'be called: which column is it? Add one, or read yours as phone in the views by hand',
      p_views #>> '{host_profiles,table}', p_views #>> '{host_listings,table}'))
    else '[]' end
  from jsonb_each(p_views) v cross join lateral jsonb_array_elements(v.value -> 'columns') c
  where v.key in ('host_profiles', 'host_listings') and c.value ->> 'name' = 'phone';
$$;

create or replace function pg_temp.describe_host_profiles(p_people jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_key text := p_people ->> 'key';
  v_columns jsonb := pg_temp.host_columns((p_people ->> 'id')::oid, 'p') || pg_temp.host_companion_columns(p_people);
  v_name jsonb := pg_temp.host_full_name(v_columns);
begin
  if p_people ->> 'id' is not null and v_name ->> 'certainty' = 'missing' then
    v_name := v_name || jsonb_build_object('problem',
      format('%s has no column with a name (full_name, name, first_name and last_name, …)', p_people ->> 'name'));
  end if;
  return jsonb_build_object('table', p_people ->> 'name', 'key', v_key, 'alias', 'p', 'columns', jsonb_build_array(
    pg_temp.host_key_column(p_people, 'p'),
    pg_temp.host_view_column('full_name', 'text', v_name),
    pg_temp.host_view_column('phone', 'text', pg_temp.host_phone(v_columns,
      '{phone,phone_number,phonenumber,mobile,mobile_number,mobile_phone,contact_phone,contact_number,telephone,tel,cell_phone,cell,whatsapp,whatsapp_number,phone_e164}',
      7, 'no phone column: no seller can receive requests until one is added here')),
    pg_temp.host_view_column('email', 'text', pg_temp.host_text(
      v_columns, '{email,email_address,contact_email}', 2, 'no e-mail column: nobody gets e-mail')),
    pg_temp.host_view_column('avatar_url', 'text', pg_temp.host_text(
      v_columns, '{avatar_url,photo_url,profile_picture_url,profile_image_url,picture_url,image_url,avatar,photo,profile_picture,profile_image,profile_photo,picture,image}',
      6, 'no picture column: people are shown without one')),
    pg_temp.host_view_column('is_verified', 'boolean', pg_temp.host_is_verified(v_columns)),
    pg_temp.host_view_column('trust_score', 'numeric', pg_temp.host_number(
      v_columns, '{trust_score,reputation_score,reputation,trust_level,seller_rating,average_rating,rating}', 1,
        'no trust score')),
    pg_temp.host_view_column('is_active', 'boolean', pg_temp.host_condition(v_columns, '{
      "yes": ["is_active", "active", "is_enabled", "enabled"],
      "no": ["banned", "is_banned", "suspended", "is_suspended", "deleted", "is_deleted", "blocked", "is_blocked", "disabled", "is_disabled", "is_deactivated"],
      "ended": ["deleted_at", "banned_at", "suspended_at", "deactivated_at", "blocked_at", "disabled_at", "archived_at"],
      "from_then": {"banned": ["banned_until", "ban_until", "ban_expires", "ban_expires_at", "ban_ends_at", "ban_end"],
        "suspended": ["suspended_until", "suspension_ends_at", "suspension_expires_at", "suspension_until"],
        "blocked": ["blocked_until", "block_expires_at"], "disabled": ["disabled_until"]},
      "state": ["status", "account_status", "user_status", "profile_status", "state"],
      "good": ["active", "enabled", "approved", "verified", "ok", "normal"],
      "bad": ["banned", "suspended", "deleted", "blocked", "disabled", "inactive", "deactivated", "closed", "removed", "rejected", "archived"]
    }', 'no sign of banned or deleted people: everybody counts as active')),
    pg_temp.host_view_column('created_at', 'timestamptz', pg_temp.host_time(
      v_columns, '{created_at,inserted_at,registered_at,joined_at,signed_up_at,date_joined,created,created_on,member_since}', 'no date of joining')),
    pg_temp.host_view_column('time_zone', 'text', pg_temp.host_text(
      v_columns, '{time_zone,timezone,tz,time_zone_name,timezone_name}', 5,
        'no time zone: the marketplace''s own is used')),
    pg_temp.host_view_column('locale', 'text', pg_temp.host_text(
      v_columns, '{locale,language,lang,preferred_language,language_code,preferred_locale}', 2,
        'no language: the marketplace''s own is used'))));
end;
$$;

create or replace function pg_temp.describe_host_listings(p_listings jsonb, p_people jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_table oid := (p_listings ->> 'id')::oid;
  v_key text := p_listings ->> 'key';
  v_columns jsonb := pg_temp.host_columns(v_table, 'l');
  v_seller jsonb := pg_temp.host_answer(format('null::%s', coalesce(p_people ->> 'id_type', 'uuid')),
    'missing', 'no column says who offers the listing');
begin
  if p_listings #>> '{owner,column}' is not null and p_people ->> 'key' is not null then
    v_seller := v_seller || pg_temp.host_person(v_table, p_listings #>> '{owner,column}', 'l', p_people);
  end if;
  return jsonb_build_object('table', p_listings ->> 'name', 'key', v_key, 'alias', 'l', 'columns', jsonb_build_array(
    pg_temp.host_key_column(p_listings, 'l'),
    pg_temp.host_view_column('seller_id', p_people ->> 'id_type', v_seller),
    pg_temp.host_view_column('title', 'text', pg_temp.host_title(v_columns)),
    pg_temp.host_view_column('price', 'numeric', pg_temp.host_price(v_columns)),
    pg_temp.host_view_column('currency', 'text', pg_temp.host_currency(v_columns)),
    pg_temp.host_view_column('category', 'text', pg_temp.host_text(
      v_columns, '{category,category_name,listing_category,category_slug}', 3, 'no category column')),
    pg_temp.host_view_column('image_url', 'text', pg_temp.host_image(v_table, v_key, v_columns)),
    pg_temp.host_view_column('is_available', 'boolean', pg_temp.host_condition(v_columns, '{
      "yes": ["is_available", "available", "is_active", "active", "is_published", "published", "is_listed", "is_live"],
      "no": ["is_sold", "sold", "is_deleted", "deleted", "is_archived", "archived", "is_hidden", "hidden", "is_draft"],
      "ended": ["sold_at", "deleted_at", "archived_at", "removed_at", "unpublished_at", "hidden_at", "closed_at"],
      "until": ["expires_at", "valid_until", "available_until"],
      "state": ["status", "listing_status", "product_status", "item_status", "ad_status", "availability", "state"],
      "good": ["active", "available", "published", "live", "open", "listed", "for_sale", "forsale", "on_sale", "approved", "in_stock"],
      "bad": ["sold", "deleted", "archived", "removed", "inactive", "expired", "draft", "hidden", "closed", "unavailable", "rejected"]
    }', 'no sign of sold or withdrawn listings: each counts as available')),
    pg_temp.host_view_column('location', 'text', pg_temp.host_location(v_columns)),
    pg_temp.host_view_column('country', 'text', pg_temp.host_text(
      v_columns, '{country_code,country_iso,country,location_country}', 2, 'no country column')),
    pg_temp.host_view_column('url', 'text', pg_temp.host_text(
      v_columns, '{listing_url,permalink,public_url,canonical_url,url}', 4, 'no column with the listing''s page',
        '{text}')),
    pg_temp.host_view_column('phone', 'text', pg_temp.host_phone(v_columns,
      '{contact_phone,contact_phone_number,contact_number,contact_mobile,phone,phone_number,mobile_number,mobile,telephone,seller_phone,contact_whatsapp,whatsapp}',
      4, 'no number of its own: the seller''s is meant'))));
end;
$$;

create or replace function pg_temp.describe_host_blocks(p_blocks jsonb, p_people jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_table oid := (p_blocks ->> 'id')::oid;
  v_none constant jsonb := pg_temp.host_answer(format('null::%s', coalesce(p_people ->> 'id_type', 'uuid')),
    'missing', 'no table says who blocked whom: nobody is kept from asking anyone');
  v_blocker jsonb := v_none;
  v_blocked jsonb := v_none;
begin
  if v_table is not null and p_people ->> 'key' is not null then
    v_blocker := pg_temp.host_person(v_table, p_blocks ->> 'blocker', 'b', p_people);
    v_blocked := pg_temp.host_person(v_table, p_blocks ->> 'blocked', 'b', p_people);
  end if;
  return jsonb_build_object('table', p_blocks ->> 'name', 'alias', 'b', 'columns', jsonb_build_array(
    pg_temp.host_view_column('blocker_id', p_people ->> 'id_type', v_blocker),
    pg_temp.host_view_column('blocked_id', p_people ->> 'id_type', v_blocked)));
end;
$$;

create or replace function pg_temp.host_view_column(p_name text, p_type text, p_answer jsonb) returns jsonb
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select jsonb_build_object('name', p_name, 'type', p_type) || p_answer;
$$;

-- The key of a table that was found: {key, id_type}.
create or replace function pg_temp.host_key_column(p_found jsonb, p_alias text) returns jsonb
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select pg_temp.host_view_column('id', p_found ->> 'id_type', case when p_found ->> 'id_type' is null
    then pg_temp.host_answer('null::uuid', 'missing', 'no key of one column')
    else pg_temp.host_answer(format('%s.%I::%s', p_alias, p_found ->> 'key', p_found ->> 'id_type'), 'certain') end);
$$;
