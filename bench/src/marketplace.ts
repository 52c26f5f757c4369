/**
 * The marketplace that is measured, and request number n of the load: who asks whom about what. Everything follows from its number,
 * so that every load generator knows it without asking (sql/fill_marketplace.sql says the same in SQL).
 */
import { createHash, randomBytes } from 'node:crypto';

export type Marketplace = {
  people: number;
  /** The first so many people sell, the others buy. */
  sellers: number;
  listings: number;
};

export type LoadRequest = {
  requester_id: string;
  seller_id: string;
  listing_id: string;
  listing_title: string;
  requester_phone: string;
  requester_name: string;
  message: string;
  callback_reason: string;
  preferred_time: string;
  preferred_days: string[];
};

/** The big seller and the small one of sql/load_requests.sql. */
export const BIG_SELLER = 0;
export const SMALL_SELLER = 1;

/**
 * Request number n. Buyers take turns and each asks about another listing each time; requests that are under way at the same time
 * concern different sellers. Nobody reaches a limit or asks twice.
 */
export function requestOf(n: number, { people, sellers, listings }: Marketplace): LoadRequest {
  const buyers = people - sellers;
  const buyer = sellers + (n % buyers);
  const listing = (buyer * 31 + Math.floor(n / buyers)) % listings;
  return {
    requester_id: idOf('person', buyer),
    seller_id: idOf('person', listing % sellers),
    listing_id: idOf('listing', listing),
    listing_title: `Road bike no. ${listing}`,
    requester_phone: `+${12_125_000_000 + buyer}`,
    requester_name: `Ama Mensah ${buyer}`,
    message: 'Is it still there? I could come by on Saturday, before noon if possible.',
    callback_reason: 'availability_check',
    preferred_time: 'evening',
    preferred_days: ['Monday', 'Tuesday'],
  };
}

/** The id that sql/fill_marketplace.sql gives to a person or a listing. */
export function idOf(kind: 'person' | 'listing', n: number): string {
  return asUuid(createHash('md5').update(`${kind} ${n}`).digest('hex'));
}

/** A new time-ordered id (RFC 9562, version 7). */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  return asUuid(`${time}7${random.slice(0, 3)}8${random.slice(3, 18)}`);
}

const asUuid = (hex: string) =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
