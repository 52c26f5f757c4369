/** The keys under which answers are cached, apart for each user. */
import type { ListCallbackRequests } from '@ringback/client';
import type { Status } from '../requests/request.ts';

export interface ListQuery {
  as: 'seller' | 'buyer';
  status: Status | undefined;
  search: string | undefined;
  listing_id: string | undefined;
  order: ListCallbackRequests['order'];
  limit: number;
  offset: number;
}

export type QueryKeys = ReturnType<typeof createQueryKeys>;

export function createQueryKeys(userId: string | undefined) {
  const user = ['ringback', userId ?? null] as const;
  const requests = [...user, 'requests'] as const;
  const lists = [...requests, 'list'] as const;
  const eligibilities = [...requests, 'eligibility'] as const;
  const notifications = [...user, 'notifications'] as const;
  const notificationLists = [...notifications, 'list'] as const;
  return {
    user,
    /** Everything that a change of a request may alter. */
    requests,
    lists,
    list: (query: ListQuery) => [...lists, query] as const,
    request: (id: string) => [...requests, 'request', id] as const,
    eligibilities,
    eligibility: (listingId: string, sellerId: string) => [...eligibilities, listingId, sellerId] as const,
    stats: [...requests, 'stats'] as const,
    consent: (locale: string) => [...user, 'consent', locale] as const,
    notifications,
    notificationLists,
    notificationList: (query: { limit: number; unreadOnly: boolean }) =>
      [...notificationLists, query] as const,
    unreadCount: [...notifications, 'unread'] as const,
  };
}
