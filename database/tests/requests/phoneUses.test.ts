/** What counts against the limit per number: all that a number was used for that day, edits included; the owner's own alone for the owner. */
import {
  create,
  daysPass,
  edit,
  expectRefusal,
  listing,
  maintainAll,
  makeItNoon,
  person,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';

const LIMIT = 2;
const OTHER = '+12125550199';
let last = 0;
const newNumber = () => `+1212555${String(1000 + last++)}`;

describe.each(VERSIONS)('uses of a number on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let number: string;

  beforeAll(async () => {
    database = await testDatabase({ version });
    await makeItNoon(database.sql);
    await database.sql`update callback_private.settings set requests_per_phone_per_day = ${LIMIT}`;
  });
  beforeEach(() => {
    number = newNumber();
  });

  const ask = async (phone: string, buyer?: { id: string; phone: string | null }) => {
    const asker = buyer ?? (await person(database));
    const item = await listing(database, await person(database));
    return { asker, id: await create(database.api, asker, item, { requester_phone: phone }) };
  };
  const useUp = async (phone: string) => {
    const requests = [];
    for (let i = 0; i < LIMIT; i++) requests.push(await ask(phone));
    return requests;
  };
  const change = ({ asker, id }: Awaited<ReturnType<typeof ask>>, phone: string) =>
    edit(database.api, id, { requester_phone: phone }, asker.id);

  test('an edit to another number takes no use away', async () => {
    const [first] = await useUp(number);
    if (first) await change(first, newNumber());
    await expectRefusal(ask(number), 'rate_limited');
    await ask(newNumber());
  });

  test('an edit counts on its own day, whatever day the request is of', async () => {
    const requests = [await ask(newNumber()), await ask(newNumber()), await ask(newNumber())] as const;
    await daysPass(
      database.sql,
      2,
      requests.map(({ id }) => id),
    );
    await change(requests[0], number);
    await change(requests[1], number);
    await expectRefusal(change(requests[2], number), 'rate_limited');
    await expectRefusal(ask(number), 'rate_limited');
  });

  test('a request may go back to the number that it had', async () => {
    const [first] = await useUp(number);
    if (!first) throw new Error('nothing was asked');
    await change(first, newNumber());
    expect((await change(first, number)).refusal).toBeUndefined();
  });

  test('what others use it for locks out nobody who has verified that it is theirs', async () => {
    await useUp(number);
    const owner = await person(database, { phone: number });
    await expectRefusal(ask(number, owner), 'rate_limited');
    await database.sql`update public.profiles set is_verified = true where id = ${owner.id}`;
    for (let i = 0; i < LIMIT; i++) await ask(number, owner);
    await expectRefusal(ask(number, owner), 'rate_limited');
  });

  test('maintenance forgets the uses of past days', async () => {
    const request = await ask(number);
    await change(request, OTHER);
    await database.sql`update callback_private.edited_phones set used_on = used_on - 3`;
    await change(request, newNumber());
    await maintainAll(database.sql);
    const kept = await database.sql`
      select from callback_private.edited_phones where used_on < (now() at time zone 'UTC')::date - 1`;
    expect(kept.length).toBe(0);
    expect((await database.sql`select from callback_private.edited_phones`).length).toBeGreaterThan(0);
  });
});
