/**
 * Tries every attack, and beside each the honest use that it imitates: on plain PostgreSQL of the newest version and on Supabase's of the
 * oldest; RINGBACK_FULL=1 tries them on every kind of every version.
 */

import {
  databasesOf,
  EVERY_VERSION,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { makeWorld, type World } from '@ringback/testing/security/world.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS } from './attacks/index.ts';
import { onStage } from './support/stage.ts';

test('there are enough attacks, each with a name of its own', () => {
  expect(new Set(ATTACKS.map(({ name }) => name)).size).toBe(ATTACKS.length);
  expect(ATTACKS.length).toBeGreaterThanOrEqual(58);
});

const NEWEST = Math.max(...EVERY_VERSION);
const DATABASES = databasesOf(EVERY_VERSION).filter(
  ({ kind, version }) => process.env.RINGBACK_FULL || (kind === 'plain') === (version === NEWEST),
);

describe.each(DATABASES)('on $kind PostgreSQL $version with $ids ids', (options) => {
  let database: TestDatabase;
  let world: World;

  beforeAll(async () => {
    database = await testDatabase(options);
    world = await makeWorld(database);
  });

  test.each(ATTACKS)('$name', async ({ attempt, control }) => {
    await onStage(database, world, async (stage) => void (await control(stage)));
    await onStage(database, world, async (stage) => void (await attempt(stage)));
  });
});
