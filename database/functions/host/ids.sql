-- Ids of people and listings are the marketplace's: the domains callback_private.person_id and listing_id, over uuid,
-- bigint, integer or text. They arrive as text, in tokens, in JSON, over HTTP. A text that is none of that type becomes
-- null here, never an error: a row policy that raises stops Realtime for everyone.

-- The person whom the token names. Row policies ask this too, so users may run it.
-- execute: users
create or replace function callback_private.signed_in()
returns callback_private.person_id language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return callback_private.person_of(auth.jwt() ->> 'sub');
end
$$;

-- execute: service
create or replace function callback_private.person_of(p_text text)
returns callback_private.person_id language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return case when callback_private.is_id(p_text, ':person_id') then p_text end;
end
$$;

-- execute: service
create or replace function callback_private.listing_of(p_text text)
returns callback_private.listing_id language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return case when callback_private.is_id(p_text, ':listing_id') then p_text end;
end
$$;

-- The same of what a caller sent in a field: a text that is no id names no listing, and nobody.
create or replace function callback_private.sent_listing(p_text text)
returns callback_private.listing_id language plpgsql stable strict set search_path = pg_catalog, pg_temp as $$
declare
  v_listing_id constant callback_private.listing_id := callback_private.listing_of(p_text);
begin
  if v_listing_id is null then
    perform callback_private.refuse('not_found', 'There is no such listing.');
  end if;
  return v_listing_id;
end
$$;

-- execute: service
create or replace function callback_private.sent_person(p_text text, p_field text)
returns callback_private.person_id language plpgsql stable strict set search_path = pg_catalog, pg_temp as $$
declare
  v_person_id constant callback_private.person_id := callback_private.person_of(p_text);
begin
  if v_person_id is null then
    perform callback_private.refuse_input(p_field, p_field || ' must be the id of a person in this marketplace.');
  end if;
  return v_person_id;
end
$$;

-- Whether the text is written as an id of that type; a number in one way only, so that nobody has two ids.
-- execute: service
create or replace function callback_private.is_id(p_text text, p_type text)
returns boolean language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  if p_type = 'text' then
    return length(p_text) between 1 and 200;
  elsif p_type = 'uuid' then
    return p_text ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
  elsif p_text !~ '^(0|-?[1-9][0-9]{0,18})$' then
    return false;
  end if;
  return abs(p_text::numeric) <= case p_type when 'integer' then 2147483647 else 9223372036854775807 end;
end
$$;
