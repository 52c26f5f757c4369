import { type RequestList, type RequestListOptions, useRequestList } from './useRequestList.ts';

/** The requests that the signed-in seller has received. */
export function useSellerCallbackRequests(options: RequestListOptions = {}): RequestList {
  return useRequestList('seller', options);
}
