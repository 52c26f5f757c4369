/** The keys under which preferences and devices are cached; apart from the others, for most pages need none of them. */
import type { QueryKeys } from '../platform/queryKeys.ts';

export const preferencesKey = ({ user }: QueryKeys) => [...user, 'preferences'] as const;
export const webPushKey = ({ user }: QueryKeys) => [...user, 'web-push-key'] as const;
/** Everything that a change of a device may alter. */
export const devicesKey = ({ user }: QueryKeys) => [...user, 'devices'] as const;
export const deviceListKey = (keys: QueryKeys) => [...devicesKey(keys), 'list'] as const;
export const ownDeviceKey = (keys: QueryKeys, workerUrl: string) =>
  [...devicesKey(keys), 'own', workerUrl] as const;
