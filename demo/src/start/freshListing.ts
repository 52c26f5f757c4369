/** What the start page's commands are about: a listing about which its buyer has not asked yet. */
import type { Eligibility } from '@ringback/client';
import type { FastifyInstance } from 'fastify';
import type { DemoPeople } from '../load.ts';
import type { Market } from '../market/read.ts';

type Api = Pick<FastifyInstance, 'inject'>;

/** The shown listing while it is fresh, else another of the same seller; the shown one again when none is left. */
export async function withFreshListing(
  api: Api,
  people: DemoPeople,
  { listings }: Pick<Market, 'listings'>,
  buyerToken: string,
): Promise<DemoPeople> {
  const theirs = listings.filter(
    ({ id, seller_id, status }) =>
      seller_id === people.seller.id && status === 'active' && id !== people.listing.id,
  );
  for (const { id, title, price, currency, image } of [people.listing, ...theirs]) {
    if (await isFresh(api, id, buyerToken))
      return { ...people, listing: { id, title, price, currency, image } };
  }
  return people;
}

async function isFresh(api: Api, listingId: string, buyerToken: string): Promise<boolean> {
  const answer = await api.inject({
    url: `/v1/listings/${listingId}/eligibility`,
    headers: { authorization: `Bearer ${buyerToken}` },
  });
  return answer.statusCode === 200 && answer.json<Eligibility>().can_request;
}
