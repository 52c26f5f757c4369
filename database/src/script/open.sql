-- One run at a time for this database. Waiting for another run may take a while; waiting for a table must not, because
-- everybody who uses that table would queue up behind us.
set local search_path = '';
set local client_min_messages = warning;
set local statement_timeout = 0;
set local check_function_bodies = off; -- files come in any order, so a function may name one that is made later
set local lock_timeout = '2min';
do $$ begin perform pg_advisory_xact_lock(hashtextextended('ringback.migrate', 0)); end $$;
set local lock_timeout = '2s';

do $check$
begin
  if current_setting('server_version_num')::integer < 150000 then
    raise exception 'Ringback needs PostgreSQL 15 or later, and this server is %.', current_setting('server_version')
      using hint = 'Upgrade the server.';
  end if;
  if pg_is_in_recovery() then
    raise exception 'This server is a standby, which cannot be changed.'
      using hint = 'Connect to the primary; with several hosts in DATABASE_URL add ?target_session_attrs=primary.';
  end if;
  if current_setting('server_encoding') <> 'UTF8' then
    raise exception 'The encoding of database % is %; Ringback needs UTF8.', current_database(), current_setting('server_encoding')
      using hint = format('Make one with: create database %I template template0 encoding ''UTF8''', current_database() || '_utf8');
  end if;
  if not has_database_privilege(current_database(), 'CREATE, TEMPORARY') or not has_schema_privilege('public', 'CREATE') then
    raise exception 'The user % may not create a schema, a temporary object or a table in database %.', current_user, current_database()
      using hint = format('Connect as the owner of the database, or run as its owner: grant create, temporary on database %I to %I; '
        'grant create on schema public to %2$I;', current_database(), current_user);
  end if;
end
$check$;
