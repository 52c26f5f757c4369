-- A marketplace's own tables, in the shape that the requirement's host has: people and listings in public, ids are
-- uuid.
create table public.profiles (
  id uuid primary key default gen_random_uuid(),
  first_name text not null,
  last_name text not null,
  phone text,
  email text,
  avatar_url text,
  is_verified boolean not null default false,
  created_at timestamptz not null default now()
);

create table public.listings (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (id) on delete cascade,
  title text not null,
  price numeric(12, 2),
  currency text not null default 'USD',
  images text[] not null default '{}',
  location text,
  status text not null default 'active' check (status in ('active', 'sold', 'inactive')),
  created_at timestamptz not null default now()
);
create index listings_user_id_idx on public.listings (user_id);

create table public.blocked_users (
  blocker_id uuid not null references public.profiles (id) on delete cascade,
  blocked_id uuid not null references public.profiles (id) on delete cascade,
  primary key (blocker_id, blocked_id)
);
