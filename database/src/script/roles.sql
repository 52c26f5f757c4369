-- Roles belong to the whole server. Who may not create them gets the statements for an administrator at once.
do $roles$
declare
  v_statements text;
begin
  select string_agg(w.statement, ' ' order by w.place) into v_statements
  from (values
    (1, 'anon', 'create role anon nologin noinherit;'),
    (2, 'authenticated', 'create role authenticated nologin noinherit;'),
    (3, 'service_role', 'create role service_role nologin noinherit bypassrls;'),
    (4, 'callback_service', 'create role callback_service nologin;')) w (place, name, statement)
  where not exists (select from pg_catalog.pg_roles r where r.rolname = w.name);
  if v_statements is not null and not (select r.rolsuper or r.rolcreaterole from pg_catalog.pg_roles r where r.rolname = current_user) then
    raise exception 'The user % may not create roles, and this server lacks some that Ringback needs.', current_user
      using errcode = 'RB004', hint = 'Let an administrator run, once for the server: ' || v_statements || ' Then run this again.';
  end if;
end
$roles$;
