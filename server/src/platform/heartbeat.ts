/** A process reports itself to the database every half minute and removes itself when it stops, so that operators see what runs. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '@ringback/database';
import type { Logger } from 'pino';
import packageJson from '../../package.json' with { type: 'json' };

const EVERY_MS = 30_000;
const LEAVES_WITHIN_MS = 1_000;

export interface ProcessFacts {
  kind: 'api' | 'worker' | 'start';
  /** The channels by which it delivers. */
  channels: string[];
  /** In how many time zones it differs from the database; asked once. */
  zoneProblems: Promise<number>;
}

export interface Heartbeat {
  /** Removes the process from the list, if the database answers within a second. */
  stop(): Promise<void>;
}

/** Begins reporting. A report that fails is tried again at the next. */
export function startHeartbeat(sql: Sql, facts: ProcessFacts, logger: Logger): Heartbeat {
  const { kind, channels } = facts;
  let zoneProblems = 0;
  const process_ = {
    ...{ id: randomUUID(), kind, channels, version: packageJson.version },
    host: hostname().split('.', 1)[0]?.slice(0, 63) || 'unknown',
    zone_data: process.versions.tz ?? null,
  };
  const report = async () => {
    const now = JSON.stringify({ ...process_, zone_problems: zoneProblems, clock: new Date() });
    await sql`select callback_private.report_process(${now}::text::jsonb)`.catch((error) =>
      logger.debug({ err: error }, 'this process could not report itself; tried again'),
    );
  };
  let reporting = report();
  void facts.zoneProblems.then((count) => {
    zoneProblems = count;
    if (count > 0) reporting = report();
  });
  const timer = setInterval(() => {
    reporting = report();
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      const leaving = reporting
        .then(() => sql`select callback_private.end_process(${process_.id})`)
        .catch(() => {});
      await Promise.race([leaving, sleep(LEAVES_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}
