/** A client of a seller who has been asked for calls. */
import { createFakeClient } from '../../support/fakeClient.ts';
import { idOf, makeRequest, SELLER_ID } from '../../support/samples.ts';

/** `count` pending requests, newest first, each of another listing. */
export function manyRequests(count: number) {
  return Array.from({ length: count }, (_, index) =>
    makeRequest({
      id: idOf(index + 1),
      listing_id: idOf(100 + index),
      requested_at: new Date(Date.now() - index * 60_000).toISOString(),
    }),
  );
}

export const sellersClient = (count: number) =>
  createFakeClient({ userId: SELLER_ID, requests: manyRequests(count) });
