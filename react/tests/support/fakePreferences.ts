/** What the fake server knows of preferences and devices. */
import {
  CallbackError,
  type Device,
  NOTIFICATION_TYPES,
  type Preferences,
  type PutPreferences,
} from '@ringback/client';
import type { FakeServer } from './fakeServer.ts';

export const PREFERENCES: Preferences = {
  email: [...NOTIFICATION_TYPES],
  push: [...NOTIFICATION_TYPES],
  sms: [],
  quiet_hours: null,
  urgent_overrides_quiet_hours: true,
  time_zone: null,
  locale: null,
  requests_from: 'everyone',
  channels: ['email', 'push'],
};

export function fakePreferences(server: FakeServer) {
  return {
    preferences: (): Preferences => server.preferences,
    putPreferences(wanted: PutPreferences): Preferences {
      server.preferences = { ...server.preferences, ...wanted };
      return server.preferences;
    },
    webPushKey: () => server.webPushKey,
    devices: () => server.devices,
    register(token: string, { kind, locale }: Device): void {
      const device = { kind, token, locale: locale ?? null, registered_at: new Date().toISOString() };
      server.devices = [device, ...server.devices.filter((known) => known.token !== token)];
    },
    retire(token: string): void {
      if (!server.devices.some((known) => known.token === token))
        throw new CallbackError('not_found', 'There is no such device.');
      server.devices = server.devices.filter((known) => known.token !== token);
    },
  };
}
