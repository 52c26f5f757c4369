import { Callbacks } from '@/Callbacks';
import { BUYER, LISTING } from '@/marketplace';
import { ListingScreen } from '@/screens/ListingScreen';

/** A listing as its buyer sees it. The server draws the button; whether a request is possible is asked in the browser. */
export default function ListingPage() {
  return (
    <Callbacks person={BUYER}>
      <ListingScreen listing={LISTING} userId={BUYER.id} />
    </Callbacks>
  );
}
