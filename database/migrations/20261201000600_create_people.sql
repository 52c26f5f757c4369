-- What each person wants to receive by which channel and when, and the devices that push reaches.

create table callback_private.preferences (
  user_id callback_private.person_id not null,
  email_types text[] not null,
  push_types text[] not null,
  sms_types text[] not null,
  quiet_from time,
  quiet_until time,
  urgent_overrides_quiet_hours boolean not null default true,
  time_zone text,
  locale text,
  updated_at timestamptz not null default now(),

  constraint preferences_pkey primary key (user_id),
  constraint preferences_quiet_hours_check check (
    (quiet_from is null) = (quiet_until is null) and (quiet_from is null or quiet_from <> quiet_until)),
  constraint preferences_time_zone_check check (callback_private.is_time_zone(time_zone)),
  constraint preferences_locale_check check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$')
);
comment on table callback_private.preferences
  is 'Notification settings. Without a row the defaults of callback_private.notification_types hold.';
comment on column callback_private.preferences.sms_types is 'SMS are sent about urgent requests only.';
comment on constraint preferences_quiet_hours_check on callback_private.preferences
  is 'quiet_hours: must have a beginning and an end that differ.';
comment on constraint preferences_time_zone_check on callback_private.preferences
  is 'time_zone: must be a time zone name such as Europe/Paris.';
comment on constraint preferences_locale_check on callback_private.preferences
  is 'locale: must be a language tag such as en or pt-BR.';

-- Lives here, not in functions/, because a constraint stands on it: a browser's key is an uncompressed point of the curve P-256 in base64url.
-- Nothing can be encrypted for any other. Strict: an app's device has none.
create function callback_private.is_p256_point(p_key text)
returns boolean language plpgsql immutable strict set search_path = pg_catalog, pg_temp as $$
declare
  v_prime constant numeric := 115792089210356248762697446949407573530086143415290314195533631308867097853951;
  v_b constant numeric := 41058363725152142129326129780047268409114441015993725554835256314039467401291;
  v_point bytea;
  v_x numeric := 0;
  v_y numeric := 0;
begin
  if p_key !~ '^[A-Za-z0-9_-]{87}=?$' then
    return false;
  end if;
  v_point := decode(translate(left(p_key, 87), '-_', '+/') || '=', 'base64');
  for n in 1..32 loop
    v_x := v_x * 256 + get_byte(v_point, n);
    v_y := v_y * 256 + get_byte(v_point, n + 32);
  end loop;
  return get_byte(v_point, 0) = 4 and v_x < v_prime and v_y < v_prime
    and (v_x * v_x * v_x - 3 * v_x + v_b - v_y * v_y) % v_prime = 0;
end
$$;

create table callback_private.devices (
  id uuid not null default gen_random_uuid(),
  user_id callback_private.person_id not null,
  kind text not null,
  token text not null,
  p256dh text,
  auth text,
  locale text,
  registered_at timestamptz not null default now(),
  retired_at timestamptz,
  retired_because text,

  constraint devices_pkey primary key (id),
  constraint devices_token_key unique (token, user_id),
  constraint devices_kind_check check (kind in ('expo', 'web')),
  -- A web push token is an address that our server calls: nothing but the push services of browsers.
  constraint devices_token_check check (case kind
    when 'expo' then token ~ '^Expo(nent)?PushToken\[[A-Za-z0-9_-]{1,100}\]$'
    else length(token) <= 1000
      and token ~ '^https://(fcm\.googleapis\.com/|[a-z0-9-]+\.google\.com/fcm/send/|([a-z0-9-]+\.){1,3}(push\.services\.mozilla\.com|push\.apple\.com|notify\.windows\.com)/)[!-~]+$' end),
  constraint devices_p256dh_check check (
    (kind = 'web') = (p256dh is not null) and callback_private.is_p256_point(p256dh)),
  constraint devices_auth_check check ((kind = 'web') = (auth is not null) and auth ~ '^[A-Za-z0-9_-]{22}(==)?$'),
  constraint devices_locale_check check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'),
  constraint devices_retired_because_check check (
    (retired_at is null) = (retired_because is null) and retired_because in ('signed_out', 'gone', 'too_many', 'taken_over'))
);
comment on table callback_private.devices
  is 'Where push reaches a person: a token of Expo''s, or a browser''s push subscription.';
comment on column callback_private.devices.token
  is 'Expo''s token, or the subscription''s endpoint. Anyone who knows it can push to the device.';
comment on constraint devices_kind_check on callback_private.devices is 'kind: must be expo or web.';
comment on constraint devices_token_check on callback_private.devices
  is 'token: must be an Expo push token, or the endpoint of a browser''s push service.';
comment on constraint devices_p256dh_check on callback_private.devices
  is 'p256dh: must be the subscription''s key; only a web subscription has one.';
comment on constraint devices_auth_check on callback_private.devices
  is 'auth: must be the subscription''s secret; only a web subscription has one.';
comment on constraint devices_locale_check on callback_private.devices
  is 'locale: must be a language tag such as en or pt-BR.';
comment on constraint devices_retired_because_check on callback_private.devices
  is 'retired_because: must be signed_out, gone, too_many or taken_over, and set with retired_at.';
-- Push to a device reaches one person.
create unique index devices_in_use on callback_private.devices (token) where retired_at is null;
create index devices_retired on callback_private.devices (retired_at) where retired_at is not null;
create index devices_by_user on callback_private.devices (user_id, registered_at);

alter table callback_private.preferences enable row level security;
alter table callback_private.devices enable row level security;
