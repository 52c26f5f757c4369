/** Everybody and everything in the demo, as it is made: the same each time, and such as the marketplace would accept. */
import { CreateCallbackRequest } from '@ringback/client';
import { parsePhone } from '@ringback/client/phone-max';
import { expect, test } from 'vitest';
import { COUNTRIES } from '../src/countries/index.ts';
import { CATEGORIES } from '../src/country.ts';
import { planHistory } from '../src/history/plan.ts';
import { makeMarketplace } from '../src/marketplace.ts';
import { inOwnWords } from '../src/people.ts';
import { pictures } from '../src/pictures.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const { people, listings } = makeMarketplace();

const duplicates = <T>(values: T[]) => values.filter((value, index) => values.indexOf(value) !== index);

test('people and listings are the same in every run', () => {
  expect(makeMarketplace()).toEqual({ people, listings, blocks: expect.anything() });
  expect(people[0]?.id).toBe('55c1d286-78ed-8928-af09-9bd6b838b563');
  expect(duplicates(people.map(({ id }) => id))).toEqual([]);
  expect(duplicates(listings.map(({ id }) => id))).toEqual([]);
});

test('they come from many countries and write in many scripts', () => {
  expect(people.length).toBeGreaterThan(200);
  expect(COUNTRIES.length).toBeGreaterThanOrEqual(10);
  expect(listings.length).toBeGreaterThan(350);
  const scripts = 'Latin Cyrillic Greek Arabic Hebrew Devanagari Thai Han Hiragana Hangul'.split(' ');
  const written = people.map(({ displayName }) => displayName).join();
  for (const script of scripts) expect(written).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
});

test('nobody shares a name with a compatriot or a number with anyone', () => {
  expect(duplicates(people.map(({ displayName, country }) => `${displayName} ${country.code}`))).toEqual([]);
  expect(duplicates(people.map(({ privatePhone }) => privatePhone))).toEqual([]);
});

test.each(people.map((person) => [person.displayName, person] as const))(
  '%s has a number of the country',
  (_, person) => {
    expect(parsePhone(person.privatePhone)).toEqual({
      ok: true,
      e164: person.privatePhone,
      region: person.country.code,
    });
  },
);

test('some have no phone, some are verified, some have left', () => {
  for (const isSo of [
    (person: (typeof people)[number]) => person.phone === null,
    (person: (typeof people)[number]) => person.isVerified,
    (person: (typeof people)[number]) => person.hasLeft,
  ]) {
    expect(people.filter(isSo).length).toBeGreaterThan(3);
    expect(people.filter((person) => !isSo(person)).length).toBeGreaterThan(100);
  }
});

test('every listing has a picture, a price and a title of its own in its country', () => {
  expect(duplicates(listings.map(({ title, currency }) => `${title} ${currency}`))).toEqual([]);
  const served = pictures().map(({ path }) => path);
  for (const { title, category, price, images } of listings) {
    expect(CATEGORIES, title).toContain(category);
    expect(price, title).toBeGreaterThan(0);
    expect(served).toContain(images[0]);
  }
});

test('a good that looks unlike the others of its category has another picture', () => {
  const pictureOf = (title: string) => listings.find((listing) => listing.title === title)?.images[0];
  expect(pictureOf('Kente cloth, six yards, hand-woven')).toMatch(/^\/demo\/images\/cloth-/);
  expect(pictureOf('Yamaha digital piano P-125')).toMatch(/^\/demo\/images\/piano-/);
  expect(pictureOf('Acoustic guitar with bag')).toMatch(/^\/demo\/images\/hobbies-/);
});

test('a woman and a man use their own forms', () => {
  const speaker = (isWoman: boolean) => ({ ...people[0], isWoman }) as (typeof people)[number];
  expect(inOwnWords(speaker(true), 'Désolé{e/}, {vendue/vendu}.')).toBe('Désolée, vendue.');
  expect(inOwnWords(speaker(false), 'Désolé{e/}, {vendue/vendu}.')).toBe('Désolé, vendu.');
});

test('the API would accept every form that buyers fill in', () => {
  for (const { listing, form } of planHistory(makeMarketplace(), NOON).requests) {
    const body = {
      listing_id: listing.id,
      seller_id: listing.seller.id,
      requester_phone: form.phone,
      requester_name: form.name,
      message: form.message,
      callback_reason: form.reason,
      preferred_time: form.preferredTime,
      preferred_days: form.preferredDays,
      priority: form.priority,
    };
    expect(CreateCallbackRequest.safeParse(body).error, JSON.stringify(body)).toBeUndefined();
    expect(form.message ?? '').not.toMatch(/[{}]/);
  }
});

test.each([0, 6, 12, 18, 23.99])('the plan keeps to time when it is made at %d o’clock', (hour) => {
  const now = NOON + (hour - 12) * 3_600_000;
  const { requests, visits } = planHistory(makeMarketplace(), now);
  for (const { at, steps } of requests) {
    const times = [at, ...steps.map((step) => step.at), now];
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }
  expect(Math.max(...visits.map(({ at }) => at))).toBeLessThanOrEqual(now);
});
