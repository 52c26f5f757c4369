import { CallbackRequestButton } from '@/components';
import type { Listing } from '@/marketplace';

interface Props {
  listing: Listing;
  /** Who is signed in. */
  userId: string | undefined;
}

export function ListingScreen({ listing, userId }: Props) {
  const listingId = listing.id;
  const isOwnListing = listing.user_id === userId;
  return (
    <article>
      <h1>{listing.title}</h1>
      <p className="price">{listing.price}</p>
      {!isOwnListing && listing.profiles?.phone && (
        <CallbackRequestButton
          listingId={listingId}
          sellerId={listing.user_id}
          sellerName={`${listing.profiles.first_name} ${listing.profiles.last_name}`.trim()}
          sellerPhone={listing.profiles.phone}
          listingTitle={listing.title}
          variant="outline"
          size="md"
        />
      )}
    </article>
  );
}
