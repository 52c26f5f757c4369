/** `npm run schema`: writes database/schema.sql, client/src/vocabulary.ts and the record in docs/privacy.md from a database made for the purpose. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded, withConnection } from '@ringback/database';
import { createDatabase, dropDatabase } from '../database/src/databases.ts';
import { dumpSchema } from '../database/src/dump.ts';
import { migrate } from '../database/src/migrate.ts';
import { withRecord } from './processing.ts';
import { writeVocabulary } from './vocabulary.ts';

const ROOT = join(import.meta.dirname, '..');
const HOST_TABLES = readFileSync(join(ROOT, 'testing/src/database/host_tables.sql'), 'utf8');

const server = await startEmbedded({ dataDir: join(ROOT, '.ringback/schema'), fsync: false });
try {
  await dropDatabase(server.url, 'schema');
  await createDatabase(server.url, 'schema');
  const url = server.urlOf('schema');
  await withConnection(url, (sql) => sql.unsafe(HOST_TABLES).simple());
  await migrate(url, { bootstrap: true });
  writeFileSync(join(ROOT, 'database/schema.sql'), await dumpSchema(url));
  writeFileSync(join(ROOT, 'client/src/vocabulary.ts'), await withConnection(url, writeVocabulary));
  const page = join(ROOT, 'docs/privacy.md');
  const record = await withConnection(url, (sql) => withRecord(readFileSync(page, 'utf8'), sql));
  writeFileSync(page, record);
} finally {
  await server.stop();
}
