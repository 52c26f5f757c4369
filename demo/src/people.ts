/** The people of the demo: the same in every run. */

import { COUNTRIES } from './countries/index.ts';
import type { City, Country } from './country.ts';
import { createRandom, idOf, type Random } from './random.ts';

export interface Person {
  id: string;
  country: Country;
  city: City;
  firstName: string;
  lastName: string;
  displayName: string;
  isWoman: boolean;
  email: string;
  /** What stands in the profile; null for the few who give none. */
  phone: string | null;
  /** What the person gives when asked for a number. */
  privatePhone: string;
  isVerified: boolean;
  trustScore: number;
  /** Left the marketplace by now. */
  hasLeft: boolean;
  /** How often the person asks for calls, compared with others. */
  eagerness: number;
  /** Share of requests that the person answers, as a seller. */
  diligence: number;
  /** Within how many minutes half of the answers come, as a seller. */
  answerMinutes: number;
}

/** The first people of the first country play the parts on the start page and behave well. */
export const PARTS = ['seller', 'buyer', 'operator'] as const;
export type Part = (typeof PARTS)[number];

export function makePeople(): Person[] {
  const random = createRandom(1);
  const people = COUNTRIES.flatMap((country) => makeCompatriots(country, random));
  for (const part of PARTS) makeExemplary(whoPlays(part, people));
  return people;
}

export function whoPlays(part: Part, people: Person[]): Person {
  return people[PARTS.indexOf(part)] as Person;
}

function makeCompatriots(country: Country, random: Random): Person[] {
  const taken = new Set<string>();
  return Array.from({ length: country.people }, (_, index) => {
    const name = makeName(country, random, taken);
    return { ...makePerson(country, index, random), ...name };
  });
}

function makeName(country: Country, random: Random, taken: Set<string>) {
  for (;;) {
    const isWoman = random.chance(0.5);
    const firstName = random.pick(isWoman ? country.women : country.men);
    const surname = random.pick(country.surnames);
    const lastName = isWoman ? surname.woman : surname.man;
    const displayName = inOrder(country, firstName, lastName);
    if (taken.has(displayName)) continue;
    taken.add(displayName);
    return { firstName, lastName, displayName, isWoman };
  }
}

/** Chinese and Korean names are written without a space, Japanese ones with one. */
function inOrder({ code, surnameFirst }: Country, firstName: string, lastName: string): string {
  if (!surnameFirst) return `${firstName} ${lastName}`;
  return code === 'JP' ? `${lastName} ${firstName}` : lastName + firstName;
}

function makePerson(country: Country, index: number, random: Random) {
  const number = `${country.code.toLowerCase()}${String(index + 1).padStart(2, '0')}`;
  const isVerified = random.chance(0.45);
  const phone = makePhone(country, index);
  return {
    id: idOf(`person ${number}`),
    country,
    city: country.cities[index % country.cities.length] as City,
    email: `${number}@sellar.example`,
    phone: random.chance(0.93) ? phone : null,
    privatePhone: phone,
    isVerified,
    trustScore: Math.round(Math.min(99, random.around(isVerified ? 78 : 52, 0.15)) * 10) / 10,
    hasLeft: random.chance(0.04),
    eagerness: random.around(1, 0.9),
    diligence: Math.min(0.97, random.around(0.82, 0.2)),
    answerMinutes: random.around(150, 0.9),
  };
}

/** The multiplier has no factor in common with a power of ten, so that no two people share a number. */
function makePhone({ phones }: Country, index: number): string {
  const pattern = phones[index % phones.length] as string;
  const digits = pattern.replace(/[^#]/g, '').length;
  const value = (index * 37 + 11) % 10 ** digits;
  return pattern.replace(/#+/, String(value).padStart(digits, '0'));
}

function makeExemplary(person: Person): void {
  Object.assign(person, {
    phone: person.privatePhone,
    isVerified: true,
    trustScore: Math.max(person.trustScore, 88),
    hasLeft: false,
    diligence: 0.9,
    answerMinutes: 60,
  });
}

/** What this person makes of a text that women and men write differently. */
export function inOwnWords({ isWoman }: Person, text: string): string {
  return text.replace(/\{([^/}]*)\/([^}]*)\}/g, isWoman ? '$1' : '$2');
}
