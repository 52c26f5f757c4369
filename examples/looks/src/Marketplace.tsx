import { createDemoWorld, DEMO_BUYER, DEMO_LISTINGS, DEMO_SELLER } from '@ringback/client/demo';
import {
  CallbackProvider,
  type CallbackProviderProps,
  CallbackRequestButton,
  CallbackRequestCard,
  useSellerCallbackRequests,
} from '@ringback/react';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const world = createDemoWorld({ region: 'GH' });
const buyer = world.as(DEMO_BUYER.id);
const seller = world.as(DEMO_SELLER.id);
const [listing] = DEMO_LISTINGS;

/** How an app looks: its theme and its own parts. */
export type Look = Pick<CallbackProviderProps, 'theme' | 'components'>;

/** A listing as its buyer sees it, and beside it the seller's inbox. */
export function Marketplace(look: Look) {
  return (
    <div style={{ display: 'grid', gap: '2rem', maxWidth: '44rem', margin: '2rem auto', padding: '0 1rem' }}>
      <CallbackProvider {...look} client={buyer} userId={DEMO_BUYER.id} region="GH">
        <h1>{listing?.title}</h1>
        <CallbackRequestButton
          listingId={listing?.id ?? ''}
          sellerId={DEMO_SELLER.id}
          sellerName={DEMO_SELLER.name}
          sellerPhone={DEMO_SELLER.phone}
          listingTitle={listing?.title ?? ''}
          variant="primary"
        />
      </CallbackProvider>
      <CallbackProvider {...look} client={seller} userId={DEMO_SELLER.id}>
        <Inbox />
      </CallbackProvider>
    </div>
  );
}

function Inbox() {
  const { requests, refresh } = useSellerCallbackRequests();
  return requests.map((request) => (
    <CallbackRequestCard key={request.id} request={request} onStatusUpdate={refresh} />
  ));
}

export function show(app: ReactNode): void {
  const root = document.querySelector('#root');
  if (root) createRoot(root).render(<StrictMode>{app}</StrictMode>);
}
