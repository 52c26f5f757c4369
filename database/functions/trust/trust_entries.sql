-- The lists of people and numbers that operators block or allow.

-- The facts with the lists that stand at this moment.
create or replace function callback_private.with_lists(p_facts callback_private.request_facts, p_phone text)
returns callback_private.request_facts language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  p_facts.person_list := (
    select e.list from callback_private.trust_entries e
    where e.person_id = p_facts.requester_id and (e.ends_at > now()) is not false);
  p_facts.phone_list := (
    select e.list from callback_private.trust_entries e where e.phone = p_phone and (e.ends_at > now()) is not false);
  return p_facts;
end
$$;

-- Whether the person or the number is blocked at this moment.
create or replace function callback_private.is_on_block_list(p_person_id callback_private.person_id, p_phone text)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
    select from callback_private.trust_entries e
    where (e.person_id = p_person_id or e.phone = p_phone) and e.list = 'block' and (e.ends_at > now()) is not false);
end
$$;

-- Enters a person or a number, in place of an earlier entry.
create or replace function callback_private.enter_trust(
  p_person_id callback_private.person_id,
  p_phone text,
  p_list text,
  p_reason text,
  p_ends_at timestamptz,
  p_operator_id uuid
)
returns uuid language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_id constant uuid := callback_private.uuid_v7();
  v_blocks constant boolean := p_list = 'block';
  v_constraint text;
  v_column text;
begin
  delete from callback_private.trust_entries e where e.person_id = p_person_id or e.phone = p_phone;
  insert into callback_private.trust_entries (id, person_id, phone, list, reason, ends_at, operator_id)
    values (v_id, p_person_id, p_phone, p_list, callback_private.trimmed(p_reason), p_ends_at, p_operator_id);
  perform callback_private.write_audit(p_operator_id, case when v_blocks then 'block_subject' else 'allow_subject' end,
    case when p_phone is null then 'person' else 'phone' end,
    coalesce(p_person_id::text, '••' || right(p_phone, 2)),
    jsonb_strip_nulls(jsonb_build_object(
      'entry_id', v_id, 'reason', callback_private.masked_text(callback_private.trimmed(p_reason)), 'ends_at', p_ends_at)));
  return v_id;
exception when check_violation or not_null_violation then
  get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
  perform callback_private.refuse_violation(v_constraint, v_column);
end
$$;

create or replace function callback_private.trust_entry_json(p_entry callback_private.trust_entries, p_sees_numbers boolean)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object(
    'id', p_entry.id,
    'list', p_entry.list,
    'person', case when p_entry.person_id is not null then jsonb_build_object(
      'id', p_entry.person_id::text,
      'name', (select callback_private.masked_text(p.full_name) from callback_private.profile(p_entry.person_id) p)) end,
    'phone_masked', case when p_sees_numbers then callback_private.masked_phone(p_entry.phone) end,
    'reason', callback_private.masked_text(p_entry.reason),
    'created_at', p_entry.created_at,
    'ends_at', p_entry.ends_at,
    'operator_name', (select coalesce(o.name, o.subject) from callback_private.operators o where o.id = p_entry.operator_id));
end
$$;

-- execute: users
create or replace function callback_private.list_callback_trust_entries(
  p_list text,
  p_limit integer,
  p_cursor text,
  p_operator_id uuid
)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer');
  v_sees_numbers constant boolean := callback_private.sees_numbers(v_operator_id);
  v_limit constant integer := coalesce(p_limit, 20);
  v_cursor record;
  v_entry callback_private.trust_entries;
  v_last callback_private.trust_entries;
  v_items jsonb := '[]';
begin
  perform callback_private.check_page(null, v_limit, 0);
  if p_list not in ('block', 'allow') then
    perform callback_private.refuse_input('list', 'list must be block or allow.');
  end if;
  v_cursor := callback_private.read_cursor(p_cursor);
  for v_entry in
    select * from callback_private.trust_entries e
    where (e.created_at, e.id) < (v_cursor.before_at, v_cursor.before_id) and (p_list is null or e.list = p_list)
      and (e.ends_at > now()) is not false
    order by e.created_at desc, e.id desc limit v_limit + 1
  loop
    if jsonb_array_length(v_items) = v_limit then
      return jsonb_build_object('items', v_items, 'next_cursor', callback_private.cursor_of(v_last.created_at, v_last.id));
    end if;
    v_items := v_items || callback_private.trust_entry_json(v_entry, v_sees_numbers);
    v_last := v_entry;
  end loop;
  return jsonb_build_object('items', v_items, 'next_cursor', null);
end
$$;

-- execute: users
create or replace function public.list_callback_trust_entries(
  p_list text default null,
  p_limit integer default 20,
  p_cursor text default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_trust_entries(p_list, p_limit, p_cursor, p_operator_id)::json;
end $$;
comment on function public.list_callback_trust_entries is 'For operators: a page of blocked and allowed people and numbers, newest first: { items, next_cursor }.';

-- p_entry: { list, person_id or phone, reason, ends_at }.
-- execute: users
create or replace function callback_private.add_callback_trust_entry(p_entry jsonb, p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'admin');
  v_id uuid;
begin
  if jsonb_typeof(p_entry) is distinct from 'object' or (p_entry ->> 'list' in ('block', 'allow')) is not true then
    perform callback_private.refuse_input('list', 'list must be block or allow.');
  end if;
  v_id := callback_private.enter_trust(
    callback_private.sent_person(p_entry ->> 'person_id', 'person_id'), p_entry ->> 'phone', p_entry ->> 'list',
    p_entry ->> 'reason', callback_private.sent_time(p_entry ->> 'ends_at', 'ends_at'), v_operator_id);
  return (select callback_private.trust_entry_json(e, true) from callback_private.trust_entries e where e.id = v_id);
end
$$;

-- A time in ISO 8601.
create or replace function callback_private.sent_time(p_text text, p_field text)
returns timestamptz language plpgsql stable strict set search_path = pg_catalog, pg_temp as $$
begin
  return p_text::timestamptz;
exception when data_exception then
  perform callback_private.refuse_input(p_field, p_field || ' must be a time.');
  return null;
end
$$;

-- execute: users
create or replace function public.add_callback_trust_entry(p_entry jsonb, p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.add_callback_trust_entry(p_entry, p_operator_id)::json;
end $$;
comment on function public.add_callback_trust_entry is 'For operators with the role admin: blocks or allows a person or a number, in place of an earlier entry.';

-- p_entries: { ids }. What is not there any more counts as removed.
-- execute: users
create or replace function callback_private.remove_callback_trust_entries(p_entries jsonb, p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'admin');
  v_ids constant uuid[] := callback_private.sent_ids(p_entries -> 'ids');
  v_entry callback_private.trust_entries;
  v_count integer := 0;
begin
  for v_entry in delete from callback_private.trust_entries e where e.id = any (v_ids) returning * loop
    perform callback_private.write_audit(v_operator_id, 'remove_trust_entry',
      case when v_entry.phone is null then 'person' else 'phone' end,
      coalesce(v_entry.person_id::text, '••' || right(v_entry.phone, 2)),
      jsonb_build_object('entry_id', v_entry.id, 'list', v_entry.list));
    v_count := v_count + 1;
  end loop;
  return jsonb_build_object('removed', v_count);
end
$$;

-- execute: users
create or replace function public.remove_callback_trust_entries(p_entries jsonb, p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.remove_callback_trust_entries(p_entries, p_operator_id)::json;
end $$;
comment on function public.remove_callback_trust_entries is 'For operators with the role admin: takes entries off the lists: { removed }.';
