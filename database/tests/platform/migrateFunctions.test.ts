/** Functions in a migration: replaced, dropped, changed, and who may run them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { database, run, useSqlFolder, value, write } from './sqlFolder.ts';

useSqlFolder();

describe('functions', () => {
  test('are replaced, with their identity kept, when any of them changed', async () => {
    write(
      'functions/notes/10_answer.sql',
      `create or replace function public.answer() returns integer language sql as 'select 41';`,
    );
    await run();
    const oid = await value(`'public.answer()'::regprocedure::oid`);
    write(
      'functions/notes/10_answer.sql',
      `create or replace function public.answer() returns integer language sql as 'select 42';`,
    );
    expect(await run()).toEqual(['functions/notes/00_hooks.sql', 'functions/notes/10_answer.sql']);
    expect(await value('public.answer()')).toBe(42);
    expect(await value(`'public.answer()'::regprocedure::oid`)).toBe(oid);
  });

  test('that no file makes any more are dropped; what others made stays', async () => {
    await database.sql`create function public.host_answer() returns integer language sql as 'select 1'`;
    write(
      'functions/notes/10_answer.sql',
      `
      create or replace function public.answer() returns integer language sql as 'select 42';
      create or replace function public.answer(p_factor integer) returns integer language sql as 'select 42 * p_factor';
      revoke all on function public.host_answer() from public;
      drop view if exists public.answers;
      create view public.answers as select public.answer() as answer;
      drop policy if exists answers on public.notes;
      create policy answers on public.notes using (id = public.answer());`,
    );
    await run();
    write(
      'functions/notes/10_answer.sql',
      `create or replace function public.answer(p_factor integer) returns integer language sql as 'select 42 * p_factor';`,
    );
    write(
      'functions/access/rights.sql', // alters all functions, also those that no file makes
      `do $$ begin execute (select string_agg('revoke all on function ' || oid::regprocedure || ' from public', ';') from pg_proc
        where pronamespace = 'public'::regnamespace); end $$;`,
    );
    expect(await run()).toEqual([
      'functions/notes/00_hooks.sql',
      'functions/notes/10_answer.sql',
      'functions/access/rights.sql',
      ...['policy answers on public.notes', 'view public.answers', 'function public.answer()'].map(
        (object) => `drops the ${object}, which no file makes any more`,
      ),
    ]);
    expect(await value('public.answer(2)')).toBe(84);
    expect(await value('public.host_answer()')).toBe(1);
  });

  test('may change what they return and how their parameters are called', async () => {
    write(
      'functions/notes/10_answer.sql',
      `create or replace function public.answer(p_old integer) returns integer language sql as 'select 42';`,
    );
    write(
      'functions/notes/20_other.sql',
      `create or replace function public.other() returns integer language sql as 'select 1';`,
    );
    await run();
    write('functions/notes/10_answer.sql', `select 1;`);
    write(
      'functions/notes/20_other.sql',
      `create or replace function public.other() returns text language sql as $$ select 'one' $$;
      create or replace function public.answer(p_new integer) returns json language sql as $$ select '{}'::json $$;`,
    );
    await run();
    expect(await value('public.answer(p_new => 1)')).toEqual({});
    expect(await value('public.other()')).toBe('one');
  });

  test('may get another parameter although a comment names them without any', async () => {
    const answer = (
      parameters: string,
    ) => `create or replace function public.answer(${parameters}) returns integer
      language sql as 'select 42';\ncomment on function public.answer is 'The answer.';`;
    write('functions/notes/10_answer.sql', answer('p_a integer'));
    await run();
    write('functions/notes/10_answer.sql', answer('p_a integer, p_b integer default 1'));
    await run();
    expect(await value('public.answer(1)')).toBe(42);
    expect(await value(`obj_description('public.answer(integer, integer)'::regprocedure)`)).toBe(
      'The answer.',
    );
    expect(await value(`to_regprocedure('public.answer(integer)')`)).toBeNull();
  });

  test('that something stands on cannot change their type unasked, and the error says so', async () => {
    write(
      'functions/notes/10_answer.sql',
      `create or replace function public.answer() returns integer language sql immutable as 'select 42';`,
    );
    await run();
    await database.sql`alter table public.notes add check (id <> public.answer())`;
    write(
      'functions/notes/10_answer.sql',
      `create or replace function public.answer() returns bigint language sql immutable as 'select 42';`,
    );
    await expect(run()).rejects.toThrow(/functions\/notes\/10_answer\.sql: cannot change return type/);
    expect(await value('public.answer()')).toBe(42);
  });
});

describe('a function may be run', () => {
  const ROLES =
    'do $$ begin create role callback_service nologin; exception when duplicate_object then null; end $$;';
  const mayRun = async (signature: string) =>
    value(`array(select r from unnest('{anon,authenticated,callback_service,service_role}'::text[]) r
      where has_function_privilege(r, '${signature}', 'execute'))`);

  beforeEach(() => write('migrations/0_roles.sql', ROLES));

  test('by those whom the line above it names, each of its forms, and by nobody else', async () => {
    write(
      'functions/notes/10_answer.sql',
      `-- execute: users
      create or replace function public.answer() returns integer language sql as 'select 42';
      -- execute: users
create or replace function public.answer(p_a integer, p_b text default 'a, (b)', p_c numeric(4,1) default 1) returns integer language sql as 'select 42';
-- execute: service
create or replace function public.answer(
  p_days text[]
)
returns integer language sql as 'select 42';
create or replace function callback_private.inner_answer() returns integer language sql as 'select 42';`.replace(
        /^ +(?=-- execute|create)/gm,
        '',
      ),
    );
    await run();
    expect(await mayRun('public.answer()')).toEqual(['authenticated', 'callback_service', 'service_role']);
    expect(await mayRun('public.answer(integer, text, numeric)')).toContain('authenticated');
    expect(await mayRun('public.answer(text[])')).toEqual(['callback_service', 'service_role']);
    expect(await mayRun('callback_private.inner_answer()')).toEqual([]);
  });

  test('no longer when the line goes, nor because the database gives new functions to everyone', async () => {
    await database.sql`alter default privileges in schema public grant execute on functions to anon, authenticated`;
    const answer = `create or replace function public.answer() returns integer language sql as 'select 42';`;
    write('functions/notes/10_answer.sql', `-- execute: users\n${answer}`);
    await run();
    expect(await mayRun('public.answer()')).toEqual(['authenticated', 'callback_service', 'service_role']);
    write('functions/notes/10_answer.sql', answer);
    await run();
    expect(await mayRun('public.answer()')).toEqual([]);
  });

  test('no longer by those to whom it was passed on', async () => {
    const answer = `create or replace function public.answer() returns integer language sql as 'select 42';`;
    write('functions/notes/10_answer.sql', answer);
    await run();
    await database.sql.unsafe(`grant execute on function public.answer() to authenticated with grant option;
      set role authenticated; grant execute on function public.answer() to anon; reset role`);
    write('functions/notes/10_answer.sql', `-- execute: users\n${answer}`);
    await run();
    expect(await mayRun('public.answer()')).toEqual(['authenticated', 'callback_service', 'service_role']);
  });

  test('but not by those whom a wrong line names: that is an error with file and line', async () => {
    write(
      'functions/notes/10_answer.sql',
      `\n-- execute: everyone\ncreate or replace function public.answer() returns integer language sql as 'select 42';`,
    );
    await expect(run()).rejects.toThrow(
      'functions/notes/10_answer.sql:2: "-- execute: everyone" must be users or service.',
    );
    write('functions/notes/10_answer.sql', '-- execute: users\n\nselect 1;');
    await expect(run()).rejects.toThrow(/10_answer\.sql:1: .* must stand directly above/);
  });
});
