import { StyleSheet, Text, View } from 'react-native';
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
    <View style={styles.screen}>
      <Text role="heading" style={styles.title}>
        {listing.title}
      </Text>
      <Text style={styles.price}>{listing.price}</Text>
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
    </View>
  );
}

const styles = StyleSheet.create({
  screen: { padding: 16, gap: 12 },
  title: { fontSize: 24, fontWeight: '600', color: '#14171c' },
  price: { fontSize: 18, color: '#545c69' },
});
