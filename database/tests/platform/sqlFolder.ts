/** A folder of SQL in place of ours, migrated into an empty database; each test gets its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { afterEach, beforeEach } from 'vitest';
import { type MigrateOptions, migrate } from '../../src/index.ts';

/** What every folder has to offer. */
const RECOGNISE = `create or replace function pg_temp.install_host() returns jsonb language sql as 'select ''{"report": []}''::jsonb';
create or replace procedure pg_temp.finish_host() language sql as '';`;
export const HOOKS = `
create or replace function callback_private.rebase_event_positions() returns void language sql as '';`;

export let database: TestDatabase;
export let folder: string;
export let options: MigrateOptions;

/** Call it once in a file. */
export function useSqlFolder(): void {
  beforeEach(begin);
  afterEach(end);
}

async function begin(): Promise<void> {
  database = await testDatabase({ empty: true });
  folder = mkdtempSync(join(tmpdir(), 'ringback-migrate-'));
  options = {
    bootstrap: true,
    folder,
  };
  write('migrations/1_create_notes.sql', 'create table public.notes (id integer, body text);');
  write('functions/notes/00_hooks.sql', HOOKS);
  write('host/recognise/views.sql', RECOGNISE);
}

async function end(): Promise<void> {
  rmSync(folder, { recursive: true });
  await database.drop();
}

export function write(path: string, sql: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), sql);
}

/** Migrates and returns what was said meanwhile. */
export async function run(hear: (message: string) => void = () => {}): Promise<string[]> {
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

export const value = async (expression: string) =>
  (await database.sql.unsafe(`select ${expression} as value`))[0]?.value;
