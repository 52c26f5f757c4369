/** The demo's own API, below /demo/api: what a marketplace has beside Ringback. Anyone may sign in as anyone: all are invented. */
import { CallbackError, parseInput } from '@ringback/client';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import type { Market } from './read.ts';
import { findListings, findPeople, ListingsQuery, PeopleQuery } from './search.ts';
import type { MarketListingDetail, MarketPerson, MarketPersonPage, MarketSignIn } from './types.ts';

export interface MarketOptions {
  market: Market;
  /** Issues a token as the marketplace would. */
  signToken(userId: string, role: MarketSignIn['role']): Promise<{ token: string; expiresAt: Date }>;
  /** A link that signs in to the console as the operator, once. */
  consoleLink(operatorName: string): Promise<string>;
}

const HIDDEN = { schema: { hide: true } };
const Id = z.guid('must be a UUID').check(z.toLowerCase());
const IdParams = z.strictObject({ id: Id });
const SignInBody = z.strictObject({ person_id: Id });

/** Adds the routes. */
export function addMarketApi(app: FastifyInstance, { market, signToken, consoleLink }: MarketOptions): void {
  const listingsById = new Map(market.listings.map((listing) => [listing.id, listing]));

  const inParts = market.people.filter(({ part }) => part !== null);
  const countries = [...new Set(market.people.map(({ country }) => country))].sort();

  app.get(
    '/demo/api/people',
    HIDDEN,
    async ({ query }): Promise<MarketPersonPage> => findPeople(market.people, parseInput(PeopleQuery, query)),
  );

  app.get('/demo/api/parts', HIDDEN, async (): Promise<{ items: MarketPerson[] }> => ({ items: inParts }));

  app.get('/demo/api/countries', HIDDEN, async (): Promise<{ items: string[] }> => ({ items: countries }));

  app.get('/demo/api/listings', HIDDEN, async ({ query }) =>
    findListings(market.listings, parseInput(ListingsQuery, query)),
  );

  app.get('/demo/api/listings/:id', HIDDEN, async ({ params }): Promise<MarketListingDetail> => {
    const listing = listingsById.get(parseInput(IdParams, params).id);
    if (!listing) throw new CallbackError('not_found', 'There is no such listing; go back to the listings.');
    return listing;
  });

  app.get('/demo/console', HIDDEN, async (_request, reply) => {
    const operator = inParts.find(({ part }) => part === 'operator');
    return reply.redirect(await consoleLink(operator?.name ?? 'Operator'));
  });

  app.post('/demo/api/sign-in', HIDDEN, async ({ body }): Promise<MarketSignIn> => {
    const account = market.accounts.get(parseInput(SignInBody, body).person_id);
    if (!account)
      throw new CallbackError('not_found', 'Nobody here has this id; choose one of /demo/api/people.');
    const role = account.part === 'operator' ? 'admin' : 'authenticated';
    const { token, expiresAt } = await signToken(account.id, role);
    return { token, expires_at: expiresAt.toISOString(), role, account };
  });
}
