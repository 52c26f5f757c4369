/** Where people sign in by auth.users, a key of the people that is not its id is asked about, never taken. */
import { asUser, type TestDatabase } from '@ringback/testing/database/index.ts';
import { fullTest } from '@ringback/testing/fullTest.ts';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../src/index.ts';
import { asSuperuser, emptyDatabase } from './support.ts';

const [BUYER, SELLER, BIKE] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];

const LISTINGS = `create table public.properties (
  id uuid primary key, owner_id uuid not null references public.profiles (id), title text, price numeric);`;
const PEOPLE = (columns: string) =>
  `create table public.profiles (${columns}, full_name text, phone text); ${LISTINGS}`;

const OWN_KEY = PEOPLE(
  'id uuid primary key default gen_random_uuid(), auth_id uuid references auth.users (id)',
);

async function supabase(sql: string): Promise<TestDatabase> {
  const db = await emptyDatabase('supabase');
  await db.sql`insert into auth.users (id) values (${BUYER}), (${SELLER})`;
  await db.sql.unsafe(sql).simple();
  return db;
}

describe('migrate asks', () => {
  test.each([
    [
      'when another column refers to auth.users, and may be made unique',
      OWN_KEY,
      /no foreign key leads from public\.profiles\.id to its id: is it auth_id .*\(alter table public\.profiles add unique \(auth_id\)\)/,
    ],
    [
      'when nothing refers to auth.users and the rows are of nobody there',
      `${PEOPLE('id uuid primary key default gen_random_uuid()')} insert into public.profiles (full_name) values ('Ada');`,
      /no foreign key leads from public\.profiles\.id to its id: is id the id that a token names/,
    ],
    [
      'when people have numbers',
      PEOPLE('id uuid primary key, number bigint unique').replace('id uuid', 'id uuid'),
      /is id the id/,
    ],
  ])('%s', async (_, sql, question) => {
    const db = await supabase(sql);
    await expect(migrate(db.url)).rejects.toThrow(question);
    expect(await db.sql`select from pg_namespace where nspname = 'callback_private'`).toHaveLength(0);
  });

  test('also where auth.users has nothing of Supabase’s but its id', async () => {
    const db = await emptyDatabase();
    await db.sql
      .unsafe(`create schema auth; create table auth.users (id uuid primary key, email text); ${OWN_KEY}`)
      .simple();
    await expect(migrate(db.url, { bootstrap: true })).rejects.toThrow(/is it auth_id that holds the id/);
  });
});

describe('migrate does not ask', () => {
  test('when the column was made unique: people are known by it', async () => {
    const db = await supabase(`${OWN_KEY} alter table public.profiles add unique (auth_id);
      insert into public.profiles (auth_id, full_name, phone) values ('${BUYER}', 'Ada', '+14155550123'), ('${SELLER}', 'Bea', '+14155550124');
      insert into public.properties select '${BIKE}', id, 'Bike', 1 from public.profiles where auth_id = '${SELLER}';`);
    await migrate(db.url);
    const request = asUser(
      db.sql,
      BUYER,
      (sql) => sql`select public.create_callback_request(p_seller_id => ${SELLER}, p_listing_id => ${BIKE},
        p_requester_phone => '+14155552671', p_requester_name => 'Ada')`,
    );
    expect(await request).toHaveLength(1);
  });

  const KEYS: [string, string][] = [
    ['when the key is the id', PEOPLE('id uuid primary key references auth.users')],
    [
      'when the key leads to it by way of another table',
      `create table public.users (id uuid primary key references auth.users);
       ${PEOPLE('id uuid primary key references public.users')}`,
    ],
    [
      'when the rows show it',
      `${PEOPLE('id uuid primary key')} insert into public.profiles values ('${BUYER}', 'Ada', null);`,
    ],
  ];
  for (const [name, sql] of KEYS)
    fullTest(name, async () => {
      const db = await supabase(sql);
      await migrate(db.url);
      expect(await db.sql`select from pg_class where relname = 'host_profiles'`).toHaveLength(1);
    });
});

fullTest('the number that people sign in by is taken where there is no other', async () => {
  const db = await emptyDatabase('supabase');
  await asSuperuser(db, (sql) => sql`alter table auth.users add phone text`);
  await db.sql
    .unsafe(`insert into auth.users (id, phone) values ('${SELLER}', '14155550124'), ('${BUYER}', null);
    create table public.profiles (id uuid primary key references auth.users, full_name text); ${LISTINGS}
    insert into public.profiles select id, 'Bea' from auth.users;`)
    .simple();
  await migrate(db.url);
  const rows = await db.sql`select phone from callback_private.host_profiles order by phone`;
  expect(rows.map(({ phone }) => phone)).toEqual(['+14155550124', null]);
});
