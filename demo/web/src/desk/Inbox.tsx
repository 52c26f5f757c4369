/** The requests that the seller has received: by status, searched, page by page. */
import {
  CallbackGuidelines,
  CallbackRequestCard,
  useCallbackRequestStats,
  useReadNotifications,
  useSellerCallbackRequests,
} from '@ringback/react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useWords } from '../app/settings.tsx';

import type { Words } from '../text/en.ts';
import { useErrorText } from '../ui/errorText.ts';
import { Icon } from '../ui/Icon.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { StatusChips, type StatusChoice } from '../ui/StatusChips.tsx';
import { Empty, Failed, Loading, More } from '../ui/states.tsx';
import { useDebounced } from '../ui/useDebounced.ts';

export function Inbox({ chosenId }: { chosenId: string | undefined }) {
  const { desk: words } = useWords();
  const [status, setStatus] = useState<StatusChoice>('pending');
  const [search, setSearch] = useState('');
  const { stats } = useCallbackRequestStats();
  const counts = stats && { ...stats.as_seller, all: stats.as_seller.total_received };
  return (
    <section className="inbox" aria-labelledby="inbox">
      <h2 id="inbox" className="visually-hidden">
        {words.inbox}
      </h2>
      <SearchField label={words.search} value={search} onChange={setSearch} />
      <StatusChips as="seller" value={status} onChange={setStatus} counts={counts ?? undefined} />
      <Requests status={status} search={useDebounced(search)} chosenId={chosenId} />
      <CallbackGuidelines as="seller" />
    </section>
  );
}

interface RequestsProps {
  status: StatusChoice;
  search: string;
  chosenId: string | undefined;
}

function Requests({ status, search, chosenId }: RequestsProps) {
  const { desk: words, requests: requestWords } = useWords();
  const { requests, loading, error, hasMore, refresh, loadMore } = useSellerCallbackRequests({
    status: status === 'all' ? undefined : status,
    search,
    order: 'needs_action',
  });
  const readNotifications = useReadNotifications();
  const errorText = useErrorText();
  const handled = (id: string) => {
    readNotifications(id);
    void refresh();
  };
  if (loading) return <Loading />;
  if (error && requests.length === 0) return <Failed message={errorText(error)} retry={refresh} />;
  if (requests.length === 0) {
    return <Empty icon="inbox">{emptyText(status, search, words, requestWords)}</Empty>;
  }
  return (
    <>
      <ul className="cards">
        {requests.map((request) => (
          <li key={request.id} aria-current={request.id === chosenId || undefined}>
            <CallbackRequestCard request={request} onStatusUpdate={() => handled(request.id)} />
            <Link
              href={`/desk/${request.id}`}
              className="card-link"
              aria-label={words.details(request.requester_name)}
            >
              {requestWords.history}
              <Icon name="chevron" isDirectional />
            </Link>
          </li>
        ))}
      </ul>
      {hasMore && <More load={loadMore} />}
    </>
  );
}

function emptyText(
  status: StatusChoice,
  search: string,
  desk: Words['desk'],
  requests: Words['requests'],
): string {
  if (search !== '') return desk.noneFound;
  if (status === 'all') return desk.none;
  return status === 'pending' || status === 'acknowledged' ? desk.caughtUp : requests.noneWithStatus;
}
