/** Finds listings by words, category, country and seller, and people by words; page by page. */
import * as z from 'zod/mini';
import { CATEGORIES } from '../country.ts';
import type {
  MarketListing,
  MarketListingDetail,
  MarketListingPage,
  MarketPerson,
  MarketPersonPage,
} from './types.ts';

const Country = z.string().check(z.regex(/^[A-Z]{2}$/, 'must be a country code of two letters'));

const PAGE = {
  search: z._default(z.string().check(z.trim(), z.maxLength(100)), ''),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 24),
  offset: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(100_000)), 0),
};

export const PeopleQuery = z.strictObject(PAGE);
export type PeopleQuery = z.output<typeof PeopleQuery>;

export const ListingsQuery = z.strictObject({
  ...PAGE,
  category: z.optional(z.enum(CATEGORIES)),
  country: z.optional(Country),
  near: z.optional(Country.check(z.describe('A country whose listings come first.'))),
  seller_id: z.optional(z.guid('must be a UUID').check(z.toLowerCase())),
});
export type ListingsQuery = z.output<typeof ListingsQuery>;

/** One page of what is for sale, in the order of `listings`. */
export function findListings(listings: MarketListingDetail[], query: ListingsQuery): MarketListingPage {
  const offered = listings.filter(({ status }) => status === 'active');
  const page = pageOf(offered.filter(isWanted(query)).sort(nearestFirst(query.near)), query);
  return { ...page, items: page.items.map(summary) };
}

/** One page of people, in the order of `people`. */
export function findPeople(people: MarketPerson[], query: PeopleQuery): MarketPersonPage {
  const isFound = holdsWords(query.search);
  return pageOf(
    people.filter(({ name, city }) => isFound(`${name} ${city}`)),
    query,
  );
}

function pageOf<Item>(found: Item[], { offset, limit }: PeopleQuery) {
  const end = offset + limit;
  return {
    items: found.slice(offset, end),
    total: found.length,
    next_offset: end < found.length ? end : null,
  };
}

function isWanted({ search, category, country, seller_id }: ListingsQuery) {
  const isFound = holdsWords(search);
  return (listing: MarketListing): boolean =>
    (category === undefined || listing.category === category) &&
    (country === undefined || listing.country === country) &&
    (seller_id === undefined || listing.seller_id === seller_id) &&
    isFound(`${listing.title} ${listing.city} ${listing.category}`);
}

/** Whether a text holds all words that are searched for. */
function holdsWords(search: string): (text: string) => boolean {
  const words = folded(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (text) => {
    const within = folded(text);
    return words.every((word) => within.includes(word));
  };
}

function nearestFirst(near: string | undefined) {
  const distance = ({ country }: MarketListing) => (country === near ? 0 : 1);
  return (a: MarketListing, b: MarketListing) => distance(a) - distance(b);
}

/** Without accents and in small letters, so that "velo" finds "Vélo". */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function summary({ description, status, seller, ...listing }: MarketListingDetail): MarketListing {
  return listing;
}
