-- How operators see numbers and mail addresses before they look at one deliberately (operator_acts.sql). Texts: access/masking.sql.

-- Whether the operator may search by number and see how one ends.
create or replace function callback_private.sees_numbers(p_operator_id uuid)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((
    select callback_private.operator_rank(o.role) >= callback_private.operator_rank('support')
    from callback_private.operators o where o.id = p_operator_id), false);
end
$$;

-- +44 ••••••0123: the country, and how it ends; of a short number less, so that at least four digits stay hidden.
create or replace function callback_private.masked_phone(p_phone text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_code constant text := callback_private.calling_code(p_phone);
  v_digits constant integer := length(p_phone) - length(v_code);
  v_shown constant integer := greatest(least(4, v_digits - 4), 0);
begin
  return v_code || ' ' || repeat('•', v_digits - v_shown) || right(p_phone, v_shown);
end
$$;

-- The plus sign and the calling code of a number in E.164.
create or replace function callback_private.calling_code(p_phone text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return left(p_phone, case
    when p_phone ~ '^\+[17]' then 2
    when p_phone ~ '^\+(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])' then 3
    else 4 end);
end
$$;

create or replace function callback_private.masked_mail(p_mail text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return regexp_replace(p_mail, '^(.?).*@', '\1•••@');
end
$$;
