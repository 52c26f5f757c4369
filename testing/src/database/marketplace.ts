/** Makes people and listings in the host's own tables, with ordinary values by default. */
import { randomInt } from 'node:crypto';
import type { TestDatabase } from './database.ts';
import { newId } from './ids.ts';

export type Person = {
  id: string;
  first_name: string;
  last_name: string;
  phone: string | null;
  email: string;
  avatar_url: string | null;
};

export type Listing = {
  id: string;
  user_id: string;
  title: string;
  price: string | null;
  currency: string;
  images: string[];
  status: 'active' | 'sold' | 'inactive';
};

/** Inserts a profile (on Supabase with its account) and returns it. */
export async function person(
  { sql, kind, ids }: TestDatabase,
  values: Partial<Person> = {},
): Promise<Person> {
  const id = values.id ?? newId(ids);
  const row: Person = {
    id,
    first_name: 'Ada',
    last_name: 'Okafor',
    phone: `+1212555${String(randomInt(10_000)).padStart(4, '0')}`,
    email: `${id}@example.com`,
    avatar_url: null,
    ...values,
  };
  if (kind === 'supabase')
    await sql`insert into auth.users (id, email, raw_app_meta_data) values (${id}, ${row.email}, '{}')`;
  await sql`insert into public.profiles ${sql(row)}`;
  return row;
}

/** Inserts an active listing of that seller and returns it. */
export async function listing(
  { sql, ids }: TestDatabase,
  seller: Pick<Person, 'id'>,
  values: Partial<Listing> = {},
): Promise<Listing> {
  const row: Listing = {
    id: newId(ids),
    user_id: seller.id,
    title: 'Road bike, 56 cm',
    price: '420.00',
    currency: 'USD',
    images: ['https://example.com/bike.jpg'],
    status: 'active',
    ...values,
  };
  await sql`insert into public.listings ${sql(row)}`;
  return row;
}
