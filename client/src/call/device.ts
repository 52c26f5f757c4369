/**
 * The random id of this app on this device, by which the marketplace notices many accounts on one device. It is kept like any
 * other data of the site and gone with it; nothing is read from the device to make it.
 */
import { newIdempotencyKey } from './idempotencyKey.ts';

export const DEVICE_HEADER = 'ringback-device';

const KEY = 'ringback.device';

/** Where the id is kept: `localStorage`, React Native's `AsyncStorage`, or anything like them. */
export interface DeviceStorage {
  getItem(key: string): string | null | Promise<string | null>;
  setItem(key: string, value: string): unknown;
}

/** The id, made when first asked for; undefined where nothing can be kept, because a new one each time would mean nothing. */
export async function deviceId(storage: DeviceStorage | undefined): Promise<string | undefined> {
  try {
    const kept = storage ?? globalThis.localStorage;
    const found = await kept.getItem(KEY);
    if (found) return found;
    const made = newIdempotencyKey();
    await kept.setItem(KEY, made);
    return made;
  } catch {
    return undefined;
  }
}
