-- Operators see who else is one; an admin disables and enables others.

create or replace function callback_private.operator_json(p_operator callback_private.operators)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select json_build_object('id', p_operator.id, 'subject', p_operator.subject, 'name', p_operator.name, 'role', p_operator.role,
      'created_at', p_operator.created_at, 'disabled_at', p_operator.disabled_at,
      'sessions', count(*) filter (where s.ended_at is null and s.expires_at > now()), 'last_seen_at', max(s.last_seen_at))
    from callback_private.operator_sessions s where s.operator_id = p_operator.id);
end
$$;

-- execute: users
create or replace function callback_private.list_operators(p_limit integer, p_cursor text, p_operator_id uuid)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer');
  v_limit constant integer := coalesce(p_limit, 20);
  v_cursor record;
begin
  perform callback_private.check_page(null, v_limit, 0);
  v_cursor := callback_private.read_cursor(p_cursor);
  return callback_private.page_json(array(
    select json_build_array(callback_private.operator_json(o), callback_private.cursor_of(o.created_at, o.id)) from callback_private.operators o
    where (o.created_at, o.id) < (v_cursor.before_at, v_cursor.before_id)
    order by o.created_at desc, o.id desc limit v_limit + 1), v_limit);
end
$$;

-- execute: users
create or replace function public.list_callback_operators(
  p_limit integer default 20,
  p_cursor text default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_operators(p_limit, p_cursor, p_operator_id);
end $$;
comment on function public.list_callback_operators is 'For operators: a page of all operators, newest first: { items, next_cursor }.';

-- A disabled operator's sessions end by a trigger (operator_sessions.sql).
-- execute: users
create or replace function callback_private.set_operator_access(p_id uuid, p_disabled boolean, p_operator_id uuid)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'admin');
  v_operator callback_private.operators;
begin
  if p_disabled is null then
    perform callback_private.refuse_input('disabled', 'disabled is required.');
  end if;
  if p_id = v_operator_id then
    perform callback_private.refuse('forbidden', 'You can''t disable yourself; ask another admin.');
  end if;
  select * into v_operator from callback_private.operators o where o.id = p_id for update;
  if not found then
    perform callback_private.refuse('not_found', 'There is no such operator.');
  end if;
  if p_disabled <> (v_operator.disabled_at is not null) then
    update callback_private.operators o set disabled_at = case when p_disabled then now() end
      where o.id = p_id returning * into v_operator;
    perform callback_private.write_audit(v_operator_id, 'set_operator_access', 'operator', p_id::text,
      jsonb_build_object('disabled', p_disabled));
  end if;
  return callback_private.operator_json(v_operator);
end
$$;

-- execute: users
create or replace function public.set_callback_operator_access(p_id uuid, p_disabled boolean, p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.set_operator_access(p_id, p_disabled, p_operator_id);
end $$;
comment on function public.set_callback_operator_access is 'For operators with the role admin: disables another operator, which ends their sessions, or enables them again.';
