/**
 * `ringback start`: everything in one process, for trying it out and for development. Without DATABASE_URL it brings its own
 * PostgreSQL and secrets, kept in .ringback/.
 */
import { migrate } from '@ringback/database';
import { type Config, databaseUrl, readConfig } from '../config.ts';
import { startOwnDatabase } from '../embedded.ts';
import { type Lifecycle, runUntilSignal, Sentence } from '../lifecycle.ts';
import { createLogger, terminalDestination } from '../log.ts';
import { runService } from '../service.ts';
import { type Command, readOptions, say } from './command.ts';

interface Options {
  fresh?: boolean | undefined;
  port?: string | undefined;
}

export const start: Command = {
  summary: 'runs everything in one process, with a PostgreSQL of its own',
  help: `Usage: ringback start [options]

Runs the API on port 3000 with a PostgreSQL of its own, kept in .ringback/. With DATABASE_URL set it uses
that database, which it migrates first, and needs JWT_SECRET or JWKS_URL as well. Stops on Ctrl-C; a second Ctrl-C does
not wait.

  --port <number>   instead of 3000 (or the setting PORT)
  --fresh           deletes the database in .ringback/ first
`,
  async run(args) {
    const options = readOptions(args, { fresh: { type: 'boolean' }, port: { type: 'string' } });
    await runUntilSignal((lifecycle) => startEverything(options, lifecycle), say);
    return 0;
  },
};

async function startEverything(options: Options, lifecycle: Lifecycle): Promise<void> {
  const config = await prepareDatabase(options, lifecycle);
  const logger = process.stdout.isTTY
    ? createLogger(
        config.logLevel,
        terminalDestination((text) => process.stdout.write(text)),
      )
    : createLogger(config.logLevel);
  await runService({ config, logger, lifecycle });
  say(`Ringback answers at ${config.http.publicUrl}`);
}

async function prepareDatabase({ fresh = false, port }: Options, lifecycle: Lifecycle): Promise<Config> {
  const env: NodeJS.ProcessEnv = { ...process.env, ...(port !== undefined && { PORT: port }) };
  if (!env.DATABASE_URL) {
    const { apiUrl, secrets } = await startOwnDatabase({ lifecycle, say, fresh });
    return readConfig({
      ...env,
      DATABASE_URL: apiUrl,
      ...(!env.JWKS_URL && { JWT_SECRET: secrets.jwtSecret }),
    });
  }
  if (fresh)
    throw new Sentence(
      '--fresh deletes the database in .ringback/ only; it does not touch the one of DATABASE_URL.',
    );
  const config = readConfig(env);
  await migrate(databaseUrl(env), { onProgress: say });
  return config;
}
