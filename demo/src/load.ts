/** Fills a database with the demo: all of it or nothing. */
import type { Executor, Sql, Transaction } from '@ringback/database';
import { planHistory } from './history/plan.ts';
import { replayHistory } from './history/replay.ts';
import { makeListings, whichIsShown } from './listings.ts';
import { makeMarketplace, openMarketplace, settleMarketplace } from './marketplace.ts';
import { makePeople, type Part, whoPlays } from './people.ts';

export interface DemoPerson {
  id: string;
  name: string;
  phone: string;
  city: string;
}

/** Who and what the start page is about. */
export interface DemoPeople {
  /** Has an open request, and none today about `listing`. */
  buyer: DemoPerson;
  /** Offers `listing`, and has requests in every state. */
  seller: DemoPerson;
  operator: DemoPerson;
  listing: { id: string; title: string; price: number; currency: string; image: string };
}

export interface DemoCounts {
  people: number;
  countries: number;
  listings: number;
  requests: number;
  /** When the newest request was made. */
  newestAt: Date;
}

export interface LoadOptions {
  /** Told in a sentence what is being done. */
  onProgress?: (message: string) => void;
}

const LOAD_LOCK = 1922;

/**
 * Loads the demo unless it is there already. `sql` connects as the owner; the tables are there (createMarketplaceTables) and the
 * schema is migrated. One transaction: when it is killed, the next call starts from scratch.
 */
export async function loadDemo(sql: Sql, { onProgress = () => {} }: LoadOptions = {}): Promise<DemoPeople> {
  const isNew = await sql.begin(async (transaction) => {
    await transaction`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)`;
    await transaction`select pg_advisory_xact_lock(${LOAD_LOCK})`;
    if (await isDemoLoaded(transaction)) return false;
    await fill(transaction, onProgress);
    return true;
  });
  if (isNew) {
    await sql`select public.rollup_callback_stats()`;
    await sql`analyze`;
  }
  return demoPeople();
}

/** Whether the demo is there. It is loaded in one transaction, so one person stands for everybody. */
export async function isDemoLoaded(sql: Executor): Promise<boolean> {
  const [profiles] = await sql`select where to_regclass('public.profiles') is not null`;
  if (!profiles) return false;
  const [buyer] = await sql`select from public.profiles where id = ${whoPlays('buyer', makePeople()).id}`;
  return buyer !== undefined;
}

/** Who and what the start page is about: the same in every database. */
export function demoPeople(): DemoPeople {
  const people = makePeople();
  const { id, title, price, currency, images } = whichIsShown(makeListings(people));
  const inPart = (part: Part): DemoPerson => {
    const person = whoPlays(part, people);
    return { id: person.id, name: person.displayName, phone: person.privatePhone, city: person.city.name };
  };
  return {
    buyer: inPart('buyer'),
    seller: inPart('seller'),
    operator: inPart('operator'),
    listing: { id, title, price, currency, image: images[0] as string },
  };
}

/** How much there is at present. */
export async function countDemo(sql: Executor): Promise<DemoCounts> {
  const [counts] = await sql<DemoCounts[]>`
    select
      (select count(*) from public.profiles)::int as people,
      (select count(distinct country) from public.profiles)::int as countries,
      (select count(*) from public.listings)::int as listings,
      count(*)::int as requests,
      max(requested_at) as "newestAt"
    from public.callback_requests`;
  return counts as DemoCounts;
}

async function fill(sql: Transaction, onProgress: (message: string) => void): Promise<void> {
  const [row] = await sql<{ now: Date }[]>`select now()`;
  const now = (row as { now: Date }).now;
  const marketplace = makeMarketplace();
  onProgress(
    `Opening a marketplace with ${marketplace.people.length} people and ${marketplace.listings.length} listings …`,
  );
  await openMarketplace(sql, marketplace, now);
  // Months of requests within a minute would be noted as a flood.
  await sql`update callback_private.settings set risk_mode = 'off'`;
  await replayHistory(sql, planHistory(marketplace, now.getTime()), now.getTime(), onProgress);
  await settleMarketplace(sql, marketplace, now);
  // The demo's tokens name their operator by the claim role.
  await sql`update callback_private.settings set operator_claim = 'role', operator_roles = '{"admin": "admin"}',
    risk_mode = 'on', brand_name = 'Sellar',
    brand_address = ${'Sellar\n12 Market Street\nAccra'}, brand_reply_to = 'help@sellar.example'`;
}
