/** Holds every database object of ours to the conventions, and the grants to a list of their own. */

import { type TestDatabase, testDatabase, VERSIONS } from '@ringback/testing/database/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildScript } from '../../src/script.ts';
import {
  MAY_EXECUTE,
  PRIVATE_TABLES,
  PRIVATE_VIEWS,
  PUBLIC_TABLES,
  SERVICE_ROLES,
  SERVICE_TABLES,
} from './support/allowed.ts';
import { CONVENTIONS } from './support/conventions.ts';
import { findingsOf, OUR_TABLE } from './support/findings.ts';
import { executeGrants } from './support/grants.ts';
import { LINTS } from './support/lints.ts';

const DATABASES = VERSIONS.flatMap((version) =>
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

  test.each(Object.keys(LINTS))('lint %s', async (rule) => {
    expect(await findingsOf(database.sql, { [rule]: LINTS[rule] ?? '' })).toEqual({});
  });

  test('every function may be run by whom the list names, and by nobody else', async () => {
    expect(await executeGrants(database.sql)).toEqual(MAY_EXECUTE);
  });

  test('every table and view is known, and users read the columns that the list names', async () => {
    const rows = await database.sql.unsafe<
      { name: string; relkind: string; columns: string[]; readers: string[] }[]
    >(`
      select c.relname::text as name, c.relkind::text, array(
          select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
            and has_column_privilege('authenticated', c.oid, a.attnum, 'select') order by a.attnum) as columns, array(
          select a.grantee::regrole::text from aclexplode(c.relacl) a where a.grantee <> c.relowner order by 1) as readers
      from pg_class c where ${OUR_TABLE} and c.relkind in ('r', 'p', 'v', 'm', 'f')`);
    const known = Object.fromEntries(rows.map(({ name, columns, readers }) => [name, { columns, readers }]));
    expect(known).toEqual({
      ...Object.fromEntries(
        Object.entries(PUBLIC_TABLES).map(([name, columns]) => [name, { columns, readers: SERVICE_ROLES }]),
      ),
      ...Object.fromEntries(SERVICE_TABLES.map((name) => [name, { columns: [], readers: SERVICE_ROLES }])),
      ...Object.fromEntries(
        [...PRIVATE_TABLES, ...PRIVATE_VIEWS].map((name) => [name, { columns: [], readers: [] }]),
      ),
    });
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
