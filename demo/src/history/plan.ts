/**
 * Who asked whom for a call in the past weeks, and what came of it. A plan only: replay.sql lives through it with the real
 * functions, which refuse whatever breaks a rule.
 */
import type { Listing } from '../listings.ts';
import type { Marketplace } from '../marketplace.ts';
import { PARTS, type Person, whoPlays } from '../people.ts';
import { createRandom, type Random } from '../random.ts';
import { pickMoment } from './clock.ts';
import { fillForm } from './form.ts';
import { planOutcome, soldAt } from './outcome.ts';
import { planParts } from './parts.ts';
import { DAY_MS, type Plan, type PlannedRequest, type Visit } from './types.ts';

const HISTORY_MS = 42 * DAY_MS;
const REQUESTS = 1_800;
const MOST_PER_BUYER_AND_DAY = 4;
const ABROAD = 0.06;
/** People who have left did so this long ago. */
const LEFT_MS = 10 * DAY_MS;
const BETWEEN_VISITS_MS = 4 * DAY_MS;

/** Plans the six weeks before `now`. */
export function planHistory(marketplace: Marketplace, now: number): Plan {
  const random = createRandom(3);
  const parts = planParts(marketplace, now, random);
  return {
    requests: [...parts, ...planRequests(marketplace, parts, now, random)],
    visits: marketplace.people.flatMap((person) => planVisits(person, now, random)),
  };
}

function planRequests(
  { people, listings }: Marketplace,
  parts: PlannedRequest[],
  now: number,
  random: Random,
): PlannedRequest[] {
  const actors = PARTS.map((part) => whoPlays(part, people));
  const buyers = people
    .filter((person) => !actors.includes(person))
    .map((person) => [person, person.eagerness] as const);
  const isPolite = createManners(parts);
  const requests: PlannedRequest[] = [];
  while (requests.length < REQUESTS) {
    const buyer = random.pickWeighted(buyers);
    const until = buyer.hasLeft ? now - LEFT_MS : now;
    const at = pickMoment(buyer.city.timeZone, now - HISTORY_MS, until, random);
    const listing = pickListing(listings, buyer, at, now, random);
    if (!listing || !isPolite(buyer, listing, at)) continue;
    const newRequest = { buyer, listing, at, form: fillForm(buyer, listing, random) };
    requests.push({ ...newRequest, steps: planOutcome(newRequest, now, random) });
  }
  return requests;
}

function pickListing(
  listings: Listing[],
  buyer: Person,
  at: number,
  now: number,
  random: Random,
): Listing | undefined {
  const isAbroad = random.chance(ABROAD);
  const offered = listings.filter(
    (listing) =>
      (listing.seller.country !== buyer.country) === isAbroad && isOffered(listing, buyer, at, now),
  );
  if (offered.length === 0) return undefined;
  return random.pickWeighted(offered.map((listing) => [listing, listing.appeal] as const));
}

function isOffered(listing: Listing, buyer: Person, at: number, now: number): boolean {
  const { seller, createdDaysAgo } = listing;
  return (
    seller !== buyer &&
    seller.phone !== null &&
    at > now - createdDaysAgo * DAY_MS &&
    at < soldAt(listing, now) &&
    !(seller.hasLeft && at > now - LEFT_MS)
  );
}

/** Nobody asks twice about the same thing, nor about everything in one day. */
function createManners(parts: PlannedRequest[]): (buyer: Person, listing: Listing, at: number) => boolean {
  const asked = new Set(parts.map(({ buyer, listing }) => `${buyer.id} ${listing.id}`));
  const perDay = new Map<string, number>();
  return (buyer, listing, at) => {
    const pair = `${buyer.id} ${listing.id}`;
    const day = `${buyer.id} ${Math.floor(at / DAY_MS)}`;
    const count = perDay.get(day) ?? 0;
    if (asked.has(pair) || count >= MOST_PER_BUYER_AND_DAY) return false;
    asked.add(pair);
    perDay.set(day, count + 1);
    return true;
  };
}

/** Every few days; one in twelve never looks. */
function planVisits(person: Person, now: number, random: Random): Visit[] {
  const visits: Visit[] = [];
  if (random.chance(1 / 12)) return visits;
  let at = now - HISTORY_MS;
  for (;;) {
    at = pickMoment(person.city.timeZone, at, at + 2 * random.around(BETWEEN_VISITS_MS, 0.5), random);
    if (at > now) return visits;
    visits.push({ person, at });
  }
}
