/** The files of docs/monitoring/, and what the processes that they are about really show. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, listing, person, type TestDatabase } from '@ringback/testing/database/index.ts';
import { testConfig } from '@ringback/testing/server/app.ts';
import { freePort } from '@ringback/testing/server/freePort.ts';
import { parse } from 'yaml';
import { runService, runWorkerAlone } from '../../src/cli/service.ts';
import type { Channel } from '../../src/delivery/channels/channel.ts';
import { createLogger } from '../../src/platform/log.ts';
import { settled } from '../support/worker.ts';

export const FOLDER = join(import.meta.dirname, '../../../docs/monitoring');

const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

interface Rule {
  alert: string;
  expr: string;
}

interface Case {
  alert_rule_test: { alertname: string; exp_alerts: unknown[] }[];
}

export const RULES: Rule[] = parse(read('alerts.yml')).groups.flatMap(
  (group: { rules: Rule[] }) => group.rules,
);
export const CASES: Case[] = parse(read('alerts.test.yml')).tests;
export const DASHBOARD = JSON.parse(read('grafana.json'));

/** What `ringback api` and `ringback worker` answer at /metrics, once maintenance has run and the channels are known. */
export async function scrapeBoth(database: TestDatabase): Promise<{ api: string; worker: string }> {
  const stops: (() => Promise<unknown>)[] = [];
  const lifecycle = { add: async (stop: () => Promise<unknown>) => void stops.unshift(stop) };
  const [port, workerPort] = [await freePort(), await freePort()];
  const config = testConfig({
    ...{
      DATABASE_URL: database.apiUrl,
      PORT: String(port),
      WORKER_PORT: String(workerPort),
      CONSOLE_PATH: 'off',
    },
  });
  const parts = { config, logger: createLogger('silent'), lifecycle };
  const channels: Channel[] = ['email', 'sms', 'web_push'].map((name) => ({
    ...{ name: name as Channel['name'], concurrency: 1 },
    send: async () => ({ outcome: 'sent' }),
  }));
  try {
    await runWorkerAlone(parts, channels);
    await runService(parts);
    await makeSomethingToShow(database, port);
    return { api: await scrape(port), worker: await scrape(workerPort) };
  } finally {
    for (const stop of stops) await stop();
  }
}

/** A series is only there once it has a value: one request, one message that was sent, one alert about a channel and one about none. */
async function makeSomethingToShow(database: TestDatabase, port: number): Promise<void> {
  await fetch(`http://127.0.0.1:${port}/healthz`);
  await create(database.api, await person(database), await listing(database, await person(database)));
  await settled(database);
  await database.sql`insert into callback_private.alerts (id, kind, subject, figure) values
    (gen_random_uuid(), 'queue_old', 'email', '{}'), (gen_random_uuid(), 'code_pumping', '+447700', '{}')`;
}

async function scrape(port: number): Promise<string> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    if (/^ringback_maintenance_last_run_timestamp_seconds \d/m.test(text)) return text;
  }
}
