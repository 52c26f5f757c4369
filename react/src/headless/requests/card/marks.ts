/** What sets a request apart in the seller's inbox. */
import type { CallbackRequest } from '@ringback/client';
import type { Format } from '../../format/format.ts';
import type { RequestWords } from '../../messages/en/request.ts';
import type { SellerWords } from '../../messages/en/seller.ts';
import type { Badge } from '../../ui/parts.ts';
import { isOpen, isPreferredNow, isSnoozed, statusAt } from '../request.ts';

interface Reader {
  messages: RequestWords & SellerWords;
  format: Format;
  now: Date | undefined;
}

export function marksOf(
  request: CallbackRequest,
  { messages: { card, outcomes }, format, now }: Reader,
): Badge[] {
  if (!isOpen({ status: statusAt(request, now) })) return [];
  const marks: (Badge | false)[] = [
    request.requester.is_verified && { label: card.verified, icon: 'check-circle', tone: 'success' },
    isSnoozed(request, now) && {
      label: card.snoozed(format.when(request.snoozed_until, now)),
      icon: 'clock',
      tone: 'neutral',
    },
    isPreferredNow(request, now) && { label: card.preferredNow, icon: 'clock', tone: 'success' },
    request.paused_at !== null && { label: outcomes.wrong_number, icon: 'alert', tone: 'warning' },
    isEditedSinceCall(request) && {
      label: card.edited(format.when(request.edited_at, now)),
      icon: 'info',
      tone: 'accent',
    },
  ];
  return marks.filter((mark) => mark !== false);
}

/** Before the next call the seller should look again. */
function isEditedSinceCall(request: CallbackRequest): request is CallbackRequest & { edited_at: string } {
  const { edited_at, last_attempt } = request;
  return (
    edited_at !== null && !(last_attempt && Date.parse(last_attempt.attempted_at) > Date.parse(edited_at))
  );
}
