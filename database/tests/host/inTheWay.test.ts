/** An older callback feature in the way: reported, set aside when asked, its rows imported through a mapping that is shown first. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asUser, copyOf, type TestDatabase, VERSIONS } from '@ringback/testing/database/index.ts';
import { fullTest } from '@ringback/testing/fullTest.ts';
import { expect, test } from 'vitest';
import { init, migrate } from '../../src/index.ts';
import { BIKE, BUYER, SELLER, SHAPES, SOLD_LAMP } from './shapes.ts';
import { emptyDatabase } from './support.ts';

const HOST = SHAPES[0]?.sql ?? '';
const KEPT_ID = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';

const OLD = `
  create table public.callback_requests (
    id bigserial primary key, uuid uuid unique default gen_random_uuid(), buyer_id uuid not null, product_id uuid, phone text, note text,
    state text default 'new', created_at timestamp default now(), updated_at timestamp, constraint callback_requests_seller_check check (phone <> ''));
  create index callback_requests_by_listing on public.callback_requests (product_id);
  alter table public.callback_requests enable row level security;
  create policy "Buyers read" on public.callback_requests for select using (true);
  grant select on public.callback_requests to public;
  create function public.create_callback_request(buyer uuid, product uuid) returns bigint language sql
    as 'insert into public.callback_requests (buyer_id, product_id) values (buyer, product) returning id';
  insert into public.callback_requests (buyer_id, product_id, phone, note, state, created_at, updated_at) values
    ('${BUYER}', '${BIKE}', '(415) 555-2671', null, 'new', now() - interval '1 day', null),
    ('${BUYER}', '${BIKE}', '+1 415 555-2671', ' Is it still there? ', 'new', now() - interval '2 days', null),
    ('${BUYER}', '${BIKE}', '0014155552671', null, 'done', now() - interval '20 days', now() - interval '19 days'),
    ('${BUYER}', '${BIKE}', '+14155552671', null, 'rejected', now() - interval '30 days', now() - interval '29 days'),
    ('${BUYER}', '${SOLD_LAMP}', '+14155552671', null, 'open', now() - interval '60 days', null),
    ('${BUYER}', '${SOLD_LAMP}', '+14155552671', null, 'open', now() - interval '60 days', null),
    ('${SELLER}', '${BIKE}', '+14155552671', null, 'new', now(), null),
    (gen_random_uuid(), '${BIKE}', '+14155552671', null, 'new', now(), null),
    ('${BUYER}', gen_random_uuid(), '+14155552671', null, 'new', now(), null),
    ('${BUYER}', '${SOLD_LAMP}', '+14155552671', null, 'limbo', now(), null);`;

async function say(db: TestDatabase, options: Parameters<typeof init>[1]): Promise<string> {
  const lines: string[] = [];
  await init(db.url, options, (line) => lines.push(line));
  return lines.join('\n');
}

const temporary = (name: string) => join(mkdtempSync(join(tmpdir(), 'ringback-init-')), name);

async function withOldTable(version?: number): Promise<TestDatabase> {
  const db = await emptyDatabase('plain', version);
  await db.sql.unsafe(HOST + OLD).simple();
  return db;
}

/** With the old table set aside and Ringback installed; of each version made once. */
async function withOldSetAside(version?: number): Promise<TestDatabase> {
  const made = ready.get(version) ?? setAside(version);
  ready.set(version, made);
  return copyOf(await made);
}
const ready = new Map<number | undefined, Promise<TestDatabase>>();

async function setAside(version?: number): Promise<TestDatabase> {
  const db = await withOldTable(version);
  await say(db, { setAside: 'callback_requests', as: 'callback_requests_before_ringback' });
  await say(db, { setAside: 'all' });
  await migrate(db.url, { bootstrap: true });
  return db;
}

test('migrate stops before it makes anything and says what can be done', async () => {
  const db = await withOldTable();
  const refusal = migrate(db.url, { bootstrap: true });
  await expect(refusal).rejects.toThrow(
    /Already here and not Ringback's: the table public\.callback_requests \(id bigint, uuid uuid/,
  );
  await expect(refusal).rejects.toThrow(
    /ringback init --set-aside callback_requests --as callback_requests_before_ringback/,
  );
  expect(await db.sql`select from public.callback_requests`).toHaveLength(10);
  expect(await db.sql`select from pg_namespace where nspname = 'callback_private'`).toHaveLength(0);
});

test('init reports it and changes nothing', async () => {
  const db = await withOldTable();
  const text = await say(db, { out: temporary('host.sql') });
  expect(text).toMatch(/In the way:/);
  expect(text).toMatch(/ringback init --set-aside callback_requests --as callback_requests_before_ringback/);
  expect(text).toMatch(
    /ringback init --set-aside create_callback_request --as create_callback_request_before_ringback/,
  );
  expect(await db.sql`select from public.callback_requests`).toHaveLength(10);
});

test('set aside, the table keeps its data, policies and grants, and nothing of it clashes', async () => {
  const db = await withOldTable();
  await expect(say(db, { setAside: 'callback_requests' })).rejects.toThrow(/Say the new name: --as/);
  await expect(say(db, { setAside: 'callback_requests', as: 'listings' })).rejects.toThrow(
    /public\.listings exists already/,
  );
  await expect(say(db, { setAside: 'nothing', as: 'something' })).rejects.toThrow(
    /no table or function public\.nothing/,
  );
  const after = await withOldSetAside();
  const [table] = await after.sql`
    select c.relrowsecurity, (select count(*) from pg_policy where polrelid = c.oid) as policies, (select count(*) from public.callback_requests_before_ringback) as rows,
      has_table_privilege('anon', c.oid, 'select') as is_granted, pg_get_serial_sequence('public.callback_requests_before_ringback', 'id') as sequence,
      (select array_agg(conname::text order by conname) from pg_constraint where conrelid = c.oid and contype <> 'n') as constraints
    from pg_class c where oid = 'public.callback_requests_before_ringback'::regclass`;
  expect(table).toEqual({
    relrowsecurity: true,
    policies: 1,
    rows: 10,
    is_granted: true,
    sequence: 'public.callback_requests_before_ringback_id_seq',
    constraints: [
      'callback_requests_before_ringback_pkey',
      'callback_requests_before_ringback_seller_check',
      'callback_requests_before_ringback_uuid_key',
    ],
  });
  await expect(say(after, { setAside: 'callback_requests', as: 'mine' })).rejects.toThrow(
    /Ringback is installed/,
  );
});

test.each(VERSIONS)(
  'an import shows its mapping, counts what stays behind by reason, and imports nothing twice (PostgreSQL %i)',
  async (version) => {
    const db = await withOldSetAside(version);
    const file = temporary('import.json');
    const proposal = await say(db, { import: 'callback_requests_before_ringback', out: file });
    expect(proposal).toMatch(/buyer_id → requester_id/);
    expect(proposal).toMatch(/product_id → listing_id/);
    expect(proposal).toMatch(/\(none\) → seller_id/);
    expect(proposal).toMatch(/created_at → requested_at/);
    expect(proposal).toMatch(/new → pending/);
    expect(proposal).toMatch(/rejected → cancelled_by_seller/);
    expect(proposal).toMatch(/limbo → skip/);
    expect(proposal).toMatch(/Rows: 4 would be imported/);
    expect(proposal).toMatch(/1: the buyer has another request for this listing and day \(6\)/);
    expect(proposal).toMatch(/1: the buyer's own listing \(7\)/);
    expect(proposal).toMatch(/1: the buyer is unknown \(8\)/);
    expect(proposal).toMatch(/1: the listing is unknown \(9\)/);
    expect(proposal).toMatch(/1: the mapping does not import its status \(10\)/);
    expect(proposal).toMatch(/1: no phone number that can be read \(1\)/);
    expect(await db.sql`select from public.callback_requests`).toHaveLength(0);

    const trial = await say(db, { import: 'callback_requests_before_ringback', mapping: file });
    expect(trial).toMatch(/Rows: 4 would be imported; add --yes/);
    expect(await db.sql`select from public.callback_requests`).toHaveLength(0);

    expect(await say(db, { import: 'callback_requests_before_ringback', mapping: file, yes: true })).toMatch(
      /Rows: 4 imported/,
    );
    const requests =
      await db.sql`select status, requester_phone, requester_name, message, cancelled_by, seller_id from public.callback_requests order by requested_at`;
    const common = {
      requester_phone: '+14155552671',
      requester_name: 'Ada Okafor',
      message: null,
      cancelled_by: null,
      seller_id: SELLER,
    };
    expect(requests).toEqual([
      { ...common, status: 'expired' },
      { ...common, status: 'cancelled', cancelled_by: 'seller' },
      { ...common, status: 'completed' },
      { ...common, status: 'pending', message: 'Is it still there?' },
    ]);
    expect(await db.sql`select from public.callback_request_notifications`).toHaveLength(0);

    const again = await say(db, { import: 'callback_requests_before_ringback', mapping: file, yes: true });
    expect(again).toMatch(/Rows: 0 imported/);
    expect(again).toMatch(/4: imported before \(2, 3, 4, 5\)/);
    expect(await db.sql`select from public.callback_requests`).toHaveLength(4);
    expect(await db.sql`select from public.callback_requests_before_ringback`).toHaveLength(10);
  },
);

test('imported requests count in the statistics and have their history', async () => {
  const db = await withOldSetAside();
  const file = temporary('import.json');
  await say(db, { import: 'callback_requests_before_ringback', out: file });
  await say(db, { import: 'callback_requests_before_ringback', mapping: file, yes: true });
  const [stats] = await asUser(
    db.sql,
    SELLER,
    (sql) => sql`select public.get_callback_request_stats() as answer`,
  );
  expect(stats?.answer.as_seller).toMatchObject({
    total_received: 4,
    pending: 1,
    completed: 1,
    cancelled: 1,
    expired: 1,
  });
  const [request] = await asUser(
    db.sql,
    BUYER,
    (sql) =>
      sql`select public.get_callback_request(id) as answer from public.callback_requests where status = 'completed'`,
  );
  expect(request?.answer.history).toMatchObject([
    { actor: 'buyer', from_status: null, to_status: 'pending' },
    { actor: 'seller', from_status: 'pending', to_status: 'completed' },
  ]);
});

test('ids that are free uuids are kept, and a mapping with a mistake is refused', async () => {
  const db = await withOldSetAside();
  await db.sql`update public.callback_requests_before_ringback set uuid = ${KEPT_ID} where id = 3`;
  const file = temporary('import.json');
  await say(db, { import: 'callback_requests_before_ringback', out: file });
  const mapping = JSON.parse(readFileSync(file, 'utf8'));
  mapping.columns.id = 'uuid';
  writeFileSync(file, JSON.stringify(mapping));
  const run = { import: 'callback_requests_before_ringback', mapping: file, yes: true };
  expect(await say(db, run)).toMatch(/Rows: 4 imported/);
  expect(await db.sql`select id from public.callback_requests where status = 'completed'`).toEqual([
    { id: KEPT_ID },
  ]);
  expect(await say(db, run)).toMatch(/Rows: 0 imported/);

  writeFileSync(file, '{ "table": ');
  await expect(say(db, run)).rejects.toThrow(/The mapping is not JSON/);
  await expect(say(db, { ...run, mapping: `${file}.gone` })).rejects.toThrow(/There is no file .*gone/);
  mapping.statuses.new = 'nearly done';
  writeFileSync(file, JSON.stringify(mapping));
  await expect(say(db, run)).rejects.toThrow(
    /statuses\."new" must be one of pending, acknowledged, completed/,
  );
  mapping.statuses.new = 'pending';
  mapping.columns.message = 'nowhere';
  writeFileSync(file, JSON.stringify(mapping));
  await expect(say(db, run)).rejects.toThrow(/has no column nowhere, which the mapping names/);
});

fullTest('rows whose people and listings have numbers for ids are imported', async () => {
  const db = await emptyDatabase();
  await db.sql
    .unsafe(`
      create table public.users (id bigint primary key, name text, phone text);
      create table public.listings (id bigint primary key, user_id bigint references public.users, title text, price numeric);
      create table public.old_calls (id bigserial, buyer_id bigint, listing_id bigint, phone text, state text, created_at timestamptz default now());
      insert into public.users values (1, 'Ada', '+14155550123'), (2, 'Bea', '+46701740605');
      insert into public.listings values (41, 2, 'Road bike', 420);
      insert into public.old_calls (buyer_id, listing_id, phone, state) values (1, 41, '+14155552671', 'new'), (9, 41, '+14155552671', 'new');`)
    .simple();
  await migrate(db.url, { bootstrap: true });
  const out = temporary('import.json');
  expect(await say(db, { import: 'public.old_calls', out })).toMatch(/Rows: 1 would be imported/);
  expect(await say(db, { import: 'public.old_calls', mapping: out, yes: true })).toMatch(
    /Rows: 1 imported.*1: the buyer is unknown/s,
  );
  const [row] = await db.sql`select requester_id, seller_id, listing_id from public.callback_requests`;
  expect(row).toEqual({ requester_id: 1, seller_id: 2, listing_id: 41 });
});

test('functions that still use an old name are named', async () => {
  const db = await withOldTable();
  await db.sql`create function public.count_calls() returns bigint language sql as 'select count(*) from public.callback_requests'`;
  await db.sql`create function public.count_others() returns bigint language sql as 'select count(*) from public.my_callback_requests_log'`.catch(
    () => {},
  );
  const text = await say(db, { setAside: 'callback_requests', as: 'older_requests' });
  expect(text).toMatch(/still use an old name.*\n(.*\n)* {2}count_calls\(\) uses callback_requests\n/);
  expect(text).toMatch(/ {2}create_callback_request\(uuid,uuid\) uses callback_requests/);
});

const reading = (text: string, region: string | undefined) =>
  text.startsWith('0') && region === 'GH' ? `+233${text.slice(1)}` : undefined;

test('national numbers are imported, read by the region that is asked for or by the policy’s', async () => {
  const db = await withOldSetAside();
  await db.sql`update public.callback_requests_before_ringback set phone = '0241234567' where id = 2`;
  const [file, second] = [temporary('import.json'), temporary('import.json')];
  const run = { import: 'callback_requests_before_ringback', readPhone: reading };
  expect(await say(db, { ...run, out: file })).toMatch(/2: no phone number that can be read/);
  expect(await say(db, { ...run, out: second, region: 'GH' })).toMatch(/1: no phone number that can be read/);
  await db.sql`update callback_private.settings set default_phone_region = 'GH'`;
  await say(db, { ...run, mapping: file, yes: true });
  expect(
    await db.sql`select from public.callback_requests where requester_phone = '+233241234567'`,
  ).toHaveLength(1);
});
