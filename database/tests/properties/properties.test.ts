/**
 * Every function that a caller reaches, with random arguments and NULL in every position: it answers, or refuses with a code that is
 * documented, and the tables stay right. RINGBACK_FULL=1 makes as many calls as a release needs.
 */
import { randomUUID } from 'node:crypto';
import {
  asUser,
  expectInvariants,
  listing,
  makeItNoon,
  person,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';
import { type Argument, anyCall, type Call, FUNCTIONS, type Ids } from './calls.ts';

const CALLS = byForm(1_500, 50_000);
const CALLS_AT_ONCE = 4;

/** docs/errors.md, with the HTTP status that each SQLSTATE carries. */
const REFUSALS: Record<string, string> = {
  unauthenticated: 'PT401',
  forbidden: 'PT403',
  not_found: 'PT404',
  listing_unavailable: 'PT409',
  seller_unreachable: 'PT409',
  own_listing: 'PT409',
  duplicate_request: 'PT409',
  callbacks_off: 'PT409',
  conflict: 'PT409',
  invalid_transition: 'PT409',
  request_expired: 'PT409',
  idempotency_key_reused: 'PT409',
  invalid_input: 'PT422',
  invalid_phone: 'PT422',
  phone_not_allowed: 'PT422',
  rate_limited: 'PT429',
};

/** What PostgreSQL itself cannot read as a value of the argument's type; no function of ours has begun by then. */
const UNREADABLE = ['22P02', '22003', '22007', '22008', '22021', '22P05'];

describe.each(VERSIONS)('any call on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  const ids: Ids = { people: [], listings: [], requests: [], notifications: [] };
  const outcomes: Record<string, number> = {};
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
    await sql`
      update callback_private.settings set requests_per_user_per_day = 40, requests_per_phone_per_day = 60, requests_per_seller_per_day = 50`;
    const people = await Promise.all(Array.from({ length: 4 }, () => person(database)));
    const listings = await Promise.all(
      Array.from({ length: 40 }, (_, i) => listing(database, people[i % 4] as { id: string })),
    );
    ids.people = people.map(({ id }) => id);
    ids.listings = listings.map(({ id }) => id);
    await learnIds();
  });

  /** The newest requests and notifications, and one of each that nobody has. */
  async function learnIds() {
    const newest = (table: string) =>
      sql<{ id: string }[]>`select id from ${sql(table)} order by id desc limit 50`;
    ids.requests = [randomUUID(), ...(await newest('callback_requests')).map(({ id }) => id)];
    ids.notifications = [
      randomUUID(),
      ...(await newest('callback_request_notifications')).map(({ id }) => id),
    ];
  }

  const read = (argument: Argument) =>
    typeof argument === 'object' && argument !== null
      ? (ids[argument.known][argument.place % ids[argument.known].length] as string)
      : argument;

  async function make({ function: name, arguments: given, signedIn }: Call) {
    const values = given.map(read);
    // Chance alone would seldom name the seller of the listing.
    const owner = ids.people[ids.listings.indexOf(values[2] ?? '') % 4];
    if (name === 'create_callback_request' && owner && values[1] !== values[0]) values[1] = owner;
    const types = FUNCTIONS[name]?.map(({ type }, i) => `$${i + 1}::text::${type}`);
    const run = (on: Pick<Sql, 'unsafe'>) => on.unsafe(`select ${name}(${types?.join(', ')})`, values);
    if (signedIn === null || name.includes('.')) await run(api);
    else await asUser(sql, ids.people[signedIn % 4] as string, run);
  }

  async function tally(drawn: Call) {
    const outcome = await make(drawn).then(
      () => 'done',
      (error: { code: string; hint: string }) => describeError(error, drawn),
    );
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }

  test(`${CALLS} calls end in an answer or a documented refusal`, { timeout: 1_800_000 }, async () => {
    let batches = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCall, { minLength: CALLS_AT_ONCE, maxLength: CALLS_AT_ONCE }),
        async (calls) => {
          await Promise.all(calls.map(tally));
          if (batches++ % 50 === 0) await timeGoesOn();
        },
      ),
      { numRuns: CALLS / CALLS_AT_ONCE, endOnFailure: true },
    );
  });

  /** Some requests run out, some of today's become yesterday's, so that limits and listings are free again. */
  async function timeGoesOn() {
    await sql`
      update callback_requests set expires_at = requested_at + interval '1 microsecond' where id in (
        select id from callback_requests where status in ('pending', 'acknowledged') order by random() limit 3)`;
    await learnIds();
  }

  test('every rule about the tables still holds', () => expectInvariants(sql));

  test('answers and refusals of every kind were among them', () => {
    expect(outcomes.done).toBeGreaterThan(CALLS / 10);
    const sure = ['forbidden', 'not_found', 'invalid_input', 'unreadable'];
    // Which the gate's few calls may miss.
    const rarer = ['own_listing', 'duplicate_request', 'invalid_transition', 'request_expired'];
    for (const code of byForm(sure, [...sure, ...rarer])) expect(outcomes, code).toHaveProperty(code);
  });
});

/** The name of a documented outcome; throws for any other. */
function describeError(error: { code: string; hint: string }, drawn: Call): string {
  if (REFUSALS[error.hint] === error.code) return error.hint;
  if (UNREADABLE.includes(error.code)) return 'unreadable';
  // The service's own functions are not for signed-in users.
  if (
    error.code === '42501' &&
    drawn.signedIn !== null &&
    /^(expire_|remind_|rollup_|run_)/.test(drawn.function)
  )
    return 'not granted';
  throw error;
}
