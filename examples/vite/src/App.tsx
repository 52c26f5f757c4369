import { useState } from 'react';
import { Callbacks } from './Callbacks';
import { BUYER, LISTING, SELLER } from './marketplace';
import { ListingScreen } from './screens/ListingScreen';
import { SellerDashboard } from './screens/SellerDashboard';

/** Both sides in one window: the listing as its buyer sees it, the dashboard as the seller does. */
export function App() {
  const [person, setPerson] = useState(BUYER);
  return (
    <>
      <nav>
        {[BUYER, SELLER].map((one) => (
          <button key={one.id} type="button" aria-pressed={one === person} onClick={() => setPerson(one)}>
            {one === BUYER ? 'Listing' : 'Dashboard'}
          </button>
        ))}
        <span>signed in as {person.name}</span>
      </nav>
      <main>
        <Callbacks key={person.id} person={person}>
          {person === BUYER ? <ListingScreen listing={LISTING} userId={person.id} /> : <SellerDashboard />}
        </Callbacks>
      </main>
    </>
  );
}
