/** The marketplace's service worker where a browser cannot be brought to call it: when its subscription ends. What it shows is tested end to end. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';

const SOURCE = readFileSync(join(import.meta.dirname, '../web/push-worker.js'), 'utf8');

/** Runs the worker and tells it that the subscription has changed; returns with what it subscribed again. */
async function change(event: object): Promise<unknown[]> {
  const subscribed: unknown[] = [];
  const listeners = new Map<string, (event: object) => void>();
  const registration = { pushManager: { subscribe: async (options: unknown) => subscribed.push(options) } };
  const addEventListener = (type: string, listener: () => void) => listeners.set(type, listener);
  const location = { origin: 'https://sellar.example' };
  runInContext(SOURCE, createContext({ URL, location, registration, addEventListener }));
  await new Promise((resolve) => listeners.get('pushsubscriptionchange')?.({ ...event, waitUntil: resolve }));
  return subscribed;
}

const OPTIONS = { userVisibleOnly: true, applicationServerKey: 'key' };

test('it subscribes again, with the same key', async () => {
  expect(await change({ oldSubscription: { options: OPTIONS }, newSubscription: null })).toEqual([OPTIONS]);
});

test('unless the browser has done so already', async () => {
  const renewed = { options: OPTIONS };
  expect(await change({ oldSubscription: renewed, newSubscription: renewed })).toEqual([]);
});
