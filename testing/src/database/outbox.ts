/** A seller whom buyers ask, what is to be delivered about it, and what notifications say of that; made for each test. */

import type { Sql } from '@ringback/database';
import { beforeAll, beforeEach } from 'vitest';
import { serve } from './deliveries.ts';
import {
  create,
  type Listing,
  listing,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from './index.ts';

interface Scene {
  database: TestDatabase;
  sql: Sql;
  api: Sql;
  seller: Person;
  bike: Listing;
}

export interface DeliveryRow {
  channel: string;
  status: string;
  error_code: string | null;
  attempts: number;
  /** Until it is looked at again. */
  seconds: number;
}

/** Sets the scene before each test of a suite: one seller, one listing, no request, and mail is served. */
export function outboxOn(version: number) {
  const scene = {} as Scene;
  beforeAll(async () => {
    const database = await testDatabase({ version });
    const { sql, api } = database;
    Object.assign(scene, { database, sql, api });
    await makeItNoon(sql);
  });
  beforeEach(async () => {
    const { database, sql } = scene;
    await sql`delete from callback_requests`;
    await serve(sql, 'email');
    scene.seller = await person(database);
    scene.bike = await listing(database, scene.seller);
  });

  return Object.assign(scene, {
    /** A new buyer asks; gives the request's id. */
    async ask(priority = 'normal'): Promise<string> {
      const { database, api, bike } = scene;
      return create(api, await person(database), bike, { priority });
    },
    /** The seller chooses how to be told. */
    async prefer(preferences: object): Promise<void> {
      const { api, seller } = scene;
      await api`select set_callback_preferences(${api.json(preferences as never)}, ${seller.id})`;
    },
    /** The seller's phone takes push by Expo under this name. */
    async addPhone(name: string): Promise<void> {
      const { api, seller } = scene;
      await api`select save_callback_device(${`ExponentPushToken[${name}]`}, '{"kind": "expo"}', ${seller.id})`;
    },
    async deliveries(): Promise<DeliveryRow[]> {
      return [
        ...(await scene.sql<DeliveryRow[]>`
          select channel, status, error_code, attempts, extract(epoch from next_attempt_at - now())::float8 as seconds
          from callback_private.deliveries order by channel, created_at, id`),
      ];
    },
    /** What the first notification says of its deliveries. */
    async notification() {
      const [row] = await scene.sql`
        select status, email_sent, push_sent, sms_sent, sent_at is not null as has_left, delivered_at is not null as has_arrived
        from callback_request_notifications`;
      return row;
    },
  });
}
