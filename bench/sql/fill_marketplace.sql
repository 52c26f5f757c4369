-- People and listings for the measurements. Everything follows from its number, so that a load generator knows every id without asking:
-- the first p_sellers people sell, listing n belongs to seller n modulo p_sellers, the other people buy (src/marketplace.ts says the same).

create schema bench;

create function bench.id_of(p_kind text, p_number bigint)
returns uuid language sql immutable parallel safe return md5(p_kind || ' ' || p_number)::uuid;

create function bench.fill_marketplace(p_people integer, p_sellers integer, p_listings integer)
returns void language sql volatile begin atomic
  insert into public.profiles (id, first_name, last_name, phone, email, avatar_url, is_verified)
  select bench.id_of('person', n), 'Ama', 'Mensah ' || n, '+' || 12125000000 + n, n || '@people.example.com',
    'https://images.example.com/people/' || n || '.jpg', n % 3 = 0
  from generate_series(0, p_people - 1) n;

  insert into public.listings (id, user_id, title, price, images, location)
  select bench.id_of('listing', n), bench.id_of('person', n % p_sellers), 'Road bike no. ' || n, 50 + n % 900,
    array['https://images.example.com/listings/' || n || '.jpg'], 'Accra'
  from generate_series(0, p_listings - 1) n;

  -- Sellers block each other, so that looking for a block has something to look through and nobody's request meets one.
  insert into public.blocked_users (blocker_id, blocked_id)
  select bench.id_of('person', n), bench.id_of('person', (n + distance) % p_sellers)
  from generate_series(0, p_sellers - 1) n, generate_series(10, 14) distance;
end;
