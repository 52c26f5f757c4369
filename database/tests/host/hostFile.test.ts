/** The file of the host views after it was installed: corrected and run again, taken apart for a while, and its foreign keys renewed. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asUser, copyOf, type TestDatabase, VERSIONS } from '@ringback/testing/database/index.ts';
import { expect, test } from 'vitest';
import { init, migrate, unlinkHost } from '../../src/index.ts';
import { emptyDatabase } from './support.ts';

const [BUYER, SELLER, BIKE] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
const MARKETPLACE = `
  create table public.profiles (id uuid primary key, full_name varchar(100), phone varchar(20), mobile varchar(20), active integer default 1);
  create table public.listings (id uuid primary key, user_id uuid references public.profiles, title varchar(200), price numeric(10, 2));
  insert into public.profiles (id, full_name, phone, mobile) values
    ('${BUYER}', 'Ada', '+14155550123', null), ('${SELLER}', 'Bea', '+14155550124', '+14155550125');
  insert into public.listings values ('${BIKE}', '${SELLER}', 'Bike', 1);`;

type Installed = TestDatabase & { file: string };
const ready = new Map<number | undefined, Promise<Installed>>();

/** The marketplace with Ringback installed and a request; of each version made once. */
async function installed(version?: number): Promise<Installed> {
  const made = ready.get(version) ?? install(version);
  ready.set(version, made);
  const { file } = await made;
  return { ...(await copyOf(await made)), file };
}

async function install(version?: number): Promise<Installed> {
  const db = await emptyDatabase('plain', version);
  await db.sql.unsafe(MARKETPLACE).simple();
  const out = join(mkdtempSync(join(tmpdir(), 'ringback-file-')), 'host.sql');
  await init(db.url, { out }, () => {});
  const file = readFileSync(out, 'utf8');
  await runFile(db, file);
  await migrate(db.url, { bootstrap: true });
  await db.sql`update callback_private.settings set channels = '{email,sms}'`;
  await asUser(
    db.sql,
    BUYER,
    (sql) => sql`select public.create_callback_request(p_seller_id => ${SELLER}, p_listing_id => ${BIKE},
      p_requester_phone => '+14155552671', p_requester_name => 'Ada')`,
  );
  return { ...db, file };
}

const runFile = (db: TestDatabase, file: string) => db.sql.begin((sql) => sql.unsafe(file).simple());

const phoneOf = async ({ sql }: TestDatabase, id: string) =>
  (await sql`select phone from callback_private.host_profiles where id = ${id}`)[0]?.phone;

test.each(VERSIONS)('a corrected file is run again, and again (PostgreSQL %i)', async (version) => {
  const db = await installed(version);
  const inOrder =
    /create view callback_private\.host_profiles as\nselect\n([\s\S]*?)\nfrom/.exec(db.file)?.[1] ?? '';
  const lines = inOrder
    .split('\n')
    .filter((line) => !line.includes('--'))
    .map((line) => line.replace(/,$/, ''));
  const corrected = db.file
    .replace(inOrder, [...lines].reverse().join(',\n'))
    .replace(/nullif\(btrim\(p\.phone::text\), ''\)/, 'coalesce(p.mobile, p.phone)')
    .replace(
      /true::boolean as is_active|\(?true\)?(::boolean)? as is_active/,
      '(p.active = 1)::boolean as is_active',
    );
  expect(corrected).toMatch(/\(coalesce\(p\.mobile, p\.phone\)\)::text as phone/);
  for (const time of [1, 2]) {
    await runFile(db, corrected);
    expect(await phoneOf(db, SELLER), `run ${time}`).toBe('+14155550125');
  }
  await migrate(db.url);
  await runFile(db, db.file);
  await migrate(db.url);
  expect(await phoneOf(db, SELLER)).toBe('+14155550124');
  await db.sql`delete from public.listings`;
  expect(await db.sql`select from public.callback_requests where listing_id is not null`).toHaveLength(0);
});

const links = async ({ sql }: TestDatabase) =>
  (await sql`select constraint_name from callback_private.host_links() where is_linked`).length;

test('foreign keys that are missing or lead elsewhere are made again by migrate', async () => {
  const db = await installed();
  expect(await links(db)).toBe(14);
  await db.sql
    .unsafe(`alter table callback_private.devices drop constraint devices_user_id_fkey;
    alter table callback_private.preferences drop constraint preferences_user_id_fkey,
      add constraint preferences_user_id_fkey foreign key (user_id) references public.profiles (id);`)
    .simple();
  expect(await links(db)).toBe(12);
  await migrate(db.url);
  expect(await links(db)).toBe(14);
  await db.sql`insert into callback_private.devices (user_id, kind, token) values (${BUYER}, 'expo', 'ExponentPushToken[a]')`;
  await db.sql`delete from public.profiles where id = ${BUYER}`;
  expect(await db.sql`select from callback_private.devices`).toHaveLength(0);
});

test('the views make room for a change of type, and are as they were afterwards', async () => {
  const db = await installed();
  const change = () => db.sql`alter table public.profiles alter column phone type varchar(40)`;
  await expect(change()).rejects.toThrow(/used by a view/);

  const out = join(mkdtempSync(join(tmpdir(), 'ringback-unlink-')), 'relink.sql');
  await unlinkHost(db.url, out);
  await change();
  await runFile(db, readFileSync(out, 'utf8'));
  expect(await phoneOf(db, SELLER)).toBe('+14155550124');
  await migrate(db.url);
  const readers =
    await db.sql`select from unnest('{anon,authenticated,service_role,callback_service}'::text[]) r
    where has_table_privilege(r, 'callback_private.host_profiles', 'select')`;
  expect(readers).toHaveLength(0);
  await expect(unlinkHost(db.url, out)).rejects.toThrow(/exists already/);
});

test('views that do not fit are refused when they come back', async () => {
  const db = await installed();
  const [row] = await db.sql`select callback_private.unlink_host() as script`;
  await expect(
    runFile(db, String(row?.script).replace('true AS is_active', '1 AS is_active')),
  ).rejects.toThrow(/The host views do not fit: host_profiles\.is_active must be boolean and is integer/);
  await runFile(db, String(row?.script));
  await migrate(db.url);
});
