/** Some days of a simulated month, in small: the hard lines hold, with the repository's parameters and with others. */
import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../src/abuse/figures.ts';
import { liveMonth } from '../../src/abuse/liveMonth.ts';
import { type Parameters, readParameters } from '../../src/abuse/parameters.ts';
import { simulatedDatabase } from '../../src/database/simulatedDatabase.ts';

const usual = readParameters();

/** A quarter of the people in a quarter of the time. */
const SMALL: Parameters = {
  ...usual,
  days: 7,
  honest: {
    one_off: { people: 200 },
    browser: { people: 30, evenings: 1, requests: [3, 9] },
    reseller: { people: 4, days: 4, requests: [4, 10], account_days: [3, 400] },
    family: { households: 15, members: [2, 5], requests: 2 },
    office: { offices: 1, people: 25, requests: 2 },
    carrier: { networks: 1, people: 80, requests: 2 },
    newcomer: { people: 60, requests: [1, 4] },
    mistyper: { people: 20, mistakes: 2 },
    returner: { people: 15, days: 3 },
  },
  abuse: {
    flooder: { actors: 1, accounts: 20, attempts: 15 },
    bomber: { actors: 1, accounts: 25, attempts: 4 },
    spammer: { actors: 1, accounts: 2, attempts: 40 },
    fraudster: { actors: 1, accounts: 2, attempts: 15 },
    scraper: { actors: 1, accounts: 3, attempts: 60 },
    pumper: { actors: 1, accounts: 25, attempts: 8 },
  },
  adapting: { days: 2, attempts: 20 },
};

const OTHER: Parameters = {
  ...SMALL,
  market: { ...SMALL.market, country: 'IN', sellers: 120 },
  people: { ...SMALL.people, behind_carrier: 0.8, verified: 0.1 },
  texts: { none: 0.1, stock: 0.8 },
  honest: {
    ...SMALL.honest,
    one_off: { people: 60 },
    reseller: { ...SMALL.honest.reseller, people: 10 },
    family: { households: 30, members: [4, 8], requests: 3 },
  },
};

describe.each([
  ['the repository’s parameters', SMALL, 1],
  ['others', OTHER, 77],
] as const)('a week with %s', (_, parameters, seed) => {
  test('holds at most 0.5 % of honest requests, refuses none, and stops plain abuse', async () => {
    const database = await simulatedDatabase();
    const { honest, promises } = figuresOf(await liveMonth(database.sql, parameters, seed));
    expect(honest.at(-1)?.requests).toBeGreaterThan(500);
    expect(promises.filter(({ kept }) => !kept)).toEqual([]);
    await database.drop();
  }, 600_000);
});
