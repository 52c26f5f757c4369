/** What the caller is told by which channel and when not, and the devices that push reaches. */
import { Device, DeviceList, DeviceParams, Preferences, PutPreferences, WebPushKey } from '@ringback/client';
import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import type { App } from '../app.ts';
import { errorAnswers, success } from '../openapi.ts';

const tags = ['Preferences'];

/** `webPushKey` is the public half of the VAPID keys; null where Web Push is off. */
export function addPreferenceRoutes(app: App, database: Database, webPushKey: string | null): void {
  app.route({
    method: 'GET',
    url: '/preferences',
    schema: {
      operationId: 'getPreferences',
      summary: 'Read what is sent by which channel',
      tags,
      response: { 200: success('The preferences.', Preferences), ...errorAnswers() },
    },
    async handler({ userId }) {
      return database.value<Preferences>((sql) => sql`select public.get_callback_preferences(${userId})`);
    },
  });

  app.route({
    method: 'PUT',
    url: '/preferences',
    schema: {
      operationId: 'putPreferences',
      summary: 'Set what is sent by which channel',
      tags,
      body: PutPreferences,
      response: { 200: success('The preferences as they are now.', Preferences), ...errorAnswers() },
    },
    async handler({ userId, body }) {
      return database.value<Preferences>(
        (sql) => sql`select public.set_callback_preferences(${JSON.stringify(body)}::text::jsonb, ${userId})`,
      );
    },
  });

  app.route({
    method: 'GET',
    url: '/web-push-key',
    schema: {
      operationId: 'getWebPushKey',
      summary: 'The key with which a browser subscribes to push',
      tags,
      response: { 200: success('The key.', WebPushKey), ...errorAnswers() },
    },
    handler: async () => ({ public_key: webPushKey }),
  });

  app.route({
    method: 'GET',
    url: '/devices',
    schema: {
      operationId: 'listDevices',
      summary: 'List the devices that push reaches',
      tags,
      response: { 200: success('The devices.', DeviceList), ...errorAnswers() },
    },
    async handler({ userId }) {
      const items = await database.value((sql) => sql`select public.list_callback_devices(${userId})`);
      return { items } as DeviceList;
    },
  });

  app.route({
    method: 'PUT',
    url: '/devices/:token',
    schema: {
      operationId: 'putDevice',
      summary: 'Register a device for push',
      tags,
      params: DeviceParams,
      body: Device,
      response: { 204: z.null(), ...errorAnswers() },
    },
    async handler({ userId, params, body }, reply) {
      await database.value<boolean>(
        (sql) =>
          sql`select public.save_callback_device(${params.token}, ${JSON.stringify(body)}::text::jsonb, ${userId})`,
      );
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/devices/:token',
    schema: {
      operationId: 'deleteDevice',
      summary: 'Stop push to a device',
      tags,
      params: DeviceParams,
      response: { 204: z.null(), ...errorAnswers('not_found') },
    },
    async handler({ userId, params }, reply) {
      await database.value<boolean>(
        (sql) => sql`select public.retire_callback_device(${params.token}, ${userId})`,
      );
      return reply.code(204).send(null);
    },
  });
}
