/** A database of its own for a test file: a copy of a template, dropped when the file is done. */
import { randomBytes } from 'node:crypto';
import { connect, type Sql, withDatabase } from '@ringback/database';
import { inject } from 'vitest';
import { byForm } from '../full.ts';
import { ID_TYPES, type IdType } from './ids.ts';
import { asRole } from './roles.ts';
import type { TestServer } from './servers.ts';
import { type DatabaseKind, templateName } from './templates.ts';

export type TestDatabase = {
  kind: DatabaseKind;
  /** The type of people's and listings' ids. */
  ids: IdType;
  /** PostgreSQL's major version. */
  version: number;
  /** Connection string of the database's owner: the superuser, on Supabase the project's owner. */
  url: string;
  /** A pool of the owner. */
  sql: Sql;
  /** Connection string of the API's login role, a member of callback_service and nothing else. */
  apiUrl: string;
  /** A pool of the API's login role. */
  api: Sql;
  /** Closes the pools and drops the database; happens by itself at the end of the test file. */
  drop(): Promise<void>;
};

/** For what may differ between versions of PostgreSQL: installing, rights, plans, time zones. */
export const EVERY_VERSION: readonly number[] = Object.keys(inject('servers')).map(Number);

const NEWEST = Math.max(...EVERY_VERSION);

/** For logic that cannot differ: the newest, and in the full form (`npm run test:long`) every one. */
export const VERSIONS: readonly number[] = byForm([NEWEST], EVERY_VERSION);

/** The kinds of database that rights and attacks are tried on. On Supabase the ids of people are those of its own users: uuid. */
export const databasesOf = (versions: readonly number[]) =>
  versions.flatMap((version) => [
    { kind: 'supabase', version, ids: 'uuid' } as const,
    ...ID_TYPES.map((ids) => ({ kind: 'plain', version, ids }) as const),
  ]);

const open = new Set<TestDatabase>();

/** A fresh database with the host's tables and Ringback installed; `empty` has neither. */
export async function testDatabase(
  options: { version?: number | undefined; kind?: DatabaseKind; ids?: IdType; empty?: boolean } = {},
): Promise<TestDatabase> {
  const { version = NEWEST, kind = 'plain', ids = 'uuid', empty = false } = options;
  const { templates } = serverOf(version);
  return copy({ kind, ids, version }, empty ? 'template0' : String(templates[templateName(kind, ids)]));
}

/** Another like that one, which nobody works on at the moment: what is costly to make is made once. */
export async function copyOf(source: TestDatabase): Promise<TestDatabase> {
  const name = new URL(source.url).pathname.slice(1);
  await administration(
    serverOf(source.version),
  )`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  return copy(source, name);
}

function serverOf(version: number): TestServer {
  const server = inject('servers')[version];
  if (!server) throw new Error(`No PostgreSQL ${version} runs; see RINGBACK_POSTGRES.`);
  return server;
}

type Properties = Pick<TestDatabase, 'kind' | 'ids' | 'version'>;

async function copy({ kind, ids, version }: Properties, template: string): Promise<TestDatabase> {
  const server = serverOf(version);
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = administration(server);
  await copyFiles(admin, name, template, kind === 'supabase' ? 'supabase_owner' : 'postgres');
  const superUrl = withDatabase(server.url, name);
  const url = kind === 'supabase' ? asRole(superUrl, 'supabase_owner') : superUrl;
  const apiUrl = asRole(superUrl, 'ringback_api');
  const [sql, api] = [connect(url), connect(apiUrl)];
  const database: TestDatabase = {
    ...{ kind, version, ids, url, sql, apiUrl, api },
    async drop() {
      if (!open.delete(database)) return;
      await Promise.all([sql.end({ timeout: 1 }), api.end({ timeout: 1 })]);
      await admin.unsafe(`drop database if exists ${name} with (force)`);
    },
  };
  open.add(database);
  return database;
}

/** The default, which writes every page to the log, takes three times as long. */
const copyFiles = (admin: Sql, name: string, template: string, owner: string) =>
  admin.unsafe(`create database ${name} template ${template} owner ${owner} strategy file_copy`);

const administrations = new Map<string, Sql>();

/** The server's superuser, connected to none of the test databases; kept, for a connection costs more than a copy. */
function administration({ url }: TestServer): Sql {
  const pool = administrations.get(url) ?? connect(url, { max: 2, statementTimeoutMs: 0 });
  administrations.set(url, pool);
  return pool;
}

/** Drops what this test file has opened. */
export async function dropTestDatabases(): Promise<void> {
  await Promise.all([...open].map((database) => database.drop()));
}
