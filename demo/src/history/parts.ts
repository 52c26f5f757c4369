/** Requests of the seller and the buyer on the start page, so that each finds something in every state. */
import type { Listing } from '../listings.ts';
import type { Marketplace } from '../marketplace.ts';
import { inOwnWords, PARTS, type Person, whoPlays } from '../people.ts';
import type { Random } from '../random.ts';
import { fillForm } from './form.ts';
import { HOUR_MS, type PlannedRequest, type Step } from './types.ts';

interface Scene {
  hoursAgo: number;
  /** The seller's answers, and how many hours ago they came. */
  answers: [status: Step['status'], hoursAgo: number][];
}

const RECEIVED: Scene[] = [
  { hoursAgo: 0.4, answers: [] },
  { hoursAgo: 3, answers: [] },
  { hoursAgo: 6, answers: [['acknowledged', 5]] },
  {
    hoursAgo: 30,
    answers: [
      ['acknowledged', 28],
      ['completed', 26],
    ],
  },
  { hoursAgo: 75, answers: [['cancelled', 70]] },
];
const SENT: Scene[] = [
  { hoursAgo: 20, answers: [['acknowledged', 19]] },
  { hoursAgo: 28, answers: [] },
  { hoursAgo: 60, answers: [['completed', 57]] },
];

/** What the shown seller received and the shown buyer sent, in the last days. */
export function planParts({ people, listings }: Marketplace, now: number, random: Random): PlannedRequest[] {
  const [seller, buyer] = [whoPlays('seller', people), whoPlays('buyer', people)];
  const near = listings.filter((listing) => isOffered(listing) && listing.seller.country === seller.country);
  const own = near.filter((listing) => listing.seller === seller);
  const others = near.filter((listing) => listing.seller !== seller);
  const neighbours = people
    .filter((person) => person.country === seller.country && !person.hasLeft)
    .slice(PARTS.length);
  return [
    ...RECEIVED.map((scene, index) => play(scene, at(neighbours, index), at(own, index), now, random)),
    ...SENT.map((scene, index) => play(scene, buyer, at(others, index), now, random)),
  ];
}

/** Offered for as long as the scenes need, by someone who can call back. */
function isOffered({ seller, soldDaysAgo, isWithdrawn, createdDaysAgo }: Listing): boolean {
  return (
    soldDaysAgo === null && !isWithdrawn && createdDaysAgo > 4 && !seller.hasLeft && seller.phone !== null
  );
}

function play(scene: Scene, buyer: Person, listing: Listing, now: number, random: Random): PlannedRequest {
  const steps = scene.answers.map(([status, hoursAgo]): Step => {
    const reason =
      status === 'cancelled'
        ? inOwnWords(listing.seller, listing.seller.country.texts.declines[1] as string)
        : null;
    return { status, at: now - hoursAgo * HOUR_MS, by: listing.seller, reason };
  });
  const form = fillForm(buyer, listing, random);
  return { buyer, listing, at: now - scene.hoursAgo * HOUR_MS, form, steps };
}

const at = <T>(list: T[], index: number) => list[index % list.length] as T;
