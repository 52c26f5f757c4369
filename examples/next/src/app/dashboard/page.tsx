import { Callbacks } from '@/Callbacks';
import { CallbackRequestCard } from '@/components';
import { SELLER } from '@/marketplace';
import { SAMPLE_REQUEST } from '@/sampleRequest';
import { SellerDashboard } from '@/screens/SellerDashboard';

/** The seller's requests, which the browser loads, and a card that the server draws. */
export default function DashboardPage() {
  return (
    <Callbacks person={SELLER}>
      <SellerDashboard />
      <section>
        <h2>How a request looks</h2>
        <CallbackRequestCard request={SAMPLE_REQUEST} />
      </section>
    </Callbacks>
  );
}
