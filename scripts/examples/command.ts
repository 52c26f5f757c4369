/** The `ringback` command, installed into an empty folder: it migrates a database and serves the API. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase, dropDatabase, startEmbedded, withConnection } from '@ringback/database';
import { createMarketplaceTables } from '../../demo/src/marketplace.ts';
import { ROOT } from '../pack/packages.ts';
import { run } from '../run.ts';
import { runService } from './service.ts';
import type { Steps } from './steps.ts';

export async function checkCommand(workshop: string, steps: Steps): Promise<void> {
  const folder = await steps.step('install into an empty folder', () => install(workshop));
  await steps.step('says its version', () => ringback(folder, ['--version']));
  await steps.step('migrates and serves', () => migrateAndServe(folder));
}

function install(workshop: string): string {
  const folder = join(workshop, 'command');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const tarballs = ['client', 'console', 'database', 'server'].map((name) => `../dist/ringback-${name}.tgz`);
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--no-update-notifier'];
  run('npm', ['install', '--omit=optional', ...quiet, ...tarballs], { cwd: folder });
  return folder;
}

const ringback = (folder: string, args: string[], env: NodeJS.ProcessEnv = {}) =>
  run('npx', ['--no-install', 'ringback', ...args], { cwd: folder, env });

async function migrateAndServe(folder: string): Promise<void> {
  const server = await startEmbedded({ dataDir: join(ROOT, '.ringback/examples'), fsync: false });
  try {
    await dropDatabase(server.url, 'command');
    await createDatabase(server.url, 'command');
    const url = server.urlOf('command');
    await withConnection(url, createMarketplaceTables);
    ringback(folder, ['migrate', '--bootstrap'], { DATABASE_URL: url });
    await serve(folder, url);
  } finally {
    await server.stop();
  }
}

async function serve(folder: string, databaseUrl: string): Promise<void> {
  const program = join(folder, 'node_modules/@ringback/server/dist/cli/ringback.js');
  const env = { DATABASE_URL: databaseUrl, JWT_SECRET: randomBytes(32).toString('base64') };
  const options = { args: [program, 'start'], cwd: folder, env, path: '/readyz' };
  await runService(options, async () => {});
}
