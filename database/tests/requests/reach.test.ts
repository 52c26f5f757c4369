/** Once either side has blocked the other, or the seller is not active, no number is read and nothing is written to the other side. */
import {
  create,
  edit,
  expectRefusal,
  get,
  listing,
  logAttempt,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';

describe.each(VERSIONS)('reach on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let buyer: Person;
  let seller: Person;
  let id: string;

  beforeAll(async () => {
    database = await testDatabase({ version });
    await database.sql`create table inactive (id uuid)`;
    await database.sql.unsafe(WITH_INACTIVE).simple();
  });

  beforeEach(async () => {
    [buyer, seller] = [await person(database), await person(database)];
    id = await create(database.api, buyer, await listing(database, seller));
  });

  const block = (blocker: Person, blocked: Person) =>
    database.sql`insert into public.blocked_users values (${blocker.id}, ${blocked.id})`;

  const REASONS: Record<string, () => PromiseLike<unknown>> = {
    'the buyer has blocked the seller': () => block(buyer, seller),
    'the seller has blocked the buyer': () => block(seller, buyer),
    'the seller is not active': () => database.sql`insert into inactive values (${seller.id})`,
  };

  const phoneFor = async (reader: Person) => (await get(database.api, id, reader.id)).requester_phone;

  test('nothing stands between them: all of it works', async () => {
    expect(await phoneFor(seller)).not.toBeNull();
    await edit(database.api, id, { message: 'After six, please.' }, buyer.id);
    await logAttempt(database.api, id, 'no_answer', seller.id);
    await update(database.api, id, 'cancelled', seller.id, 'It is sold.');
  });

  test.each(Object.keys(REASONS))('%s: no number, no writing', async (reason) => {
    await REASONS[reason]?.();
    expect(await phoneFor(seller)).toBeNull();
    for (const status of ['acknowledged', 'completed'])
      await expectRefusal(update(database.api, id, status, seller.id), 'forbidden');
    await expectRefusal(logAttempt(database.api, id, 'no_answer', seller.id), 'forbidden');
    await expectRefusal(edit(database.api, id, { message: 'Hello.' }, buyer.id), 'forbidden');
  });

  test.each(Object.keys(REASONS))('%s: it can be ended, without a word', async (reason) => {
    await REASONS[reason]?.();
    await expectRefusal(update(database.api, id, 'cancelled', seller.id, 'Call me.'), 'forbidden');
    await expectRefusal(update(database.api, id, 'cancelled', buyer.id, 'Call me.'), 'forbidden');
    await update(database.api, id, 'cancelled', buyer.id);
    expect((await get(database.api, id, buyer.id)).status).toBe('cancelled');
  });

  test('a search by number finds nothing for a seller who may not read it', async () => {
    const found = async () => {
      const [row] = await database.api<{ page: { items: unknown[] } }[]>`
        select public.list_callback_requests('seller', null, 20, null, ${seller.id}, ${digits}) as page`;
      return row?.page.items.length;
    };
    const digits = (await phoneFor(seller))?.slice(-7) ?? '';
    expect(await found()).toBe(1);
    await block(buyer, seller);
    expect(await found()).toBe(0);
  });
});

/** The host's own view, with accounts that are not active. */
const WITH_INACTIVE = `do $$ declare v_view text := pg_get_viewdef('callback_private.host_profiles'); begin
  execute 'create view as_before as ' || v_view;
  execute 'create or replace view callback_private.host_profiles as select ' || (
    select string_agg(case a.attname when 'is_active' then 'not exists (select from inactive i where i.id = p.id) as is_active'
      else 'p.' || a.attname end, ', ' order by a.attnum)
    from pg_attribute a where a.attrelid = 'callback_private.host_profiles'::regclass and a.attnum > 0) || ' from as_before p';
end $$`;
