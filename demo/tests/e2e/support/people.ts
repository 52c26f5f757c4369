/**
 * The people of the marketplace, and what they could do without a browser, so that a test can begin where it
 * gets interesting.
 */
import { type CallbackClient, createCallbackClient } from '@ringback/client';
import { inject } from 'vitest';
import type {
  MarketListing,
  MarketListingDetail,
  MarketListingPage,
  MarketPerson,
  MarketPersonPage,
  MarketSignIn,
} from '../../../src/market/types.ts';
import type { Part } from '../../../src/people.ts';

export type Person = Pick<MarketPerson, 'id' | 'name'>;

export async function playing(part: Part): Promise<Person> {
  const person = (await allPeople()).find((candidate) => candidate.part === part);
  if (!person) throw new Error(`Nobody plays the ${part}.`);
  return person;
}

/**
 * A person from the seller's country without a role in the demo. Each test takes a number of its own, and so meets no
 * other test's requests.
 */
export async function buyer(number: number): Promise<Person> {
  const buyers = (await allPeople()).filter(({ part, country }) => part === null && country === 'GH');
  const person = buyers[number];
  if (!person) throw new Error(`There are only ${buyers.length} buyers.`);
  return person;
}

/** A person from another country, for tests that need no seller. Each takes a number of its own. */
export async function bystander(number: number): Promise<Person> {
  const people = (await allPeople()).filter(({ part, country }) => part === null && country !== 'GH');
  const person = people[number];
  if (!person) throw new Error(`There are only ${people.length} people from elsewhere.`);
  return person;
}

export const signIn = ({ id }: Person) =>
  ask<MarketSignIn>('/demo/api/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person_id: id }),
  });

export function clientOf(person: Person): CallbackClient {
  let session: ReturnType<typeof signIn> | undefined;
  return createCallbackClient({
    baseUrl: inject('origin'),
    async getToken() {
      session ??= signIn(person);
      return (await session).token;
    },
  });
}

export async function listingsOf(seller: Person): Promise<MarketListing[]> {
  return (await ask<MarketListingPage>(`/demo/api/listings?limit=100&seller_id=${seller.id}`)).items;
}

/** A listing of the seller about which this person may request a callback and has no open request. */
export async function freeListing(person: Person, seller: Person): Promise<MarketListing> {
  const client = clientOf(person);
  for (const listing of await listingsOf(seller)) {
    const { can_request, existing_request } = await client.getEligibility(listing.id, seller.id);
    if (can_request && !existing_request) return listing;
  }
  throw new Error(`${person.name} may ask ${seller.name} about nothing more today.`);
}

export async function listingOfSellerWithoutPhone(): Promise<MarketListing> {
  const { items } = await ask<MarketListingPage>('/demo/api/listings?limit=100');
  for (const listing of items) {
    const { seller } = await ask<MarketListingDetail>(`/demo/api/listings/${listing.id}`);
    if (!seller.has_phone) return listing;
  }
  throw new Error('Every seller gives a number.');
}

/** An open request of this buyer, made without a browser. */
/** With a number of its own unless one is given: a number may be used for a few requests a day. */
export async function askForCall(
  person: Person,
  listing: MarketListing,
  about: { message?: string; requester_phone?: string } = {},
) {
  const { id, seller_id } = listing;
  return clientOf(person).createCallbackRequest({
    listing_id: id,
    seller_id,
    requester_name: person.name,
    requester_phone: `+23324${String(Math.random()).slice(2, 9)}`,
    ...about,
  });
}

let people: Promise<MarketPerson[]> | undefined;

async function allPeople(): Promise<MarketPerson[]> {
  people ??= readPeople();
  return people;
}

async function readPeople(offset = 0): Promise<MarketPerson[]> {
  const page = await ask<MarketPersonPage>(`/demo/api/people?limit=100&offset=${offset}`);
  return page.next_offset === null ? page.items : [...page.items, ...(await readPeople(page.next_offset))];
}

async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(inject('origin') + path, init);
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response.json() as Promise<Answer>;
}
