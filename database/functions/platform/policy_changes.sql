-- The history of the policy. Triggers write it, so a change by psql is in it too, under the database's role.

create or replace function callback_private.record_settings_change()
returns trigger language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.record_policy_change(
    callback_private.settings_json(old), callback_private.settings_json(new));
  return null;
end
$$;

drop trigger if exists settings_changed on callback_private.settings;
create trigger settings_changed after update on callback_private.settings
  for each row execute function callback_private.record_settings_change();

-- A switch is in the history by its name; null while it is on.
create or replace function callback_private.record_switch_change()
returns trigger language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_old jsonb := '{}';
  v_new jsonb := '{}';
begin
  if tg_op <> 'INSERT' then
    v_old := callback_private.switch_json(old);
  end if;
  if tg_op <> 'DELETE' then
    v_new := callback_private.switch_json(new);
  end if;
  perform callback_private.record_policy_change(
    (select jsonb_object_agg(k, null) from jsonb_object_keys(v_new || v_old) k) || v_old,
    (select jsonb_object_agg(k, null) from jsonb_object_keys(v_new || v_old) k) || v_new);
  return null;
end
$$;

drop trigger if exists switches_changed on callback_private.switches;
create trigger switches_changed after insert or update or delete on callback_private.switches
  for each row execute function callback_private.record_switch_change();

create or replace function callback_private.switch_json(p_switch callback_private.switches)
returns jsonb language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object(
    format('switch/%s/%s', p_switch.kind, p_switch.value),
    jsonb_strip_nulls(jsonb_build_object('notice', p_switch.notice)));
end
$$;

-- Both sides hold the same names. Who acts is what name_policy_actor() has left for this transaction, else the role in
-- the database.
create or replace function callback_private.record_policy_change(p_old jsonb, p_new jsonb)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_names constant text[] := callback_private.changed_names(p_old, p_new);
  v_actor constant jsonb := nullif(current_setting('ringback.policy_actor', true), '');
begin
  if v_names = '{}' then
    return;
  end if;
  insert into callback_private.policy_changes (operator_id, database_role, undoes, old, new)
    values (
      (v_actor ->> 'operator_id')::uuid,
      case when v_actor is null then callback_private.caller_role() end,
      (v_actor ->> 'undoes')::bigint,
      (select jsonb_object_agg(n, p_old -> n) from unnest(v_names) n),
      (select jsonb_object_agg(n, p_new -> n) from unnest(v_names) n));
end
$$;

-- Whose value is another.
create or replace function callback_private.changed_names(p_old jsonb, p_new jsonb)
returns text[] language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return array(select n.key from jsonb_each(p_new) n where n.value is distinct from p_old -> n.key order by n.key);
end
$$;

-- The id of the last change.
create or replace function callback_private.policy_revision()
returns bigint language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select max(c.id) from callback_private.policy_changes c), 0);
end
$$;

create or replace function callback_private.changed_by(p_change callback_private.policy_changes)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object('operator_id', p_change.operator_id, 'name', coalesce(
    (select coalesce(o.name, o.subject) from callback_private.operators o where o.id = p_change.operator_id),
    p_change.database_role));
end
$$;

-- Of each setting and switch.
create or replace function callback_private.last_policy_changes()
returns table (name text, at timestamptz, changed_by jsonb)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select l.name, c.at, callback_private.changed_by(c)
    from (
      select n.name, max(c.id) as id
      from callback_private.policy_changes c cross join lateral jsonb_object_keys(c.new) n (name)
      group by n.name) l
    join callback_private.policy_changes c on c.id = l.id;
end
$$;

-- The newest change after p_id that touched one of these names.
create or replace function callback_private.later_policy_change(p_names text[], p_id bigint)
returns callback_private.policy_changes language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_change callback_private.policy_changes;
begin
  select * into v_change from callback_private.policy_changes c
    where c.id > p_id and c.new ?| p_names
    order by c.id desc limit 1;
  return v_change;
end
$$;

-- [{ setting, old, new, hidden }]
create or replace function callback_private.policy_differences(p_old jsonb, p_new jsonb, p_shows_private boolean)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'setting', n.key,
          'old', case when h.is_shown then p_old -> n.key end,
          'new', case when h.is_shown then n.value end,
          'hidden', not h.is_shown)
        order by n.key),
      '[]')
    from jsonb_each(p_new) n
    cross join lateral (select p_shows_private or n.key <> all (callback_private.private_settings()) as is_shown) h
    where n.value is distinct from p_old -> n.key);
end
$$;

-- execute: users
create or replace function callback_private.list_callback_policy_changes(
  p_setting text,
  p_limit integer,
  p_cursor text,
  p_operator_id uuid
)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer', p_or_service := true);
  v_limit constant integer := coalesce(p_limit, 20);
  v_shows_private constant boolean := callback_private.sees_private_settings(v_operator_id);
  v_change callback_private.policy_changes;
  v_last bigint;
  v_items jsonb := '[]';
begin
  perform callback_private.check_page(null, v_limit, 0);
  if p_cursor !~ '^[0-9]{1,18}$' then
    perform callback_private.refuse_input('cursor', 'cursor must be the next_cursor of an earlier page.');
  end if;
  for v_change in
    select * from callback_private.policy_changes c
    where (p_cursor is null or c.id < p_cursor::bigint) and (p_setting is null or c.new ? p_setting)
    order by c.id desc limit v_limit + 1
  loop
    if jsonb_array_length(v_items) = v_limit then
      return jsonb_build_object('items', v_items, 'next_cursor', v_last::text);
    end if;
    v_items := v_items || jsonb_build_object(
      'id', v_change.id::text,
      'at', v_change.at,
      'changed_by', callback_private.changed_by(v_change),
      'changes', callback_private.policy_differences(v_change.old, v_change.new, v_shows_private),
      'undoes', v_change.undoes::text,
      'can_undo', (
        callback_private.later_policy_change(array(select jsonb_object_keys(v_change.new)), v_change.id)).id is null);
    v_last := v_change.id;
  end loop;
  return jsonb_build_object('items', v_items, 'next_cursor', null);
end
$$;

-- execute: users
create or replace function public.list_callback_policy_changes(
  p_setting text default null,
  p_limit integer default 20,
  p_cursor text default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_policy_changes(p_setting, p_limit, p_cursor, p_operator_id)::json;
end $$;
comment on function public.list_callback_policy_changes
  is 'For operators and the service: changes of settings and switches, newest first: { items, next_cursor }.';
