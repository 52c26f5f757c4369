/** What the caller is told by which channel and when not, and the devices that push reaches. */
import { Device, DeviceParams, Preferences, PutPreferences } from '@ringback/client';
import { z } from 'zod';
import type { App } from '../app.ts';
import type { Database } from '../database.ts';
import { errorAnswers, success } from '../openapi.ts';

const tags = ['Preferences'];

export function addPreferenceRoutes(app: App, database: Database): void {
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
