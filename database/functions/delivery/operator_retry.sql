-- Operators have dead letters tried again, and notifications sent again. A retry takes only what surely did not arrive:
-- what a provider accepted is never among it, an SMS of unknown fate neither, and a mail of unknown fate only on
-- demand. All of it is judged once more as it leaves.

-- Makes dead letters due as if they had just been written. That a mail may have left stays in its code and its count of
-- unfinished attempts.
create or replace function callback_private.revive_deliveries(p_delivery_ids uuid[])
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  update callback_private.deliveries d set
    status = 'pending',
    next_attempt_at = now(),
    first_attempt_at = null,
    send_began_at = null,
    counted_on = null,
    provider_id = null,
    unfinished_attempts = least(d.unfinished_attempts, 1),
    error_code = case when d.error_code like 'fate\_unknown%' then d.error_code end,
    updated_at = now()
  where d.id = any (p_delivery_ids);
  perform callback_private.follow_deliveries(p_delivery_ids);
end
$$;

-- The dead letters that are meant: by ids, or of a channel. Those of the last 30 days, as the overview shows them.
create or replace function callback_private.dead_letters(p_which jsonb, p_limit integer)
returns setof callback_private.deliveries language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if p_which -> 'ids' is not null then
    return query select d.* from callback_private.deliveries d
      where d.id in (select jsonb_array_elements_text(p_which -> 'ids')::uuid) and d.status = 'failed';
    return;
  end if;
  return query select d.* from callback_private.find_deliveries(
    p_which ->> 'channel', array['failed'], p_which ->> 'reason',
    coalesce((p_which ->> 'from')::timestamptz, now() - interval '30 days'), (p_which ->> 'to')::timestamptz,
    'ffffffff-ffff-ffff-ffff-ffffffffffff', p_limit) d;
end
$$;

-- Those of p_ids that are still what they were, locked; what others hold is left to them.
create or replace function callback_private.lock_dead_letters(p_delivery_ids uuid[], p_uncertain boolean)
returns uuid[] language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  return (select array_agg(x.id) from (
    select d.id from callback_private.deliveries d
    where d.id = any (p_delivery_ids) and callback_private.may_be_retried(d, p_uncertain)
    for update skip locked) x);
end
$$;

create or replace function callback_private.may_be_retried(p_delivery callback_private.deliveries, p_uncertain boolean)
returns boolean language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return callback_private.is_retryable(p_delivery) or (
    p_uncertain and p_delivery.channel <> 'sms' and p_delivery.status = 'failed'
    and callback_private.may_have_arrived(p_delivery));
end
$$;

-- execute: users
create or replace function callback_private.retry_callback_deliveries(p_which jsonb, p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'support');
  v_uncertain constant boolean := coalesce((p_which ->> 'include_uncertain')::boolean, false);
  v_most constant integer := 10000;
  v_matching uuid[];
  v_left_out bigint;
  v_retried uuid[];
begin
  if (p_which -> 'ids' is null) = (p_which -> 'channel' is null) then
    perform callback_private.refuse_input('ids', 'ids must be given, or a channel in their place.');
  end if;
  select array_agg(d.id order by d.id) filter (where callback_private.may_be_retried(d, v_uncertain)),
      count(*) filter (where callback_private.may_have_arrived(d) and not callback_private.may_be_retried(d, v_uncertain))
    into v_matching, v_left_out
    from callback_private.dead_letters(p_which, v_most) d;
  if (p_which ->> 'preview')::boolean is not true then
    v_retried := callback_private.lock_dead_letters(v_matching[1:1000], v_uncertain);
    perform callback_private.revive_deliveries(v_retried);
  end if;
  if cardinality(v_retried) > 0 then
    perform callback_private.write_audit(v_operator_id, 'retry_deliveries',
      case when p_which -> 'ids' is null then 'channel' else 'delivery' end,
      coalesce(p_which ->> 'channel', v_retried[1]::text),
      (p_which - array['ids', 'channel', 'preview']) || jsonb_build_object('retried', cardinality(v_retried)));
  end if;
  return jsonb_build_object('matched', coalesce(cardinality(v_matching), 0),
    'retried', coalesce(cardinality(v_retried), 0), 'uncertain', v_left_out);
end
$$;

-- execute: users
create or replace function public.retry_callback_deliveries(p_which jsonb, p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.retry_callback_deliveries(p_which, p_operator_id)::json;
end $$;
comment on function public.retry_callback_deliveries
  is 'For operators with the role support: makes up to 1,000 dead letters due again: { matched, retried, uncertain }.';

-- Writes the deliveries of a notification that never had any by this channel.
create or replace function callback_private.add_deliveries(p_notification public.callback_request_notifications, p_channel text)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  insert into callback_private.deliveries (
    id, subject_kind, notification_id, seller_id, recipient_kind, person_id, channel, device_id)
  select callback_private.uuid_v7(), 'notification', p_notification.id, p_notification.seller_id, 'person',
    p_notification.recipient_id, p_channel, v.id
  from (select) one
  left join callback_private.devices v on v.user_id = p_notification.recipient_id and v.retired_at is null
    and v.kind = case p_channel when 'expo_push' then 'expo' when 'web_push' then 'web' end
  where p_channel in ('email', 'sms') or v.id is not null
  on conflict do nothing;
end
$$;

-- Refuses what cannot be sent again, or not yet, or not without saying so.
create or replace function callback_private.check_resend(p_deliveries callback_private.deliveries[], p_even_if_sent boolean)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_latest constant timestamptz := (select max(d.sent_at) from unnest(p_deliveries) d);
begin
  if coalesce(cardinality(p_deliveries), 0) = 0 then
    perform callback_private.refuse('invalid_transition',
      'Its recipient has nothing that this channel reaches, or the channel is not in use.');
  end if;
  if p_even_if_sent is not true and exists (
    select from unnest(p_deliveries) d where d.sent_at is not null or callback_private.may_have_arrived(d)) then
    perform callback_private.refuse('invalid_transition',
      'It was sent, or may have been. Set even_if_sent to send it once more.');
  end if;
  if v_latest > now() - interval '1 minute' then
    perform callback_private.refuse_limit('resend', 'It was sent less than a minute ago; wait before you send it again.',
      v_latest + interval '1 minute');
  end if;
end
$$;

-- execute: users
create or replace function callback_private.resend_callback_notification(
  p_notification_id uuid,
  p_channel text,
  p_even_if_sent boolean,
  p_operator_id uuid
)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'support');
  v_notification public.callback_request_notifications;
  v_deliveries callback_private.deliveries[];
begin
  select * into v_notification from public.callback_request_notifications n where n.id = p_notification_id;
  if not found then
    perform callback_private.refuse('not_found', 'There is no such notification.');
  end if;
  if exists (select from callback_private.settings s where p_channel = any (s.channels)) then
    perform callback_private.add_deliveries(v_notification, p_channel);
  end if;
  select array_agg(x) into v_deliveries from (
    select d.* from callback_private.deliveries d where d.notification_id = p_notification_id and d.channel = p_channel
    order by d.id for update) x;
  perform callback_private.check_resend(v_deliveries, p_even_if_sent);
  update callback_private.deliveries d set
    resends = d.resends + 1, sent_at = null, delivered_at = null, unfinished_attempts = 0, error_code = null, status = 'failed',
    next_attempt_at = null
    where d.id in (select x.id from unnest(v_deliveries) x where x.sent_at is not null or callback_private.may_have_arrived(x));
  perform callback_private.revive_deliveries(array(select x.id from unnest(v_deliveries) x where x.status <> 'sending'));
  perform callback_private.write_audit(v_operator_id, 'resend_notification', 'notification', p_notification_id::text,
    jsonb_build_object('channel', p_channel, 'callback_request_id', v_notification.callback_request_id));
  return jsonb_build_object('resent', cardinality(v_deliveries));
end
$$;

-- execute: users
create or replace function public.resend_callback_notification(
  p_notification_id uuid,
  p_channel text,
  p_even_if_sent boolean default false,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.resend_callback_notification(p_notification_id, p_channel, p_even_if_sent, p_operator_id)::json;
end $$;
comment on function public.resend_callback_notification
  is 'For operators with the role support: sends a notification again by one channel: { resent }.';
