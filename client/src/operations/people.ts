/** A person's notification settings, and the devices that push reaches. */
import {
  Device,
  DeviceList,
  DeviceParams,
  Preferences,
  PutPreferences,
  WebPushKey,
} from '../schemas/people.ts';
import type { MethodMaker } from './method.ts';

export const people = (method: MethodMaker) => ({
  /** What the user is sent by which channel, and when not. */
  getPreferences: method({
    summary: 'Read the notification settings',
    access: 'user',
    method: 'GET',
    path: '/preferences',
    input: () => ({}),
    answer: Preferences,
    repeat: 'read',
    sql: { function: 'get_callback_preferences' },
  }),

  /** Replaces all notification settings. */
  putPreferences: method({
    summary: 'Replace the notification settings',
    access: 'user',
    method: 'PUT',
    path: '/preferences',
    input: (preferences: PutPreferences) => ({ body: preferences }),
    body: PutPreferences,
    answer: Preferences,
    repeat: 'nature',
    sql: { function: 'set_callback_preferences', arguments: { p_preferences: 'body' } },
  }),

  /** The key with which a browser subscribes to push, or null where the marketplace has no Web Push. */
  getWebPushKey: method({
    summary: 'The key with which a browser subscribes to push',
    access: 'user',
    method: 'GET',
    path: '/web-push-key',
    input: () => ({}),
    answer: WebPushKey,
    member: 'public_key',
    repeat: 'read',
  }),

  /** The devices on which push reaches the user, newest first. */
  listDevices: method({
    summary: 'List the devices that push reaches',
    access: 'user',
    method: 'GET',
    path: '/devices',
    input: () => ({}),
    answer: DeviceList,
    member: 'items',
    repeat: 'read',
    sql: { function: 'list_callback_devices' },
  }),

  /** Registers a device for push: `token` is Expo's token, or the endpoint of a browser's subscription. */
  registerDevice: method({
    summary: 'Register a device for push',
    access: 'user',
    method: 'PUT',
    path: '/devices/:token',
    input: (token: string, device: Device) => ({ params: { token }, body: device }),
    params: DeviceParams,
    body: Device,
    repeat: 'nature',
    sql: { function: 'save_callback_device', arguments: { p_token: 'params.token', p_device: 'body' } },
  }),

  /** Stops push to a device of the user's; `not_found` when it never was one. */
  retireDevice: method({
    summary: 'Stop push to a device',
    access: 'user',
    method: 'DELETE',
    path: '/devices/:token',
    input: (token: string) => ({ params: { token } }),
    params: DeviceParams,
    repeat: 'nature',
    errors: ['not_found'],
    sql: { function: 'retire_callback_device', arguments: { p_token: 'params.token' } },
  }),
});
