-- What operators did, newest first, for operators. A viewer reads no number and no address in it, as nowhere.

-- execute: users
create or replace function callback_private.list_audit(
  p_limit integer,
  p_cursor text,
  p_of_operator uuid,
  p_action text,
  p_subject_kind text,
  p_subject_id text,
  p_from timestamptz,
  p_to timestamptz,
  p_operator_id uuid
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer');
  v_is_masked constant boolean := not callback_private.operator_is(v_operator_id, 'support');
  v_limit constant integer := coalesce(p_limit, 20);
  v_cursor record;
  v_rows json[];
begin
  perform callback_private.check_page(null, v_limit, 0);
  v_cursor := callback_private.read_cursor(p_cursor);
  v_rows := array(
    select json_build_array(json_build_object('id', a.id::text, 'at', a.at, 'operator_id', a.operator_id, 'operator_name', o.name,
      'operator_subject', o.subject, 'action', a.action, 'subject_kind', a.subject_kind, 'subject_id', a.subject_id,
      'data', case when v_is_masked then callback_private.masked_json(a.data) else a.data end),
      callback_private.cursor_of(a.at, callback_private.audit_place(a.id)))
    from callback_private.audit a join callback_private.operators o on o.id = a.operator_id
    where (a.at, a.id) < (v_cursor.before_at, callback_private.audit_id(v_cursor.before_id))
      and (p_of_operator is null or a.operator_id = p_of_operator)
      and (p_action is null or a.action = p_action)
      and (p_subject_kind is null or a.subject_kind = p_subject_kind)
      and (p_subject_id is null or a.subject_id = p_subject_id)
      and a.at >= coalesce(p_from, '-infinity') and a.at < coalesce(p_to, 'infinity')
    order by a.at desc, a.id desc limit v_limit + 1);
  return callback_private.page_json(v_rows, v_limit);
end
$$;

-- An entry's number in the form of the ids that cursors hold, and back.
create or replace function callback_private.audit_place(p_id bigint)
returns uuid language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return lpad(to_hex(p_id), 32, '0')::uuid;
end
$$;

create or replace function callback_private.audit_id(p_place uuid)
returns bigint language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return ('x' || right(replace(p_place::text, '-', ''), 16))::bit(64)::bigint;
end
$$;

-- execute: users
create or replace function public.list_callback_audit(
  p_limit integer default 20,
  p_cursor text default null,
  p_of_operator uuid default null,
  p_action text default null,
  p_subject_kind text default null,
  p_subject_id text default null,
  p_from timestamptz default null,
  p_to timestamptz default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_audit(p_limit, p_cursor, p_of_operator, p_action, p_subject_kind, p_subject_id, p_from, p_to, p_operator_id);
end $$;
comment on function public.list_callback_audit is 'For operators: a page of what operators did, newest first: { items, next_cursor }.';
