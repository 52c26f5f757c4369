/**
 * A request whose call is not yet accounted for stays in the list from which the seller has called, whatever
 * its status, for as long as it is open. Once it has ended, its outcome can no longer be logged, and the
 * question goes, as it does once another window has logged it.
 */
import {
  type CallbackClient,
  type CallbackRequest,
  isCallbackError,
  type RequestPage,
} from '@ringback/client';
import { isUnlogged, type OpenCalls } from '../openCalls.ts';
import { isOpen, statusAt } from '../request.ts';

/** Those of `shown` that stay beside the page, as they are now. */
export async function calledBeside(
  client: CallbackClient,
  openCalls: OpenCalls,
  page: RequestPage,
  shown: readonly CallbackRequest[],
  signal: AbortSignal,
): Promise<CallbackRequest[]> {
  const isAsked = (request: CallbackRequest) =>
    isOpen({ status: statusAt(request, new Date()) }) && isUnlogged(openCalls.get(request.id), request);
  const missing = shown.filter(({ id }) => openCalls.get(id) && !page.items.some((item) => item.id === id));
  const latest = await Promise.all(missing.map((request) => latestOf(client, request, signal)));
  const kept = latest.filter((request) => request !== undefined).filter(isAsked);
  const asked = new Set([...page.items.filter(isAsked), ...kept].map(({ id }) => id));
  for (const { id } of [...page.items, ...missing]) {
    if (openCalls.get(id) && !asked.has(id)) openCalls.end(id);
  }
  return kept;
}

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
