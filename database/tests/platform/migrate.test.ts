import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  connect,
  createDatabase,
  type MigrateOptions,
  migrate,
  withConnection,
  withDatabase,
} from '../../src/index.ts';

/** What every folder has to offer. */
const RECOGNISE = `create or replace function pg_temp.install_host() returns jsonb language sql as 'select ''{"report": []}''::jsonb';
create or replace procedure pg_temp.finish_host() language sql as '';`;
const HOOKS = `
create or replace function callback_private.rebase_event_positions() returns void language sql as '';`;

let database: TestDatabase;
let folder: string;
let options: MigrateOptions;

beforeEach(async () => {
  database = await testDatabase({ empty: true });
  folder = mkdtempSync(join(tmpdir(), 'ringback-migrate-'));
  options = {
    bootstrap: true,
    folder,
  };
  write('migrations/1_create_notes.sql', 'create table public.notes (id integer, body text);');
  write('functions/notes/00_hooks.sql', HOOKS);
  write('host/recognise/views.sql', RECOGNISE);
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

function write(path: string, sql: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), sql);
}

/** Migrates and returns what was said meanwhile. */
async function run(hear: (message: string) => void = () => {}): Promise<string[]> {
  const messages: string[] = [];
  await migrate(database.url, {
    ...options,
    onProgress(message) {
      messages.push(message);
      hear(message);
    },
  });
  return messages;
}

const value = async (expression: string) =>
  (await database.sql.unsafe(`select ${expression} as value`))[0]?.value;

describe('migrations', () => {
  test('run once, in the order of their names', async () => {
    write('migrations/2_add_author.sql', 'alter table public.notes add column author text;');
    expect(await run()).toEqual([
      'migrations/1_create_notes.sql',
      'migrations/2_add_author.sql',
      'functions/notes/00_hooks.sql',
    ]);
    write('migrations/3_add_title.sql', 'alter table public.notes add column title text;');
    expect(await run()).toEqual(['migrations/3_add_title.sql', 'functions/notes/00_hooks.sql']);
    expect(await run()).toEqual([]);
    expect(
      await value(`(select string_agg(attname, ' ' order by attnum) from pg_attribute
      where attrelid = 'public.notes'::regclass and attnum > 0)`),
    ).toBe('id body author title');
  });

  test('that were changed after they ran are an error that names the file', async () => {
    await run();
    write('migrations/1_create_notes.sql', 'create table public.notes (id bigint);');
    await expect(run()).rejects.toThrow(/1_create_notes\.sql was changed.*\n.*new migration/);
  });

  test('may be checked out with other line ends', async () => {
    write('migrations/1_create_notes.sql', 'create table public.notes (\n  id integer\n);\n');
    await run();
    write('migrations/1_create_notes.sql', 'create table public.notes (\r\n  id integer\r\n);\r\n');
    expect(await run()).toEqual([]);
  });

  test('that this version does not know stop it: the database is newer', async () => {
    write('migrations/2_from_the_future.sql', 'select 1;');
    await run();
    rmSync(join(folder, 'migrations/2_from_the_future.sql'));
    await expect(run()).rejects.toThrow(/newer Ringback: 2_from_the_future\.sql/);
  });

  test('that fail leave the database as it was, and the error says where', async () => {
    write(
      'migrations/2_wrong.sql',
      'create table public.tags (id integer);\n\nalter table public.nothing add column id integer;',
    );
    await expect(run()).rejects.toThrow('migrations/2_wrong.sql: relation "public.nothing" does not exist');
    write(
      'migrations/2_wrong.sql',
      'create table public.tags (id integer);\n\ncreate tabel public.wrong ();',
    );
    await expect(run()).rejects.toThrow('2_wrong.sql:3: syntax error at or near "tabel"');
    expect(await value(`to_regclass('public.notes')`)).toBeNull();
    expect(await value(`to_regnamespace('callback_private')`)).toBeNull();
  });

  test('wait for a table that someone uses, in short waits that let others pass', async () => {
    await run();
    const other = connect(database.url, { max: 1 });
    await other.unsafe('begin; lock table public.notes;').simple();
    write('migrations/2_add_author.sql', 'alter table public.notes add column author text;');
    const messages = await run((message) => {
      if (message.includes('trying again (1 of')) void other.end();
    });
    expect(messages).toContainEqual(expect.stringContaining('trying again (1 of'));
    expect(messages.at(-1)).toBe('functions/notes/00_hooks.sql');
  });
});

test('data is loaded again when its file changed, and only then', async () => {
  write('data/notes.sql', `insert into public.notes values (1, 'first');`);
  expect(await run()).toEqual([
    'migrations/1_create_notes.sql',
    'functions/notes/00_hooks.sql',
    'data/notes.sql',
  ]);
  write('functions/notes/00_hooks.sql', `${HOOKS}\n`);
  expect(await run()).toEqual(['functions/notes/00_hooks.sql']);
  write(
    'data/notes.sql',
    `delete from public.notes;\ninsert into public.notes values (1, 'second'), (2, 'third');`,
  );
  expect(await run()).toEqual(['data/notes.sql']);
  expect(await run()).toEqual([]);
  expect(await value(`(select string_agg(body, ' ' order by id) from public.notes)`)).toBe('second third');
  write('data/notes.sql', '\ninsert into public.nots values (1);');
  await expect(run()).rejects.toThrow('data/notes.sql:2: relation "public.nots" does not exist');
});

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

describe('a database that does not fit', () => {
  const failing = (url: string, other: MigrateOptions = {}) =>
    expect(migrate(url, { ...options, ...other })).rejects;

  test('without roles and auth functions is sent to --bootstrap', async () => {
    await failing(database.url, { bootstrap: false }).toThrow(
      /lacks the function auth\.jwt\(\), auth\.uid\(\)\.\n.*ringback migrate --bootstrap/,
    );
  });

  test.each(['uid', 'jwt'])('without auth.%s() alone is sent there too', async (name) => {
    await run();
    await database.sql.unsafe(`drop function auth.${name}()`);
    await failing(database.url, { bootstrap: false }).toThrow(
      `lacks the function auth.${name}().\nSupabase has`,
    );
  });

  test.each(['uid', 'role', 'jwt'])('without auth.%s() alone gets it from --bootstrap', async (name) => {
    await run();
    await database.sql.unsafe(`drop function auth.${name}()`);
    await run();
    expect(await value(`to_regprocedure('auth.${name}()')::text`)).toBe(`auth.${name}()`);
  });

  test('in another encoding, the error says how to make one in UTF8', async () => {
    await database.sql.unsafe(`create database latin template template0 encoding 'LATIN1'`);
    try {
      await failing(withDatabase(database.url, 'latin')).toThrow(
        /is LATIN1; Ringback needs UTF8\.\n.*latin_utf8/,
      );
    } finally {
      await database.sql`drop database latin with (force)`;
    }
  });

  test('where the user has no rights, the error names the grants', async () => {
    await failing(database.apiUrl).toThrow(
      /ringback_api may not create.*\n.*grant create, temporary on database/,
    );
  });

  test('that is a copy of another server keeps working: bootstrap and all', async () => {
    await run();
    const copy = `${new URL(database.url).pathname.slice(1)}_copy`;
    await database.sql.end();
    await createDatabase(withDatabase(database.url, 'postgres'), copy, {
      template: new URL(database.url).pathname.slice(1),
    });
    await migrate(withDatabase(database.url, copy), options);
    await withConnection(
      withDatabase(database.url, 'postgres'),
      (sql) => sql`drop database ${sql(copy)} with (force)`,
    );
  });
});
