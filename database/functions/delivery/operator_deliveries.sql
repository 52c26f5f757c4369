-- What operators see of single deliveries. No address and no number: those are read when a message leaves, and what
-- left is masked.

-- The first moment's id: ids of deliveries are in the order of time.
create or replace function callback_private.id_at(p_at timestamptz)
returns uuid language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return encode(
    substring(int8send(floor(extract(epoch from p_at) * 1000)::bigint) from 3) || '\x00000000000000000000'::bytea, 'hex')::uuid;
end
$$;

-- Whether nobody knows if it arrived: no answer came, or a worker was killed while it sent it. An SMS is begun in the
-- database before it is sent, so of one that was not begun it is known.
create or replace function callback_private.may_have_arrived(p_delivery callback_private.deliveries)
returns boolean language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return p_delivery.status in ('failed', 'parked') and p_delivery.sent_at is null and (
    coalesce(p_delivery.error_code, '') like 'fate\_unknown%'
    or p_delivery.status = 'parked'
    or p_delivery.channel <> 'sms' and p_delivery.unfinished_attempts > 0);
end
$$;

-- A dead letter that surely did not arrive. What a provider took is none, even if it said later that it could not hand
-- it on.
create or replace function callback_private.is_retryable(p_delivery callback_private.deliveries)
returns boolean language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return p_delivery.status = 'failed' and p_delivery.sent_at is null and not callback_private.may_have_arrived(p_delivery);
end
$$;

-- The newest deliveries of a channel (null for all), in these states, before an id. Each channel and state is looked up
-- by itself, so it costs the same however many there are; those with something to do next are looked through, which are
-- few. The order is that of the two indexes, of which only ids differ: by id alone the planner would walk the whole
-- table backwards.
create or replace function callback_private.find_deliveries(
  p_channel text,
  p_states text[],
  p_reason text,
  p_from timestamptz,
  p_to timestamptz,
  p_before uuid,
  p_limit integer
)
returns setof callback_private.deliveries language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_channels constant text[] :=
    case when p_channel is null then array['email', 'sms', 'expo_push', 'web_push', 'webhook'] else array[p_channel] end;
  -- An id is made a moment after its transaction began.
  v_first constant uuid := coalesce(callback_private.id_at(p_from - interval '1 second'), '00000000-0000-0000-0000-000000000000');
  v_last constant uuid := coalesce(callback_private.id_at(p_to + interval '1 hour'), 'ffffffff-ffff-ffff-ffff-ffffffffffff');
begin
  return query
  select (found.d).* from unnest(v_channels) c (name)
  cross join lateral (
    select ended.d from unnest(p_states) s (name)
    cross join lateral (
      select d from callback_private.deliveries d
      where d.channel = c.name and d.status = s.name and d.next_attempt_at is null
        and d.id < p_before and d.id between v_first and v_last
        and (p_reason is null or d.error_code = p_reason)
        and (p_from is null or d.created_at >= p_from) and (p_to is null or d.created_at < p_to)
      order by d.channel desc, d.status desc, d.id desc limit p_limit) ended
    union all
    select opened.d from (
      select d from callback_private.deliveries d
      where d.channel = c.name and d.next_attempt_at is not null and d.id < p_before and d.id between v_first and v_last
        and d.status = any (p_states) and (p_reason is null or d.error_code = p_reason)
        and (p_from is null or d.created_at >= p_from) and (p_to is null or d.created_at < p_to)
      order by d.channel desc, d.id desc limit p_limit) opened
    where p_states && array['pending', 'sending', 'parked', 'sent']) found
  order by (found.d).id desc
  limit p_limit;
end
$$;

-- Those about one request, which are few.
create or replace function callback_private.deliveries_of_request(p_request_id uuid)
returns setof callback_private.deliveries language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select d.* from public.callback_request_notifications n
  join callback_private.deliveries d on d.notification_id = n.id
  where n.callback_request_id = p_request_id
  union all
  select d.* from callback_private.phone_codes c
  join callback_private.deliveries d on d.phone_code_id = c.id
  where c.callback_request_id = p_request_id;
end
$$;

-- A recipient's mail service, where half the world has it; else null, because a name of one's own can name a person.
create or replace function callback_private.mail_provider(p_email text)
returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return case
    when p_email ~* '@(gmail|googlemail)\.com$' then 'Gmail'
    when p_email ~* '@(outlook|hotmail|live|msn)\.[a-z.]{2,6}$' then 'Outlook'
    when p_email ~* '@(yahoo|ymail|rocketmail)\.[a-z.]{2,6}$' then 'Yahoo'
    when p_email ~* '@(icloud|me|mac)\.com$' then 'iCloud'
    when p_email ~* '@aol\.com$' then 'AOL'
    when p_email ~* '@(proton\.me|protonmail\.com)$' then 'Proton'
    when p_email ~* '@(gmx\.[a-z]{2,3}|web\.de)$' then 'GMX'
    when p_email ~* '@(mail\.ru|inbox\.ru|bk\.ru)$' then 'Mail.ru'
    when p_email ~* '@yandex\.[a-z]{2,3}$' then 'Yandex'
    when p_email ~* '@(qq|163|126)\.com$' then 'QQ and NetEase' end;
end
$$;

create or replace function callback_private.delivery_json(p_delivery callback_private.deliveries)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_build_object(
      'id', p_delivery.id,
      'subject_kind', p_delivery.subject_kind,
      'notification_id', p_delivery.notification_id,
      'notification_type', n.notification_type,
      'callback_request_id', coalesce(n.callback_request_id, c.callback_request_id),
      'alert_id', p_delivery.alert_id,
      'recipient_id', p_delivery.person_id::text,
      'recipient_name', callback_private.masked_text(person.full_name),
      'recipient_side', case when p_delivery.person_id is null then null
        when p_delivery.person_id = p_delivery.seller_id then 'seller' else 'buyer' end,
      'provider', case p_delivery.channel when 'email'
        then callback_private.mail_provider(coalesce(p_delivery.operator_address, person.email)) end,
      'channel', p_delivery.channel,
      'state', p_delivery.status,
      'reason', p_delivery.error_code,
      'attempts', p_delivery.attempts,
      'is_retryable', callback_private.is_retryable(p_delivery),
      'may_have_arrived', callback_private.may_have_arrived(p_delivery),
      'created_at', p_delivery.created_at,
      'next_attempt_at',
        case when p_delivery.status in ('pending', 'sending', 'parked') then p_delivery.next_attempt_at end,
      'sent_at', p_delivery.sent_at,
      'delivered_at', p_delivery.delivered_at,
      'updated_at', p_delivery.updated_at)
    from (select) one
    left join public.callback_request_notifications n on n.id = p_delivery.notification_id
    left join callback_private.phone_codes c on c.id = p_delivery.phone_code_id
    left join callback_private.profile(p_delivery.person_id) person on true);
end
$$;

-- execute: users
create or replace function callback_private.list_callback_deliveries(
  p_channel text,
  p_state text,
  p_reason text,
  p_from timestamptz,
  p_to timestamptz,
  p_request_id uuid,
  p_limit integer,
  p_cursor text,
  p_operator_id uuid
)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer');
  v_limit constant integer := coalesce(p_limit, 20);
  v_states constant text[] := case when p_state is not null then array[p_state]
    else array['pending', 'sending', 'parked', 'sent', 'delivered', 'failed', 'suppressed'] end;
  v_before uuid;
  v_items jsonb;
begin
  perform callback_private.check_page(null, v_limit, 0);
  v_before := (callback_private.read_cursor(p_cursor)).before_id;
  select coalesce(jsonb_agg(callback_private.delivery_json(d) order by d.id desc), '[]') into v_items
    from (
      select f.* from callback_private.find_deliveries(p_channel, v_states, p_reason, p_from, p_to, v_before, v_limit + 1) f
      where p_request_id is null
      union all
      select r.* from callback_private.deliveries_of_request(p_request_id) r
      where p_request_id is not null and r.id < v_before and r.status = any (v_states)
        and (p_channel is null or r.channel = p_channel) and (p_reason is null or r.error_code = p_reason)
        and (p_from is null or r.created_at >= p_from) and (p_to is null or r.created_at < p_to)
      order by id desc limit v_limit + 1) d;
  return callback_private.page_of(v_items, v_limit);
end
$$;

-- A page of items that have created_at and id, when one more than it holds was read.
create or replace function callback_private.page_of(p_items jsonb, p_limit integer, p_at text default 'created_at')
returns jsonb language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_last constant jsonb := p_items -> (p_limit - 1);
begin
  if jsonb_array_length(p_items) <= p_limit then
    return jsonb_build_object('items', p_items, 'next_cursor', null);
  end if;
  return jsonb_build_object('items', p_items - p_limit,
    'next_cursor', callback_private.cursor_of((v_last ->> p_at)::timestamptz, (v_last ->> 'id')::uuid));
end
$$;

-- execute: users
create or replace function public.list_callback_deliveries(
  p_channel text default null,
  p_state text default null,
  p_reason text default null,
  p_from timestamptz default null,
  p_to timestamptz default null,
  p_request_id uuid default null,
  p_limit integer default 20,
  p_cursor text default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_deliveries(
    p_channel, p_state, p_reason, p_from, p_to, p_request_id, p_limit, p_cursor, p_operator_id)::json;
end $$;
comment on function public.list_callback_deliveries is 'For operators: one page of deliveries, newest first: { items, next_cursor }.';

-- execute: users
create or replace function callback_private.get_callback_delivery(p_delivery_id uuid, p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer');
  v_delivery callback_private.deliveries;
begin
  select * into v_delivery from callback_private.deliveries d where d.id = p_delivery_id;
  if not found then
    perform callback_private.refuse('not_found', 'There is no such delivery.');
  end if;
  return callback_private.delivery_json(v_delivery) || jsonb_build_object(
    'first_attempt_at', v_delivery.first_attempt_at,
    'provider_id', v_delivery.provider_id,
    'resends', v_delivery.resends,
    'text', callback_private.sent_text_json(v_delivery.id));
end
$$;

-- execute: users
create or replace function public.get_callback_delivery(p_delivery_id uuid, p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_delivery(p_delivery_id, p_operator_id)::json;
end $$;
comment on function public.get_callback_delivery is 'For operators: one delivery with the text that was sent, masked.';
