/** Holds every database object of ours to the conventions, and the grants to what their files and a list of their own name. */

import { EVERY_VERSION, type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildScript } from '../../src/script.ts';
import {
  MAY_EXECUTE,
  PRIVATE_COLUMNS,
  PUBLIC_FOR_USERS,
  SERVICE_ROLES,
  SERVICE_TABLES,
} from './support/allowed.ts';
import { CONVENTIONS } from './support/conventions.ts';
import { findingsOf, OUR_TABLE } from './support/findings.ts';
import { executeGrants } from './support/grants.ts';
import { LINTS } from './support/lints.ts';
import { PERSONAL } from './support/personal.ts';

const DATABASES = EVERY_VERSION.flatMap((version) =>
  (['plain', 'supabase'] as const).map((kind) => ({ kind, version })),
);

describe.each(DATABASES)('on $kind PostgreSQL $version', (options) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase(options);
  });

  test.each(Object.keys(CONVENTIONS))('%s', async (rule) => {
    expect(await findingsOf(database.sql, { [rule]: CONVENTIONS[rule] ?? '' })).toEqual({});
  });

  test.each(Object.keys(PERSONAL))('%s', async (rule) => {
    expect(await findingsOf(database.sql, { [rule]: PERSONAL[rule] ?? '' })).toEqual({});
  });

  test.each(Object.keys(LINTS))('lint %s', async (rule) => {
    expect(await findingsOf(database.sql, { [rule]: LINTS[rule] ?? '' })).toEqual({});
  });

  test('every function may be run by whom the line above it names, and by nobody else', async () => {
    expect(await executeGrants(database.sql)).toEqual(MAY_EXECUTE);
  });

  test('in public, signed-in users may run what the list names, and visitors nothing', async () => {
    const grants = await executeGrants(database.sql);
    const runBy = (role: string) =>
      Object.keys(grants).filter((name) => name.startsWith('public.') && grants[name]?.includes(role));
    expect(runBy('authenticated').sort()).toEqual(PUBLIC_FOR_USERS.map((name) => `public.${name}`));
    expect([...runBy('anon'), ...runBy('PUBLIC')]).toEqual([]);
  });

  test('users read all columns but those that the list names, the service whole tables, and nobody anything else', async () => {
    const rows = await database.sql.unsafe<
      { name: string; isRead: boolean; hidden: string[]; readers: string[] }[]
    >(`
      select format('%s.%s', c.relnamespace::regnamespace, c.relname) as name,
        has_any_column_privilege('authenticated', c.oid, 'select') as "isRead", array(
          select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            and not has_column_privilege('authenticated', c.oid, a.attnum, 'select') order by a.attname) as hidden, array(
          select a.grantee::regrole::text from aclexplode(c.relacl) a where a.grantee <> c.relowner order by 1) as readers
      from pg_class c where ${OUR_TABLE} and c.relkind in ('r', 'p', 'v', 'm', 'f')`);
    const read = rows.filter(({ isRead, readers }) => isRead || readers.length > 0);
    const rightsTo = (name: string, hidden: string[] | undefined) => [name, hidden ?? 'all', SERVICE_ROLES];
    expect(
      read.map(({ name, isRead, hidden, readers }) => [name, isRead ? hidden : 'all', readers]).sort(),
    ).toEqual(SERVICE_TABLES.map((name) => rightsTo(name, PRIVATE_COLUMNS[name]?.toSorted())).sort());
  });
});

/** What the catalogue cannot tell, because it shows the default as if it had been written. */
describe('in the files', () => {
  const sources = buildScript().files.map(({ name, sql }) => [name, sql] as const);

  test('every function states its volatility', () => {
    const silent = sources.flatMap(([name, sql]) =>
      sql
        .split(/^(?=create (?:or replace )?function )/m)
        .slice(1)
        .map((text) => text.slice(0, text.search(/\bas\s*\$/)))
        .filter((head) => !/\b(immutable|stable|volatile)\b/.test(head))
        .map((head) => `${name}: ${head.split('\n', 1)[0]}`),
    );
    expect(silent).toEqual([]);
  });

  test('every constraint of a table is named', () => {
    const unnamed = sources.flatMap(([name, sql]) =>
      [...sql.matchAll(/^create table [^;]*;/gm)].flatMap(([table]) =>
        table
          .split('\n')
          .filter((line) =>
            /^\s*(check|unique|primary key|foreign key)\b|^\s*\w+ (?!.*\bconstraint\b).*\b(primary key|references|unique)\b/.test(
              line,
            ),
          )
          .filter((line) => !/^\s*(constraint|references|--)/.test(line))
          .map((line) => `${name}: ${line.trim()}`),
      ),
    );
    expect(unnamed).toEqual([]);
  });
});
