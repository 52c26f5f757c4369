-- The fields a buyer fills in. A field is a column of callback_requests and a name in the list here: creating, editing,
-- edit events and client/src/vocabulary.ts follow from it.

-- Written when the request is made, and again while it is open.
create or replace function callback_private.editable_fields()
returns text[] language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return array[
    'requester_phone', 'requester_name', 'message', 'callback_reason', 'preferred_time', 'preferred_days', 'time_zone',
      'priority'];
end
$$;

-- The columns that are in no answer. All others are read by both sides, but the number, which requests_json shows to
-- the seller alone. A test compares an answer with the client's schema: a new column is named there or here, or the
-- test fails.
create or replace function callback_private.private_columns()
returns text[] language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return array[
    'requested_on', 'reminded_at', 'holds_day', 'expiry_warned_for', 'extensions', 'erased_at', 'requester_hash',
    'seller_hash', 'consent_version', 'consent_locale', 'consent_source', 'consent_given_at',
    'consent_withdrawn_at', 'listing_category', 'listing_country', 'is_repeat'];
end
$$;

-- The request as p_content makes it, which changes what is editable and nothing else; what it leaves out stays. What
-- people type loses the white space around texts and the repetitions in lists; what is empty is null. Whether it is
-- right is for the constraints to say.
create or replace function callback_private.with_fields(
  p_request public.callback_requests,
  p_content jsonb
)
returns public.callback_requests language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_populate_record(p_request, (
    select jsonb_object_agg(f.name, case
      when jsonb_typeof(given.value) = 'string' then to_jsonb(callback_private.trimmed(given.value #>> '{}'))
      when jsonb_typeof(given.value) = 'array' then to_jsonb(callback_private.distinct_items(
        array(select i.item from jsonb_array_elements_text(given.value) i (item))))
      else given.value end)
    from unnest(callback_private.editable_fields()) f (name)
    cross join lateral (select p_content -> f.name as value) given
    where given.value is not null));
end
$$;

-- What a person typed, without the white space around it and without what pasting brings along: marks that have no
-- width go, every kind of line end is a newline. Blank is null. Overrides of direction stay, and are refused by the
-- constraints. The clients' schemas read texts in the same way (client/src/schemas/text.ts). PostgreSQL inlines it.
create or replace function callback_private.trimmed(p_text text)
returns text language sql immutable parallel safe
return nullif(
  btrim(
    case when p_text ~ '[\u000B-\u000D\u0085\u061C\u200E\u200F\u2028-\u202C\u2060-\u2069\uFEFF]'
      then regexp_replace(
        regexp_replace(p_text, '[\u061C\u200E\u200F\u202A-\u202C\u2060-\u2069\uFEFF]', '', 'g'),
        '\r\n?|[\u000B\u000C\u0085\u2028\u2029]', E'\n', 'g')
      else p_text end,
    E' \t\n\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000'),
  '');

-- The items in the order first named, each once; null for none.
create or replace function callback_private.distinct_items(p_items text[])
returns text[] language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_item text;
  v_items text[];
begin
  if cardinality(p_items) > 100 then
    return p_items;
  end if;
  foreach v_item in array p_items loop
    if (v_item = any (v_items)) is not true then
      v_items := v_items || v_item;
    end if;
  end loop;
  return v_items;
end
$$;
