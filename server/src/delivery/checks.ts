/** Asks providers later what happened to the messages they took (Expo's receipts). */
import type { Logger } from 'pino';
import type { Database } from '../platform/database.ts';
import type { Channel } from './channels/channel.ts';
import { claimChecks, settleDelivery } from './deliveries.ts';

const EVERY_MS = 60_000;
const BATCH = 300;

/** Looks once a minute for messages that it is time to ask about. */
export function startChecks(channels: Channel[], database: Database, logger: Logger) {
  const checking = channels.filter(({ check }) => check);
  const run = () =>
    runChecks(checking, database).catch((error) => {
      logger.warn({ err: error }, 'providers could not be asked; tried again');
    });
  let running = run();
  const timer = setInterval(() => {
    running = running.then(run);
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

/** Asks about everything that is due. */
export async function runChecks(channels: Channel[], database: Database): Promise<void> {
  for (const channel of channels) {
    for (;;) {
      const due = await claimChecks(database, channel.name, BATCH);
      if (due.length === 0) break;
      const results = await channel.check?.(due.map(({ provider_id }) => provider_id));
      for (const { id, provider_id } of due) {
        const result = results?.get(provider_id);
        if (result) await settleDelivery(database, { id, providerId: provider_id }, result);
      }
      if (due.length < BATCH) break;
    }
  }
}
