-- One person as an operator reads them: both sides of their requests, what reaches them, what stops them.

-- execute: users
create or replace function callback_private.inspect_callback_person(p_person_id callback_private.person_id, p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer');
  v_sees_numbers constant boolean := callback_private.sees_numbers(v_operator_id);
  v_profile record;
begin
  if not callback_private.is_known_person(p_person_id) then
    perform callback_private.refuse('not_found', 'There is no such person.');
  end if;
  select * into v_profile from (values (1)) one left join callback_private.profile(p_person_id) p on true;
  return (callback_private.operator_people_json(array[p_person_id]))[1] || jsonb_build_object(
    'email_masked', case when v_sees_numbers then callback_private.masked_mail(v_profile.email) end,
    'phone_masked', case when v_sees_numbers then callback_private.masked_profile_phone(v_profile.phone) end,
    'trust_score', v_profile.trust_score,
    'joined_at', v_profile.created_at,
    'sent', callback_private.operator_side_json(p_person_id, false, v_sees_numbers),
    'received', callback_private.operator_side_json(p_person_id, true, v_sees_numbers),
    'preferences', callback_private.preferences_json(p_person_id),
    'devices', callback_private.operator_devices_json(p_person_id),
    'limits', callback_private.limits_used(p_person_id),
    'blocks', callback_private.operator_blocks_json(p_person_id),
    'notifications', callback_private.operator_notifications_json(array(
      select n.id from public.callback_request_notifications n
      where n.recipient_id = p_person_id order by n.created_at desc, n.id desc limit 20)));
end
$$;

-- execute: users
create or replace function public.inspect_callback_person(p_person_id :person_id, p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.inspect_callback_person(p_person_id, p_operator_id)::json;
end $$;
comment on function public.inspect_callback_person is 'For operators: a person with both sides of their requests, settings, devices, limits, blocks and notifications.';

-- A number of the marketplace's, which may be written in any way.
create or replace function callback_private.masked_profile_phone(p_phone text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_plain constant text := translate(callback_private.plain_digits(p_phone), ' ().-/', '');
begin
  return case when v_plain ~ '^\+[1-9]\d{6,14}$' then callback_private.masked_phone(v_plain)
    else '••••••' || substring(v_plain from '^.{6,}(.{2})$') end;
end
$$;

create or replace function callback_private.operator_side_json(
  p_person_id callback_private.person_id,
  p_is_seller boolean,
  p_sees_numbers boolean
)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return to_jsonb(callback_private.counts_of(p_person_id, p_is_seller)) - 'closed' || jsonb_build_object(
    'recent', callback_private.operator_requests_json(array(
      select r.id from callback_private.page_of_requests(case when p_is_seller then 'seller' else 'buyer' end,
        p_person_id, null, null, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 0, 10) r), p_sees_numbers));
end
$$;

-- Without tokens: who knows one can push to the device.
create or replace function callback_private.operator_devices_json(p_person_id callback_private.person_id)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', d.id, 'kind', d.kind, 'locale', d.locale, 'registered_at', d.registered_at, 'retired_at', d.retired_at,
        'retired_because', d.retired_because)
      order by d.registered_at desc, d.id desc), '[]')
    from callback_private.devices d where d.user_id = p_person_id);
end
$$;

-- What counts against the limits now, as request_obstacle() counts it. A limit per number is of the number that the person gave last today.
create or replace function callback_private.limits_used(p_person_id callback_private.person_id)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_settings callback_private.settings;
  v_today date;
  v_midnight timestamptz;
  v_tomorrow timestamptz;
begin
  select * into strict v_settings from callback_private.settings s where s.only_row;
  v_today := (now() at time zone v_settings.time_zone)::date;
  v_midnight := (v_today::timestamp - interval '1 hour') at time zone v_settings.time_zone + interval '1 hour';
  v_tomorrow := (v_today + 1)::timestamp at time zone v_settings.time_zone;
  return jsonb_build_array(
    jsonb_build_object('limit', 'requests_per_user_per_day', 'allowed', v_settings.requests_per_user_per_day, 'resets_at', v_tomorrow,
      'used', (select count(*) from public.callback_requests r where r.requester_id = p_person_id and r.requested_at >= v_midnight)),
    jsonb_build_object('limit', 'requests_per_phone_per_day', 'allowed', v_settings.requests_per_phone_per_day, 'resets_at', v_tomorrow,
      'used', callback_private.uses_of_last_phone(p_person_id, v_today)),
    jsonb_build_object('limit', 'requests_per_seller_per_day', 'allowed', v_settings.requests_per_seller_per_day, 'resets_at', v_tomorrow,
      'used', (select count(*) from public.callback_requests r where r.seller_id = p_person_id and r.requested_at >= v_midnight)),
    jsonb_build_object('limit', 'open_urgent_requests_per_user', 'allowed', v_settings.open_urgent_requests_per_user, 'resets_at', null,
      'used', (
        select count(*) from public.callback_requests r
        where r.requester_id = p_person_id and r.priority = 'urgent' and r.status in ('pending', 'acknowledged')
          and r.expires_at > now())));
end
$$;

-- As is_phone_used_up() counts: by everyone, and for the verified person whose number it is by themselves.
create or replace function callback_private.uses_of_last_phone(p_person_id callback_private.person_id, p_day date)
returns bigint language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_phone text;
  v_is_own boolean;
begin
  select r.requester_phone into v_phone from public.callback_requests r
    where r.requester_id = p_person_id and r.requested_on = p_day order by r.requested_at desc limit 1;
  v_is_own := exists (
    select from callback_private.profile(p_person_id) p where p.is_verified and translate(p.phone, ' ().-/', '') = v_phone);
  return count(*)
    from (
      select u.id from public.callback_requests u where u.requester_phone = v_phone and u.requested_on = p_day
      union
      select e.callback_request_id from callback_private.edited_phones e where e.requester_phone = v_phone and e.used_on = p_day) used
    join public.callback_requests r on r.id = used.id
    where r.requester_id = p_person_id or not v_is_own;
end
$$;

-- Whom they have blocked and who has blocked them, fifty each. The marketplace may have no index on the latter.
create or replace function callback_private.operator_blocks_json(p_person_id callback_private.person_id)
returns jsonb language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_until constant timestamptz := clock_timestamp() + interval '50 milliseconds';
  v_blocked record;
  v_blockers record;
begin
  v_blocked := callback_private.search_host('callback_private.host_blocks', 'blocked_id',
    array['v.blocker_id = callback_private.person_of($1)'], p_person_id::text, 50, v_until);
  v_blockers := callback_private.search_host('callback_private.host_blocks', 'blocker_id',
    array['v.blocked_id = callback_private.person_of($1)'], p_person_id::text, 50, v_until);
  return jsonb_build_object(
    'blocking', callback_private.names_json(v_blocked.ids || array(
      select b.buyer_id::text from callback_private.seller_blocks b
      where b.seller_id = p_person_id order by b.blocked_at desc limit 50)),
    'blocked_by', callback_private.names_json(v_blockers.ids || array(
      select b.seller_id::text from callback_private.seller_blocks b
      where b.buyer_id = p_person_id order by b.blocked_at desc limit 50)));
end
$$;

create or replace function callback_private.names_json(p_ids text[])
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'name', callback_private.masked_text(p.full_name)) order by i.place), '[]')
    from unnest(p_ids) with ordinality i (id, place)
    left join lateral (select * from callback_private.profile(callback_private.person_of(i.id)) offset 0) p on true);
end
$$;
