/** Who and what is in a world: accounts, the devices and addresses they come from, and sellers with listings. */
import type { Executor, Sql } from '@ringback/database';
import { type Numbers, readNumbers } from './numbers.ts';
import { type Random, uuidOf } from './random.ts';
import { instantOf } from './world.ts';

/** A person with an account, and where they sit. */
export interface Buyer {
  id: string;
  /** The number that they give. */
  phone: string;
  /** The marketplace verified the person and this number. */
  isVerified: boolean;
  /** In hours since the beginning; negative: before it. */
  createdAt: number;
  device: string | null;
  address: string;
}

export interface Seller {
  id: string;
  phone: string;
}

export interface Item {
  id: string;
  title: string;
  seller: Seller;
}

export interface Market {
  country: string;
  numbers: Numbers;
  items: Item[];
  /** An account that is there from the beginning, or will be by its time. */
  buyer(random: Random, values?: Partial<Buyer>): Buyer;
  /** Writes the accounts made so far into the marketplace's table. */
  save(sql: Executor): Promise<void>;
}

export interface MarketSize {
  country: string;
  sellers: number;
  listings_per_seller: number;
}

const TITLES = ['Road bike', 'Oak table', 'Winter tyres', 'Guitar amp', 'Pram', 'Espresso machine'];
const THINGS = [
  'barely used',
  'with papers',
  'good condition',
  'collector’s piece',
  'two years old',
  'as new',
];

export async function createMarket(
  sql: Sql,
  { country, sellers, listings_per_seller }: MarketSize,
  otherCountries: string[],
  random: Random,
): Promise<Market> {
  const numbers = await readNumbers(sql, [country, ...otherCountries]);
  let unsaved: Buyer[] = [];
  const buyer = (of: Random, values: Partial<Buyer> = {}): Buyer => {
    const made = {
      ...{ id: uuidOf(of), phone: numbers.ordinary(country, of), isVerified: false, createdAt: -24 * 90 },
      ...{ device: deviceOf(of), address: addressOf(of), ...values },
    };
    unsaved.push(made);
    return made;
  };
  const items = Array.from({ length: sellers }, (_, n) => buyer(random.fork(`seller ${n}`))).flatMap(
    (seller) => Array.from({ length: listings_per_seller }, () => itemOf(seller, random)),
  );
  const market: Market = {
    ...{ country, numbers, items, buyer },
    async save(to) {
      await saveAccounts(to, unsaved);
      unsaved = [];
    },
  };
  await market.save(sql);
  await saveItems(sql, items);
  return market;
}

/** A random id, as the client keeps one. */
export const deviceOf = (random: Random) => uuidOf(random);

export const addressOf = (random: Random) =>
  [random.int(11, 99), random.int(0, 255), random.int(0, 255), random.int(1, 254)].join('.');

const itemOf = (seller: Buyer, random: Random): Item => ({
  id: uuidOf(random),
  title: `${random.pick(TITLES)}, ${random.pick(THINGS)}`,
  seller: { id: seller.id, phone: seller.phone },
});

async function saveAccounts(sql: Executor, buyers: Buyer[]): Promise<void> {
  const rows = buyers.map(({ id, phone, isVerified, createdAt }) => ({
    ...{ id, phone, is_verified: isVerified, created_at: instantOf(createdAt).toISOString() },
  }));
  await sql`insert into profiles (id, first_name, last_name, phone, is_verified, created_at)
    select id, 'Ada', 'Okafor', phone, is_verified, created_at
    from json_to_recordset(${JSON.stringify(rows)}::text::json) r (id uuid, phone text, is_verified boolean, created_at timestamptz)`;
}

async function saveItems(sql: Executor, items: Item[]): Promise<void> {
  const rows = items.map(({ id, title, seller }) => ({ id, title, user_id: seller.id }));
  await sql`insert into listings (id, user_id, title)
    select id, user_id, title from json_to_recordset(${JSON.stringify(rows)}::text::json) r (id uuid, user_id uuid, title text)`;
}
