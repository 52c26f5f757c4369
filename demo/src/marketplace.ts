/** The demo's marketplace in the database: the host's own tables and what is in them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Executor } from '@ringback/database';
import { type Listing, makeListings } from './listings.ts';
import { makePeople, type Person } from './people.ts';

export interface Marketplace {
  people: Person[];
  listings: Listing[];
  /** Who blocked whom. */
  blocks: [blocker: Person, blocked: Person][];
}

const DAY_MS = 86_400_000;

export function makeMarketplace(): Marketplace {
  const people = makePeople();
  return { people, listings: makeListings(people), blocks: makeBlocks(people) };
}

/** Makes the marketplace's tables where they are missing; to be called before `migrate`, which looks for them. */
export async function createMarketplaceTables(sql: Executor): Promise<void> {
  await sql.unsafe(await readFile(join(import.meta.dirname, 'tables.sql'), 'utf8')).simple();
}

/** Puts in everybody and everything, as it was before anyone left, sold or blocked. */
export async function openMarketplace(
  sql: Executor,
  { people, listings }: Marketplace,
  now: Date,
): Promise<void> {
  await sql`insert into public.profiles ${sql(people.map((person, index) => profileRow(person, index, now)))}`;
  await sql`insert into public.listings ${sql(listings.map((listing) => listingRow(listing, now)))}`;
}

/** Then some left, much was sold, and a few fell out with each other. */
export async function settleMarketplace(
  sql: Executor,
  { people, listings, blocks }: Marketplace,
  now: Date,
): Promise<void> {
  const gone = people.filter(({ hasLeft }) => hasLeft).map(({ id }) => id);
  const withdrawn = listings.filter(({ isWithdrawn }) => isWithdrawn).map(({ id }) => id);
  await sql`update public.profiles set is_active = false where id in ${sql(gone)}`;
  await sql`update public.listings set status = 'inactive' where id in ${sql(withdrawn)}`;
  for (const { id, soldDaysAgo } of listings) {
    if (soldDaysAgo === null) continue;
    await sql`update public.listings set status = 'sold', sold_at = ${daysBefore(now, soldDaysAgo)} where id = ${id}`;
  }
  const rows = blocks.map(([blocker, blocked]) => ({ blocker_id: blocker.id, blocked_id: blocked.id }));
  await sql`insert into public.blocked_users ${sql(rows)}`;
}

/** One pair in every third country, so that refusals can be seen. */
function makeBlocks(people: Person[]): Marketplace['blocks'] {
  const byCountry = [...Map.groupBy(people, ({ country }) => country).values()];
  return byCountry
    .filter((_, index) => index % 3 === 0)
    .map((compatriots) => [compatriots[3] as Person, compatriots.at(-1) as Person]);
}

function profileRow(person: Person, index: number, now: Date) {
  return {
    id: person.id,
    first_name: person.firstName,
    last_name: person.lastName,
    display_name: person.displayName,
    email: person.email,
    phone: person.phone,
    city: person.city.name,
    country: person.country.code,
    time_zone: person.city.timeZone,
    locale: person.country.locale,
    is_verified: person.isVerified,
    trust_score: person.trustScore,
    created_at: daysBefore(now, 130 + ((index * 7) % 600)),
  };
}

function listingRow(listing: Listing, now: Date) {
  return {
    id: listing.id,
    user_id: listing.seller.id,
    title: listing.title,
    description: listing.description,
    category: listing.category,
    price: listing.price,
    currency: listing.currency,
    images: listing.images,
    location: listing.location,
    created_at: daysBefore(now, listing.createdDaysAgo),
  };
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
