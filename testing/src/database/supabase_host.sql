-- What a project's owner adds to the host's tables on Supabase: people are signed-in users, and rows have policies.
alter table public.profiles alter column id drop default, add foreign key (id) references auth.users (id)
  on delete cascade;
alter table public.profiles enable row level security;
alter table public.listings enable row level security;
alter table public.blocked_users enable row level security;
create policy "Profiles are public" on public.profiles for select using (true);
create policy "People edit their own profile" on public.profiles for update using (auth.uid() = id);
create policy "Listings are public" on public.listings for select using (true);
create policy "Sellers manage their listings" on public.listings for all using (auth.uid() = user_id);
create policy "People manage their blocks" on public.blocked_users for all using (auth.uid() = blocker_id);
