/** The card in the seller's inbox, as the views draw it. */
import type { CallbackRequest } from '@ringback/client';
import type { Action, Badge, Option } from '../../ui/parts.ts';
import type { CallbackNotice, IconName } from '../../ui/slots.ts';
import type { CallOutcome } from '../request.ts';

export interface CallbackCardModel {
  request: CallbackRequest;
  status: Badge;
  /** Absent for normal. */
  priority: Badge | undefined;
  /** While open: how long it stays open; `isSoon` in its last day. */
  expiry: (Badge & { isSoon: boolean }) | undefined;
  /** The tone in which the card stands out of a list, while it is open: urgent, or in its last day. Priority and expiry say which. */
  attention: Badge['tone'] | undefined;
  buyer: { name: string; initials: string; avatarUrl: string | undefined };
  listing: { title: string; price: string | undefined; imageUrl: string | undefined };
  reason: string | undefined;
  message: string | undefined;
  preferredTimes: string | undefined;
  requestedAt: string;
  /** Why it was cancelled and by whom, once it is. */
  ending: string | undefined;
  /** One tap: follow `href`, and call `start`, which acknowledges. Only while the number may be seen. */
  call: { href: string; label: string; number: string; start: () => void } | undefined;
  /** Asked from the tap on, so that it is there when the seller comes back from the call. */
  outcome:
    | {
        question: string;
        options: (Option<CallOutcome> & { icon: IconName })[];
        choose: (outcome: CallOutcome) => void;
        dismiss: Action;
      }
    | undefined;
  acknowledge: Action | undefined;
  complete: Action | undefined;
  /** Opens the field for the reason. */
  decline: Action | undefined;
  declining:
    | {
        label: string;
        hint: string;
        reason: string;
        setReason: (reason: string) => void;
        /** Whether the field was opened just now, rather than found open with what had been written in it. */
        takesFocus: boolean;
        confirm: Action;
        cancel: Action;
        error: string | undefined;
      }
    | undefined;
  error: string | undefined;
  announcement: CallbackNotice | undefined;
}
