/** A request as a row of the inbox. */
import type { CallbackRequest } from '@ringback/client';
import type { Format } from '../../format/format.ts';
import type { RequestWords } from '../../messages/en/request.ts';
import type { SellerWords } from '../../messages/en/seller.ts';
import { lookUp } from '../../platform/lookUp.ts';
import type { Badge } from '../../ui/parts.ts';
import { priorityBadge, statusBadge } from '../badges.ts';
import { marksOf } from '../card/marks.ts';
import { buyerName } from '../details.ts';
import { expiryOf } from '../expiry.ts';
import { isOpen, statusAt } from '../request.ts';
import type { InboxRow } from './inboxModel.ts';

interface Reader {
  messages: RequestWords & SellerWords;
  format: Format;
  now: Date | undefined;
}

export function rowOf(request: CallbackRequest, reader: Reader): InboxRow {
  const { messages, format, now } = reader;
  const status = statusAt(request, now);
  const isUrgent = request.priority === 'urgent';
  const expiry = isOpen({ status }) ? soonExpiry(request, reader) : undefined;
  return {
    id: request.id,
    name: buyerName(request, messages),
    listing: request.listing.title ?? messages.details.untitled,
    when: format.when(request.requested_at, now),
    status: statusBadge(messages, status, 'seller'),
    marks: [...priorityOf(request, messages), ...marksOf(request, reader), ...(expiry ? [expiry] : [])],
    excerpt: excerptOf(request, messages),
    attention: isOpen({ status }) && isUrgent ? 'danger' : expiry && 'warning',
  };
}

function soonExpiry({ expires_at }: CallbackRequest, { messages, format, now }: Reader): Badge | undefined {
  const expiry = expiryOf(expires_at, now, messages, format);
  return expiry.isSoon ? expiry : undefined;
}

function priorityOf({ priority }: CallbackRequest, messages: RequestWords): Badge[] {
  const badge = priority === 'normal' ? undefined : priorityBadge(messages, priority);
  return badge ? [badge] : [];
}

function excerptOf({ message, callback_reason: reason }: CallbackRequest, { reasons }: RequestWords) {
  return message ?? (reason === null ? undefined : (lookUp(reasons, reason) ?? reasons.other));
}
