/** Each shape of marketplace: recognised by migrate alone, read rightly, left as it was. */

import { asUser, expectRefusal, type TestDatabase, VERSIONS } from '@ringback/testing/database/index.ts';
import { FULL } from '@ringback/testing/full.ts';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../src/index.ts';
import { ID_SHAPES } from './idShapes.ts';
import { HOST_FINGERPRINT, SHAPES, type Shape, UUIDS } from './shapes.ts';
import { emptyDatabase } from './support.ts';

const request = (db: TestDatabase, buyer: string, seller: string, listing: string) =>
  asUser(db.sql, buyer, async (sql) => {
    const [row] = await sql<[{ id: string }]>`
      select public.create_callback_request(p_seller_id => ${seller}, p_listing_id => ${listing},
        p_requester_phone => '+14155552671', p_requester_name => 'Ada') as id`;
    return row.id;
  });

async function fingerprint(db: TestDatabase): Promise<string> {
  const [row] = await db.sql.unsafe<[{ digest: string }]>(HOST_FINGERPRINT);
  return row.digest;
}

/** The gate's: other names and types, and ids that sort in another order. Its templates are of Supabase's shape, and with numbers for ids. */
const CHOSEN = /^(users and products|text that sorts)/;
const TRIED = [...SHAPES, ...ID_SHAPES].filter(({ name }) => FULL || CHOSEN.test(name));

describe.each(VERSIONS)('PostgreSQL %i', (version) => {
  test.each(TRIED)('$name', async (shape: Shape) => {
    const { buyer, seller, blocked, bike, lamp } = shape.ids ?? UUIDS;
    const db = await emptyDatabase(shape.kind ?? 'plain', version);
    await db.sql.unsafe(shape.sql).simple();
    const before = await fingerprint(db);
    const lines: string[] = [];
    await migrate(db.url, { bootstrap: shape.kind !== 'supabase', onProgress: (line) => lines.push(line) });
    expect(await fingerprint(db)).toBe(before);
    expect(lines.join('\n')).toMatch(/host_profiles reads /);

    const id = await request(db, buyer, seller, bike);
    const [row] = await asUser(
      db.sql,
      seller,
      (sql) => sql<[{ answer: Shape['answer'] }]>`select public.get_callback_request(${id}) as answer`,
    );
    expect(row.answer.seller).toEqual({ id: seller, ...shape.answer.seller });
    expect(row.answer.listing).toEqual({ id: bike, ...shape.answer.listing });

    const [profile] = await db.sql`select * from callback_private.host_profiles where id = ${seller}`;
    expect(profile).toMatchObject(shape.profile);
    const [listing] = await db.sql`select * from callback_private.host_listings where id = ${bike}`;
    expect(listing).toMatchObject({ location: shape.location, is_available: true });

    await expectRefusal(request(db, buyer, seller, lamp), 'listing_unavailable');
    await expectRefusal(
      request(db, blocked, seller, bike),
      shape.hasBlocks ? 'seller_unreachable' : 'forbidden',
    );
    await expectRefusal(request(db, seller, seller, bike), 'own_listing');
    await expectLookupsByKey(db, shape);

    await migrate(db.url, { bootstrap: shape.kind !== 'supabase' });
    await expectRequestsToLoseTheirListing(db);
  });
});

async function expectLookupsByKey({ sql }: TestDatabase, { keys, ids = UUIDS }: Shape): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`set local enable_seqscan = off`;
    await transaction`set local enable_bitmapscan = off`;
    for (const [view, id, index] of [
      ['host_profiles', ids.buyer, keys.people],
      ['host_listings', ids.bike, keys.listings],
    ]) {
      const plan = await transaction.unsafe(
        `explain (costs off) select * from callback_private.${view} where id = '${id}'`,
      );
      expect(plan.map((line) => line['QUERY PLAN']).at(0)).toMatch(
        new RegExp(`^Index Scan using "?${index}"? on`),
      );
    }
  });
}

async function expectRequestsToLoseTheirListing({ sql }: TestDatabase): Promise<void> {
  const links = await sql<{ name: string }[]>`
    select conname as name from pg_constraint where contype = 'f' and confdeltype = 'n' and convalidated
      and conrelid in ('public.callback_requests'::regclass, 'public.callback_request_notifications'::regclass) order by conname`;
  expect(links.map(({ name }) => name)).toEqual([
    'callback_request_notifications_recipient_id_fkey',
    'callback_requests_listing_id_fkey',
    'callback_requests_requester_id_fkey',
    'callback_requests_seller_id_fkey',
  ]);
  await sql.unsafe(DELETE_LISTINGS).simple();
  expect(await sql`select from public.callback_requests where listing_id is not null`).toHaveLength(0);
}

const DELETE_LISTINGS = `do $$
declare
  v_listings regclass := (select confrelid from pg_constraint where conname = 'callback_requests_listing_id_fkey');
  v_pictures regclass := to_regclass('shop.item_photos');
begin
  if v_pictures is not null then execute format('delete from %s', v_pictures); end if;
  execute format('delete from %s', v_listings);
end $$`;
