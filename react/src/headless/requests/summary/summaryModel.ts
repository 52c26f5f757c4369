/** A request as its buyer sees it, as the views draw it. */
import type { CallbackRequest } from '@ringback/client';
import type { Action, Badge } from '../../ui/parts.ts';
import type { CallbackNotice } from '../../ui/slots.ts';
import type { EditFormOptions } from '../form/formModel.ts';
import type { Status } from '../request.ts';

export interface RequestSummary {
  request: CallbackRequest;
  /** As it is now: a request expires while it is looked at. */
  state: Status;
  status: Badge;
  /** What that means for the buyer. */
  note: string;
  /** "Requested", "today at 14:05", in order; `at` is empty for what is still to come. */
  steps: { label: string; at: string; isDone: boolean }[];
  /** "Open until Friday, 14:05" while it is open. */
  expiry: string | undefined;
  preferredTimes: string | undefined;
  /** Why the seller or the marketplace ended it. */
  reason: string | undefined;
  /** While it is open. `isAsked` after the first press, which asks to confirm. */
  withdrawal:
    | (Action & { isAsked: boolean; question: string; ask: () => void; cancel: () => void })
    | undefined;
  /** While it is open: phone, name and preferred times may be edited in the same form. */
  edit:
    | {
        isOpen: boolean;
        open: Action;
        close: () => void;
        /** For `useEditForm`, while it is open. */
        formOptions: EditFormOptions;
      }
    | undefined;
  error: string | undefined;
  /** What has just happened, to be told in a live region too. */
  announcement: CallbackNotice | undefined;
}
