-- The limit per number: how many requests a number is used for in a day, by all people together. A request counts on
-- its day (a held one too) for the number that it has, and for each number that an edit put in or took out on the day of that. For the
-- verified person whose own number it is only their own requests count, so that nobody can use it up for them.

create or replace function callback_private.is_phone_used_up(
  p_phone text,
  p_requester_id callback_private.person_id,
  p_day date,
  p_limit integer,
  p_but_for_id uuid default null
)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_requester_id callback_private.person_id;
begin
  if not exists (
    select from (
      select from public.callback_requests r where r.requester_phone = p_phone and r.requested_on = p_day
      union all
      select from callback_private.edited_phones e where e.requester_phone = p_phone and e.used_on = p_day
      union all
      select from callback_private.held_requests h where h.requester_phone = p_phone and h.requested_on = p_day
        and h.decision is distinct from 'approved') used
    offset p_limit - 1)
  then
    return false;
  end if;
  select p.id into v_requester_id from callback_private.profile(p_requester_id) p
    where p.is_verified and translate(p.phone, ' ().-/', '') = p_phone;
  return exists (
    select from (
      select r.requester_id from public.callback_requests r
      where r.id in (
          select u.id from public.callback_requests u where u.requester_phone = p_phone and u.requested_on = p_day
          union
          select e.callback_request_id from callback_private.edited_phones e where e.requester_phone = p_phone
            and e.used_on = p_day)
        and r.id is distinct from p_but_for_id
      union all
      select h.requester_id from callback_private.held_requests h
      where h.requester_phone = p_phone and h.requested_on = p_day and h.decision is distinct from 'approved') used
    where used.requester_id = coalesce(v_requester_id, used.requester_id)
    offset p_limit - 1);
end
$$;

-- An edit gives p_after another number than p_before had.
create or replace function callback_private.keep_phone_uses(
  p_before public.callback_requests,
  p_after public.callback_requests,
  p_today date
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  insert into callback_private.edited_phones (requester_phone, used_on, callback_request_id)
    values (p_before.requester_phone, p_before.requested_on, p_before.id),
      (p_after.requester_phone, p_today, p_after.id)
    on conflict do nothing;
end
$$;
