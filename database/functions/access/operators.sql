-- Operators: the marketplace's own staff. Nothing in a token makes a person an operator but the value of one claim,
-- which the settings name (operator_claim) and give a role (operator_roles). Until they are set there are no operators.

-- The operator whose verified token has these claims, made when first seen, with the role that this token grants. Null
-- for everyone else, and for an operator who is disabled.
create or replace function callback_private.find_operator(p_claims jsonb)
returns callback_private.operators language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_subject constant text := p_claims ->> 'sub';
  v_role constant text := callback_private.operator_role(p_claims);
  v_name text := left(callback_private.trimmed(p_claims ->> 'name'), 100);
  v_operator callback_private.operators;
begin
  if v_role is null or (length(v_subject) between 1 and 255 and not callback_private.is_reserved_subject(v_subject)) is not true then
    return null;
  end if;
  if callback_private.is_plain_text(v_name, 100) is not true then
    v_name := null;
  end if;
  -- Read first: almost always nothing has changed, and then this works where nothing can be written.
  select * into v_operator from callback_private.operators o where o.subject = v_subject;
  v_name := coalesce(v_name, v_operator.name); -- many issuers put no name into some of their tokens
  if v_operator.disabled_at is null and (v_operator.role, v_operator.name) is distinct from (v_role, v_name) then
    insert into callback_private.operators as o (id, subject, name, role)
      values (callback_private.uuid_v7(), v_subject, v_name, v_role)
      on conflict (subject) do update set name = coalesce(excluded.name, o.name), role = excluded.role
      returning * into v_operator;
  end if;
  if v_operator.disabled_at is not null then
    return null;
  end if;
  return v_operator;
end
$$;

-- The highest role that the claim grants; its value is a text or a list of them. A claim is looked for by its whole
-- name first, because names such as https://example.com/role hold dots.
create or replace function callback_private.operator_role(p_claims jsonb)
returns text language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select r.role
    from callback_private.settings s
    cross join lateral jsonb_path_query(
      coalesce(p_claims -> s.operator_claim, p_claims #> string_to_array(s.operator_claim, '.')), 'lax $[*]') v (value)
    cross join lateral (select s.operator_roles ->> (v.value #>> '{}') as role) r
    where s.only_row and jsonb_typeof(v.value) = 'string' and r.role is not null
    order by callback_private.operator_rank(r.role) desc
    limit 1);
end
$$;

-- Each role may do what those below it may.
create or replace function callback_private.operator_rank(p_role text)
returns integer language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return array_position(array['viewer', 'support', 'admin'], p_role);
end
$$;

-- Whether the operator may do what this role may.
create or replace function callback_private.operator_is(p_operator_id uuid, p_role text)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
    select from callback_private.operators o
    where o.id = p_operator_id and o.disabled_at is null
      and callback_private.operator_rank(o.role) >= callback_private.operator_rank(p_role));
end
$$;

-- For the API, which has verified the token: { id, role }. The role is what this token grants; another of the same person may grant more.
-- execute: service
create or replace function callback_private.operator_of(p_claims jsonb)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  return (
    select json_build_object('id', o.id, 'role', o.role) from callback_private.find_operator(p_claims) o
      where o.id is not null);
end
$$;

-- Which operator is acting, as acting_user() answers for people: the one of the token (Supabase), or the one that a
-- trusted caller names (the API). Refuses everyone whose role is below p_role. With p_or_service a trusted caller that
-- names no operator passes too, and the answer is null: for what maintenance and psql may read as well.
create or replace function callback_private.acting_operator(p_claimed uuid, p_role text,
  p_or_service boolean default false)
returns uuid language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_is_trusted constant boolean := callback_private.is_trusted();
  v_operator callback_private.operators;
begin
  if v_is_trusted and p_claimed is null and p_or_service then
    return null;
  end if;
  if v_is_trusted and p_claimed is not null then
    select * into v_operator from callback_private.operators o where o.id = p_claimed and o.disabled_at is null;
  else
    v_operator := callback_private.find_operator(auth.jwt());
  end if;
  if p_claimed <> v_operator.id then
    perform callback_private.refuse('forbidden', 'You can only act for yourself.');
  end if;
  if (callback_private.operator_rank(v_operator.role) >= callback_private.operator_rank(p_role)) is not true then
    perform callback_private.refuse('forbidden', format('Only an operator with the role %s may do this.', p_role));
  end if;
  return v_operator.id;
end
$$;
