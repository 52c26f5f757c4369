/** An export: complete for the person, and nothing of others that they did not see in the app. */
import {
  expectRefusal,
  makeItNoon,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { type Life, live, SENTINEL } from '@ringback/testing/database/life.ts';
import { beforeAll, expect, test } from 'vitest';

let database: TestDatabase;
let life: Life;
beforeAll(async () => {
  database = await testDatabase();
  await makeItNoon(database.sql);
  life = await live(database);
});

async function exported(id: string) {
  const [row] = await database.api`select export_callback_data(${id}) as data`;
  return row?.data;
}

test('has all that is stored about the person', async () => {
  const data = await exported(life.sentinel.id);
  expect(data.locale).toBe('fr');
  expect(data.profile.email).toBe(SENTINEL.email);
  const sizes = [
    data.requests_made.length,
    data.requests_received.length,
    data.devices.length,
    data.refusals.length,
  ];
  expect(sizes).toEqual([3, 1, 2, 1]);
  const text = JSON.stringify(data);
  const { address, email, name, note, otherPhone, phone } = SENTINEL;
  for (const mine of [address, email, name, note, otherPhone, phone, 'Sentinel key'])
    expect(text).toContain(mine);
  const deliveries = data.notifications.flatMap((each: { deliveries: object[] }) => each.deliveries);
  expect(deliveries.length).toBeGreaterThan(0);
  expect(data.staff_actions.map((each: { by: string }) => each.by)).toEqual([
    "the marketplace's staff",
    "the marketplace's staff",
  ]);
});

test('has no number, mail address or note of the other side, and no operator', async () => {
  const text = JSON.stringify(await exported(life.sentinel.id));
  for (const theirs of [
    life.other.phone,
    life.other.email,
    '7946 0018',
    'the other’s note',
    'Olga',
    'Sentinelsson asked',
  ])
    expect(text.includes(String(theirs)), String(theirs)).toBe(false);
  const other = JSON.stringify(await exported(life.other.id));
  for (const theirs of [SENTINEL.phone, SENTINEL.otherPhone, SENTINEL.email, SENTINEL.note])
    expect(other.includes(theirs), theirs).toBe(false);
  expect(other).toContain('Grazilda');
});

test('an operator needs the role support, and leaves a row in the audit', async () => {
  const [viewer] =
    await database.sql`insert into callback_private.operators (subject, role) values ('intern', 'viewer') returning id`;
  const ask = (operatorId: string) =>
    database.api`select export_callback_person(${life.sentinel.id}, 'Ticket 1', ${operatorId}) as data`;
  await expectRefusal(ask(viewer?.id), 'forbidden');
  const [row] = await ask(life.operatorId);
  expect(row?.data.person_id).toBe(life.sentinel.id);
  const audit =
    await database.sql`select data from callback_private.audit where action = 'export_person' order by id desc limit 1`;
  expect(audit).toEqual([{ data: { reason: 'Ticket 1' } }]);
});
