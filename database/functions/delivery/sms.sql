-- The last look before an SMS leaves: it must not go out twice, costs money, and its recipient may have answered
-- STOP.

-- The worker is about to send an SMS to this number, in E.164. Null when it may; 'lease_over' when another worker
-- has taken over; else why the message must not be sent.
-- execute: service
create or replace function callback_private.begin_sms(p_delivery_id uuid, p_attempt integer, p_phone text)
returns text language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_settings callback_private.settings;
  v_is_counted boolean;
  v_refusal text;
begin
  perform callback_private.require_trusted();
  select * into strict v_settings from callback_private.settings s where s.only_row;
  select d.counted_on is not null into v_is_counted from callback_private.deliveries d
    where d.id = p_delivery_id and d.status = 'sending' and d.attempts = p_attempt and d.next_attempt_at > now()
    for update;
  if not found then
    return 'lease_over';
  end if;
  v_refusal := case
    when callback_private.phone_refusal(p_phone, v_settings.allowed_phone_regions) is not null then 'phone_not_allowed'
    when exists (select from callback_private.sms_stops s where s.phone_hash = callback_private.phone_hash(p_phone))
      then 'sms_stopped'
    when not v_is_counted then callback_private.count_sms(p_phone, v_settings) end;
  if v_refusal is null then
    update callback_private.deliveries d
      set send_began_at = now(), counted_on = coalesce(d.counted_on, (now() at time zone v_settings.time_zone)::date)
      where d.id = p_delivery_id;
  end if;
  return v_refusal;
end
$$;

-- The first of today's caps that is full for a number; null while there is room.
create or replace function callback_private.full_sms_cap(p_phone text, p_settings callback_private.settings)
returns text language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select 'sms_cap_' || c.cap
    from callback_private.sms_caps(p_phone, p_settings) c
    join callback_private.sms_counts k on k.cap = c.cap and k.key = c.key
    where k.day = (now() at time zone p_settings.time_zone)::date and k.sent >= c.most
    order by c.most limit 1);
end
$$;

-- Counts an SMS in each of today's caps; or counts nothing and returns the first that is full. The lock makes the
-- counts exact.
create or replace function callback_private.count_sms(p_phone text, p_settings callback_private.settings)
returns text language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_today constant date := (now() at time zone p_settings.time_zone)::date;
  v_full text;
begin
  perform pg_advisory_xact_lock(1924, 0);
  v_full := callback_private.full_sms_cap(p_phone, p_settings);
  if v_full is null then
    insert into callback_private.sms_counts as k (day, cap, key, sent)
      select v_today, c.cap, c.key, 1 from callback_private.sms_caps(p_phone, p_settings) c
      on conflict (day, cap, key) do update set sent = k.sent + 1;
  end if;
  return v_full;
end
$$;

-- What bounds SMS to a number. Fraudsters who are paid for SMS to their numbers rent them in rows, so the prefix
-- counts.
create or replace function callback_private.sms_caps(p_phone text, p_settings callback_private.settings)
returns table (cap text, key text, most integer) language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return query values
    ('recipient', callback_private.phone_hash(p_phone), p_settings.sms_per_recipient_per_day),
    ('prefix', left(p_phone, -4), p_settings.sms_per_prefix_per_day),
    ('country', (callback_private.phone_range(p_phone)).region, p_settings.sms_per_country_per_day),
    ('day', '', p_settings.sms_per_day);
end
$$;

create or replace function callback_private.phone_hash(p_phone text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return encode(sha256(convert_to(p_phone, 'UTF8')), 'hex');
end
$$;

-- STOP (true) or START (false) came from a number, in E.164. It holds for every profile with that number; STOP also
-- withdraws open requests to be called there. False when it did so already.
-- execute: service
create or replace function callback_private.set_sms_stop(p_phone text, p_is_stopped boolean)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  if p_phone is null or p_phone !~ '^[+][1-9][0-9]{6,14}$' then
    perform callback_private.refuse_input('p_phone', 'p_phone must be a number such as +442079460958.');
  end if;
  if p_is_stopped then
    perform callback_private.withdraw_by_number(p_phone);
    insert into callback_private.sms_stops (phone_hash) values (callback_private.phone_hash(p_phone))
      on conflict do nothing;
  else
    delete from callback_private.sms_stops s where s.phone_hash = callback_private.phone_hash(p_phone);
  end if;
  return found;
end
$$;
