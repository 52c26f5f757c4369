-- What Supabase puts into a new project, as far as it matters here; run by the superuser. The owner of the project is
-- no superuser.
do $$
declare
  v_role text;
begin
  foreach v_role in array array['anon nologin', 'authenticated nologin', 'service_role nologin bypassrls',
    'authenticator noinherit login', 'supabase_auth_admin noinherit login',
      'supabase_owner login createdb createrole bypassrls password ''test''']
  loop
    if not exists (select from pg_roles where rolname = split_part(v_role, ' ', 1)) then
      execute 'create role ' || v_role;
    end if;
  end loop;
  execute 'grant anon, authenticated, service_role to authenticator';
  execute 'grant anon, authenticated, service_role to supabase_owner with admin option';
end
$$;

grant usage on schema public to supabase_owner, anon, authenticated, service_role;
alter default privileges for role supabase_owner in schema public grant all
  on tables to anon, authenticated, service_role;
alter default privileges for role supabase_owner in schema public grant all
  on functions to anon, authenticated, service_role;
alter default privileges for role supabase_owner in schema public grant all
  on sequences to anon, authenticated, service_role;

create schema auth authorization supabase_auth_admin;
grant usage on schema auth to supabase_owner, anon, authenticated, service_role;
create table auth.users (
  id uuid primary key,
  email varchar(255),
  encrypted_password varchar(255),
  raw_app_meta_data jsonb,
  raw_user_meta_data jsonb
);
alter table auth.users owner to supabase_auth_admin;
grant all on auth.users to supabase_owner;

create function auth.uid() returns uuid language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')
  )::uuid
$$;
create function auth.role() returns text language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.role', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role')
  )::text
$$;
create function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')
  )::jsonb
$$;

create publication supabase_realtime;
alter publication supabase_realtime owner to supabase_owner;
