/** The whole schema as one SQL file, for those who install with psql or keep it among their Supabase migrations. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildScript, type ScriptOptions } from './script.ts';

/**
 * The same script that `ringback migrate` runs, with a header that says what it is. It finds out by itself what a database
 * already has: running it twice changes nothing, and a later `ringback migrate` knows what it applied.
 */
export function printMigration(options: ScriptOptions = {}): string {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
    version: string;
  };
  return `${header(version)}\n${buildScript(options).sql}`;
}

const header = (version: string) => `\
-- Ringback ${version}: callback requests, the whole schema for PostgreSQL 15 and later.
-- Printed by \`ringback migrate --print\`; do not edit it, print it again. Run it as the owner of the database:
--   psql --set=ON_ERROR_STOP=1 --file=ringback.sql "$DATABASE_URL"
-- or keep it as one of a Supabase project's migrations. It is one transaction and brings any database to this version:
-- an empty one, one that an earlier version made, and one that has it all already, where it changes nothing.
`;
