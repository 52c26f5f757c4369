/** What a request says, as labels and texts. A new optional field is one more line. */
import type { CallbackRequest } from '@ringback/client';
import type { Format } from '../format/format.ts';
import type { RequestWords } from '../messages/en/request.ts';
import { lookUp } from '../platform/lookUp.ts';
import type { Detail } from '../ui/parts.ts';

interface Reader {
  messages: RequestWords;
  format: Format;
  now: Date | undefined;
}

export interface ListingModel {
  title: string;
  price: string | undefined;
  imageUrl: string | undefined;
  /** Its page, where the app has one. */
  href?: string | undefined;
}

/** What the request is about. */
export function listingOf(
  { listing }: CallbackRequest,
  { details }: RequestWords,
  format: Format,
): ListingModel {
  return {
    title: listing.title ?? details.untitled,
    price: format.price(listing.price, listing.currency),
    imageUrl: listing.image ?? undefined,
  };
}

/** For the seller, who has name, number and priority in sight already. */
export function cardDetails(request: CallbackRequest, reader: Reader): Detail[] {
  const { details, reasons } = reader.messages;
  const { callback_reason: reason, message } = request;
  return present([
    [details.reason, reason === null ? null : (lookUp(reasons, reason) ?? reasons.other)],
    [details.preferredTimes, preferredTimesOf(request, reader)],
    [details.message, message],
  ]);
}

/** The buyer's name, also of one who was erased. */
export const buyerName = ({ requester_name: name }: CallbackRequest, { details }: RequestWords) =>
  name ?? details.erased;

/** For the buyer: all that was sent. */
export function summaryDetails(request: CallbackRequest, phone: string | null, reader: Reader): Detail[] {
  const { details, priorities } = reader.messages;
  return present([
    [details.phone, phone],
    [details.name, request.requester_name],
    ...cardDetails(request, reader).map(({ label, text }): Line => [label, text]),
    [details.priority, lookUp(priorities, request.priority)?.label],
  ]);
}

/** As dates; as the buyer put it where no more dates are to come. */
const preferredTimesOf = (request: CallbackRequest, { format, now }: Reader) =>
  format.ranges(request.preferred_ranges, now) ?? format.preferredTimes(request, now);

type Line = [label: string, text: string | null | undefined];

const present = (lines: Line[]): Detail[] =>
  lines.flatMap(([label, text]) => (text ? [{ label, text }] : []));
