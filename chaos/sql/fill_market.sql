-- A marketplace for the fault runs: 200 sellers who want every notification by every channel, 1,000 buyers, 2,000 listings. Everything
-- follows from its number (src/market.ts says the same): listing n belongs to seller n modulo 200.

create schema chaos;

create function chaos.fill_market(p_p256dh text, p_auth text)
returns void language sql volatile begin atomic
  insert into public.profiles (id, first_name, last_name, phone, email)
  select md5('seller ' || n)::uuid, 'Ama', 'Mensah', '+1212556' || lpad(n::text, 4, '0'), 'seller' || n || '@people.example.com'
  from generate_series(0, 199) n;
  insert into public.profiles (id, first_name, last_name, phone, email)
  select md5('buyer ' || n)::uuid, 'Kofi', 'Boateng', '+1212555' || lpad(n::text, 4, '0'), 'buyer' || n || '@people.example.com'
  from generate_series(0, 999) n;
  insert into public.listings (id, user_id, title, price)
  select md5('listing ' || n)::uuid, md5('seller ' || n % 200)::uuid, 'Road bike no ' || n, 420 from generate_series(0, 1999) n;

  insert into callback_private.preferences (user_id, email_types, push_types, sms_types, updated_at)
  select md5('seller ' || n)::uuid, t.types, t.types, t.types, now() - interval '30 days'
  from generate_series(0, 199) n
  cross join (values ('{new_request,request_cancelled,request_reminder,request_expired}'::text[])) t (types);
  insert into callback_private.devices (user_id, kind, token)
  select md5('seller ' || n)::uuid, 'expo', 'ExponentPushToken[s' || n || ']' from generate_series(0, 199) n;
  insert into callback_private.devices (user_id, kind, token, p256dh, auth)
  select md5('seller ' || n)::uuid, 'web', 'https://fcm.googleapis.com/fcm/send/s' || n, p_p256dh, p_auth from generate_series(0, 199) n;

  -- Limits are looked at by every call and reached by none.
  update callback_private.settings set requests_per_user_per_day = 10000, requests_per_phone_per_day = 10000,
    requests_per_seller_per_day = 10000, risk_mode = 'watch';
end;
