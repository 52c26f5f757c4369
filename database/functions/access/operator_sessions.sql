-- Sessions of operators in the console. A session has two secrets, each kept as its hash: a cookie and a key. Both come with
-- every call, so that neither a forged form nor a stolen cookie does anything.

-- Signs in, by a link or as the operator of a token: { operator_id, session_id }. Null for every link that
-- lets nobody in, whatever the reason.
-- execute: service
create or replace function callback_private.create_operator_session(
  p_link_hash bytea,
  p_operator_id uuid,
  p_cookie_hash bytea,
  p_key_hash bytea,
  p_user_agent text
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id uuid;
  v_session callback_private.operator_sessions;
begin
  perform callback_private.require_trusted();
  if p_link_hash is null then
    v_operator_id := callback_private.acting_operator(p_operator_id, 'viewer');
  else
    v_operator_id := callback_private.use_operator_link(p_link_hash);
  end if;
  if v_operator_id is null then
    return null;
  end if;
  insert into callback_private.operator_sessions (id, operator_id, cookie_hash, key_hash, user_agent, expires_at)
    select callback_private.uuid_v7(), v_operator_id, p_cookie_hash, p_key_hash, left(p_user_agent, 200),
      now() + least(s.operator_session_idle_time, s.operator_session_lifetime)
    from callback_private.settings s where s.only_row
    returning * into v_session;
  perform callback_private.write_audit(v_operator_id, 'create_operator_session', 'operator_session', v_session.id::text,
    jsonb_build_object('by', case when p_link_hash is null then 'token' else 'link' end));
  return json_build_object('operator_id', v_operator_id, 'session_id', v_session.id);
end
$$;

-- When the session ends unless it is used.
create or replace function callback_private.end_of_session(
  p_session callback_private.operator_sessions,
  p_settings callback_private.settings,
  p_seen_at timestamptz
)
returns timestamptz language plpgsql stable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return least(
  p_seen_at + p_settings.operator_session_idle_time, p_session.created_at + p_settings.operator_session_lifetime);
end
$$;

-- For the API: whose session this is, { id, role, session_id }; null unless both halves are those of one open session of
-- an operator who is not disabled. A call moves the end, and writes that once a minute.
-- execute: service
create or replace function callback_private.use_operator_session(p_cookie_hash bytea, p_key_hash bytea)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_session callback_private.operator_sessions;
  v_operator callback_private.operators;
  v_settings callback_private.settings;
begin
  perform callback_private.require_trusted();
  select * into v_session from callback_private.operator_sessions s
    where s.cookie_hash = p_cookie_hash and s.key_hash = p_key_hash and s.ended_at is null;
  select * into v_operator from callback_private.operators o where o.id = v_session.operator_id and o.disabled_at is null;
  select * into strict v_settings from callback_private.settings s where s.only_row;
  if (now() < callback_private.end_of_session(v_session, v_settings, v_session.last_seen_at) and v_operator.id is not null) is not true then
    return null;
  end if;
  if v_session.last_seen_at < now() - interval '1 minute' and not pg_is_in_recovery() then
    update callback_private.operator_sessions s
      set last_seen_at = now(), expires_at = callback_private.end_of_session(v_session, v_settings, now())
      where s.id = v_session.id and s.ended_at is null and s.last_seen_at < now() - interval '1 minute';
  end if;
  return json_build_object('id', v_operator.id, 'role', v_operator.role, 'session_id', v_session.id);
end
$$;

-- Who is signed in, for the console's first call; p_session_id is null with a token.
-- execute: service
create or replace function callback_private.get_operator_session(p_operator_id uuid, p_session_id uuid)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id uuid;
begin
  perform callback_private.require_trusted();
  v_operator_id := callback_private.acting_operator(p_operator_id, 'viewer');
  return (
    select json_build_object('operator_id', o.id, 'name', o.name, 'role', o.role, 'session_id', session.id,
      'expires_at', session.created_at + s.operator_session_lifetime, 'marketplace', s.brand_name, 'time_zone', s.time_zone)
    from callback_private.operators o
    join callback_private.settings s on s.only_row
    left join callback_private.operator_sessions session on session.id = p_session_id and session.operator_id = o.id
    where o.id = v_operator_id);
end
$$;

-- An operator's own sessions; an admin's list has everyone's.
-- execute: users
create or replace function callback_private.list_operator_sessions(
  p_limit integer,
  p_cursor text,
  p_of_operator uuid,
  p_ended boolean,
  p_operator_id uuid
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer');
  v_limit constant integer := coalesce(p_limit, 20);
  v_of constant uuid :=
    case when callback_private.operator_is(v_operator_id, 'admin') then p_of_operator else v_operator_id end;
  v_cursor record;
  v_rows json[];
begin
  perform callback_private.check_page(null, v_limit, 0);
  v_cursor := callback_private.read_cursor(p_cursor);
  if p_of_operator <> v_of then
    return json_build_object('items', '[]'::json, 'next_cursor', null);
  end if;
  v_rows := array(
    select json_build_array(json_build_object('id', s.id, 'operator_id', s.operator_id, 'name', o.name, 'role', o.role, 'user_agent', s.user_agent,
      'created_at', s.created_at, 'last_seen_at', s.last_seen_at, 'expires_at', s.expires_at,
      'ended_at', coalesce(s.ended_at, case when s.expires_at <= now() then s.expires_at end)),
      callback_private.cursor_of(s.created_at, s.id))
    from callback_private.operator_sessions s join callback_private.operators o on o.id = s.operator_id
    where (v_of is null or s.operator_id = v_of) and (s.created_at, s.id) < (v_cursor.before_at, v_cursor.before_id)
      and (p_ended is true or (s.ended_at is null and s.expires_at > now()))
    order by s.created_at desc, s.id desc limit v_limit + 1);
  return callback_private.page_json(v_rows, v_limit);
end
$$;

-- execute: users
create or replace function public.list_callback_operator_sessions(
  p_limit integer default 20,
  p_cursor text default null,
  p_of_operator uuid default null,
  p_ended boolean default false,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_operator_sessions(p_limit, p_cursor, p_of_operator, p_ended, p_operator_id);
end $$;
comment on function public.list_callback_operator_sessions
  is 'For operators: a page of their open sessions, for admins of everyone''s: { items, next_cursor }. p_ended: also those that have ended.';

-- Ends a session, one's own or as admin anyone's. One that has ended stays as it is.
-- execute: users
create or replace function callback_private.end_operator_session(p_session_id uuid, p_operator_id uuid)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer');
  v_session callback_private.operator_sessions;
begin
  select * into v_session from callback_private.operator_sessions s where s.id = p_session_id for update;
  if (v_session.operator_id = v_operator_id or callback_private.operator_is(v_operator_id, 'admin')) is not true
    or v_session.id is null
  then
    perform callback_private.refuse('not_found', 'There is no such session.');
  end if;
  if v_session.ended_at is null then
    update callback_private.operator_sessions s set ended_at = now() where s.id = v_session.id;
    perform callback_private.write_audit(v_operator_id, 'end_operator_session', 'operator_session', v_session.id::text,
      jsonb_build_object('operator_id', v_session.operator_id));
  end if;
  return true;
end
$$;

-- execute: users
create or replace function public.end_callback_operator_session(p_session_id uuid, p_operator_id uuid default null)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.end_operator_session(p_session_id, p_operator_id);
end $$;
comment on function public.end_callback_operator_session is 'For operators: ends a session of their own; for admins: of anyone.';

-- An operator who is disabled, or gets another role, has to sign in again.
create or replace function callback_private.end_sessions_of_operator()
returns trigger language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  update callback_private.operator_sessions s set ended_at = now() where s.operator_id = new.id and s.ended_at is null;
  return null;
end
$$;

drop trigger if exists operator_sessions_end on callback_private.operators;
create trigger operator_sessions_end after update on callback_private.operators
  for each row when (new.role <> old.role or new.disabled_at is not null)
  execute function callback_private.end_sessions_of_operator();
