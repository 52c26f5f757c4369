/** What the inbox shows is in the page's address: /desk/<request>?status=all&search=bike&listing=7. */
import { STATUSES } from '@ringback/client';
import type { InboxValue } from '@ringback/react';
import { useLocation, useSearch } from 'wouter';

export function useInboxAddress(requestId: string | undefined): [InboxValue, (next: InboxValue) => void] {
  const [, navigate] = useLocation();
  const query = new URLSearchParams(useSearch());
  const value: InboxValue = {
    status: statusIn(query),
    search: query.get('search') ?? '',
    listingId: query.get('listing') ?? undefined,
    requestId,
  };
  /** Back leads from an open request to the list, and from the list to the page before. */
  function change(next: InboxValue) {
    const isOpened = requestId === undefined && next.requestId !== undefined;
    navigate(addressOf(next), { replace: !isOpened });
  }
  return [value, change];
}

function addressOf({ status, search, listingId, requestId }: InboxValue): string {
  const query = new URLSearchParams({
    ...(status !== 'pending' && { status }),
    ...(search !== '' && { search }),
    ...(listingId !== undefined && { listing: listingId }),
  }).toString();
  const path = requestId === undefined ? '/desk' : `/desk/${requestId}`;
  return query === '' ? path : `${path}?${query}`;
}

function statusIn(query: URLSearchParams): InboxValue['status'] {
  const given = query.get('status');
  return given === 'all' ? given : (STATUSES.find((status) => status === given) ?? 'pending');
}
