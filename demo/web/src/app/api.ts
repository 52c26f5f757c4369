/** Calls to the marketplace's own API, which is part of the demo and not of Ringback. */
import type {
  MarketListingDetail,
  MarketListingPage,
  MarketPerson,
  MarketPersonPage,
  MarketSignIn,
} from '../../../src/market/types.ts';

export interface ListingsFilter {
  search?: string;
  category?: string;
  country?: string;
  near?: string;
  seller_id?: string;
  limit?: string;
}

/** An answer that is an error; without a status where none came. */
export class MarketError extends Error {
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** One page of those one can sign in as. */
export function fetchPeople(search: string, offset: number): Promise<MarketPersonPage> {
  return answer(`/demo/api/people?${new URLSearchParams({ search, offset: String(offset) })}`);
}

/** The buyer, the seller and the operator. */
export async function fetchParts(): Promise<MarketPerson[]> {
  return (await answer<{ items: MarketPerson[] }>('/demo/api/parts')).items;
}

/** The codes of the countries in which people live. */
export async function fetchCountries(): Promise<string[]> {
  return (await answer<{ items: string[] }>('/demo/api/countries')).items;
}

/** One page of what is for sale; an empty filter is none. */
export function fetchListings(filter: ListingsFilter, offset: number): Promise<MarketListingPage> {
  const given = Object.entries({ ...filter, offset: String(offset) }).filter(([, value]) => value !== '');
  return answer(`/demo/api/listings?${new URLSearchParams(given)}`);
}

export function fetchListing(id: string): Promise<MarketListingDetail> {
  return answer(`/demo/api/listings/${encodeURIComponent(id)}`);
}

export function postSignIn(personId: string): Promise<MarketSignIn> {
  return answer('/demo/api/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person_id: personId }),
  });
}

/** The answer, typed as the server types it: both are of one repository and one build. */
async function answer<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, init).catch((error) => {
    throw new MarketError(error.message);
  });
  const body = await response.json();
  if (!response.ok) throw new MarketError(body.detail ?? response.statusText, response.status);
  return body;
}
