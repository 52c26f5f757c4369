-- A person's settings: what reaches them by which channel and when not, and whose requests they take as a seller. The app's own inbox is the
-- record of what happened and cannot be switched off.

-- execute: users
create or replace function callback_private.get_callback_preferences(p_user_id callback_private.person_id)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
begin
  return callback_private.preferences_json(v_user_id);
end
$$;

-- execute: users
create or replace function public.get_callback_preferences(p_user_id :person_id default null)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_preferences(p_user_id)::json;
end $$;
comment on function public.get_callback_preferences is 'What reaches the caller by which channel, quiet hours, time zone and language.';

create or replace function callback_private.preferences_json(p_user_id callback_private.person_id)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_build_object(
      'email', to_jsonb(p.email_types),
      'push', to_jsonb(p.push_types),
      'sms', to_jsonb(p.sms_types),
      'quiet_hours', case when p.quiet_from is not null then jsonb_build_object(
        'from', to_char(p.quiet_from, 'HH24:MI'), 'until', to_char(p.quiet_until, 'HH24:MI')) end,
      'urgent_overrides_quiet_hours', p.urgent_overrides_quiet_hours,
      'time_zone', p.time_zone,
      'locale', p.locale,
      'requests_from', p.requests_from,
      'channels', array(select distinct regexp_replace(c.name, '^(expo|web)_', '') from unnest(s.channels) c (name)
        order by 1))
    from callback_private.settings s
    cross join lateral callback_private.preferences_of(p_user_id) p);
end
$$;

-- Those that were saved, else what the types of notifications have as their defaults.
create or replace function callback_private.preferences_of(p_user_id callback_private.person_id)
returns callback_private.preferences language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_preferences callback_private.preferences;
begin
  select * into v_preferences from callback_private.preferences p where p.user_id = p_user_id;
  if not found then
    v_preferences := row(
      p_user_id, callback_private.default_types('email'), callback_private.default_types('push'),
      callback_private.default_types('sms'), null, null, true, null, null, now(), 'everyone');
  end if;
  return v_preferences;
end
$$;

create or replace function callback_private.default_types(p_channel text)
returns text[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return array(
    select t.name from callback_private.notification_types t where p_channel = any (t.default_channels)
      order by t.name);
end
$$;

-- A field that p_preferences leaves out stays, null clears it.
-- execute: users
create or replace function callback_private.set_callback_preferences(p_preferences jsonb,
  p_user_id callback_private.person_id)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_constraint text;
  v_column text;
begin
  perform callback_private.check_preferences(p_preferences);
  insert into callback_private.preferences select (callback_private.preferences_of(v_user_id)).*
    on conflict (user_id) do nothing;
  -- What another call has committed meanwhile is what is changed: an update that waited reads the row again.
  update callback_private.preferences p
    set (email_types, push_types, sms_types, quiet_from, quiet_until, urgent_overrides_quiet_hours, time_zone, locale,
      updated_at, requests_from) = (
      select c.email_types, c.push_types, c.sms_types, c.quiet_from, c.quiet_until, c.urgent_overrides_quiet_hours,
        c.time_zone, c.locale, c.updated_at, c.requests_from
      from callback_private.changed_preferences(p, p_preferences) c)
    where p.user_id = v_user_id;
  return callback_private.preferences_json(v_user_id);
exception
  when check_violation or not_null_violation then
    get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
    perform callback_private.refuse_violation(v_constraint, v_column);
    return null;
  when invalid_datetime_format or datetime_field_overflow then
    perform callback_private.refuse_input('quiet_hours', 'quiet_hours must be times such as 22:00.');
    return null;
  when foreign_key_violation then
    perform callback_private.refuse('forbidden',
      'Your profile is missing or not active; complete or reactivate it first.');
    return null;
end
$$;

-- execute: users
create or replace function public.set_callback_preferences(p_preferences jsonb, p_user_id :person_id default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.set_callback_preferences(p_preferences, p_user_id)::json;
end $$;
comment on function public.set_callback_preferences is 'Changes the caller''s preferences: a field that p_preferences leaves out stays. Returns all of them.';

-- The shape of what is sent, and that types of notifications exist; the other values are for the constraints to judge.
create or replace function callback_private.check_preferences(p_preferences jsonb)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_field record;
begin
  if jsonb_typeof(p_preferences) is distinct from 'object' then
    perform callback_private.refuse_input('preferences', 'preferences must be a JSON object.');
  end if;
  for v_field in
    select f.key, jsonb_typeof(f.value) as type, case f.key
        when 'email' then '{array}' when 'push' then '{array}' when 'sms' then '{array}'
        when 'quiet_hours' then '{object,null}' when 'urgent_overrides_quiet_hours' then '{boolean}'
        when 'time_zone' then '{string,null}' when 'locale' then '{string,null}' when 'requests_from' then '{string}'
      end::text[] as types
    from jsonb_each(p_preferences) f
  loop
    if v_field.types is null then
      perform callback_private.refuse_input('preferences',
        'preferences may hold email, push, sms, quiet_hours, urgent_overrides_quiet_hours, time_zone, locale and '
          'requests_from only.');
    end if;
    if v_field.type <> all (v_field.types) then
      perform callback_private.refuse_input(v_field.key,
        format('%s must be JSON of type %s.', v_field.key, array_to_string(v_field.types, ' or ')));
    end if;
    if v_field.type = 'array' and exists (
      select from jsonb_array_elements_text(p_preferences -> v_field.key) e (type)
      where not exists (select from callback_private.notification_types t where t.name = e.type))
    then
      perform callback_private.refuse_input(v_field.key, v_field.key || ' must be types of notifications.');
    end if;
  end loop;
end
$$;

create or replace function callback_private.changed_preferences(p_preferences callback_private.preferences,
  p_changes jsonb)
returns callback_private.preferences language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if p_changes ? 'email' then
    p_preferences.email_types := callback_private.texts_of(p_changes -> 'email');
  end if;
  if p_changes ? 'push' then
    p_preferences.push_types := callback_private.texts_of(p_changes -> 'push');
  end if;
  if p_changes ? 'sms' then
    p_preferences.sms_types := callback_private.texts_of(p_changes -> 'sms');
  end if;
  if p_changes ? 'quiet_hours' then
    p_preferences.quiet_from := date_trunc('minute', (p_changes #>> '{quiet_hours,from}')::time::interval)::time;
    p_preferences.quiet_until := date_trunc('minute', (p_changes #>> '{quiet_hours,until}')::time::interval)::time;
  end if;
  if p_changes ? 'urgent_overrides_quiet_hours' then
    p_preferences.urgent_overrides_quiet_hours := (p_changes ->> 'urgent_overrides_quiet_hours')::boolean;
  end if;
  if p_changes ? 'time_zone' then
    p_preferences.time_zone := p_changes ->> 'time_zone';
  end if;
  if p_changes ? 'locale' then
    p_preferences.locale := callback_private.language_tag(p_changes ->> 'locale');
  end if;
  if p_changes ? 'requests_from' then
    p_preferences.requests_from := p_changes ->> 'requests_from';
  end if;
  p_preferences.updated_at := now();
  return p_preferences;
end
$$;

-- A JSON list of texts, each once.
create or replace function callback_private.texts_of(p_list jsonb)
returns text[] language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return array(select distinct t.text from jsonb_array_elements_text(p_list) t (text) order by 1);
end
$$;
