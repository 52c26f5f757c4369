/** A test database with a clock of its own. */
import { type TestDatabase, testDatabase } from './database.ts';
import { installSimulated } from './simulated.ts';

export async function simulatedDatabase(options: { version?: number } = {}): Promise<TestDatabase> {
  const database = await testDatabase({ ...options, empty: true });
  await installSimulated(database.url);
  return database;
}
