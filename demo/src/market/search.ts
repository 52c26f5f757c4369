/** Finds listings by words, category, country and seller, page by page. */
import * as z from 'zod/mini';
import { CATEGORIES } from '../country.ts';
import type { MarketListing, MarketListingDetail, MarketListingPage } from './types.ts';

const Country = z.string().check(z.regex(/^[A-Z]{2}$/, 'must be a country code of two letters'));

export const ListingsQuery = z.strictObject({
  search: z._default(z.string().check(z.trim(), z.maxLength(100)), ''),
  category: z.optional(z.enum(CATEGORIES)),
  country: z.optional(Country),
  near: z.optional(Country.check(z.describe('A country whose listings come first.'))),
  seller_id: z.optional(z.guid('must be a UUID').check(z.toLowerCase())),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 24),
  offset: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(100_000)), 0),
});
export type ListingsQuery = z.output<typeof ListingsQuery>;

/** One page of what is for sale, in the order of `listings`. */
export function findListings(listings: MarketListingDetail[], query: ListingsQuery): MarketListingPage {
  const offered = listings.filter(({ status }) => status === 'active');
  const found = offered.filter(isWanted(query)).sort(nearestFirst(query.near));
  const end = query.offset + query.limit;
  return {
    items: found.slice(query.offset, end).map(summary),
    total: found.length,
    next_offset: end < found.length ? end : null,
  };
}

function isWanted({ search, category, country, seller_id }: ListingsQuery) {
  const words = folded(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (listing: MarketListing): boolean => {
    const text = folded(`${listing.title} ${listing.city} ${listing.category}`);
    return (
      (category === undefined || listing.category === category) &&
      (country === undefined || listing.country === country) &&
      (seller_id === undefined || listing.seller_id === seller_id) &&
      words.every((word) => text.includes(word))
    );
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
