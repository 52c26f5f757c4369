/**
 * A request whose call is not yet accounted for stays in the list from which the seller has called, whatever
 * its status, for as long as it is open. Once it has ended, its outcome can no longer be logged, and the
 * question goes.
 */
import {
  type CallbackClient,
  type CallbackRequest,
  isCallbackError,
  type RequestPage,
} from '@ringback/client';
import type { OpenCalls } from '../openCalls.ts';
import { isOpen, statusAt } from '../request.ts';

/** Those of `shown` that stay beside the page, as they are now. */
export async function calledBeside(
  client: CallbackClient,
  openCalls: OpenCalls,
  page: RequestPage,
  shown: readonly CallbackRequest[],
  signal: AbortSignal,
): Promise<CallbackRequest[]> {
  const missing = shown.filter(({ id }) => openCalls.has(id) && !page.items.some((item) => item.id === id));
  const latest = await Promise.all(missing.map((request) => latestOf(client, request, signal)));
  const kept = latest.filter((request) => request !== undefined).filter(isOpenNow);
  const open = new Set([...page.items.filter(isOpenNow), ...kept].map(({ id }) => id));
  for (const { id } of [...page.items, ...missing]) {
    if (openCalls.has(id) && !open.has(id)) openCalls.end(id);
  }
  return kept;
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
