/** What a request's fields mean. */
import type { CallbackRequest } from '@ringback/client';
import type { Status } from './models.ts';

export function isOpen({ status }: { status: Status }): boolean {
  return status === 'pending' || status === 'acknowledged';
}

/** The status at this time: a list that was fetched a while ago may hold requests that have expired since. */
export function statusAt(request: CallbackRequest, now: Date | undefined): Status {
  const isOver = now !== undefined && Date.parse(request.expires_at) <= now.getTime();
  return isOpen(request) && isOver ? 'expired' : request.status;
}

/** The given request, or the other version of it where that changed later. */
export function later(given: CallbackRequest, other: CallbackRequest | undefined): CallbackRequest {
  if (other?.id !== given.id) return given;
  return Date.parse(other.updated_at) > Date.parse(given.updated_at) ? other : given;
}
