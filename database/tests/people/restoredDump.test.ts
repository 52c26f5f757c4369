/** A dump restored into a new cluster: who was erased stays erased or is erased again, and clean-up goes on. */
import { execFileSync } from 'node:child_process';
import {
  create,
  expectInvariants,
  listing,
  maintainAll,
  makeItNoon,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { type Life, live, SENTINEL } from '@ringback/testing/database/life.ts';
import { hasPgDump, pgDump } from '@ringback/testing/database/pgDump.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { withConnection } from '../../src/index.ts';

describe.runIf(hasPgDump)('from PostgreSQL 15 to 18', () => {
  let source: TestDatabase;
  let life: Life;
  let before: string;
  beforeAll(async () => {
    source = await testDatabase({ version: 15 });
    await makeItNoon(source.sql);
    life = await live(source);
    before = dumpOf(source);
    await source.api`select erase_callback_data('erase', ${life.sentinel.id})`;
  });

  test('a dump from before has every sentinel, one from afterwards only what is the marketplace’s own', () => {
    const ours = (dump: string) =>
      dump
        .split('\n')
        .filter((line) => !line.includes('INTO public.profiles'))
        .join('\n');
    const traces = Object.values(SENTINEL);
    expect(traces.filter((trace) => before.includes(trace))).toEqual(traces);
    expect(traces.filter((trace) => ours(dumpOf(source)).includes(trace))).toEqual([]);
  });

  test('from afterwards: they stay erased, nobody else does, and clean-up goes on', async () => {
    const restored = await restore(dumpOf(source));
    const [row] =
      await restored.sql`select count(*)::int as count from callback_requests where requester_id = ${life.sentinel.id}`;
    expect(row?.count).toBe(0);
    await restored.sql`select callback_private.rebase_event_positions()`;
    await expectInvariants(restored.sql);
    await restored.sql`insert into callback_private.refusals (user_id, operation, code, refused_on)
      values (${life.other.id}, 'submit_callback_request', 'rate_limited', current_date - 40)`;
    const refusals = () => restored.sql`select from callback_private.refusals`;
    expect(await refusals()).toHaveLength(1);
    await maintainAll(restored.sql);
    expect(await refusals()).toHaveLength(0);
  });

  test('from before: what was erased since is erased again, what came later stays', async () => {
    const [log] = await source.sql`select callback_private.list_erasures() as erasures`;
    const restored = await restore(before);
    await restored.sql`select callback_private.rebase_event_positions()`;
    const mine = async () =>
      (
        await restored.sql`select count(*)::int as count from callback_requests where requester_id = ${life.sentinel.id}`
      )[0]?.count;
    expect(await mine()).toBe(3);
    const again = () =>
      restored.sql`select callback_private.erase_again(${JSON.stringify(log?.erasures)}::text::jsonb) as result`.then(
        ([row]) => row?.result,
      );
    expect(await again()).toEqual({ erased: 1, held: 0 });
    expect(await mine()).toBe(0);
    await expectInvariants(restored.sql);
    await restored.sql`update callback_private.erasures set erased_at = erased_at - interval '1 day'`;
    await create(restored.sql, life.sentinel, await listing(restored, await person(restored)));
    expect(await again()).toEqual({ erased: 0, held: 0 });
    expect(await mine()).toBe(1);
  });
});

const dumpOf = ({ url }: TestDatabase) => pgDump(url);

async function restore(dump: string): Promise<TestDatabase> {
  const database = await testDatabase({ version: 18, empty: true });
  execFileSync('psql', ['--quiet', '--set=ON_ERROR_STOP=1', database.url], {
    input: dump,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  await withConnection(database.url, (sql) => sql`select 1`);
  return database;
}
