/**
 * Are the tests any good? Each mutant is our SQL with one thing wrong; the attack or rule that it names must notice. Each is made in a
 * transaction that is rolled back. RINGBACK_FULL=1 tries them on every kind of database.
 */
import { isDeepStrictEqual } from 'node:util';
import { type TestDatabase, testDatabase, VERSIONS } from '@ringback/testing/database/index.ts';
import { makeWorld, type World } from '@ringback/testing/security/world.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS } from './attacks/index.ts';
import { codes } from './mutants/codes.ts';
import { creation } from './mutants/creation.ts';
import { delivery } from './mutants/delivery.ts';
import { guards } from './mutants/guards.ts';
import { loop } from './mutants/loop.ts';
import { GRANTS, type Mutant } from './mutants/mutant.ts';
import { operators } from './mutants/operators.ts';
import { rights } from './mutants/rights.ts';
import { sessions } from './mutants/sessions.ts';
import { trust } from './mutants/trust.ts';
import { MAY_EXECUTE } from './support/allowed.ts';
import { CONVENTIONS } from './support/conventions.ts';
import { findingsOf } from './support/findings.ts';
import { executeGrants } from './support/grants.ts';
import { LINTS } from './support/lints.ts';
import { onStage, type Stage } from './support/stage.ts';

const MUTANTS = [
  ...guards,
  ...creation,
  ...delivery,
  ...codes,
  ...loop,
  ...operators,
  ...sessions,
  ...trust,
  ...rights,
];
const RULES = { ...CONVENTIONS, ...LINTS };
const DATABASES = VERSIONS.flatMap((version) =>
  (['plain', 'supabase'] as const).map((kind) => ({ kind, version })),
);

test('there are enough mutants', () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(40);
});

describe.each(DATABASES)('on $kind PostgreSQL $version', (options) => {
  let database: TestDatabase;
  let world: World;

  beforeAll(async () => {
    database = await testDatabase(options);
    world = await makeWorld(database);
  });

  test.each(MUTANTS)('$name', async (mutant) => {
    await onStage(database, world, async (stage) => {
      await make(stage, mutant);
      const noticed = [];
      for (const killer of [mutant.killedBy].flat()) if (await notices(stage, killer)) noticed.push(killer);
      expect(noticed, `none of these noticed: ${mutant.killedBy}`).not.toEqual([]);
    });
  });
});

async function make({ owner }: Stage, { sql, edit }: Mutant): Promise<void> {
  if (sql) await owner.unsafe(sql).simple();
  if (edit) await owner.unsafe(await edited(owner, edit));
}

async function edited(owner: Stage['owner'], [name, from, to]: NonNullable<Mutant['edit']>): Promise<string> {
  const [row] = await owner<{ definition: string }[]>`
    select pg_get_functiondef(${`callback_private.${name}`}::regproc) as definition`;
  const definition = row?.definition ?? '';
  const pattern = anywhere(from);
  if (!pattern.test(definition)) throw new Error(`${name} does not contain: ${from}`);
  return definition.replace(pattern, () => to);
}

/** That text wherever it stands, however its lines are broken. */
function anywhere(text: string): RegExp {
  const words = text.trim().split(/\s+/);
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s+'), 'g');
}

async function notices(stage: Stage, killer: string): Promise<boolean> {
  if (killer === GRANTS) return !isDeepStrictEqual(await executeGrants(stage.owner), MAY_EXECUTE);
  const rule = RULES[killer];
  if (rule) return Object.keys(await findingsOf(stage.owner, { [killer]: rule })).length > 0;
  const attack = ATTACKS.find(({ name }) => name === killer);
  if (!attack) throw new Error(`There is no attack and no rule called: ${killer}`);
  // The attempt first: a function that the control has compiled would not look for names again.
  return (await fails(stage, attack.attempt)) || (await fails(stage, attack.control));
}

const fails = (stage: Stage, step: (stage: Stage) => Promise<unknown>): Promise<boolean> =>
  stage
    .undone(() => stage.owner.savepoint(() => step(stage)))
    .then(
      () => false,
      () => true,
    );
