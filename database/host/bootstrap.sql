-- Gives plain PostgreSQL what a Supabase project has and Ringback builds on: the roles anon, authenticated and
-- service_role, and the functions auth.uid(), auth.role() and auth.jwt(), which read the signed-in user from the
-- settings that PostgREST makes. Creates what is missing and changes nothing that exists, so it is safe on Supabase and
-- when run twice. Roles belong to the whole server: another database's run may be creating the same ones at this
-- moment.

do $bootstrap$
declare
  v_role record;
begin
  for v_role in
    select * from (values
      ('anon', 'create role anon nologin noinherit'),
      ('authenticated', 'create role authenticated nologin noinherit'),
      ('service_role', 'create role service_role nologin noinherit bypassrls')
    ) as wanted (name, statement)
    where not exists (select from pg_catalog.pg_roles r where r.rolname = wanted.name)
  loop
    begin
      execute v_role.statement;
    exception
      when duplicate_object or unique_violation then
        null; -- another run was faster
      when insufficient_privilege then
        if v_role.name <> 'service_role' then
          raise;
        end if;
        create role service_role nologin noinherit; -- a managed server's administrator may not give the right to bypass row policies
        raise warning 'service_role cannot bypass row policies: % may not grant that. Ringback does not need it.', current_user;
    end;
  end loop;
end
$bootstrap$;

grant usage on schema public to anon, authenticated, service_role;

do $bootstrap$
begin
  if num_nulls(to_regprocedure('auth.uid()'), to_regprocedure('auth.role()'), to_regprocedure('auth.jwt()')) = 0 then
    return; -- Supabase's own, or made by an earlier run
  end if;
  create schema if not exists auth;
  grant usage on schema auth to anon, authenticated, service_role;

  if to_regprocedure('auth.uid()') is null then
    create function auth.uid() returns uuid language sql stable as $$
      select coalesce(
        nullif(current_setting('request.jwt.claim.sub', true), ''),
        nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
      )::uuid
    $$;
  end if;

  if to_regprocedure('auth.role()') is null then
    create function auth.role() returns text language sql stable as $$
      select coalesce(
        nullif(current_setting('request.jwt.claim.role', true), ''),
        nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'
      )
    $$;
  end if;

  if to_regprocedure('auth.jwt()') is null then
    create function auth.jwt() returns jsonb language sql stable as $$
      select coalesce(
        nullif(current_setting('request.jwt.claim', true), ''),
        nullif(current_setting('request.jwt.claims', true), '')
      )::jsonb
    $$;
  end if;
end
$bootstrap$;
