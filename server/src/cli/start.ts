/** `ringback start`: the API and a worker in one process, on a database that is migrated already. */
import { channelsFromConfig } from '../delivery/channels/fromConfig.ts';
import { readConfig } from '../platform/config.ts';
import { runUntilSignal } from '../platform/lifecycle.ts';
import { createLogger } from '../platform/log.ts';
import { type Command, printLine, readOptions } from './command.ts';
import { runService } from './service.ts';

export const start: Command = {
  summary: 'runs the API and a worker in one process',
  help: `Usage: ringback start [--port <number>]

Does what \`ringback api\` and \`ringback worker\` do, in one process and with the same settings: DATABASE_URL, JWT_SECRET or JWKS_URL,
and those of the channels. Stops in order on SIGTERM and Ctrl-C; a second Ctrl-C does not wait.

  --port <number>   instead of the setting PORT (3000)
`,
  async run(args) {
    const { port } = readOptions(args, { port: { type: 'string' } });
    const config = readConfig({ ...process.env, ...(port !== undefined && { PORT: port }) });
    const channels = await channelsFromConfig(config);
    const logger = createLogger(config.logLevel);
    await runUntilSignal(async (lifecycle) => {
      await runService({ config, logger, lifecycle, channels });
      const names = channels.map(({ name }) => name).join(', ') || 'no channel';
      logger.info(`listening on ${config.http.host}:${config.http.port}, delivering by ${names}`);
    }, printLine);
    return 0;
  },
};
