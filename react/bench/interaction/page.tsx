/** A page of listings, each with its button. The answers come from memory, after the time that a network takes. */
import { createRoot } from 'react-dom/client';
import { CallbackProvider, CallbackRequestButton } from '../../src/web/index.ts';
import { createFakeClient } from '../../tests/support/fakeClient.ts';
import { BUTTON_PROPS, idOf } from '../../tests/support/samples.ts';

const LISTINGS = Array.from({ length: 24 }, (_, index) => idOf(100 + index));
const NETWORK_MS = 100;
const client = createFakeClient();
const { getEligibility, createCallbackRequest } = client;
client.getEligibility = async (...args) => {
  await networkTime();
  return getEligibility(...args);
};
client.createCallbackRequest = async (...args) => {
  await networkTime();
  return createCallbackRequest(...args);
};
const root = document.querySelector('#root');

if (root) {
  createRoot(root).render(
    <CallbackProvider client={client} profile={{ name: 'Ama Mensah', phone: '+442079460018' }}>
      {LISTINGS.map((listingId) => (
        <CallbackRequestButton key={listingId} {...BUTTON_PROPS} listingId={listingId} />
      ))}
    </CallbackProvider>,
  );
}

function networkTime() {
  return new Promise((resolve) => setTimeout(resolve, NETWORK_MS));
}
