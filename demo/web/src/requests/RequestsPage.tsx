/** The buyer's requests: what was asked and what happened to it. */
import { STATUSES } from '@ringback/client';
import { CallbackGuidelines, CallbackStats, MyCallbackRequests, type MyRequestsValue } from '@ringback/react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { useWords } from '../app/settings.tsx';
import { Page } from '../ui/Page.tsx';

export default function RequestsPage() {
  const { requests: words } = useWords();
  return (
    <Page title={words.title} lead={words.lead}>
      <MyCallbackRequests {...useAddress()} empty={<BrowseLink />} />
      <CallbackStats as="buyer" />
      <CallbackGuidelines as="buyer" />
    </Page>
  );
}

function BrowseLink() {
  const { requests: words } = useWords();
  return (
    <Link href="/" className="button button-primary">
      {words.browse}
    </Link>
  );
}

/** The tab and the open request, kept in the address. */
function useAddress() {
  const [parameters] = useSearchParams();
  const [path, navigate] = useLocation();
  const value = {
    status: STATUSES.find((status) => status === parameters.get('status')) ?? 'all',
    requestId: parameters.get('request') ?? undefined,
  } satisfies MyRequestsValue;
  function onChange({ status, requestId }: MyRequestsValue) {
    const given = Object.entries({ status: status === 'all' ? '' : status, request: requestId ?? '' });
    navigate(`${path}?${new URLSearchParams(given.filter(([, text]) => text !== ''))}`, { replace: true });
  }
  return { value, onChange };
}
