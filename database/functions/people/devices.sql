-- Where push reaches a person. A token is in use by the person who registered it last: a phone that changes hands, or
-- an account on it. Whose it was keeps a retired row, so that it can be seen who took it over.

-- execute: users
create or replace function callback_private.save_callback_device(p_token text, p_device jsonb,
  p_user_id callback_private.person_id)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_constraint text;
  v_column text;
begin
  perform pg_advisory_xact_lock(1925, hashtext(p_token));
  update callback_private.devices d set retired_at = now(), retired_because = 'taken_over'
    where d.token = p_token and d.user_id <> v_user_id and d.retired_at is null;
  insert into callback_private.devices as d (id, user_id, kind, token, p256dh, auth, locale)
  values (
    callback_private.uuid_v7(), v_user_id, p_device ->> 'kind', p_token, p_device ->> 'p256dh', p_device ->> 'auth',
    callback_private.language_tag(p_device ->> 'locale'))
  on conflict (token, user_id) do update set
    kind = excluded.kind,
    p256dh = excluded.p256dh,
    auth = excluded.auth,
    locale = excluded.locale,
    registered_at = now(),
    retired_at = null,
    retired_because = null;
  -- More than twenty are left-overs; the oldest go.
  update callback_private.devices d set retired_at = now(), retired_because = 'too_many'
    where d.id in (
      select old.id from callback_private.devices old
      where old.user_id = v_user_id and old.retired_at is null
      order by old.registered_at desc, old.id desc offset 20);
  return true;
exception
  when check_violation or not_null_violation then
    get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
    perform callback_private.refuse_violation(v_constraint, v_column);
    return null;
  when foreign_key_violation then
    perform callback_private.refuse('forbidden',
      'Your profile is missing or not active; complete or reactivate it first.');
    return null;
end
$$;

-- execute: users
create or replace function public.save_callback_device(p_token text, p_device jsonb, p_user_id :person_id default null)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.save_callback_device(p_token, p_device, p_user_id);
end $$;
comment on function public.save_callback_device is 'Registers where push reaches the caller: p_device is { kind, p256dh, auth, locale }.';

-- The caller's own, the newest first. The keys stay here: they are for encrypting and nobody else's business.
-- execute: users
create or replace function callback_private.list_callback_devices(p_user_id callback_private.person_id)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
begin
  return (
    select coalesce(
      jsonb_agg(
        jsonb_build_object('kind', d.kind, 'token', d.token, 'locale', d.locale, 'registered_at', d.registered_at)
        order by d.registered_at desc, d.id desc),
      '[]')
    from callback_private.devices d
    where d.user_id = v_user_id and d.retired_at is null);
end
$$;

-- execute: users
create or replace function public.list_callback_devices(p_user_id :person_id default null)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_devices(p_user_id)::json;
end $$;
comment on function public.list_callback_devices is 'Where push reaches the caller, the newest first: [{ kind, token, locale, registered_at }].';

-- execute: users
create or replace function callback_private.retire_callback_device(p_token text, p_user_id callback_private.person_id)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
begin
  update callback_private.devices d set
    retired_at = coalesce(d.retired_at, now()),
    retired_because = coalesce(d.retired_because, 'signed_out')
  where d.token = p_token and d.user_id = v_user_id;
  if not found then
    perform callback_private.refuse('not_found', 'There is no such device.');
  end if;
  return true;
end
$$;

-- execute: users
create or replace function public.retire_callback_device(p_token text, p_user_id :person_id default null)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.retire_callback_device(p_token, p_user_id);
end $$;
comment on function public.retire_callback_device is 'Stops push to a device of the caller''s.';
