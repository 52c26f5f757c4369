/**
 * A request whose call is not yet accounted for stays in the list from which the seller has called, whatever its status,
 * for as long as it is open. When it is not, nobody can tell any more how the call went, and nobody is asked.
 */
import {
  type CallbackClient,
  type CallbackRequest,
  isCallbackError,
  type RequestPage,
} from '@ringback/client';
import type { OpenCalls } from '../openCalls.ts';
import { isOpen, statusAt } from '../request.ts';
import { pageWith } from './requestPages.ts';

/** The page with those of `shown` that stay, as they are now. */
export async function keepCalled(
  client: CallbackClient,
  openCalls: OpenCalls,
  page: RequestPage,
  shown: readonly CallbackRequest[],
  signal: AbortSignal,
): Promise<RequestPage> {
  const missing = shown.filter(({ id }) => openCalls.has(id) && !page.items.some((item) => item.id === id));
  const latest = await Promise.all(missing.map((request) => latestOf(client, request, signal)));
  const kept = latest.filter((request) => request !== undefined).filter(isOpenNow);
  const open = new Set([...page.items.filter(isOpenNow), ...kept].map(({ id }) => id));
  for (const { id } of [...page.items, ...missing]) {
    if (openCalls.has(id) && !open.has(id)) openCalls.end(id);
  }
  return pageWith(page, kept);
}

const isOpenNow = (request: CallbackRequest) => isOpen({ status: statusAt(request, new Date()) });

/** As it was, where it cannot be asked for; undefined when it is no longer there. */
async function latestOf(
  client: CallbackClient,
  request: CallbackRequest,
  signal: AbortSignal,
): Promise<CallbackRequest | undefined> {
  try {
    return await client.getCallbackRequest(request.id, { signal });
  } catch (error) {
    return isCallbackError(error) && error.code === 'not_found' ? undefined : request;
  }
}
