-- Operators change the policy: all of a change or none, validated by the table's own CHECKs, also where it is only
-- previewed or undone.

-- execute: users
create or replace function callback_private.change_callback_policy(
  p_changes jsonb,
  p_revision text,
  p_preview boolean,
  p_operator_id uuid
)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'admin');
  v_before jsonb;
  v_after jsonb;
begin
  if p_revision is null or p_revision !~ '^[0-9]{1,18}$' then
    perform callback_private.refuse_input(
      'revision', 'revision must be the revision of the policy that you have read.');
  end if;
  perform callback_private.check_setting_values(p_changes);
  v_before := callback_private.lock_settings();
  perform callback_private.refuse_policy_conflict(
    callback_private.later_policy_change(callback_private.changed_names(v_before, p_changes), p_revision::bigint),
    p_changes);
  begin
    perform callback_private.apply_policy(p_changes, jsonb_build_object('operator_id', v_operator_id));
    v_after := (select callback_private.settings_json(s) from callback_private.settings s where s.only_row);
    if p_preview then
      raise exception 'Only a preview.' using errcode = 'RB001';
    end if;
  exception when sqlstate 'RB001' then
    null; -- and nothing was changed
  end;
  if not coalesce(p_preview, false) then
    perform callback_private.audit_policy_change(v_operator_id, 'change_callback_policy', v_before, v_after);
  end if;
  return jsonb_build_object(
    'revision', callback_private.policy_revision()::text,
    'changes', callback_private.policy_differences(v_before, v_after, true));
end
$$;

-- execute: users
create or replace function public.change_callback_policy(
  p_changes jsonb,
  p_revision text,
  p_preview boolean default false,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.change_callback_policy(p_changes, p_revision, p_preview, p_operator_id)::json;
end $$;
comment on function public.change_callback_policy
  is 'An admin changes settings ({name: value}), all or none, or previews it: { revision, changes }.';

-- Sets back what a change has set, unless a later one touched it. Doing it twice is the same as once.
-- execute: users
create or replace function callback_private.undo_callback_policy_change(p_change_id text, p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'admin');
  v_change callback_private.policy_changes;
  v_later callback_private.policy_changes;
begin
  perform callback_private.lock_settings();
  select * into v_change from callback_private.policy_changes c
    where c.id = case when p_change_id ~ '^[0-9]{1,18}$' then p_change_id::bigint end;
  if v_change.id is null then
    perform callback_private.refuse('not_found', 'There is no such change.');
  end if;
  v_later := callback_private.later_policy_change(array(select jsonb_object_keys(v_change.new)), v_change.id);
  if v_later.undoes is distinct from v_change.id then
    perform callback_private.refuse_policy_conflict(v_later, v_change.new);
    perform callback_private.apply_policy(
      v_change.old, jsonb_build_object('operator_id', v_operator_id, 'undoes', v_change.id));
    perform callback_private.audit_policy_change(
      v_operator_id, 'undo_callback_policy_change', v_change.new, v_change.old);
  end if;
  return jsonb_build_object(
    'revision', callback_private.policy_revision()::text,
    'changes', callback_private.policy_differences(v_change.new, v_change.old, true));
end
$$;

-- execute: users
create or replace function public.undo_callback_policy_change(p_change_id text, p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.undo_callback_policy_change(p_change_id, p_operator_id)::json;
end $$;
comment on function public.undo_callback_policy_change
  is 'An admin undoes a change of the policy that no later one has touched: { revision, changes }.';

-- Changes of the policy come one after the other, also those by psql.
create or replace function callback_private.lock_settings()
returns jsonb language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_settings callback_private.settings;
begin
  select * into strict v_settings from callback_private.settings s where s.only_row for update;
  return callback_private.settings_json(v_settings);
end
$$;

-- Each value must be one of the setting's type; whether it is allowed, the CHECKs decide.
create or replace function callback_private.check_setting_values(p_values jsonb)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_given record;
begin
  if jsonb_typeof(p_values) is distinct from 'object' then
    perform callback_private.refuse_input('changes', 'changes must be an object of settings.');
  end if;
  for v_given in
    select n.key as name, n.value, jsonb_typeof(n.value) as json_type, s.type, s.is_nullable, s.rule
    from jsonb_each(p_values) n left join callback_private.policy_settings() s on s.name = n.key
  loop
    if v_given.type is null then
      perform callback_private.refuse_input(v_given.name, v_given.name || ' is not a setting.');
    elsif v_given.json_type = 'null' then
      if not v_given.is_nullable then
        perform callback_private.refuse_violation('', v_given.name);
      end if;
    elsif not callback_private.is_setting_value(v_given.name, v_given.type, v_given.json_type, v_given.value) then
      perform callback_private.refuse_input(
        v_given.name, concat(v_given.name, ' must be of type ', v_given.type, '. ', v_given.rule));
    end if;
  end loop;
end
$$;

create or replace function callback_private.is_setting_value(p_name text, p_type text, p_json_type text, p_value jsonb)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if p_json_type <> (case p_type when 'integer' then 'number' when 'number' then 'number' when 'list' then 'array' when 'boolean' then 'boolean'
    when 'object' then 'object' else 'string' end)
  then
    return false;
  end if;
  perform jsonb_populate_record(null::callback_private.settings, jsonb_build_object(p_name, p_value));
  return p_type <> 'list' or not jsonb_path_exists(p_value, 'strict $[*] ? (@.type() != "string")');
exception when data_exception then
  return false;
end
$$;

-- p_actor: { operator_id, undoes }, for the triggers that write the history.
create or replace function callback_private.apply_policy(p_values jsonb, p_actor jsonb)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_switch record;
begin
  perform callback_private.name_policy_actor(p_actor);
  perform callback_private.apply_settings(p_values);
  for v_switch in
    select
      split_part(n.key, '/', 2) as kind, regexp_replace(n.key, '^switch/\w+/', '') as value,
      n.value <> 'null' as is_off, n.value ->> 'notice' as notice
    from jsonb_each(p_values) n where n.key like 'switch/%'
  loop
    perform callback_private.apply_switch(v_switch.kind, v_switch.value, v_switch.is_off, v_switch.notice);
  end loop;
  perform callback_private.name_policy_actor(null);
end
$$;

-- For the triggers that write the history, until this transaction ends or another is named.
create or replace function callback_private.name_policy_actor(p_actor jsonb)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('ringback.policy_actor', coalesce(p_actor::text, ''), true);
end
$$;

create or replace function callback_private.apply_settings(p_values jsonb)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_values constant jsonb := (
    select jsonb_object_agg(n.key, n.value) from jsonb_each(p_values) n where n.key not like 'switch/%');
  v_columns constant text := (select string_agg(quote_ident(n), ', ') from jsonb_object_keys(v_values) n);
  v_constraint text;
begin
  if v_columns is null then
    return;
  end if;
  perform callback_private.check_setting_values(v_values);
  execute format(
    'update callback_private.settings set (%1$s) = (
      select %1$s from jsonb_populate_record(null::callback_private.settings, $1)) where only_row', v_columns)
    using v_values;
exception when check_violation then
  get stacked diagnostics v_constraint = constraint_name;
  perform callback_private.refuse_violation(v_constraint, null);
end
$$;

-- Refuses when there is such a later change; the field is what both touch.
create or replace function callback_private.refuse_policy_conflict(
  p_later callback_private.policy_changes,
  p_wanted jsonb
)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_name constant text := (select min(n) from jsonb_object_keys(p_later.new) n where p_wanted ? n);
begin
  if v_name is not null then
    perform callback_private.refuse('conflict', format('%s was changed meanwhile by %s. Read it again first.',
      v_name, callback_private.changed_by(p_later) ->> 'name'), jsonb_build_object('field', v_name));
  end if;
end
$$;

-- The values are in policy_changes; the audit names the change.
create or replace function callback_private.audit_policy_change(
  p_operator_id uuid,
  p_action text,
  p_old jsonb,
  p_new jsonb
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_names constant text[] := callback_private.changed_names(p_old, p_new);
begin
  if v_names <> '{}' then
    perform callback_private.write_audit(
      p_operator_id, p_action, 'policy_change', callback_private.policy_revision()::text,
      jsonb_build_object('settings', v_names));
  end if;
end
$$;
