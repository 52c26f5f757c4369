-- The kind of delivery that brings a code to a buyer by SMS. Its digits are worked out when it is sent, and stored nowhere.

-- Only the latest code of a request that waits for it is sent, while it is valid. People asked for it, so quiet hours don't count.
create or replace function callback_private.judge_code_deliveries(p_delivery_ids uuid[])
returns table (delivery_id uuid, refusal text, not_before timestamptz, message jsonb)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select d.id, case
      when h.decision is not null or h.code_until is null or c.expires_at <= now()
        or c.id <> (callback_private.latest_code(h.id)).id then 'outdated' end,
    null::timestamptz,
    jsonb_build_object(
      'address', h.requester_phone, 'brand', callback_private.brand_json(s),
      'locale', coalesce(p.locale, person.locale, s.locale),
      'code', callback_private.code_digits(c))
  from callback_private.deliveries d
  join callback_private.phone_codes c on c.id = d.phone_code_id
  join callback_private.held_requests h on h.id = c.callback_request_id
  join callback_private.settings s on s.only_row
  left join callback_private.profile(d.person_id) person on true
  left join callback_private.preferences p on p.user_id = d.person_id
  where d.id = any (p_delivery_ids);
end
$$;

-- A request whose code cannot arrive waits for an operator; what was outdated has been replaced or is over.
create or replace function callback_private.follow_code_deliveries(p_delivery_ids uuid[])
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.hand_to_operator(c.callback_request_id)
    from callback_private.deliveries d
    join callback_private.phone_codes c on c.id = d.phone_code_id
    where d.id = any (p_delivery_ids) and d.status in ('failed', 'suppressed') and d.error_code is distinct from 'outdated'
      and c.id = (callback_private.latest_code(c.callback_request_id)).id;
end
$$;
