/** Whose requests a marketplace and its sellers take: the stricter of the two decides, and nobody is stopped who may. */
import {
  create,
  daysPass,
  edit,
  expectRefusal,
  get,
  type Listing,
  listing,
  logAttempt,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let [buyer, verified, seller]: Person[] = [];
let bike: Listing;

beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
});
beforeEach(async () => {
  [buyer, verified, seller] = await Promise.all([person(database), person(database), person(database)]);
  bike = await listing(database, theirs(seller));
  await sql`update profiles set is_verified = (id = ${theirs(verified).id})`;
  await policy({ requests_from: 'everyone', trusted_from_score: null });
});

const theirs = (one: Person | undefined) => one as Person;
const policy = (values: object) => sql`update callback_private.settings set ${sql(values)}`;
const take = (requests_from: string) =>
  api`select set_callback_preferences(${api.json({ requests_from })}, ${theirs(seller).id})`;
const ask = (one: Person | undefined, priority = 'normal') => create(api, theirs(one), bike, { priority });
const eligibilityOf = async (one: Person | undefined) =>
  (await api`select can_request_callback(${bike.id}, null, ${theirs(one).id}) as it`)[0]?.it;

/** The scores that the marketplace's view has, in place of none. */
async function setScores(score: string) {
  const [view] = await sql`select pg_get_viewdef('callback_private.host_profiles') as sql`;
  const replaced = view?.sql.replace(/\S+ AS trust_score/, `${score}::numeric AS trust_score`);
  await sql.unsafe(`create or replace view callback_private.host_profiles as ${replaced}`);
}

describe.each([
  ['the policy', (wanted: string) => policy({ requests_from: wanted })],
  ['the seller', (wanted: string) => take(wanted)],
])('as %s wants', (_who, want) => {
  test('everyone may', async () => {
    await want('everyone');
    await ask(buyer, 'urgent');
    expect(await eligibilityOf(verified)).toMatchObject({ can_request: true, urgent_needs_trust: false });
  });

  test('urgent requests are for verified buyers, and it is known before the form is sent', async () => {
    await want('trusted_for_urgent');
    expect(await eligibilityOf(buyer)).toMatchObject({ can_request: true, urgent_needs_trust: true });
    expect(await eligibilityOf(verified)).toMatchObject({ can_request: true, urgent_needs_trust: false });
    const refusal = await ask(buyer, 'urgent').catch((error) => error);
    expect(refusal.message).toMatch(/^Only verified buyers can make urgent requests here\./);
    expect(JSON.parse(refusal.detail)).toEqual({ field: 'priority' });
    const id = await ask(buyer);
    await expectRefusal(edit(api, id, { priority: 'urgent' }, theirs(buyer).id), 'trust_required');
    await ask(verified, 'urgent');
  });

  test('all are', async () => {
    await want('trusted');
    expect(await eligibilityOf(buyer)).toMatchObject({ can_request: false, reason: 'trust_required' });
    await expectRefusal(ask(buyer), 'trust_required');
    await ask(verified, 'urgent');
  });
});

test('a seller reads whether the buyer is verified', async () => {
  for (const [one, is_verified] of [
    [buyer, false],
    [verified, true],
  ] as const) {
    const { requester } = await get(api, await ask(one), theirs(seller).id);
    expect(requester.is_verified).toBe(is_verified);
  }
});

test('the stricter of the two decides', async () => {
  await policy({ requests_from: 'trusted' });
  await take('everyone');
  await expectRefusal(ask(buyer), 'trust_required');
  await policy({ requests_from: 'trusted_for_urgent' });
  await take('trusted');
  await expectRefusal(ask(buyer), 'trust_required');
});

test('a score of the marketplace counts from where the policy sets it', async () => {
  await policy({ requests_from: 'trusted', trusted_from_score: 0.7 });
  await setScores('0.69');
  await expectRefusal(ask(buyer), 'trust_required');
  await setScores('0.7');
  await ask(buyer);
});

test('a seller who takes no requests looks like one without a phone, and is called about what there is', async () => {
  const id = await ask(buyer);
  await take('nobody');
  await expectRefusal(ask(verified), 'seller_unreachable');
  await logAttempt(api, id, 'no_answer', theirs(seller).id);
  await take('everyone');
  await ask(verified);
});

test('what is neither is refused', async () => {
  await expectRefusal(take('friends'), 'invalid_input');
  await expect(policy({ requests_from: 'nobody' })).rejects.toThrow('settings_requests_from_check');
});

describe('urgent requests that expired after unanswered calls', () => {
  const urgentLeft = async () => (await eligibilityOf(buyer)).urgent_left;

  test('use up the allowance for 30 days', async () => {
    const before = await urgentLeft();
    const id = await ask(buyer, 'urgent');
    await logAttempt(api, id, 'no_answer', theirs(seller).id);
    await timeRunsOut(sql, [id]);
    expect(await urgentLeft()).toBe(before - 1);
    await daysPass(sql, 31, [id]);
    expect(await urgentLeft()).toBe(before);
  });

  test.each(['reached', 'busy'])('but not with the outcome %s', async (outcome) => {
    const before = await urgentLeft();
    const id = await ask(buyer, 'urgent');
    if (outcome === 'reached') await logAttempt(api, id, 'no_answer', theirs(seller).id);
    await logAttempt(api, id, outcome, theirs(seller).id);
    await timeRunsOut(sql, [id]);
    expect(await urgentLeft()).toBe(before);
  });
});
