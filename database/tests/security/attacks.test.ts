/**
 * Tries every attack, and beside each the honest use that it imitates: on plain PostgreSQL of the newest version, and every third on
 * Supabase's of the oldest. The full form tries all of them on every kind of every version.
 */
import {
  databasesOf,
  EVERY_VERSION,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { FULL } from '@ringback/testing/full.ts';
import { makeWorld, type World } from '@ringback/testing/security/world.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../src/index.ts';
import { ATTACKS } from './attacks/index.ts';
import { shadowing } from './attacks/shadowing.ts';
import type { Attack } from './support/attack.ts';
import { onStage } from './support/stage.ts';

test('there are enough attacks, each with a name of its own', () => {
  expect(new Set(ATTACKS.map(({ name }) => name)).size).toBe(ATTACKS.length);
  expect(ATTACKS.length).toBeGreaterThanOrEqual(58);
});

const NEWEST = Math.max(...EVERY_VERSION);
const DATABASES = databasesOf(EVERY_VERSION).filter(
  ({ kind, version }) => FULL || (kind === 'plain') === (version === NEWEST),
);
const attacksOn = (version: number) =>
  ATTACKS.filter((_, index) => FULL || version === NEWEST || index % 3 === 0);

/** An attack on names must come before its session has compiled the functions; a session costs more than most attacks. */
const needsFreshOne = (attack: Attack) => FULL || shadowing.includes(attack);

describe.each(DATABASES)('on $kind PostgreSQL $version with $ids ids', (options) => {
  let database: TestDatabase;
  let world: World;
  let used: Sql;

  beforeAll(async () => {
    database = await testDatabase(options);
    world = await makeWorld(database);
    used = connect(database.url, { max: 1 });
  });
  afterAll(() => used.end());

  test.each(attacksOn(options.version))('$name', async (attack) => {
    await onStage(database, world, async (stage) => void (await attack.control(stage)), used);
    const connection = needsFreshOne(attack) ? undefined : used;
    await onStage(database, world, async (stage) => void (await attack.attempt(stage)), connection);
  });
});
