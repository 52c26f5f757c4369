-- The demo's marketplace: people, what they sell, and who blocked whom. These are the host's own tables; Ringback reads
-- them through its host views and never changes them. Safe to run again.

create table if not exists public.profiles (
  id uuid primary key,
  first_name text not null,
  last_name text not null,
  -- As the person writes it: in China, Japan and Korea the family name comes first.
  display_name text not null,
  email text not null unique,
  phone text,
  avatar_url text,
  city text not null,
  country text not null,
  time_zone text not null,
  locale text not null,
  is_verified boolean not null default false,
  trust_score numeric(4, 1) not null default 50 check (trust_score between 0 and 100),
  is_active boolean not null default true,
  created_at timestamptz not null default now()
);

create table if not exists public.listings (
  id uuid primary key,
  user_id uuid not null references public.profiles (id) on delete cascade,
  title text not null,
  description text not null,
  category text not null,
  price numeric(12, 2) not null check (price >= 0),
  currency text not null,
  images text[] not null default '{}',
  location text not null,
  status text not null default 'active' check (status in ('active', 'sold', 'inactive')),
  created_at timestamptz not null default now(),
  sold_at timestamptz
);
create index if not exists listings_user_id_idx on public.listings (user_id);

create table if not exists public.blocked_users (
  blocker_id uuid not null references public.profiles (id) on delete cascade,
  blocked_id uuid not null references public.profiles (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (blocker_id, blocked_id)
);
create index if not exists blocked_users_blocked_id_idx on public.blocked_users (blocked_id);
