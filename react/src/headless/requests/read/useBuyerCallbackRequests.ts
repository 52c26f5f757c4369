import { type RequestList, type RequestListOptions, useRequestList } from './useRequestList.ts';

/** The requests that the signed-in buyer has sent. */
export function useBuyerCallbackRequests(options: RequestListOptions = {}): RequestList {
  return useRequestList('buyer', options);
}
