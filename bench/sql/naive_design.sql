-- The requirement's own design, written down as it stands: its two tables with their checks and keys, the indexes that its queries ask for,
-- and a function that looks for a request of the same day, reads the title and the name, and writes request and notification. No limits, no
-- blocks, no phone rules, no events, no deliveries. In a schema of its own, beside Ringback, on the same people and listings.

create schema naive;

create table naive.callback_requests (
  id uuid primary key default gen_random_uuid(),
  requester_id uuid not null references public.profiles (id),
  seller_id uuid not null references public.profiles (id),
  listing_id uuid not null references public.listings (id),
  status text default 'pending' check (status in ('pending', 'acknowledged', 'completed', 'cancelled', 'expired')),
  priority text default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  requester_phone text not null,
  requester_name text not null,
  preferred_time text,
  preferred_days text[],
  message text,
  callback_reason text check (callback_reason in (
    'general_inquiry', 'price_negotiation', 'product_details', 'availability_check', 'meetup_arrangement', 'other')),
  requested_at timestamptz default now(),
  acknowledged_at timestamptz,
  completed_at timestamptz,
  expires_at timestamptz default (now() + interval '7 days'),
  check (requester_id != seller_id)
);
-- A cast of a timestamptz to a date depends on the session, so the requirement's own unique constraint is refused; in UTC it is not.
create unique index on naive.callback_requests (requester_id, listing_id, ((requested_at at time zone 'UTC')::date));
create index on naive.callback_requests (seller_id, status);
create index on naive.callback_requests (requested_at);

create table naive.callback_request_notifications (
  id uuid primary key default gen_random_uuid(),
  callback_request_id uuid not null references naive.callback_requests (id),
  recipient_id uuid not null references public.profiles (id),
  notification_type text not null check (notification_type in (
    'new_request', 'request_acknowledged', 'request_completed', 'request_cancelled', 'request_reminder', 'request_expired')),
  title text not null,
  message text not null,
  status text default 'pending',
  push_sent boolean default false,
  email_sent boolean default false,
  sms_sent boolean default false,
  created_at timestamptz default now(),
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz
);
create index on naive.callback_request_notifications (callback_request_id);
create index on naive.callback_request_notifications (recipient_id);

create function naive.create_callback_request(
  p_requester_id uuid,
  p_seller_id uuid,
  p_listing_id uuid,
  p_requester_phone text,
  p_requester_name text,
  p_message text,
  p_callback_reason text,
  p_preferred_time text,
  p_preferred_days text[],
  p_priority text default 'normal'
)
returns uuid language plpgsql security definer as $$
declare
  v_id uuid;
  v_title text;
  v_name text;
begin
  if exists (
    select from naive.callback_requests
    where requester_id = p_requester_id and listing_id = p_listing_id
      and (requested_at at time zone 'UTC')::date = (now() at time zone 'UTC')::date)
  then
    raise exception 'You have already requested a callback for this listing today';
  end if;
  select title into v_title from public.listings where id = p_listing_id;
  select first_name || ' ' || last_name into v_name from public.profiles where id = p_requester_id;
  insert into naive.callback_requests (
    requester_id, seller_id, listing_id, requester_phone, requester_name, message, callback_reason, preferred_time, preferred_days, priority)
  values (
    p_requester_id, p_seller_id, p_listing_id, p_requester_phone, p_requester_name, p_message, p_callback_reason, p_preferred_time,
    p_preferred_days, p_priority)
  returning id into v_id;
  insert into naive.callback_request_notifications (callback_request_id, recipient_id, notification_type, title, message)
  values (v_id, p_seller_id, 'new_request', 'New callback request', v_name || ' requested a callback for ' || v_title);
  return v_id;
end
$$;

insert into naive.callback_requests (
  id, requester_id, seller_id, listing_id, status, priority, requester_phone, requester_name, preferred_time, preferred_days, message,
  callback_reason, requested_at, acknowledged_at, completed_at, expires_at)
select
  id, requester_id, seller_id, listing_id, status, priority, requester_phone, requester_name, preferred_time, preferred_days, message,
  callback_reason, requested_at, acknowledged_at, completed_at, expires_at
from public.callback_requests order by requested_at;
insert into naive.callback_request_notifications (
  id, callback_request_id, recipient_id, notification_type, title, message, status, created_at, read_at)
select id, callback_request_id, recipient_id, notification_type, title, message, status, created_at, read_at
from public.callback_request_notifications order by created_at;

grant usage on schema naive to callback_service;
