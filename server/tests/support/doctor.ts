/** What `ringback doctor` finds. */
import { connect } from '@ringback/database';
import { listing, person, type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { testConfig } from '@ringback/testing/server/app.ts';
import { onTestFinished } from 'vitest';
import { examine, type Finding } from '../../src/cli/diagnosis.ts';

const SETTINGS = { JWT_ISSUER: 'https://id.example.com', JWT_AUDIENCE: 'authenticated' };

export async function examined(url: string, env: Record<string, string> = SETTINGS): Promise<Finding[]> {
  const sql = connect(url, { max: 1 });
  onTestFinished(() => sql.end({ timeout: 0 }));
  return examine(sql, testConfig(env));
}

export const levels = (findings: Finding[], level: Finding['level']) =>
  findings.filter((finding) => finding.level === level).map(({ text }) => text);

export async function withMarketplace(): Promise<TestDatabase> {
  const database = await testDatabase();
  await listing(database, await person(database));
  return database;
}
