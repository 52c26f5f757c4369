/** Sellers of the demo choose whose requests they take, as in the database. */
import { expect, test } from 'vitest';
import { createDemoWorld } from '../../src/demo/index.ts';

test('a seller who takes urgent requests of verified buyers only gets no others, also by an edit', async () => {
  const people = [
    { id: 'buyer', name: 'Ama' },
    { id: 'seller', name: 'Kofi', phone: '+442079460018' },
  ];
  const listings = [{ id: 'bike', seller_id: 'seller', title: 'Bike' }];
  const world = createDemoWorld({ people, listings, delayMs: 0 });
  const [buyer, seller] = [world.as('buyer'), world.as('seller')];
  const { channels: _, ...kept } = await seller.getPreferences();
  await seller.putPreferences({ ...kept, requests_from: 'trusted_for_urgent' });
  const content = {
    listing_id: 'bike',
    seller_id: 'seller',
    requester_name: 'Ama',
    requester_phone: '+442079460123',
  };
  const needsTrust = { code: 'trust_required', field: 'priority' };
  await expect(buyer.createCallbackRequest({ ...content, priority: 'urgent' })).rejects.toMatchObject(
    needsTrust,
  );
  const { id } = await buyer.createCallbackRequest(content);
  await expect(buyer.editCallbackRequest(id, { priority: 'urgent' })).rejects.toMatchObject(needsTrust);
  await seller.putPreferences({ ...kept, requests_from: 'everyone' });
  expect(await buyer.editCallbackRequest(id, { priority: 'urgent' })).toMatchObject({ priority: 'urgent' });
});
