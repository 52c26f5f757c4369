-- A worker takes the deliveries of a channel that are due, with all that it needs to write the message. Any number of workers may ask at
-- once. What nobody finishes comes back when its lease ends; what must not be sent any more ends here. Returns { taken, messages }: how many
-- rows were due and taken, and those of them that are to be sent. As many as p_limit taken: there may be more.

-- execute: service
create or replace function callback_private.claim_deliveries(p_channel text, p_limit integer, p_lease interval)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  if p_limit is null or p_limit not between 1 and 1000 then
    perform callback_private.refuse_input('p_limit', 'p_limit must be between 1 and 1000.');
  end if;
  if p_lease is null or p_lease not between interval '1 second' and interval '60 seconds' then
    perform callback_private.refuse_input('p_lease', 'p_lease must be between 1 and 60 seconds.');
  end if;
  return callback_private.take_due_deliveries(p_channel, p_limit, p_lease);
end
$$;

create or replace function callback_private.take_due_deliveries(p_channel text, p_limit integer, p_lease interval)
returns jsonb language plpgsql volatile
-- The tables are looked up as they are written here, beginning with the few rows that are due: it saves half of the planning. Those are read in
-- the order of their index: before the first ANALYZE, the planner would gather all that are due, and sort them.
set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_bitmapscan = off set join_collapse_limit = 1 as $$
declare
  v_settings callback_private.settings;
  v_claimed jsonb;
  v_ended uuid[];
begin
  select * into strict v_settings from callback_private.settings s where s.only_row;
  with due as materialized (
    select d.* from callback_private.deliveries d
    where d.channel = p_channel and d.next_attempt_at <= now() and d.status in ('pending', 'sending')
    order by d.next_attempt_at
    limit p_limit
    for update skip locked
  ), message as materialized (
    select
      due.id, due.notification_id, due.status, due.attempts + 1 as attempt, due.secret,
      due.error_code as last_error, due.send_began_at is not null as has_left, due.unfinished_attempts >= 4 as is_poison,
      n.notification_type, n.callback_request_id, r.priority, r.listing_id, due.recipient_id = r.seller_id as is_to_seller,
      n.read_at is not null as is_read,
      callback_private.effective_status(r.status, r.expires_at) as request_status,
      person.is_active,
      callback_private.is_wanted(p, due.channel, n.notification_type, r.priority) as is_wanted,
      case due.channel when 'email' then person.email when 'sms' then person.phone else device.token end as address,
      device.p256dh, device.auth,
      coalesce(device.locale, p.locale, person.locale, v_settings.locale) as locale,
      person.full_name as recipient_name,
      case due.recipient_id when r.seller_id then r.requester_name else seller.full_name end as other_name,
      listing.title as listing_title,
      r.preferred_time, r.preferred_days, r.time_zone, r.expires_at, r.cancelled_by,
      case when p.quiet_from is not null
        and not (r.priority = 'urgent' and p.urgent_overrides_quiet_hours and v_settings.urgent_overrides_quiet_hours)
      then callback_private.quiet_until(now(), coalesce(
        p.time_zone,
        case when callback_private.is_time_zone(person.time_zone) then person.time_zone end,
        v_settings.time_zone), p.quiet_from, p.quiet_until) end as quiet_until
    from due
    join public.callback_request_notifications n on n.id = due.notification_id
    join public.callback_requests r on r.id = n.callback_request_id
    left join callback_private.host_profiles person on person.id = due.recipient_id
    left join callback_private.host_profiles seller on seller.id = r.seller_id
    left join callback_private.host_listings listing on listing.id = r.listing_id
    left join callback_private.preferences p on p.user_id = due.recipient_id
    left join callback_private.devices device on device.id = due.device_id and device.user_id = due.recipient_id
      and device.retired_at is null
  ), judged as materialized (
    select m.*, reason.code as reason, case
      when m.status = 'sending' and m.has_left then 'parked'
      when m.status = 'sending' and m.is_poison then 'failed'
      when reason.code is not null then 'suppressed'
      when m.quiet_until is not null then 'pending'
      else 'sending' end as next_status
    from message m
    cross join lateral (select case
      when m.is_active is not true then 'inactive'
      when coalesce(btrim(m.address), '') = '' then 'no_address'
      when m.is_wanted is not true then 'switched_off'
      when m.is_read then 'already_read'
      when m.notification_type = 'new_request' and m.request_status not in ('pending', 'acknowledged') then 'outdated'
      when m.notification_type = 'request_reminder' and m.request_status <> 'pending' then 'outdated' end as code) reason
  ), moved as (
    update callback_private.deliveries d set
      status = j.next_status,
      attempts = case j.next_status when 'sending' then j.attempt else d.attempts end,
      unfinished_attempts = d.unfinished_attempts + (j.status = 'sending')::integer,
      next_attempt_at = case j.next_status
        when 'sending' then now() + p_lease
        when 'pending' then j.quiet_until
        when 'parked' then now() + interval '24 hours' end,
      error_code = case j.next_status
        when 'suppressed' then j.reason
        when 'parked' then 'fate_unknown'
        when 'failed' then 'unfinished'
        else d.error_code end,
      updated_at = now()
    from judged j
    where d.id = j.id
  )
  select
    jsonb_build_object('taken', count(*), 'messages', coalesce(jsonb_agg(jsonb_build_object(
      'id', j.id, 'attempt', j.attempt, 'last_error', j.last_error, 'secret', j.secret, 'address', j.address, 'p256dh', j.p256dh, 'auth', j.auth,
      'locale', j.locale, 'notification_type', j.notification_type, 'callback_request_id', j.callback_request_id,
      'listing_id', j.listing_id, 'priority', j.priority, 'is_to_seller', j.is_to_seller, 'recipient_name', j.recipient_name,
      'other_name', j.other_name, 'listing_title', j.listing_title, 'preferred_time', j.preferred_time,
      'preferred_days', j.preferred_days, 'time_zone', j.time_zone, 'expires_at', j.expires_at,
      'cancelled_by', j.cancelled_by))
      filter (where j.next_status = 'sending'), '[]')),
    array_agg(j.notification_id) filter (where j.next_status in ('suppressed', 'failed'))
    into v_claimed, v_ended
    from judged j;
  if v_ended is not null then
    perform callback_private.refresh_notifications(v_ended);
  end if;
  return v_claimed;
end
$$;

-- The end of the quiet hours that p_at lies in, null when it lies in none. They are stretches of real time: they begin at the first instant
-- that the clock shows their beginning and last to the last one that it shows their end, so that an hour that is there twice ends them
-- once; one that is left out is taken an hour later.
create or replace function callback_private.quiet_until(p_at timestamptz, p_time_zone text, p_from time, p_until time)
returns timestamptz language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_today constant date := (p_at at time zone p_time_zone)::date;
begin
  return (
    select max(q.ends_at)
    from unnest(array[v_today - 1, v_today]) d (day)
    cross join lateral (select
      callback_private.first_instant(d.day + p_from, p_time_zone) as starts_at,
      (d.day + (p_until < p_from)::integer + p_until) at time zone p_time_zone as ends_at) q
    where q.starts_at <= p_at and p_at < q.ends_at);
end
$$;

-- PostgreSQL takes a local time that is there twice for the later one. Clocks go back by half an hour (Lord Howe), one, or two (Troll).
create or replace function callback_private.first_instant(p_local timestamp, p_time_zone text)
returns timestamptz language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_last constant timestamptz := p_local at time zone p_time_zone;
begin
  return coalesce((
    select min(v_last - s.shift)
    from unnest(array[interval '0', interval '30 minutes', interval '1 hour', interval '2 hours']) s (shift)
    where (v_last - s.shift) at time zone p_time_zone = p_local), v_last);
end
$$;

-- The worker is about to hand over a message that must never go out twice; false when its lease is over, and then it must not.
-- execute: service
create or replace function callback_private.begin_delivery(p_delivery_id uuid, p_attempt integer)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  update callback_private.deliveries d set send_began_at = now()
    where d.id = p_delivery_id and d.status = 'sending' and d.attempts = p_attempt and d.next_attempt_at > now();
  return found;
end
$$;

-- A worker says which channels it serves: from then on deliveries are written for them.
-- execute: service
create or replace function callback_private.serve_channels(p_channels jsonb)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  update callback_private.settings s set channels = array(
      select distinct c.name from unnest(s.channels || array(select jsonb_array_elements_text(p_channels))) c (name) order by 1)
    where not s.channels @> array(select jsonb_array_elements_text(p_channels));
  return found;
end
$$;
