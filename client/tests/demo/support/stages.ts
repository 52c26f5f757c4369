/** The same people and listings in a demo world and behind the real API. */
import { randomUUID } from 'node:crypto';
import { listing, person, testDatabase } from '@ringback/testing/database/index.ts';
import { closeNow, testApp, token } from '@ringback/testing/server/app.ts';
import { createDemoWorld, type DemoListing, type DemoPerson } from '../../../src/demo/index.ts';
import { type CallbackClient, createCallbackClient } from '../../../src/index.ts';

export const PEOPLE = {
  buyer: { id: randomUUID(), name: 'Ama Mensah', phone: '+233242345678' },
  seller: { id: randomUUID(), name: 'Kwame Addo', phone: '+233201234567' },
  silent: { id: randomUUID(), name: 'Yaw Darko', phone: null },
  stranger: { id: randomUUID(), name: 'Grace Owusu', phone: '+233551234567' },
} satisfies Record<string, DemoPerson>;

const about = (seller: DemoPerson, values: Partial<DemoListing> = {}): DemoListing => ({
  ...{ id: randomUUID(), seller_id: seller.id, title: 'Road bicycle', price: 420, currency: 'GHS' },
  ...{ image: 'https://example.com/bicycle.jpg', ...values },
});

export const LISTINGS = {
  bicycle: about(PEOPLE.seller),
  camera: about(PEOPLE.seller, { title: 'Camera' }),
  mirror: about(PEOPLE.seller, { title: 'Mirror' }),
  sold: about(PEOPLE.seller, { is_available: false }),
  own: about(PEOPLE.buyer),
  lamp: about(PEOPLE.silent),
};

export interface Stage {
  clientOf(person: DemoPerson): CallbackClient;
  close(): unknown;
}

export async function openDemo(): Promise<Stage> {
  const [people, listings] = [Object.values(PEOPLE), Object.values(LISTINGS)];
  const world = createDemoWorld({ people, listings, delayMs: 0 });
  return { clientOf: ({ id }) => world.as(id), close() {} };
}

export async function openApi(): Promise<Stage> {
  const database = await testDatabase();
  await Promise.all(
    Object.values(PEOPLE).map(({ id, name, phone }) => {
      const [first_name = '', last_name = ''] = name.split(' ');
      return person(database, { id, first_name, last_name, phone });
    }),
  );
  for (const { id, seller_id, title, is_available = true } of Object.values(LISTINGS)) {
    const values = { id, title, price: '420', currency: 'GHS', images: ['https://example.com/bicycle.jpg'] };
    await listing(database, { id: seller_id }, { ...values, status: is_available ? 'active' : 'sold' });
  }
  const app = await testApp(database);
  const baseUrl = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    clientOf: ({ id }) => createCallbackClient({ baseUrl, getToken: () => token(id) }),
    close: () => closeNow(app),
  };
}
