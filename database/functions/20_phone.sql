-- The phone rule: a stored number is E.164, exists, costs the caller no more than a call, and belongs to a country that the marketplace
-- allows. Country means country, not calling code: +1 876 is Jamaica. client/src/phone.ts says the same early, from the same numbering plans.

create or replace function callback_private.check_phone(p_phone text, p_allowed_regions text[])
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_number bigint;
  v_last_number bigint;
  v_region text;
  v_callable boolean;
  v_code text := 'phone_not_allowed';
  v_message text;
begin
  -- The length first: a pattern is never tried on a text of any size.
  if length(p_phone) between 8 and 16 and p_phone ~ '^\+[1-9][0-9]{6,14}$' then
    v_number := substr(p_phone, 2)::bigint;
    select r.last_number, r.region, r.callable into v_last_number, v_region, v_callable
      from callback_private.phone_ranges r
      where r.first_number <= v_number order by r.first_number desc limit 1;
  end if;

  if (v_last_number >= v_number) is not true then
    v_code := 'invalid_phone';
    v_message := 'This phone number does not exist. Give it with its country code, for example +442079460958.';
  elsif not v_callable then
    v_message := 'Numbers of this kind cannot be called back. Give an ordinary mobile or landline number.';
  elsif p_allowed_regions is not null and (v_region = any (p_allowed_regions)) is not true then
    v_message := 'Numbers from this country cannot be called back. Give a number from a country that this marketplace serves.';
  else
    return;
  end if;
  perform callback_private.refuse(v_code, v_message, jsonb_build_object('field', 'requester_phone'));
end
$$;
