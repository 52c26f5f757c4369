/** The buyer's requests: what was asked and what happened to it. */
import type { Stats } from '@ringback/client';
import { CallbackGuidelines, useBuyerCallbackRequests, useCallbackRequestStats } from '@ringback/react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useWords } from '../app/settings.tsx';
import { useErrorText } from '../ui/errorText.ts';
import { useMarketFormat } from '../ui/format.ts';
import { Page } from '../ui/Page.tsx';
import { StatusChips, type StatusChoice } from '../ui/StatusChips.tsx';
import { Empty, Failed, Loading, More } from '../ui/states.tsx';
import { RequestItem } from './RequestItem.tsx';

/** As few as the fair figures of sellers need. */
const FEWEST_FOR_A_RATE = 5;

export default function RequestsPage() {
  const { requests: words } = useWords();
  const [status, setStatus] = useState<StatusChoice>('all');
  const { stats } = useCallbackRequestStats();
  const sent = stats?.as_requester;
  const counts = sent && {
    all: sent.total_sent,
    pending: sent.pending_sent,
    acknowledged: sent.acknowledged_sent,
    completed: sent.completed_sent,
    cancelled: sent.cancelled_sent,
    expired: sent.expired_sent,
  };
  return (
    <Page title={words.title} lead={words.lead} actions={<SuccessRate sent={sent} />}>
      <StatusChips as="buyer" value={status} onChange={setStatus} counts={counts} />
      <Requests key={status} status={status} />
      <CallbackGuidelines as="buyer" />
    </Page>
  );
}

/** Nothing for fewer requests: 0 % of one request says nothing. */
function SuccessRate({ sent }: { sent: Stats['as_requester'] | undefined }) {
  const { stats } = useWords();
  const format = useMarketFormat();
  if (!sent || sent.total_sent < FEWEST_FOR_A_RATE) return null;
  return (
    <dl className="figure">
      <dt>{stats.successRate}</dt>
      <dd>{format.percent(sent.success_rate)}</dd>
    </dl>
  );
}

function Requests({ status }: { status: StatusChoice }) {
  const { requests: words } = useWords();
  const { requests, loading, error, hasMore, refresh, loadMore } = useBuyerCallbackRequests({
    status: status === 'all' ? undefined : status,
  });
  const errorText = useErrorText();
  if (loading) return <Loading />;
  if (error && requests.length === 0) return <Failed message={errorText(error)} retry={refresh} />;
  if (requests.length === 0) return <None isFiltered={status !== 'all'} />;
  return (
    <>
      <ul className="requests">
        {requests.map((request) => (
          <li key={request.id}>
            <RequestItem request={request} link={words.history} />
          </li>
        ))}
      </ul>
      {hasMore && <More load={loadMore} />}
    </>
  );
}

function None({ isFiltered }: { isFiltered: boolean }) {
  const { requests: words } = useWords();
  if (isFiltered) return <Empty icon="phone">{words.noneWithStatus}</Empty>;
  return (
    <Empty icon="phone">
      <p>{words.none}</p>
      <Link href="/" className="button button-primary">
        {words.browse}
      </Link>
    </Empty>
  );
}
