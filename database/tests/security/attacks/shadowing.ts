/**
 * Names of the attacker's own: PostgreSQL looks for tables and types in a session's temporary schema before anything else, unless the
 * path says otherwise, even while the path is empty. Code that our functions then run would run with their owner's rights.
 */
import { expect } from 'vitest';
import { type Attack, attack } from '../support/attack.ts';
import { expectDenied, type Stage } from '../support/stage.ts';

/** Leaves the name of the role that runs this behind, in a table that any role may write to. */
const TRAP = `
  create function pg_temp.trap(anyelement) returns boolean language plpgsql as
  'begin insert into public.trapped values (current_user); return true; end'`;

async function trapped({ owner }: Stage): Promise<string[]> {
  const rows = await owner<
    { who: string }[]
  >`select distinct who from public.trapped where who <> 'authenticated'`;
  return rows.map(({ who }) => who);
}

const layTrap = (stage: Stage) =>
  stage.owner.unsafe(
    `create table public.trapped (who name); grant insert on public.trapped to authenticated`,
  );

/** Everything that a buyer may do, so that each function compiles beside the trap. */
async function useEverything({ ask, as, buyer, seller, spare, requestId }: Stage): Promise<void> {
  await ask(buyer)`select public.create_callback_request(
    p_seller_id := ${seller.id}, p_listing_id := ${spare.id}, p_requester_phone := '+12125550101', p_requester_name := 'Grace',
    p_message := 'Hello', p_preferred_days := array['Monday'])`;
  await ask(buyer)`select public.can_request_callback(${spare.id})`;
  await as(buyer, async (sql) => {
    const [page] = await sql`select public.list_callback_requests('buyer', p_limit := 1) as page`;
    await sql`select public.list_callback_requests('buyer', p_cursor := ${page?.page.next_cursor})`;
  });
  await ask(buyer)`select public.get_callback_request(${requestId})`;
  await ask(buyer)`select public.get_callback_request_stats()`;
  await ask(buyer)`select public.list_callback_notifications()`;
  await ask(buyer)`select public.mark_all_callback_notifications_read()`;
  await ask(
    buyer,
  )`select public.update_callback_request_status(${requestId}, 'cancelled', p_reason := 'No longer')`;
}

const control = async (stage: Stage) => {
  await layTrap(stage);
  await stage.owner.unsafe(TRAP);
  await stage.owner`select pg_temp.trap(1)`;
  expect(await trapped(stage), 'the trap itself works').toHaveLength(1);
  await useEverything(stage);
};

const TYPES = [
  'uuid',
  'text',
  'name',
  'jsonb',
  'json',
  'date',
  'timestamptz',
  'bytea',
  'xid8',
  'regnamespace',
];

export const shadowing: Attack[] = [
  attack(
    'types in pg_temp run code as the owner',
    async (stage) => {
      await layTrap(stage);
      await stage.as(stage.buyer, async (sql) => {
        await sql.unsafe(TRAP);
        for (const type of TYPES)
          await sql.unsafe(`create domain pg_temp.${type} as pg_catalog.${type} check (pg_temp.trap(value))`);
      });
      await useEverything(stage);
      expect(await trapped(stage)).toEqual([]);
    },
    control,
  ),

  attack(
    'tables in pg_temp stand in for ours and for the catalogue',
    async (stage) => {
      await stage.as(stage.buyer, async (sql) => {
        await sql`create temp table callback_requests (id uuid, requester_id uuid, seller_id uuid, requester_phone text)`;
        await sql`create temp table settings (requests_per_user_per_day integer)`;
        await sql`create temp table pg_constraint (oid oid, conname name, connamespace oid)`;
        await sql`create temp table pg_roles (rolname name)`;
        await sql`set local search_path = pg_temp, public`;
      });
      const read = stage.ask(stage.buyer)`select public.get_callback_request(${stage.requestId}) ->> 'id'`;
      expect(await read).toBe(stage.requestId);
      await useEverything(stage);
    },
    useEverything,
  ),

  attack(
    'functions and operators in pg_temp stand in for those of the system and ours',
    async (stage) => {
      await layTrap(stage);
      await stage.as(stage.buyer, async (sql) => {
        await sql.unsafe(TRAP);
        for (const [name, result] of [
          ['now', 'timestamptz'],
          ['gen_random_uuid', 'uuid'],
          ['acting_user', 'uuid'],
        ]) {
          await sql.unsafe(`create function pg_temp.${name}() returns ${result} language plpgsql as
            'begin perform pg_temp.trap(1); return null; end'`);
        }
        await sql.unsafe(`create function pg_temp.same(uuid, uuid) returns boolean language plpgsql as
          'begin perform pg_temp.trap(1); return true; end'`);
        await sql.unsafe(
          'create operator pg_temp.= (leftarg = uuid, rightarg = uuid, function = pg_temp.same)',
        );
        await sql`set local search_path = pg_temp, pg_catalog, public`;
      });
      await useEverything(stage);
      expect(await trapped(stage)).toEqual([]);
    },
    control,
  ),

  attack(
    'a schema of one’s own, or a function in ours',
    async ({ as, buyer }) => {
      for (const statement of [
        'create schema evil',
        `create function public.evil() returns int language sql as 'select 1'`,
        `create function callback_private.evil() returns int language sql as 'select 1'`,
        `create table public.evil ()`,
        `create table callback_private.evil ()`,
        `create or replace function callback_private.is_trusted() returns boolean language sql as 'select true'`,
        `alter function callback_private.acting_user reset all`,
        `drop function public.get_callback_request`,
      ]) {
        await expectDenied(as(buyer, (sql) => sql.unsafe(statement)));
      }
    },
    ({ as, buyer }) => as(buyer, (sql) => sql`create temp table harmless ()`),
  ),

  attack(
    'settings that switch protection off',
    async ({ as, buyer }) => {
      await expectDenied(as(buyer, (sql) => sql`set local session_replication_role = replica`));
      await expectDenied(
        as(buyer, async (sql) => {
          await sql`set local row_security = off`;
          await sql`select id from public.callback_requests`;
        }),
      );
    },
    ({ as, buyer }) => as(buyer, (sql) => sql`select id from public.callback_requests`),
  ),
];
