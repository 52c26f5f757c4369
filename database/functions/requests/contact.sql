-- Whether the two sides of a request may still reach each other. Once either has blocked the other, or the seller's
-- account is not active, the seller sees no number, and neither writes to the other; what is open can be ended, without
-- a word.

create or replace function callback_private.may_reach(p_request public.callback_requests)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
      select from callback_private.profile(p_request.seller_id) s where s.is_active)
    and not callback_private.is_blocked_pair(p_request.requester_id, p_request.seller_id);
end
$$;

-- Blocks are not told: the sentence is the same for each reason.
create or replace function callback_private.require_reach(p_request public.callback_requests)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if not callback_private.may_reach(p_request) then
    perform callback_private.refuse('forbidden', 'This request can only be ended, without a reason.');
  end if;
end
$$;
