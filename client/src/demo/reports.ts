/** What a seller says of a request and its buyer: neither the buyer nor anyone else reads it. */
import type * as z from 'zod/mini';
import type { ReportCallbackRequest, SellerReport } from '../schemas/requests.ts';
import { findRequest, requireSide } from './machine.ts';
import type { Call } from './state.ts';

type Report = z.output<typeof ReportCallbackRequest>;

export function reportRequest(call: Call, id: string, { reason, block }: Report): SellerReport {
  const request = findRequest(call, id);
  requireSide(call, request, 'seller', 'Only the seller can do this.');
  const pair = pairOf(request.seller_id, request.requester_id);
  if (reason !== undefined) request.report = reason;
  const others = (call.state.blocks ?? []).filter((blocked) => blocked !== pair);
  if (block !== undefined) call.state.blocks = block ? [...others, pair] : others;
  return { id, reason: request.report ?? null, is_blocked: (call.state.blocks ?? []).includes(pair) };
}

export const isBlocked = ({ state }: Call, sellerId: string, buyerId: string): boolean =>
  (state.blocks ?? []).includes(pairOf(sellerId, buyerId));

const pairOf = (sellerId: string, buyerId: string) => `${sellerId} ${buyerId}`;
