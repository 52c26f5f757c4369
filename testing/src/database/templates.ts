/** Makes the databases that tests copy: one a plain PostgreSQL, one a Supabase project, both with Ringback installed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createDatabase,
  dropDatabase,
  type EmbeddedServer,
  migrate,
  printMigration,
  withConnection,
} from '@ringback/database';
import { ID_TYPES, type IdType, withIds } from './ids.ts';
import { asRole } from './roles.ts';

export type DatabaseKind = 'plain' | 'supabase';
/** The names of the databases to copy, by what `templateName` says. */
export type Templates = Record<string, string>;

/** One flow on bigint is always tried. */
const TEMPLATE_IDS = [...new Set<IdType>([...ID_TYPES, 'bigint'])];

export const templateName = (kind: DatabaseKind, ids: IdType): string =>
  ids === 'uuid' ? kind : `${kind}_${ids}`;

const KEPT = ['postgres', 'template0', 'template1', 'ringback'];

/** The names of the templates; those of an earlier run are used again while no SQL has changed. */
export async function prepareTemplates(server: EmbeddedServer): Promise<Templates> {
  const digest = createHash('sha256');
  for (const text of [
    printMigration({ bootstrap: true }),
    ...Object.values(FIXTURES),
    WATCH,
    withIds.toString(),
  ])
    digest.update(text);
  const version = digest.digest('hex').slice(0, 12);
  const named = (name: string) => `${name}_${version}`;
  const templates = {
    supabase: named('supabase'),
    ...Object.fromEntries(
      TEMPLATE_IDS.map((ids) => [templateName('plain', ids), named(templateName('plain', ids))]),
    ),
  };

  const ready = await removeLeftovers(server, Object.values(templates));
  // Supabase's first: the role that creates the role callback_service may grant it, and the superuser may in any case.
  if (!ready.includes(templates.supabase)) await make(server, templates.supabase, makeSupabase);
  for (const ids of TEMPLATE_IDS) {
    const name = named(templateName('plain', ids));
    if (!ready.includes(name)) await make(server, name, (url) => makePlain(url, ids));
  }
  await ensureApiLogin(server);
  return templates;
}

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

const FIXTURES = {
  hostTables: read('host_tables.sql'),
  supabaseProject: read('supabase_project.sql'),
  supabaseHost: read('supabase_host.sql'),
};

const run = (url: string, script: string) => withConnection(url, (sql) => sql.unsafe(script).simple());

/** Tests send in seconds what no buyer does in a day; those of risk turn it on. It is no change of the policy. */
const WATCH = `
  alter table callback_private.settings disable trigger settings_changed;
  update callback_private.settings set risk_mode = 'watch';
  alter table callback_private.settings enable trigger settings_changed;`;

async function makePlain(url: string, ids: IdType): Promise<void> {
  await run(url, withIds(FIXTURES.hostTables, ids));
  await migrate(url, { bootstrap: true });
  await run(url, WATCH);
}

async function makeSupabase(url: string): Promise<void> {
  await run(url, FIXTURES.supabaseProject);
  const owner = asRole(url, 'supabase_owner');
  await run(
    url,
    'do $$ begin execute format($f$alter database %I owner to supabase_owner$f$, current_database()); end $$',
  );
  await run(owner, FIXTURES.hostTables + FIXTURES.supabaseHost);
  await migrate(owner);
  await run(owner, WATCH);
}

/** A template that nobody can connect to is finished; a run that was killed leaves one that is not. */
async function make(
  server: EmbeddedServer,
  name: string,
  build: (url: string) => Promise<void>,
): Promise<void> {
  await createDatabase(server.url, name);
  await build(server.urlOf(name));
  await run(server.url, `alter database ${name} allow_connections false`);
}

async function removeLeftovers(server: EmbeddedServer, templates: string[]): Promise<string[]> {
  const databases = await withConnection(
    server.url,
    (sql) => sql<{ datname: string; datallowconn: boolean }[]>`select datname, datallowconn from pg_database`,
  );
  const isReady = ({ datname, datallowconn }: (typeof databases)[number]) =>
    templates.includes(datname) && !datallowconn;
  for (const database of databases) {
    if (!KEPT.includes(database.datname) && !isReady(database))
      await dropDatabase(server.url, database.datname);
  }
  return databases.filter(isReady).map(({ datname }) => datname);
}

async function ensureApiLogin(server: EmbeddedServer): Promise<void> {
  await run(
    server.url,
    `do $$ begin
      if not exists (select from pg_roles where rolname = 'ringback_api') then
        create role ringback_api login password 'test' in role callback_service;
      end if;
    end $$`,
  );
}
