/** With whom and about what: notifications name neither, but the requests of their reader, of which the app knows the newest, do. */
import { useBuyerCallbackRequests, useSellerCallbackRequests } from '@ringback/react';

export interface Subject {
  name: string | null;
  listing: string | null;
}

const NEWEST = { limit: 100 };

/** By the id of the request. */
export function useSubjects(): Map<string, Subject> {
  const received = useSellerCallbackRequests(NEWEST).requests;
  const sent = useBuyerCallbackRequests(NEWEST).requests;
  return new Map([
    ...received.map(
      ({ id, requester_name, listing }) => [id, { name: requester_name, listing: listing.title }] as const,
    ),
    ...sent.map(({ id, seller, listing }) => [id, { name: seller.name, listing: listing.title }] as const),
  ]);
}
