/** What the fake server tells. */
import {
  CallbackError,
  type CallbackRequestDetail,
  type Eligibility,
  type ListCallbackRequests,
  type ListNotifications,
  type NotificationPage,
  PAGE_LIMIT,
  type RequestPage,
  STATUSES,
  type Stats,
} from '@ringback/client';
import type { FakeServer } from './fakeServer.ts';
import { NO_STATS } from './samples.ts';

export function fakeLists(server: FakeServer) {
  return {
    list(query: ListCallbackRequests): RequestPage {
      const matching = server.requests.filter((request) => matches(request, query, server.userId));
      return pageOf(
        ordered(matching, query.order).map((request) => asSeenBy(server.userId, request)),
        query,
      );
    },
    get: (id: string) => findRequest(server, id),
    eligibility(listingId: string): Eligibility {
      const existing = server.requests.find(
        (request) =>
          request.listing_id === listingId &&
          request.requester_id === server.userId &&
          request.cancelled_by !== 'buyer',
      );
      const reason = server.obstacle ?? (existing ? 'duplicate_request' : null);
      const existing_request = existing ? asSeenBy(server.userId, existing) : null;
      return {
        can_request: reason === null,
        reason,
        existing_request,
        ...server.listing,
      };
    },
    stats: () => statsOf(server),
    notifications({ unreadOnly = false, ...page }: ListNotifications = {}): NotificationPage {
      return pageOf(
        server.notifications.filter(({ read_at }) => !unreadOnly || read_at === null),
        page,
      );
    },
    unread: () => server.notifications.filter(({ read_at }) => read_at === null).length,
  };
}

/** The user's own request; another's is as if it were not there. */
export function findRequest(server: FakeServer, id: string): CallbackRequestDetail {
  const request = server.requests.find((known) => known.id === id);
  const isTheirs = request && [request.seller_id, request.requester_id].includes(server.userId);
  if (!isTheirs) throw new CallbackError('not_found', 'There is no such request.');
  return asSeenBy(server.userId, request);
}

/** The number is for the buyer, and for the seller while the request is open; the note and the snooze are the seller's. A masked request is stored with both. */
export function asSeenBy(userId: string, request: CallbackRequestDetail): CallbackRequestDetail {
  const isOpen = request.status === 'pending' || request.status === 'acknowledged';
  if (userId === request.requester_id)
    return { ...request, requester_phone_masked: null, seller_note: null, snoozed_until: null };
  if (isOpen && request.requester_phone_masked === null) return request;
  return { ...request, requester_phone: null, requester: { ...request.requester, phone: null } };
}

function matches(
  request: CallbackRequestDetail,
  { as, status, search = '', listing_id }: ListCallbackRequests,
  userId: string,
) {
  const isTheirs = userId === (as === 'seller' ? request.seller_id : request.requester_id);
  const text = `${request.requester_name} ${request.listing.title} ${request.message} ${request.requester_phone}`;
  return (
    isTheirs &&
    (status === undefined || request.status === status) &&
    (listing_id === undefined || request.listing_id === listing_id) &&
    search.split(' ').every((word) => text.toLowerCase().includes(word.toLowerCase()))
  );
}

/** Urgent ones first, then the oldest; the server looks at the time and at the status too. */
function ordered(requests: CallbackRequestDetail[], order: ListCallbackRequests['order']) {
  if (order !== 'needs_action') return requests;
  const isLater = ({ priority }: CallbackRequestDetail) => Number(priority !== 'urgent');
  return requests.toReversed().sort((a, b) => isLater(a) - isLater(b));
}

/** The cursor is the number of items before the page. */
function pageOf<Item>(items: Item[], query: { limit?: number | undefined; cursor?: string | undefined }) {
  const { limit = PAGE_LIMIT.default, cursor = '0' } = query;
  const end = Number(cursor) + limit;
  return { items: items.slice(Number(cursor), end), next_cursor: end < items.length ? String(end) : null };
}

function statsOf({ requests, userId }: FakeServer): Stats {
  const stats = structuredClone(NO_STATS);
  for (const status of STATUSES) {
    const here = requests.filter((request) => request.status === status);
    stats.as_seller[status] = here.filter(({ seller_id }) => seller_id === userId).length;
    stats.as_requester[`${status}_sent`] = here.filter(({ requester_id }) => requester_id === userId).length;
  }
  stats.as_seller.total_received = requests.filter(({ seller_id }) => seller_id === userId).length;
  stats.as_requester.total_sent = requests.filter(({ requester_id }) => requester_id === userId).length;
  return stats;
}
