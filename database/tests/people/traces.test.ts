/** After an erasure no trace is left in any table, of sentinels or of the id, whatever comes later. (Restored dumps: restoredDump.test.ts.) */
import { claim, expectConservation, record, waitingIsOver } from '@ringback/testing/database/deliveries.ts';
import {
  create,
  expectInvariants,
  maintainAll,
  makeItNoon,
  person,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
} from '@ringback/testing/database/index.ts';
import { type Life, live, SENTINEL } from '@ringback/testing/database/life.ts';
import { beforeEach, expect, test } from 'vitest';

let database: TestDatabase;
let life: Life;
beforeEach(async () => {
  database = await testDatabase();
  await makeItNoon(database.sql);
  life = await live(database);
});

/** Every row of every table of ours, as text. */
async function dump(): Promise<string> {
  const [row] = await database.sql`
    select string_agg(query_to_xml(format('select * from %s', c.oid::regclass), true, true, '')::text, E'\\n') as text
    from pg_class c where c.relkind = 'r' and c.relname <> 'phone_ranges'
      and (c.relnamespace = 'callback_private'::regnamespace or c.relname like 'callback\\_%')`;
  return row?.text ?? '';
}

/** Which sentinels a text holds. */
function tracesIn(text: string): string[] {
  const traces = {
    ...SENTINEL,
    first: 'Grazilda',
    id: life.sentinel.id,
    provider: `to ${SENTINEL.email}`,
    digits: SENTINEL.phone.slice(2),
  };
  return Object.entries(traces).flatMap(([what, trace]) => (text.includes(trace) ? [what] : []));
}

const erase = () => database.api`select erase_callback_data('erase', ${life.sentinel.id})`;
const sendable = async () =>
  (await Promise.all([claim(database.api, 'email'), claim(database.api, 'expo_push')])).flat();

test('a dump holds all of them before, and none afterwards', async () => {
  expect(tracesIn(await dump()).sort()).toEqual(
    ['address', 'digits', 'email', 'first', 'id', 'name', 'note', 'otherPhone', 'phone', 'provider'].sort(),
  );
  await erase();
  expect(tracesIn(await dump())).toEqual([]);
  await expectInvariants(database.sql);
  await expectConservation(database.sql);
});

test('clean-up, statistics and time bring nothing back', async () => {
  await erase();
  await timeRunsOut(database.sql, Object.values(life.requests));
  await maintainAll(database.api);
  await waitingIsOver(database.sql);
  await sendable();
  expect(tracesIn(await dump())).toEqual([]);
});

test('what is in a worker’s hands is recorded without a trace, and nothing is sent to them any more', async () => {
  await create(database.api, await person(database), await listingOfSentinel());
  const [email] = await claim(database.api, 'email');
  expect(email?.address).toBe(SENTINEL.email);
  const push = await claim(database.api, 'expo_push');
  expect(push).toHaveLength(1);
  await erase();
  expect(
    await record(database.api, [email as never], { outcome: 'sent', provider_id: `to ${SENTINEL.email}` }),
  ).toBe(1);
  expect(await record(database.api, push, { outcome: 'retry', error_code: 'busy' })).toBe(1);
  expect(tracesIn(await dump())).toEqual([]);
  await waitingIsOver(database.sql);
  expect((await sendable()).map(({ address }) => address)).not.toContain(SENTINEL.email);
  const ends = await database.sql`
    select channel, status, error_code, provider_id from callback_private.deliveries
    where id = any (${[email, ...push].map((each) => each?.id ?? '')}) order by channel`;
  expect(ends).toEqual([
    { channel: 'email', status: 'sent', error_code: null, provider_id: null },
    { channel: 'expo_push', status: 'suppressed', error_code: 'erased', provider_id: null },
  ]);
});

test('the other person still gets what is theirs', async () => {
  await erase();
  const addresses = (await sendable()).map(({ address }) => address);
  expect(addresses).toContain(life.other.email);
  expect(addresses).not.toContain(SENTINEL.email);
});

test('the audit keeps what operators did, about a hash', async () => {
  const rows = () =>
    database.sql`select operator_id, action, subject_kind, subject_id, data from callback_private.audit order by id`;
  const [exported] = await rows();
  expect(exported).toMatchObject({ action: 'export_person', subject_id: life.sentinel.id });
  await erase();
  const [hash] = await database.sql`select callback_private.person_hash(${life.sentinel.id}) as hash`;
  expect(await rows()).toEqual([
    { ...exported, subject_id: hash?.hash, data: {} },
    {
      operator_id: life.operatorId,
      action: 'reveal',
      subject_kind: 'callback_request',
      subject_id: life.requests.completed,
      data: {},
    },
  ]);
  await expect(database.sql`update callback_private.audit set action = 'x'`).rejects.toThrow('append-only');
  await expect(database.sql`update callback_private.audit set subject_id = 'x'`).rejects.toThrow(
    'append-only',
  );
});

async function listingOfSentinel() {
  const [row] = await database.sql<never[]>`select * from listings where user_id = ${life.sentinel.id}`;
  return row as never;
}
