/** Whether this browser is one of the person's devices, and making it one or none. */
import { type CallbackClient, type Device, isCallbackError, type RegisteredDevice } from '@ringback/client';
import { type Memory, readStored, writeStored } from '../platform/storage.ts';
import { canPush, findSubscription, isOfKey, type PushWorker, subscribeToPush } from './pushBrowser.ts';

/**
 * `unsupported`: this browser, or the marketplace, has no Web Push. `denied`: only the reader can change
 * that, in the browser's settings. `off`, `on`: whether push reaches this browser.
 */
export type PushStatus = 'unsupported' | 'denied' | 'off' | 'on';

/** Who turned push on in this browser last, and with which endpoint. */
const KEY = 'ringback:push';

export interface PushParts {
  client: CallbackClient;
  worker: PushWorker;
  memory: Memory;
  /** BCP 47, for the texts. */
  locale: string;
  listDevices: () => Promise<RegisteredDevice[]>;
}

/**
 * How it stands. A subscription that the browser has renewed in the meantime takes the place of the former.
 */
export async function readPush(parts: PushParts, key: string | null): Promise<PushStatus> {
  if (key === null || !canPush()) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  const subscription = await findSubscription(parts.worker);
  if (!subscription || Notification.permission !== 'granted' || !isOfKey(subscription, key)) return 'off';
  const former = await formerEndpoint(parts.memory);
  if (former !== undefined && former !== subscription.endpoint) {
    await register(parts, subscription);
    await retire(parts.client, former);
    return 'on';
  }
  const devices = await parts.listDevices();
  return devices.some(({ token }) => token === subscription.endpoint) ? 'on' : 'off';
}

/**
 * Subscribes and registers, once the permission is given.
 * @throws PushError, CallbackError
 */
export async function startPush(parts: PushParts, key: string): Promise<void> {
  await register(parts, await subscribeToPush(parts.worker, key));
}

/**
 * Ends the subscription and retires the device.
 * @throws CallbackError when the server could not be reached. It is off all the same: the server finds out
 * with its next push.
 */
export async function stopPush({ client, worker, memory }: PushParts): Promise<void> {
  const subscription = await findSubscription(worker);
  if (!subscription) return;
  await subscription.unsubscribe();
  await writeStored(memory.storage, KEY, undefined);
  await retire(client, subscription.endpoint);
}

async function register({ client, memory, locale }: PushParts, subscription: PushSubscription) {
  const { p256dh = '', auth = '' } = subscription.toJSON().keys ?? {};
  const device: Device = { kind: 'web', p256dh, auth, locale };
  await client.registerDevice(subscription.endpoint, device);
  await writeStored(memory.storage, KEY, { userId: memory.userId ?? null, endpoint: subscription.endpoint });
}

/** One that is gone already is as good as retired. */
async function retire(client: CallbackClient, token: string): Promise<void> {
  await client.retireDevice(token).catch((error) => {
    if (!isCallbackError(error) || error.code !== 'not_found') throw error;
  });
}

/**
 * As it was registered last, unless that was for another person: what they have turned on since is theirs.
 */
async function formerEndpoint({ storage, userId }: Memory): Promise<string | undefined> {
  const stored = await readStored(storage, KEY, Number.POSITIVE_INFINITY);
  const { userId: owner, endpoint } = (stored ?? {}) as Record<string, unknown>;
  return typeof endpoint === 'string' && owner === (userId ?? null) ? endpoint : undefined;
}
