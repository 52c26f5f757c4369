/** `ringback api`: the HTTP API on a database that is migrated already; for production. */
import { readConfig } from '../platform/config.ts';
import { runUntilSignal } from '../platform/lifecycle.ts';
import { createLogger } from '../platform/log.ts';
import { type Command, printLine, readOptions } from './command.ts';
import { runService } from './service.ts';

export const api: Command = {
  summary: 'runs the HTTP API on a migrated database',
  help: `Usage: ringback api [--port <number>]

Runs the HTTP API, and once a minute the maintenance of the database. Needs DATABASE_URL (a login that holds
callback_service and nothing more) and JWT_SECRET or JWKS_URL. Stops in order on SIGTERM and Ctrl-C.

  --port <number>   instead of the setting PORT (3000)
`,
  async run(args) {
    const { port } = readOptions(args, { port: { type: 'string' } });
    const config = readConfig({ ...process.env, ...(port !== undefined && { PORT: port }) });
    const logger = createLogger(config.logLevel);
    await runUntilSignal(async (lifecycle) => {
      await runService({ config, logger, lifecycle });
      logger.info(`listening on ${config.http.host}:${config.http.port}`);
    }, printLine);
    return 0;
  },
};
