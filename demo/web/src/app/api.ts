/** Calls to the marketplace's own API, which is part of the demo and not of Ringback. */
import type {
  MarketListingDetail,
  MarketListingPage,
  MarketPerson,
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

export async function fetchPeople(): Promise<MarketPerson[]> {
  const { items } = await answer<{ items: MarketPerson[] }>('/demo/api/people');
  return items;
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

/** Whether the service is ready, or why it is not. */
export async function fetchReadiness(): Promise<{ isReady: boolean; problem: string | undefined }> {
  const response = await fetch('/readyz');
  const { problem } = await response.json();
  return { isReady: response.ok, problem };
}

/** The answer, typed as the server types it: both are of one repository and one build. */
async function answer<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, init);
  const body = await response.json();
  if (!response.ok) throw new Error(body.detail ?? response.statusText);
  return body;
}
