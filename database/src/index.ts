/** What @ringback/database offers: connect, migrate, the embedded server. */
export { printMigration } from './bundle.ts';
export {
  type ConnectOptions,
  connect,
  type Executor,
  PostgresError,
  type Sql,
  type Transaction,
} from './connect.ts';
export { createDatabase, databaseExists, dropDatabase, withConnection, withDatabase } from './databases.ts';
export {
  EmbeddedInUseError,
  type EmbeddedOptions,
  type EmbeddedServer,
  type EmbeddedVersion,
  removeEmbedded,
  startEmbedded,
} from './embedded.ts';
export { unlinkHost } from './host/unlink.ts';
export { HostError, type InitOptions, init } from './host.ts';
export { type MigrateOptions, MigrationError, migrate } from './migrate.ts';
export { missingMigrations } from './version.ts';
