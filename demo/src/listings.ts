/** What the demo's people sell: the same in every run, except that the dates count back from the day of loading. */
import { COUNTRIES } from './countries/index.ts';
import type { Country, Good } from './country.ts';
import { type Person, whoPlays } from './people.ts';
import { picturePath } from './pictures.ts';
import { createRandom, idOf, type Random } from './random.ts';

export interface Listing extends Good {
  id: string;
  seller: Person;
  description: string;
  currency: string;
  images: string[];
  location: string;
  /** How long ago it was put up, and sold. */
  createdDaysAgo: number;
  soldDaysAgo: number | null;
  /** Taken down by its seller without a sale. */
  isWithdrawn: boolean;
  /** How many ask about it, compared with others. */
  appeal: number;
}

/** The one that the commands on the start page are about. */
const SHOWN = 'Trek hybrid bicycle, 54 cm, new tyres';

export function makeListings(people: Person[]): Listing[] {
  const random = createRandom(2);
  const listings = COUNTRIES.flatMap((country) => {
    const sellers = chooseSellers(country, people, random);
    return country.goods.map((good, index) => makeListing(country, good, index, sellers, random));
  });
  Object.assign(whichIsShown(listings), {
    seller: whoPlays('seller', people),
    location: whoPlays('seller', people).city.name,
    soldDaysAgo: null,
    isWithdrawn: false,
  });
  return listings;
}

export function whichIsShown(listings: Listing[]): Listing {
  return listings.find(({ title }) => title === SHOWN) as Listing;
}

type Sellers = [seller: Person, weight: number][];

/** Not quite half of the people sell; few sell much. */
function chooseSellers(country: Country, people: Person[], random: Random): Sellers {
  const others = [whoPlays('buyer', people), whoPlays('operator', people)];
  const compatriots = people.filter((person) => person.country === country && !others.includes(person));
  const count = Math.ceil(compatriots.length * 0.45);
  return compatriots.slice(0, count).map((person, index) => [person, random.between(0.6, 1.4) / (index + 1)]);
}

function makeListing(country: Country, good: Good, index: number, sellers: Sellers, random: Random): Listing {
  const seller = random.pickWeighted(sellers);
  const createdDaysAgo = random.between(4, 120);
  const isSold = random.chance(0.16);
  return {
    ...good,
    id: idOf(`listing ${country.code} ${index + 1}`),
    seller,
    description: describe(country, random),
    currency: country.currency,
    images: [picturePath(good.drawing, index)],
    location: seller.city.name,
    createdDaysAgo,
    soldDaysAgo: isSold ? random.between(0.5, Math.min(createdDaysAgo, 40)) : null,
    isWithdrawn: !isSold && random.chance(0.04),
    appeal: random.around(1, 0.8),
  };
}

function describe({ texts }: Country, random: Random): string {
  const first = random.pick(texts.descriptions);
  const second = random.pick(texts.descriptions);
  return first === second ? first : `${first} ${second}`;
}
