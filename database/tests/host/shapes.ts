/** Marketplaces of different shapes, each with the same people and listings in it: a buyer, a seller, a bike and a lamp that is gone. */
import type { DatabaseKind } from '@ringback/testing/database/templates.ts';

export const BUYER = '11111111-1111-4111-8111-111111111111';
export const SELLER = '22222222-2222-4222-8222-222222222222';
/** Whom the seller has blocked, where the marketplace has blocks. */
export const BLOCKED = '33333333-3333-4333-8333-333333333333';
export const BIKE = '44444444-4444-4444-8444-444444444444';
export const SOLD_LAMP = '55555555-5555-4555-8555-555555555555';

/** Of the people and listings that each marketplace has. */
export type Ids = Record<'buyer' | 'seller' | 'blocked' | 'bike' | 'lamp', string>;
export const UUIDS: Ids = { buyer: BUYER, seller: SELLER, blocked: BLOCKED, bike: BIKE, lamp: SOLD_LAMP };

export type Shape = {
  name: string;
  /** UUIDS unless it has others. */
  ids?: Ids;
  kind?: DatabaseKind;
  /** Run as the superuser, before `sql`. */
  setup?: string;
  sql: string;
  /** What a request for the bike shows. */
  answer: {
    seller: { name: string; avatar_url: string | null };
    listing: { title: string; price: number | null; currency: string | null; image: string | null };
  };
  /** The rest that the views read: the seller's and the bike's rows. */
  profile: Record<string, unknown>;
  location: string | null;
  hasBlocks: boolean;
  /** The index that a lookup by id must use. */
  keys: { people: string; listings: string };
};

export const SHAPES: Shape[] = [
  {
    name: 'first and last name, images as text[], verification_status, blocked_users',
    sql: `
      create table public.profiles (
        id uuid primary key, first_name text, last_name text, phone text, email text, avatar_url text,
        verification_status text check (verification_status in ('none', 'pending', 'verified')), trust_score integer,
        is_active boolean not null default true, created_at timestamptz default now());
      create table public.listings (
        id uuid primary key, user_id uuid not null references public.profiles on delete cascade, title text not null,
        price numeric(12,2), currency text, images text[], location text, status text default 'active');
      create table public.blocked_users (
        blocker_id uuid references public.profiles, blocked_id uuid references public.profiles, primary key (blocker_id, blocked_id));
      insert into public.profiles (id, first_name, last_name, phone, email, avatar_url, verification_status, trust_score) values
        ('${BUYER}', 'Ada', 'Okafor', '+14155550123', 'ada@example.com', null, 'none', 10),
        ('${SELLER}', ' Bea ', 'Lindqvist', '+46701740605', 'bea@example.com', 'https://img.example/bea.png', 'verified', 87),
        ('${BLOCKED}', 'Cy', null, '+14155550125', null, null, null, null);
      insert into public.listings values
        ('${BIKE}', '${SELLER}', 'Road bike', 420.5, 'SEK', array['https://img.example/1.jpg', 'https://img.example/2.jpg'], 'Lund', 'active'),
        ('${SOLD_LAMP}', '${SELLER}', 'Lamp', 10, 'SEK', '{}', 'Lund', 'sold');
      insert into public.blocked_users values ('${SELLER}', '${BLOCKED}');`,
    answer: {
      seller: { name: 'Bea Lindqvist', avatar_url: 'https://img.example/bea.png' },
      listing: { title: 'Road bike', price: 420.5, currency: 'SEK', image: 'https://img.example/1.jpg' },
    },
    profile: { phone: '+46701740605', email: 'bea@example.com', is_verified: true, trust_score: '87' },
    location: 'Lund',
    hasBlocks: true,
    keys: { people: 'profiles_pkey', listings: 'listings_pkey' },
  },
  {
    name: 'users and products in camelCase, images as jsonb, price in cents, soft deletion',
    sql: `
      create table public."Users" (
        "userId" uuid primary key, "fullName" varchar(120), "phoneNumber" varchar(30), email varchar(200), "photoUrl" varchar(300),
        "isVerified" boolean, "deletedAt" timestamp, timezone varchar(60), language varchar(10));
      create table public."Products" (
        "productId" uuid primary key, "ownerId" uuid references public."Users" ("userId"), name varchar(200), "priceCents" integer,
        "currencyCode" char(3), images jsonb, city varchar(80), country varchar(80), "isPublished" boolean default true, "soldAt" timestamp);
      create table public."UserBlocks" (id bigserial primary key, "userId" uuid references public."Users", "blockedUserId" uuid references public."Users");
      insert into public."Users" values
        ('${BUYER}', 'Ada Okafor', '+14155550123', 'ada@example.com', null, false, null, null, null),
        ('${SELLER}', 'Bea Lindqvist', '+46701740605', 'bea@example.com', 'https://img.example/bea.png', true, null, 'Europe/Stockholm', 'sv'),
        ('${BLOCKED}', 'Cy Adams', '+14155550125', null, null, null, null, null, null);
      insert into public."Products" values
        ('${BIKE}', '${SELLER}', 'Road bike', 42050, 'SEK', '[{"url": "https://img.example/1.jpg", "alt": "side"}]', 'Lund', 'Sweden', true, null),
        ('${SOLD_LAMP}', '${SELLER}', 'Lamp', 1000, 'SEK', '["https://img.example/lamp.jpg"]', 'Lund', 'Sweden', true, now());
      insert into public."UserBlocks" ("userId", "blockedUserId") values ('${SELLER}', '${BLOCKED}');`,
    answer: {
      seller: { name: 'Bea Lindqvist', avatar_url: 'https://img.example/bea.png' },
      listing: { title: 'Road bike', price: 420.5, currency: 'SEK', image: 'https://img.example/1.jpg' },
    },
    profile: { email: 'bea@example.com', is_verified: true, time_zone: 'Europe/Stockholm', locale: 'sv' },
    location: 'Lund, Sweden',
    hasBlocks: true,
    keys: { people: 'Users_pkey', listings: 'Products_pkey' },
  },
  {
    name: 'accounts in another schema, enum status, prices in jsonb, a table of pictures',
    sql: `
      create schema identity;
      create schema shop;
      create type identity.account_state as enum ('active', 'suspended', 'closed');
      create type shop.item_state as enum ('DRAFT', 'FOR_SALE', 'SOLD');
      create table identity.accounts (
        id uuid primary key, display_name text, mobile text, state identity.account_state not null default 'active', verified_at timestamptz);
      create table shop.items (
        id uuid primary key, seller_id uuid references identity.accounts, title text, price jsonb, status shop.item_state, location jsonb);
      create table shop.item_photos (
        id bigserial primary key, item_id uuid references shop.items, image_url text, is_primary boolean, position integer);
      create table shop.item_reviews (id uuid primary key, item_id uuid references shop.items, user_id uuid, title text);
      insert into identity.accounts values
        ('${BUYER}', 'Ada Okafor', '+14155550123', 'active', null), ('${SELLER}', 'Bea Lindqvist', '+46701740605', 'active', now()),
        ('${BLOCKED}', 'Cy Adams', null, 'suspended', null);
      insert into shop.items values
        ('${BIKE}', '${SELLER}', 'Road bike', '{"amount": "420.50", "currency": "SEK"}', 'FOR_SALE', '{"city": "Lund", "country": "Sweden"}'),
        ('${SOLD_LAMP}', '${SELLER}', 'Lamp', '{"amount": 10, "currency": "SEK"}', 'SOLD', null);
      insert into shop.item_photos (item_id, image_url, is_primary, position) values
        ('${BIKE}', 'https://img.example/2.jpg', false, 1), ('${BIKE}', 'https://img.example/1.jpg', true, 2);`,
    answer: {
      seller: { name: 'Bea Lindqvist', avatar_url: null },
      listing: { title: 'Road bike', price: 420.5, currency: 'SEK', image: 'https://img.example/1.jpg' },
    },
    profile: { phone: '+46701740605', email: null, is_verified: true, is_active: true },
    location: 'Lund, Sweden',
    hasBlocks: false,
    keys: { people: 'accounts_pkey', listings: 'items_pkey' },
  },
  {
    name: 'Supabase: rows with policies, an owner who is no superuser, e-mail in auth.users, ids of their own',
    kind: 'supabase',
    sql: `
      create table public.profiles (
        id uuid primary key default gen_random_uuid(), user_id uuid not null unique references auth.users on delete cascade,
        username text, full_name text, phone text, avatar_url text, banned boolean);
      create table public.posts (
        id uuid primary key, profile_id uuid references public.profiles, title text, price integer, cover_image text, status text,
        expires_at timestamptz, created_at timestamptz default now());
      create table public.comments (id uuid primary key, post_id uuid references public.posts, user_id uuid references auth.users, title text);
      create table public.blocks (blocker uuid references auth.users, blocked uuid references auth.users, primary key (blocker, blocked));
      alter table public.profiles enable row level security;
      alter table public.posts enable row level security;
      alter table public.blocks enable row level security;
      create policy own on public.profiles for select using (auth.uid() = user_id);
      insert into auth.users (id, email) values
        ('${BUYER}', 'ada@example.com'), ('${SELLER}', 'bea@example.com'), ('${BLOCKED}', 'cy@example.com');
      insert into public.profiles (user_id, username, full_name, phone, avatar_url) values
        ('${BUYER}', 'ada', 'Ada Okafor', null, null), ('${SELLER}', 'bea', null, '+46701740605', 'bea.png'), ('${BLOCKED}', 'cy', 'Cy', null, null);
      insert into public.posts (id, profile_id, title, price, cover_image, status)
        select v.id, p.id, v.title, v.price, v.cover, v.status from public.profiles p, (values
          ('${BIKE}'::uuid, 'Road bike', 420, 'https://img.example/1.jpg', 'published'),
          ('${SOLD_LAMP}', 'Lamp', 10, null, 'archived')) v (id, title, price, cover, status) where p.user_id = '${SELLER}';
      insert into public.blocks values ('${SELLER}', '${BLOCKED}');`,
    answer: {
      seller: { name: 'bea', avatar_url: 'bea.png' },
      listing: { title: 'Road bike', price: 420, currency: null, image: 'https://img.example/1.jpg' },
    },
    profile: { phone: '+46701740605', email: 'bea@example.com', is_active: true, is_verified: false },
    location: null,
    hasBlocks: true,
    keys: { people: 'profiles_user_id_key', listings: 'posts_pkey' },
  },
  {
    name: 'a users table with sign-in data beside a profile of each, shops in between',
    sql: `
      create table public.users (id uuid primary key, email text not null, phone_number text, status text not null default 'active');
      create table public.profiles (user_id uuid primary key references public.users on delete cascade, given_name text, surname text, avatar text, locale text);
      create table public.shops (id uuid primary key, owner_id uuid not null references public.users, name text);
      create table public.listings (
        id uuid primary key, shop_id uuid not null references public.shops, title text, asking_price double precision, currency text,
        photos text[], is_available boolean, location text);
      insert into public.users values
        ('${BUYER}', 'ada@example.com', '+14155550123', 'active'), ('${SELLER}', 'bea@example.com', '+46701740605', 'active'),
        ('${BLOCKED}', 'cy@example.com', null, 'banned');
      insert into public.profiles values ('${BUYER}', 'Ada', 'Okafor', null, 'en'), ('${SELLER}', 'Bea', 'Lindqvist', 'bea.png', 'sv');
      insert into public.shops values ('99999999-9999-4999-8999-999999999999', '${SELLER}', 'Bea''s bikes');
      insert into public.listings values
        ('${BIKE}', '99999999-9999-4999-8999-999999999999', 'Road bike', 420.5, 'SEK', array['https://img.example/1.jpg'], true, 'Lund'),
        ('${SOLD_LAMP}', '99999999-9999-4999-8999-999999999999', 'Lamp', 10, 'SEK', null, false, 'Lund');`,
    answer: {
      seller: { name: 'Bea Lindqvist', avatar_url: 'bea.png' },
      listing: { title: 'Road bike', price: 420.5, currency: 'SEK', image: 'https://img.example/1.jpg' },
    },
    profile: { phone: '+46701740605', email: 'bea@example.com', is_active: true, locale: 'sv' },
    location: 'Lund',
    hasBlocks: false,
    keys: { people: 'users_pkey', listings: 'listings_pkey' },
  },
];

/** A digest of everything that the marketplace's own tables are, except the triggers that a foreign key adds. */
export const HOST_FINGERPRINT = `
  select md5(string_agg(line, E'\\n' order by line)) as digest from (
    select format('%s %s %s %s %s', c.oid::regclass, c.relacl, c.relrowsecurity, a.attname, format_type(a.atttypid, a.atttypmod)) as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relkind in ('r', 'v') and c.relname !~ '^callback_' and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema|callback_private)'
    union all
    select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
    where conrelid <> 0 and conrelid::regclass::text !~ 'callback_'
    union all
    select format('%s %s', tablename, policyname) from pg_policies where tablename !~ '^callback_' and schemaname <> 'callback_private'
  ) lines`;
