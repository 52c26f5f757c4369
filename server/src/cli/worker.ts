/** `ringback worker`: delivers notifications by mail, SMS and push, and does the maintenance; beside `ringback api`, as many as wanted. */
import { channelsFromConfig } from '../delivery/channels/fromConfig.ts';
import { readConfig } from '../platform/config.ts';
import { CommandError, runUntilSignal } from '../platform/lifecycle.ts';
import { createLogger } from '../platform/log.ts';
import { type Command, printLine, readOptions } from './command.ts';
import { runWorkerAlone } from './service.ts';

export const worker: Command = {
  summary: 'delivers notifications by mail, SMS and push',
  help: `Usage: ringback worker

Delivers what status changes have written, by the channels whose settings are there (SMTP_URL and MAIL_FROM; TWILIO_*;
EXPO_ACCESS_TOKEN; VAPID_*), and does the maintenance of the database once a minute. Takes the same settings as \`ringback api\`;
any number may run. Finishes what it is sending on SIGTERM and Ctrl-C; killed, others take over within a minute.
With WORKER_PORT it answers /healthz, /readyz and /metrics there.
`,
  async run(args) {
    readOptions(args, {});
    const config = readConfig(process.env);
    const channels = await channelsFromConfig(config);
    if (channels.every(({ name }) => name === 'webhook')) {
      throw new CommandError(
        'No channel is configured. Set SMTP_URL and MAIL_FROM for mail; docs/settings.md lists the others.',
      );
    }
    const logger = createLogger(config.logLevel);
    await runUntilSignal(async (lifecycle) => {
      await runWorkerAlone({ config, logger, lifecycle }, channels);
      logger.info(`delivering by ${channels.map(({ name }) => name).join(', ')}`);
    }, printLine);
    return 0;
  },
};
