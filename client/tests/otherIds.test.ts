/** The Supabase client where the project's people and listings have numbers for ids: PostgREST reads its strings as the functions' types. */
import { startServer } from '@ringback/testing/client/server.ts';
import { listing, person, testDatabase } from '@ringback/testing/database/index.ts';
import { createClient } from '@supabase/supabase-js';
import { expect, test } from 'vitest';
import { createSupabaseCallbackClient } from '../src/index.ts';
import { postgrest } from './support/postgrest.ts';

test('a request on its whole way', async () => {
  const database = await testDatabase({ ids: 'bigint' });
  const [buyer, seller] = [await person(database), await person(database)];
  const bike = await listing(database, seller);
  const { url } = await startServer(postgrest(database.sql));
  const clientOf = ({ id }: { id: string }) =>
    createSupabaseCallbackClient(createClient(url, 'publishable-key', { accessToken: async () => id }));

  expect(await clientOf(buyer).getEligibility(bike.id, seller.id)).toMatchObject({ can_request: true });
  const request = await clientOf(buyer).createCallbackRequest({
    ...{ listing_id: bike.id, seller_id: seller.id },
    ...{ requester_phone: '+442079460958', requester_name: 'Ada' },
  });
  expect(request).toMatchObject({ requester_id: buyer.id, seller_id: seller.id, listing_id: bike.id });
  await clientOf(seller).updateCallbackRequestStatus(request.id, { status: 'completed' });
  const { items } = await clientOf(buyer).listCallbackRequests({ as: 'buyer' });
  expect(items).toMatchObject([{ id: request.id, status: 'completed', listing: { id: bike.id } }]);
  expect(await clientOf(seller).getStats()).toMatchObject({ as_seller: { completed: 1 } });
});
