/**
 * Any sequence of changes, switches and undos, by operators and by psql, some refused: the settings and switches are what a replay of the
 * history gives, and each undo set back exactly what its change had set.
 */
import { type TestDatabase, testDatabase, VERSIONS } from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';
import { changePolicy, getPolicy, listSwitches, operator, setSwitch, undoChange } from './support.ts';

type State = Record<string, unknown>;
type Row = { id: string; undoes: string | null; old: State; new: State };
type Step =
  | { do: 'change' | 'preview'; changes: State; stale: number }
  | { do: 'psql'; days: number }
  | { do: 'switch'; value: string; off: boolean; notice: string | null; byPsql: boolean }
  | { do: 'undo'; back: number };

/** Mostly what is allowed: one refused value refuses the whole change. */
const values = (allowed: unknown[], refused: unknown[]) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...allowed) },
    { weight: 1, arbitrary: fc.constantFrom(...refused) },
  );
const changes = fc.record(
  {
    expires_after: values(['P5D', 'P6D', 'PT168H'], ['P91D', 'soon', null]),
    remind_after: fc.constantFrom('PT1H', 'PT24H', null),
    requests_per_user_per_day: values([5, 10], [0]),
    channels: values([[], ['email']], [['fax']]),
    brand_name: values(['Sellar', null], ['']),
  },
  { requiredKeys: [] },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('change', 'change', 'preview'), changes, stale: fc.nat(2) }),
  fc.record({ do: fc.constant('psql'), days: fc.integer({ min: 1, max: 95 }) }),
  fc.record({
    do: fc.constant('switch'),
    ...{ value: fc.constantFrom('Boats', 'Cars'), off: fc.boolean(), byPsql: fc.boolean() },
    notice: fc.constantFrom('Back soon', null),
  }),
  fc.record({ do: fc.constant('undo'), back: fc.nat(5) }),
) as fc.Arbitrary<Step>;

/** What chance might leave out. */
const REFUSED_AND_UNDONE: Step[] = [
  { do: 'change', changes: { expires_after: 'P5D' }, stale: 0 },
  { do: 'change', changes: { requests_per_user_per_day: 0 }, stale: 0 },
  { do: 'undo', back: 0 },
  { do: 'undo', back: 1 },
];

describe.each(VERSIONS)('the history on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let ann: string;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    ann = await operator(sql, 'admin');
  });

  async function stateNow(): Promise<State> {
    const { settings } = await getPolicy(api);
    const { items } = await listSwitches(api);
    return Object.fromEntries([
      ...settings.map(({ name, value }) => [name, value]),
      ...items.map(({ value, notice }) => [`switch/category/${value}`, notice === null ? {} : { notice }]),
    ]);
  }
  const history = () =>
    sql<
      Row[]
    >`select id::text, undoes::text, old, new from callback_private.policy_changes order by policy_changes.id`;

  /** What is null is a switch that is on, or a setting without a value. */
  const present = (state: State) =>
    Object.fromEntries(
      Object.entries(state).filter(([name, value]) => value !== null || !name.startsWith('switch/')),
    );

  async function run(each: Step): Promise<unknown> {
    const known = Number((await getPolicy(api)).revision);
    if (each.do === 'psql')
      return sql`update callback_private.settings set expires_after = ${`${each.days} days`}::interval`;
    if (each.do === 'undo') return undoChange(api, ann, String(Math.max(0, known - each.back)));
    if (each.do === 'switch') return flip(each);
    const revision = String(Math.max(0, known - each.stale));
    return changePolicy(api, ann, each.changes, { revision, preview: each.do === 'preview' });
  }

  function flip({ value, off, notice, byPsql }: Step & { do: 'switch' }): PromiseLike<unknown> {
    if (!byPsql) return setSwitch(api, ann, 'category', value, off, notice);
    if (!off) return sql`delete from callback_private.switches where value = ${value}`;
    return sql`insert into callback_private.switches values ('category', ${value}, ${notice}) on conflict do nothing`;
  }

  /** Refusals are part of it; everything else is an error. */
  const attempt = (each: Step) =>
    Promise.resolve(run(each)).then(
      () => 'done',
      (error) =>
        /^PT|^23514$/.test(error.code) ? `refused: ${error.hint ?? error.code}` : Promise.reject(error),
    );

  test('replayed, gives what is there', async () => {
    const outcomes: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
        const start = await stateNow();
        const { length } = await history();
        for (const each of steps) {
          const outcome = `${each.do} ${await attempt(each)}`;
          outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        }
        const rows = await history();
        const replayed = { ...start };
        for (const row of rows.slice(length)) {
          for (const name of Object.keys(row.new)) expect(row.old[name]).toEqual(replayed[name] ?? null);
          Object.assign(replayed, row.new);
        }
        expect(await stateNow()).toEqual(present(replayed));
        for (const { undoes, old, new: now } of rows.filter(({ undoes }) => undoes)) {
          const undone = rows.find(({ id }) => id === undoes) as Row;
          expect({ old, new: now }).toEqual({ old: undone.new, new: undone.old });
        }
      }),
      { numRuns: byForm(15, 500), examples: [[REFUSED_AND_UNDONE]] },
    );
    for (const outcome of [
      'change done',
      'undo done',
      'undo refused: conflict',
      'change refused: invalid_input',
    ])
      expect(outcomes, JSON.stringify(outcomes)).toHaveProperty(outcome);
  });
});
