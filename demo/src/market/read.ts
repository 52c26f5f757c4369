/** Reads the marketplace's tables once, at start: nothing that the demo offers changes them. */
import type { Executor } from '@ringback/database';
import { makePeople, PARTS, whoPlays } from '../people.ts';
import type { MarketAccount, MarketListingDetail, MarketPerson } from './types.ts';

export interface Market {
  /** Who can sign in: first those who play a part, then by name. */
  people: MarketPerson[];
  accounts: Map<string, MarketAccount>;
  /** The newest first, also what is sold or taken down. */
  listings: MarketListingDetail[];
}

/** All people and listings. `sql` connects as the owner. */
export async function readMarket(sql: Executor): Promise<Market> {
  const [people, accounts, listings] = await Promise.all([
    readPeople(sql),
    readAccounts(sql),
    readListings(sql),
  ]);
  const parts = partsById();
  const withPart = <Someone extends { id: string }>(person: Someone) => ({
    ...person,
    part: parts.get(person.id) ?? null,
  });
  return {
    people: people.map(withPart).sort((a, b) => rank(a) - rank(b)),
    accounts: new Map(accounts.map((account) => [account.id, withPart(account)])),
    listings,
  };
}

function partsById() {
  const people = makePeople();
  return new Map(PARTS.map((part) => [whoPlays(part, people).id, part]));
}

function rank({ part }: MarketPerson): number {
  return part === null ? PARTS.length : ['buyer', 'seller', 'operator'].indexOf(part);
}

async function readPeople(sql: Executor): Promise<Omit<MarketPerson, 'part'>[]> {
  return sql<Omit<MarketPerson, 'part'>[]>`
    select p.id, p.display_name as name, p.city, p.country, p.avatar_url,
      (select count(*)::int from public.listings where user_id = p.id and status = 'active') as listing_count,
      (select count(*)::int from public.callback_requests where seller_id = p.id) as received_count,
      (select count(*)::int from public.callback_requests where requester_id = p.id) as sent_count
    from public.profiles p
    where p.is_active
    order by p.display_name, p.id`;
}

async function readAccounts(sql: Executor): Promise<Omit<MarketAccount, 'part'>[]> {
  return sql<Omit<MarketAccount, 'part'>[]>`
    select id, display_name as name, city, country, avatar_url, phone, time_zone from public.profiles where is_active`;
}

async function readListings(sql: Executor): Promise<MarketListingDetail[]> {
  return sql<MarketListingDetail[]>`
    select l.id, l.user_id as seller_id, l.title, l.description, l.category, l.price::float8 as price, l.currency,
      l.images[1] as image, l.location as city, p.country, l.status, to_json(l.created_at) #>> '{}' as created_at,
      json_build_object('id', p.id, 'name', p.display_name, 'city', p.city, 'country', p.country,
        'avatar_url', p.avatar_url, 'is_verified', p.is_verified, 'has_phone', p.phone is not null,
        'member_since', p.created_at) as seller
    from public.listings l
    join public.profiles p on p.id = l.user_id
    order by l.created_at desc, l.id`;
}
