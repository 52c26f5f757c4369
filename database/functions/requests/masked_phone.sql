-- How a number looks to those who may know that it is there, but not call it: +44 •••• ••0123.

-- The country code of an E.164 number, with its plus sign. The plan is fixed by ITU-T E.164: one digit for +1 and +7, two
-- for those listed, else three.
create or replace function callback_private.calling_code(p_phone text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return left(p_phone, case
    when p_phone ~ '^\+[17]' then 2
    when p_phone ~ '^\+(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])' then 3
    else 4 end);
end
$$;

-- The country code and at most the last four digits, so that four or more stay hidden. The dots are always as many, and tell no length.
create or replace function callback_private.masked_phone(p_phone text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_code constant text := callback_private.calling_code(p_phone);
begin
  return v_code || ' •••• ••' || right(p_phone, greatest(least(4, length(p_phone) - length(v_code) - 4), 0));
end
$$;

-- Whether the digits, without trunk zeros, are a whole number as people write it: with its country code, or as its country does.
create or replace function callback_private.is_whole_number(p_phone text, p_digits text)
returns boolean language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(
    p_digits = substr(p_phone, length(callback_private.calling_code(p_phone)) + 1)
    or p_digits = any (string_to_array(substr(callback_private.number_forms(p_phone), 2), ' ')), false);
end
$$;
