import { ScrollView, StyleSheet, Text } from 'react-native';
import { useSellerCallbackRequests } from '@/hooks/useCallbackRequests';
import { CallbackRequestCard } from '@/components';

export function SellerDashboard() {
  const { requests, loading, refresh } = useSellerCallbackRequests({ 
    status: 'pending', 
    limit: 5 
  });

  return (
    <ScrollView aria-busy={loading} contentContainerStyle={styles.screen}>
      <Text role="heading" style={styles.title}>
        Who asks to be called
      </Text>
      {!loading && requests.length === 0 && <Text>Nobody is waiting for a call.</Text>}
      {requests.map(request => (
        <CallbackRequestCard
          key={request.id}
          request={request}
          onStatusUpdate={refresh}
        />
      ))}
    </ScrollView>
  );
}

const styles = StyleSheet.create({
  screen: { padding: 16, gap: 12 },
  title: { fontSize: 24, fontWeight: '600', color: '#14171c' },
});
