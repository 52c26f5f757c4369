/** What cannot be known is asked, never guessed: migrate stops, changes nothing and says what to decide. */

import { asUser, expectRefusal, type TestDatabase } from '@ringback/testing/database/index.ts';
import { describe, expect, test } from 'vitest';
import { MigrationError, migrate } from '../../src/index.ts';
import { asSuperuser, emptyDatabase } from './support.ts';

const PEOPLE = 'create table public.profiles (id uuid primary key, full_name text, phone text);';
const LISTINGS =
  'create table public.listings (id uuid primary key, user_id uuid references public.profiles, title text, price numeric);';

async function refusalOf(sql: string): Promise<string> {
  const db = await emptyDatabase();
  await db.sql.unsafe(sql).simple();
  const error = await migrate(db.url, { bootstrap: true }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(MigrationError);
  expect(await db.sql`select from pg_namespace where nspname = 'callback_private'`).toHaveLength(0);
  return (error as MigrationError).message;
}

describe('migrate stops and names', () => {
  test.each([
    [
      'two people tables that nothing decides between',
      `create table public.users (id uuid primary key, name text); create table public.members (id uuid primary key, full_name text);
       create table public.listings (id uuid primary key, user_id uuid, title text, price numeric);`,
      /both public\.users and public\.members could be the people who buy and sell; choose one with --people/,
    ],
    [
      'buyers apart from sellers',
      `create table public.customers (id uuid primary key, name text); create table public.profiles (id uuid primary key, name text);
       create table public.listings (id uuid primary key, seller_id uuid references public.profiles, title text, price numeric);`,
      /both public\.profiles and public\.customers could be the people/,
    ],
    [
      'two listings tables',
      `${PEOPLE} ${LISTINGS} create table public.products (id uuid primary key, user_id uuid references public.profiles, name text, price numeric);`,
      /both public\.listings and public\.products could be the listings; choose one with --listings/,
    ],
    [
      'keys that are no ids',
      `create table public.users (id numeric primary key, name text, phone text);
       create table public.products (shop integer, number integer, user_id numeric references public.users, title text, price numeric,
         primary key (shop, number));`,
      /the primary key public\.users\.id is numeric, and ids are uuid, bigint, integer or text; .*public\.products has no primary key of one column/s,
    ],
    [
      'sellers whose ids are of another type than the people’s',
      `${PEOPLE} create table public.listings (id bigint primary key, user_id bigint, title text, price numeric);`,
      /public\.listings\.user_id is bigint, and the ids of public\.profiles are uuid/,
    ],
    [
      'a marketplace without any phone number',
      `create table public.profiles (id uuid primary key, full_name text); ${LISTINGS}`,
      /neither public\.profiles nor public\.listings has a column with a phone number .*which column is it\?/,
    ],
    ['no listings table', PEOPLE, /no listings table was found .*name it with --listings/],
    [
      'listings without prices beside something with prices',
      `${PEOPLE} create table public.listings (id uuid primary key, user_id uuid references public.profiles, title text);
       create table public.services (id uuid primary key, user_id uuid references public.profiles, title text, price numeric);`,
      /both public\.services and public\.listings could be the listings/,
    ],
    ['no people table', 'select 1', /no people table was found .*name it with --people/],
    [
      'listings that nobody owns',
      `${PEOPLE} create table public.listings (id uuid primary key, title text, price numeric);`,
      /public\.listings has no column that says who offers the listing/,
    ],
    [
      'people without a name',
      `create table public.profiles (id uuid primary key, phone text); ${LISTINGS}`,
      /public\.profiles has no column with a name/,
    ],
    [
      'sellers who are not among the people',
      `${PEOPLE} create table public.listings (id uuid primary key, user_id uuid, title text, price numeric);
       insert into public.listings values (gen_random_uuid(), gen_random_uuid(), 'Lamp', 1);`,
      /public\.listings\.user_id has no foreign key to public\.profiles, and 1 of its first rows name nobody there/,
    ],
    [
      'two columns that could be the seller',
      `${PEOPLE} create table public.listings (id uuid primary key, seller_id uuid, created_by uuid references public.profiles, title text, price numeric);`,
      /public\.listings has both seller_id and, with a foreign key, created_by: which one is the seller\?/,
    ],
    [
      'blocks that are not understood',
      `${PEOPLE} ${LISTINGS} create table public.blocked_users (a uuid, b uuid);`,
      /public\.blocked_users was not understood: it needs two columns with people's ids/,
    ],
  ])('%s', async (_, sql, message) => {
    const refusal = await refusalOf(sql);
    expect(refusal).toMatch(message);
    expect(refusal).toMatch(/Run `ringback init`, check the file that it writes/);
  });
});

test('a role that may not read the tables, or only through their policies, reads what to do', async () => {
  const db = await emptyDatabase('supabase');
  const run = (sql: string) => asSuperuser(db, (superuser) => superuser.unsafe(sql).simple());
  await run(PEOPLE + LISTINGS);
  await expect(migrate(db.url)).rejects.toThrow(
    /supabase_owner may not read public\.profiles .*run this as its owner postgres, or: grant select, references on public\.profiles to supabase_owner/,
  );
  await run(`
    grant select, references on public.profiles, public.listings to supabase_owner;
    alter table public.listings enable row level security;
    do $$ begin if not exists (select from pg_roles where rolname = 'host_migrator') then
      create role host_migrator login password 'test' createrole in role supabase_owner; end if; end $$;
    grant create on schema public to host_migrator;
    do $$ begin execute format('grant create on database %I to host_migrator', current_database()); end $$;`);
  await expect(migrate(db.url.replace('supabase_owner:', 'host_migrator:'))).rejects.toThrow(
    /the row-level security of public\.listings applies to host_migrator, .*run this as the table's owner postgres/,
  );
  await run('drop owned by host_migrator; drop role host_migrator');
});

async function migrated(sql: string): Promise<{ db: TestDatabase; lines: string[] }> {
  const db = await emptyDatabase();
  await db.sql.unsafe(sql).simple();
  const lines: string[] = [];
  await migrate(db.url, { bootstrap: true, onProgress: (line) => lines.push(line) });
  return { db, lines };
}

test('without a phone column Ringback is installed, says so loudly, and nobody can be asked', async () => {
  const [buyer, seller, lamp] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const { db, lines } = await migrated(`
    create table public.profiles (id uuid primary key, full_name text);
    ${LISTINGS}
    insert into public.profiles values ('${buyer}', 'Ada'), ('${seller}', 'Bea');
    insert into public.listings values ('${lamp}', '${seller}', 'Lamp', 1);`);
  expect(lines).toContain(
    'host_profiles.phone: missing, no phone column: no seller can receive requests until one is added here',
  );
  const request = asUser(
    db.sql,
    buyer,
    (sql) => sql`select public.create_callback_request(p_seller_id => ${seller}, p_listing_id => ${lamp},
      p_requester_phone => '+14155552671', p_requester_name => 'Ada')`,
  );
  await expectRefusal(request, 'seller_unreachable');
});

test('every guess is a line of its own, with the SQL that it led to', async () => {
  const { lines } = await migrated(`
    create table public.profiles (id uuid primary key, username text, phone text, whatsapp text, rating numeric);
    create table public.listings (id uuid primary key, user_id uuid references public.profiles, title text, amount_cents integer,
      status text check (status in ('draft', 'live', 'sold')));`);
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^host_profiles\.full_name: guess, only profiles\.username is there/),
      expect.stringMatching(
        /^host_profiles\.phone: guess, from profiles\.phone; could also be profiles\.whatsapp \[/,
      ),
      expect.stringMatching(
        /^host_profiles\.trust_score: guess, from profiles\.rating \[p\.rating::numeric\]$/,
      ),
      expect.stringMatching(
        /^host_listings\.price: guess, .*hundredths.* \[round\(l\.amount_cents::numeric \/ 100, 2\)\]$/,
      ),
      expect.stringMatching(
        /^host_listings\.is_available: guess, .*draft, live, sold \[coalesce\(l\.status in \('live'\), false\)\]$/,
      ),
      expect.stringMatching(/^host_blocks reads no table$/),
    ]),
  );
});

test('only the owner reads the views and links the tables, and what recognised them is gone', async () => {
  const { db } = await migrated(PEOPLE + LISTINGS);
  const readers = await db.sql`
    select r.rolname, o.name from (values ('anon'), ('authenticated'), ('service_role'), ('callback_service')) r (rolname)
    cross join (select oid, relname::text as name, 'view' as kind from pg_class where relname like 'host\\_%' and relkind = 'v'
      union all select oid, proname::text, 'function' from pg_proc
      where pronamespace = 'callback_private'::regnamespace and proname ~ 'host' and proname <> 'host_view_columns') o
    where case o.kind when 'view' then has_table_privilege(r.rolname, o.oid, 'select') else has_function_privilege(r.rolname, o.oid, 'execute') end`;
  expect(readers).toEqual([]);
  const left = await db.sql`
    select proname as name from pg_proc where pronamespace = 'callback_private'::regnamespace and proname ~ 'host' order by 1`;
  expect(left.map(({ name }) => name)).toEqual([
    'expect_host_views',
    'host_keys',
    'host_links',
    'host_view_columns',
    'link_host',
    'unlink_host',
  ]);
});

test('ids that no foreign key of ours can refer to are used without, and migrate says so', async () => {
  const { db, lines } = await migrated(`
    create extension citext;
    create table public.users (id citext primary key, name text, phone text);
    create table public.listings (id citext primary key, user_id citext references public.users, title text, price numeric);
    insert into public.users values ('Ada', 'Ada', '+14155550123'), ('Bea', 'Bea', '+14155550124');
    insert into public.listings values ('bike', 'Bea', 'Bike', 1);`);
  expect(lines).toContainEqual(
    expect.stringMatching(/^No foreign key can refer to this marketplace's ids: erase/),
  );
  const request = (buyer: string) =>
    asUser(
      db.sql,
      buyer,
      (sql) => sql`select public.create_callback_request(p_seller_id => 'Bea', p_listing_id => 'bike',
        p_requester_phone => '+14155552671', p_requester_name => 'Ada')`,
    );
  await expectRefusal(request('ada'), 'forbidden');
  await request('Ada');
});

const PROFILES_BY_HAND = (id: string) => `
  drop view callback_private.host_profiles;
  create view callback_private.host_profiles as select ${id} as id, 'By hand'::text as full_name, phone, null::text as email,
    null::text as avatar_url, false as is_verified, null::numeric as trust_score, true as is_active, null::timestamptz as created_at,
    null::text as time_zone, null::text as locale from public.profiles;`;

const isByHand = async ({ sql }: TestDatabase) => {
  const [view] =
    await sql`select pg_get_viewdef('callback_private.host_profiles'::regclass) ~ 'By hand' as is_kept`;
  return view?.is_kept;
};

test('views made by hand are kept, and refused when they do not fit', async () => {
  const { db } = await migrated(PEOPLE + LISTINGS);
  await db.sql.unsafe(PROFILES_BY_HAND('id')).simple();
  await migrate(db.url);
  expect(await isByHand(db)).toBe(true);

  await db.sql`drop view callback_private.host_blocks`;
  await expect(migrate(db.url)).rejects.toThrow(
    /Of the three host views only host_profiles, host_listings exist/,
  );
  await db.sql`create view callback_private.host_blocks as select 1 as blocker_id, null::uuid as blocked_id`;
  await expect(migrate(db.url)).rejects.toThrow(/host_blocks\.blocker_id must be uuid and is integer/);
});

test('the types of ids stay: views with others are refused with the cure', async () => {
  const { db } = await migrated(PEOPLE + LISTINGS);
  await db.sql.unsafe(PROFILES_BY_HAND('1::bigint')).simple();
  await expect(migrate(db.url)).rejects.toThrow(
    /host_profiles\.id must be uuid and is bigint\.\nThe types of ids were chosen when Ringback was installed, and stay\. Cast the ids/,
  );
});

test('views that lack a column are written again when migrate wrote them, and named when a person did', async () => {
  const { db } = await migrated(PEOPLE + LISTINGS);
  const asWrittenBefore = (mark: string) => `
    set local search_path = pg_catalog, pg_temp;
    drop view callback_private.host_listings;
    create view callback_private.host_listings as select l.id, l.user_id as seller_id, l.title, l.price, null::text as currency,
      null::text as image_url, true as is_available, null::text as location from public.listings l;
    do $$ begin execute format('comment on view callback_private.host_listings is %L',
      ${mark} || md5(pg_get_viewdef('callback_private.host_listings'::regclass))); end $$;`;
  await db.sql.unsafe(asWrittenBefore(`'By hand: '`)).simple();
  await expect(migrate(db.url)).rejects.toThrow(
    /host_listings\.category must be text and is missing; .*host_listings\.url must be text and is missing\.\nRun `ringback init`/,
  );
  await db.sql.unsafe(asWrittenBefore(`'Written by Ringback: '`)).simple();
  await migrate(db.url);
  const columns =
    await db.sql`select attname as name from pg_attribute where attrelid = 'callback_private.host_listings'::regclass and attnum > 0`;
  expect(columns.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['category', 'country', 'url', 'phone']),
  );
});
