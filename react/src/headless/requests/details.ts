/** What a request says, as labels and texts. A new optional field is one more line. */
import type { CallbackRequest } from '@ringback/client';
import type { Format } from '../format/format.ts';
import type { BuyerWords } from '../messages/en/buyer.ts';
import type { RequestWords } from '../messages/en/request.ts';
import type { SellerWords } from '../messages/en/seller.ts';
import { lookUp } from '../platform/lookUp.ts';
import type { Detail } from '../ui/parts.ts';

interface Reader<Words> {
  messages: Words;
  format: Format;
  now: Date | undefined;
}

/** For the seller. */
export function cardDetails(
  request: CallbackRequest,
  { messages, format, now }: Reader<RequestWords & SellerWords>,
): Detail[] {
  const { card, reasons } = messages;
  const { callback_reason: reason, message } = request;
  return present([
    [card.reason, reason === null ? null : (lookUp(reasons, reason) ?? reasons.other)],
    [card.preferredTimes, format.preferredTimes(request, now)],
    [card.message, message],
  ]);
}

/**
 * For the buyer, who knows what they wrote: when they may be called, and why the other side ended the
 * request.
 */
export function summaryDetails(
  request: CallbackRequest,
  { messages, format, now }: Reader<BuyerWords>,
): Detail[] {
  const { summary } = messages;
  return present([
    [summary.preferredTimes, format.preferredTimes(request, now)],
    [summary.reason, request.cancelled_by === 'buyer' ? null : request.cancel_reason],
  ]);
}

const present = (lines: [label: string, text: string | null | undefined][]): Detail[] =>
  lines.flatMap(([label, text]) => (text ? [{ label, text }] : []));
