/** The inbox of a seller with 5,000 requests, all of which can be loaded. */
import { createRoot } from 'react-dom/client';
import { CallbackInbox, CallbackProvider } from '../../src/web/index.ts';
import { createFakeClient } from '../../tests/support/fakeClient.ts';
import { idOf, makeRequest, SELLER_ID } from '../../tests/support/samples.ts';

const COUNT = 5_000;
const LISTINGS = 40;
const NETWORK_MS = 20;
const client = createFakeClient({
  userId: SELLER_ID,
  requests: Array.from({ length: COUNT }, (_, index) =>
    makeRequest({
      id: idOf(index + 1),
      listing_id: idOf(100_000 + (index % LISTINGS)),
      requester_name: `Ama Mensah ${index}`,
      message: 'Is it still there? I could come by on Saturday morning.',
      priority: index % 50 === 0 ? 'urgent' : 'normal',
      requested_at: new Date(Date.now() - index * 60_000).toISOString(),
    }),
  ),
});
const { listCallbackRequests } = client;
client.listCallbackRequests = async (...args) => {
  await new Promise((resolve) => setTimeout(resolve, NETWORK_MS));
  return listCallbackRequests(...args);
};
const root = document.querySelector('#root');

if (root) {
  createRoot(root).render(
    <CallbackProvider client={client} userId={SELLER_ID}>
      <CallbackInbox />
    </CallbackProvider>,
  );
}
