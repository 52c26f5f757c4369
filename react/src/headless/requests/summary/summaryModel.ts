/** A request as its buyer sees it, as the views draw it. */
import type { CallbackRequest } from '@ringback/client';
import type { Action, Badge, Detail, Option } from '../../ui/parts.ts';
import type { CallbackNotice } from '../../ui/slots.ts';
import type { AttemptList } from '../attempts.ts';
import type { CodeStepOptions } from '../code/codeModel.ts';
import type { ListingModel } from '../details.ts';
import type { EditFormOptions } from '../form/formModel.ts';
import type { Status } from '../request.ts';

export interface RequestSummary {
  request: CallbackRequest;
  /** As it is now: a request expires while it is looked at. */
  state: Status;
  status: Badge;
  /** What that means for the buyer, and what comes next. */
  note: string;
  /** "Requested", "today at 14:05", in order; `at` is empty for what is still to come. */
  steps: { label: string; at: string; isDone: boolean }[];
  /** "Open until Friday, 14:05" while it is open. */
  expiry: string | undefined;
  listing: ListingModel;
  seller: { name: string; avatarUrl: string | undefined };
  /** All that was sent. */
  details: Detail[];
  attempts: AttemptList | undefined;
  /** In its last day, where it may be kept open longer. */
  extension: { question: string; action: Action } | undefined;
  /** While it is open; done after some seconds, in which `undo` takes it back. */
  withdrawal: Action | undefined;
  undo: Action | undefined;
  /** While it waits for a code: for `useCodeStep`. */
  code: CodeStepOptions | undefined;
  /**
   * While the request is open: every field may be edited in the same form. Opens by itself after a wrong number, and
   * stays while something was typed.
   */
  edit:
    | {
        isOpen: boolean;
        /** Why it has opened by itself, or why nothing can be saved any more. */
        reason: string | undefined;
        open: Action;
        close: () => void;
        /** For `useEditForm`, while it is open. */
        formOptions: EditFormOptions;
      }
    | undefined;
  /** After the number was edited, where the host can take it into the profile. */
  profileOffer: { question: string; accept: Action; dismiss: Action } | undefined;
  /** After a completed call: whether it took place. */
  confirmation: Confirmation | undefined;
  /** After its end: when another callback may be requested, and the way there where the host has one. */
  again: { text: string; action: Action | undefined } | undefined;
  error: string | undefined;
  /** What has just happened, for a live region. */
  announcement: CallbackNotice | undefined;
}

export interface Confirmation {
  question: string;
  options: Option[];
  /** Undefined before the buyer has answered. */
  answer: string | undefined;
  choose: (answer: string) => void;
  /** Once the two have talked; '' without one. */
  rating: { label: string; value: string; options: Option[]; set: (rating: string) => void } | undefined;
  /** Until when the answer may be changed. */
  until: string;
  isBusy: boolean;
}

/** For `useRequestSummary`. */
export interface RequestSummaryOptions {
  /** Runs when there is an announcement: it takes the place of what others have announced. */
  onAnnounce?: (() => void) | undefined;
  /** Leads to a new request about the same listing; the provider's `links.listing` by default. */
  onRequestAgain?: (() => void) | undefined;
}
