-- How many urgent requests a buyer may have open at once; one that expired after unanswered calls counts for 30 days. A caller that counts in order to add one holds the buyer's
-- advisory lock.

-- How many more; null: no limit.
create or replace function callback_private.urgent_left(p_requester_id callback_private.person_id)
returns integer language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select case when s.open_urgent_requests_per_user is not null then greatest(s.open_urgent_requests_per_user - (
      select count(*) from public.callback_requests r
      where r.requester_id = p_requester_id and r.priority = 'urgent' and r.status in ('pending', 'acknowledged')
        and r.expires_at > now()) - (
      select count(*) from callback_private.held_requests h
      where h.requester_id = p_requester_id and h.decision is null and h.request ->> 'priority' = 'urgent')
      - callback_private.missed_urgent(p_requester_id), 0)::integer end
    from callback_private.settings s where s.only_row);
end
$$;

-- Urgent requests of the last 30 days whose seller called, but never reached the buyer before they expired.
create or replace function callback_private.missed_urgent(p_requester_id callback_private.person_id)
returns integer language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select count(*) from public.callback_requests r
    where r.requester_id = p_requester_id and r.requested_at > now() - interval '720 hours' and r.priority = 'urgent'
      and (r.status = 'expired' or (r.status in ('pending', 'acknowledged') and r.expires_at <= now()))
      and exists (select from callback_private.attempts a where a.callback_request_id = r.id and a.outcome = 'no_answer')
      and not exists (select from callback_private.attempts a where a.callback_request_id = r.id and a.outcome = 'reached'));
end
$$;

create or replace function callback_private.require_urgent_left(p_requester_id callback_private.person_id)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if callback_private.urgent_left(p_requester_id) = 0 then
    perform callback_private.refuse_limit('open_urgent_requests_per_user',
      callback_private.urgent_sentence(), callback_private.urgent_until(p_requester_id));
  end if;
end
$$;

create or replace function callback_private.urgent_sentence()
returns text language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return 'You’ve reached the limit for open urgent requests. Choose another priority or withdraw an urgent request.';
end
$$;

-- When there is room at the latest: the next open one expires, or the first that was missed no longer counts.
create or replace function callback_private.urgent_until(p_requester_id callback_private.person_id)
returns timestamptz language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((
    select min(r.expires_at) from public.callback_requests r
    where r.requester_id = p_requester_id and r.priority = 'urgent' and r.status in ('pending', 'acknowledged')
      and r.expires_at > now()), (
    select min(r.requested_at) + interval '720 hours' from public.callback_requests r
    where r.requester_id = p_requester_id and r.requested_at > now() - interval '720 hours' and r.priority = 'urgent'
      and r.status = 'expired'),
    now() + interval '1 day');
end
$$;
