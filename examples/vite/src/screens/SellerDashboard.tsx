import { useSellerCallbackRequests } from '@/hooks/useCallbackRequests';
import { CallbackRequestCard } from '@/components';

export function SellerDashboard() {
  const { requests, loading, refresh } = useSellerCallbackRequests({ 
    status: 'pending', 
    limit: 5 
  });

  return (
    <section aria-busy={loading}>
      <h1>Who asks to be called</h1>
      {!loading && requests.length === 0 && <p>Nobody is waiting for a call.</p>}
      {requests.map(request => (
        <CallbackRequestCard
          key={request.id}
          request={request}
          onStatusUpdate={refresh}
        />
      ))}
    </section>
  );
}
