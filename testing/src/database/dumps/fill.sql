-- Fills a new marketplace with a little of everything that Ringback keeps.
insert into public.profiles (id, first_name, last_name, phone, email, is_verified)
select md5('person ' || n)::uuid, (array['Ada', 'Bea', 'Cy', 'Dara'])[n % 4 + 1], 'Number ' || n,
  '+4474001234' || lpad(n::text, 2, '0'), format('person%s@example.com', n), n % 2 = 0
from generate_series(1, 12) n;
insert into public.listings (id, user_id, title, price, currency, status)
select md5('listing ' || n)::uuid, md5('person ' || (n % 4 + 1))::uuid, 'Bike ' || n, n * 10, 'GBP', case when n = 40
  then 'sold' else 'active' end
from generate_series(1, 40) n;
insert into public.blocked_users values (md5('person 1')::uuid, md5('person 12')::uuid);

update callback_private.settings set channels = '{email,sms,expo_push,web_push}', time_zone = 'Europe/London',
  default_phone_region = 'GB',
  operator_claim = 'app_metadata.role', operator_roles = '{"desk": "support"}';
select callback_private.operator_of('{"sub": "desk-1", "name": "Dee", "app_metadata": {"role": "desk"}}');
select public.set_callback_preferences('{"sms": ["new_request"], "quiet_hours": {"from": "22:00", "until": "07:00"}, "locale": "fr"}', md5('person ' || n)::uuid)
from generate_series(1, 2) n;
select public.save_callback_device(format('ExponentPushToken[%s]', n), '{"kind": "expo", "locale": "en"}',
  md5('person ' || n)::uuid)
from generate_series(1, 4) n;
select public.retire_callback_device('ExponentPushToken[4]', md5('person 4')::uuid);

-- One request each day for each of the listings, by buyers 5 to 10.
do $$
declare
  v_id uuid;
  v_buyer uuid;
begin
  for n in 1..30 loop
    v_buyer := md5('person ' || (n % 6 + 5))::uuid;
    v_id := public.create_callback_request(
      p_requester_id => v_buyer, p_seller_id => md5('person ' || (n % 4 + 1))::uuid,
        p_listing_id => md5('listing ' || n)::uuid,
      p_requester_phone => '+4474001234' || lpad((n % 6 + 5)::text, 2, '0'), p_requester_name => 'Ada Number ' || n,
      p_message => case when n % 2 = 0 then E'Is it still there?\nPlease call.' end,
        p_callback_reason => 'price_negotiation',
      p_preferred_days => array['Monday', 'Friday'], p_priority => case when n % 3 = 0 then 'urgent' else 'normal' end,
      p_idempotency_key => 'key ' || n);
    case n % 6
      when 1 then perform public.update_callback_request_status(v_id,
        'acknowledged', md5('person ' || (n % 4 + 1))::uuid);
      when 2 then perform public.log_callback_attempt(v_id, 'reached', 'call '
        || n, md5('person ' || (n % 4 + 1))::uuid);
      when 3 then perform public.update_callback_request_status(v_id, 'cancelled', md5('person ' || (n % 4 + 1))::uuid,
        'Sold');
      when 4 then perform public.update_callback_request_status(v_id, 'cancelled', v_buyer, 'Found another');
      when 5 then update public.callback_requests set requested_at = now()
        - interval '9 days', requested_on = current_date - 9,
        updated_at = now() - interval '9 days', expires_at = now() - interval '2 days' where id = v_id;
      else perform public.edit_callback_request(v_id, '{"message": "Edited."}', 'edit ' || n, v_buyer);
    end case;
    commit;
  end loop;
end
$$;

select public.close_callback_request((select r.id from public.callback_requests r where r.status = 'pending'
  order by r.requested_at desc limit 1),
  'Reported', 'close 1', (select o.id from callback_private.operators o));
update callback_private.settings set requests_per_user_per_day = 1;
select public.submit_callback_request(jsonb_build_object('seller_id', md5('person 1')::uuid,
  'listing_id', md5('listing 36')::uuid,
  'requester_phone', '+447400123405', 'requester_name', 'Ada'), 'refused 1', md5('person 5')::uuid);
update callback_private.settings set requests_per_user_per_day = 10;

-- Deliveries in every status: taken, sent, failed, to be tried again, of unknown fate.
do $$
declare
  v_channel text;
  v_claimed jsonb;
begin
  foreach v_channel in array array['email', 'sms', 'expo_push'] loop
    v_claimed := callback_private.claim_deliveries(v_channel, 8, interval '1 minute');
    perform callback_private.record_deliveries(coalesce((
      select jsonb_agg(jsonb_build_object('id', d ->> 'id', 'attempt', (d ->> 'attempt')::integer,
        'provider_id', v_channel || '-' || n) || case
        when n = 1 then '{"outcome": "failed", "error_code": "invalid_address"}'
        when n = 2 then '{"outcome": "retry", "error_code": "ETIMEDOUT"}'
        when n = 3 and v_channel = 'sms' then '{"outcome": "parked", "error_code": "unknown"}'
        else '{"outcome": "sent"}' end::jsonb)
      from jsonb_array_elements(v_claimed -> 'messages') with ordinality c (d, n) where n < 8), '[]'));
  end loop;
end
$$;
select public.mark_callback_notification_read(n.id, n.recipient_id) from public.callback_request_notifications n
  order by n.created_at limit 3;
select callback_private.set_sms_stop('+447400123403', true);
select public.run_callback_maintenance();
select public.rollup_callback_stats();
