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

create or replace function callback_private.masked_mail(p_mail text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return regexp_replace(p_mail, '^(.?).*@', '\1•••@');
end
$$;
