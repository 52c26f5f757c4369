/** `ringback start`: one process that answers the API and delivers, on a database that is migrated already. */
import { createCallbackClient } from '@ringback/client';
import { listing, person, testDatabase } from '@ringback/testing/database/index.ts';
import { mailServer } from '@ringback/testing/providers/smtp.ts';
import { SECRET, token } from '@ringback/testing/server/app.ts';
import { expect, onTestFinished, test } from 'vitest';
import { ringback, ringbackApi } from '../support/process.ts';

test('a request that comes in by the API goes out by mail', async () => {
  const database = await testDatabase();
  const [buyer, seller] = [await person(database), await person(database)];
  const bike = await listing(database, seller);
  const mail = await mailServer();
  onTestFinished(() => mail.close());
  const { origin } = await ringbackApi(
    database.apiUrl,
    { SMTP_URL: mail.url, MAIL_FROM: 'callbacks@shop.example.com' },
    'start',
  );
  const client = createCallbackClient({ baseUrl: origin, getToken: () => token(buyer.id) });
  await client.createCallbackRequest({
    listing_id: bike.id,
    seller_id: seller.id,
    requester_phone: '+12125550123',
    requester_name: 'Grace Buyer',
  });
  await expect.poll(() => mail.received.length).toBe(1);
});

test('without its settings it ends and names them', async () => {
  const command = ringback(['start'], { JWT_SECRET: SECRET });
  expect(await command.exited).toBe(1);
  expect(command.output()).toMatch(/Set DATABASE_URL/);
});
