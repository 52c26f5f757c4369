-- The phone rule: a stored number is E.164, exists, costs the caller no more than a call, and belongs to a country that
-- the marketplace allows. Country means country, not calling code: +1 876 is Jamaica. client/src/phone.ts says the same
-- early, from the same numbering plans.

create or replace function callback_private.check_phone(p_phone text, p_allowed_regions text[])
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_refusal constant text := callback_private.phone_refusal(p_phone, p_allowed_regions);
begin
  if v_refusal is null then
    return;
  end if;
  if v_refusal = 'invalid_phone' then
    perform callback_private.refuse('invalid_phone',
      'This doesn’t look like a valid phone number. Check the digits and the country code, for example +442079460958.',
      jsonb_build_object('field', 'requester_phone'));
  end if;
  perform callback_private.refuse('phone_not_allowed',
    case when (callback_private.phone_range(p_phone)).callable
      then 'We can’t call numbers from this country. Use a number from a country that this marketplace serves.'
      else 'We can’t call premium or special numbers. Use a mobile or landline number.' end,
    jsonb_build_object('field', 'requester_phone'));
end
$$;

-- invalid_phone or phone_not_allowed; null for a number that may be called and texted.
create or replace function callback_private.phone_refusal(p_phone text, p_allowed_regions text[])
returns text language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_range constant callback_private.phone_ranges := callback_private.phone_range(p_phone);
begin
  return case
    when v_range.region is null then 'invalid_phone'
    when (v_range.callable and (p_allowed_regions is null or v_range.region = any (p_allowed_regions))) is not true
      then 'phone_not_allowed' end;
end
$$;

-- The range that a number belongs to; null for a number that does not exist.
create or replace function callback_private.phone_range(p_phone text)
returns callback_private.phone_ranges language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_number bigint;
  v_range callback_private.phone_ranges;
begin
  -- A plus sign and 7 to 15 digits that do not begin with 0; told without a pattern, which costs more.
  if length(p_phone) between 8 and 16 and left(p_phone, 1) || translate(p_phone, '0123456789', '') = '++'
    and substr(p_phone, 2, 1) <> '0' then
    v_number := substr(p_phone, 2)::bigint;
    select r.* into v_range from callback_private.phone_ranges r
      where r.first_number <= v_number order by r.first_number desc limit 1;
  end if;
  return case when v_range.last_number >= v_number then v_range end;
end
$$;
