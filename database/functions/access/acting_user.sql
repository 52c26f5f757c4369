-- Who is acting. The first line of every function that a person reaches asks here, and nothing else decides it.
-- A signed-in user is who the token names (host/ids.sql); a claimed identity that differs is refused. Only service_role
-- and roles that hold callback_service (the API's and the worker's logins) may name another person. NULL never passes.

-- current_user is useless here: inside a definer function it is the owner. The role setting is what SET ROLE chose.
create or replace function callback_private.caller_role()
returns name language sql stable
return case current_setting('role') when 'none' then session_user else current_setting('role')::name end;

create or replace function callback_private.is_trusted()
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_role constant name := callback_private.caller_role();
begin
  return v_role = 'service_role' or pg_has_role(v_role, 'callback_service', 'usage');
end
$$;

create or replace function callback_private.acting_user(p_claimed callback_private.person_id)
returns callback_private.person_id language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_signed_in callback_private.person_id;
begin
  if p_claimed is not null and callback_private.is_trusted() then
    return p_claimed;
  end if;
  v_signed_in := callback_private.signed_in();
  if v_signed_in is null then
    perform callback_private.refuse('unauthenticated', 'Sign in to use callback requests.');
  end if;
  if p_claimed is distinct from v_signed_in and p_claimed is not null then
    perform callback_private.refuse('forbidden', 'You can only act for yourself.');
  end if;
  return v_signed_in;
end
$$;

-- The owner of everything, who may do anything to it: on Supabase, pg_cron runs as that role, which is no superuser.
create or replace function callback_private.is_owner()
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return pg_has_role(callback_private.caller_role(), n.nspowner, 'usage') from pg_namespace n
    where n.nspname = 'callback_private';
end
$$;

create or replace function callback_private.require_trusted()
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if (callback_private.is_trusted() or callback_private.is_owner()) is not true then
    perform callback_private.refuse('forbidden', 'Only the service may do this.');
  end if;
end
$$;
