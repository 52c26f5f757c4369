/** Migrations: run once and in order, whole or not at all, and only on a database that fits. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  connect,
  createDatabase,
  type MigrateOptions,
  migrate,
  withConnection,
  withDatabase,
} from '../../src/index.ts';
import { database, folder, HOOKS, options, run, useSqlFolder, value, write } from './sqlFolder.ts';

useSqlFolder();

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
