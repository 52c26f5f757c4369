/**
 * Random sequences of moves by four people, played in the database and in the model at once: they must never differ.
 * RINGBACK_FULL=1 plays as many as a release needs.
 */

import {
  expectInvariants,
  makeItNoon,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { LIMITS, Model, type NotificationType } from '@ringback/testing/database/model.ts';
import { newWorld, reached } from '@ringback/testing/database/move.ts';
import { anyMove } from '@ringback/testing/database/moves.ts';
import { byForm, FULL } from '@ringback/testing/full.ts';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';

const SEQUENCES = byForm(50, 5_000);
const STEPS = 30;

/** Of events that an attempt causes, and of all others. */
const EVENT_DATA = ['reached', 'busy', 'voicemail', 'wrong_number', null].map((outcome) =>
  JSON.stringify({ outcome, ...(outcome && { attempt_id: 1 }) }),
);

let database: TestDatabase;
let types: NotificationType[];
beforeAll(async () => {
  database = await testDatabase();
  await makeItNoon(database.sql);
  await database.sql`update callback_private.settings set ${database.sql(LIMITS)}`;
  types = await database.sql<NotificationType[]>`
    select t.*, (
      select coalesce(jsonb_agg(data -> 'outcome'), '[]') from unnest(${EVENT_DATA}::text[]::jsonb[]) data
      where data @@ t.event_filter) as outcomes
    from callback_private.notification_types t`;
});

test(`${SEQUENCES} sequences of up to ${STEPS} moves`, { timeout: FULL ? 3_600_000 : 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { minLength: STEPS / 2, maxLength: STEPS }), async (moves) => {
      const world = await newWorld(database);
      await fc.asyncModelRun(() => ({ model: new Model(types), real: world }), moves);
      await expectInvariants(database.sql);
    }),
    { numRuns: SEQUENCES },
  );
});

test('and every outcome was among them', () => {
  expect([...reached].sort()).toEqual([
    'done',
    'duplicate_request',
    'forbidden',
    'invalid_transition',
    'listing_unavailable',
    'not_found',
    'nothing',
    'own_listing',
    'rate_limited',
    'request_expired',
    'seller_unreachable',
  ]);
});
