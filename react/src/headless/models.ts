/** What the views draw. Every decision is made here and in the hooks beside it; a view shows the words and calls the functions. */
import type { CALL_OUTCOMES, CallbackRequest, PRIORITIES, STATUSES } from '@ringback/client';
import type { CallbackFormOptions } from './form/useCallbackForm.ts';
import type { EditFormOptions } from './form/useEditForm.ts';
import type { CallbackNotice, IconName } from './slots.ts';

export type Status = (typeof STATUSES)[number];
export type Priority = (typeof PRIORITIES)[number];
/** How a call went, as it is logged; `reached` completes the request. */
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** Words and an icon beside the colour, so that nothing is told by colour alone. */
export interface Badge {
  label: string;
  icon: IconName;
  tone: 'neutral' | 'accent' | 'success' | 'warning' | 'danger';
}

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  /** What choosing it means. */
  hint?: string | undefined;
}

/** Something that a person can do now. */
export interface Action {
  label: string;
  run: () => void;
  isBusy: boolean;
}

/* The form in which a buyer asks for a call. */

export interface CallbackDraft {
  phone: string;
  /** ISO 3166 code of the country in which `phone` is read. */
  region: string;
  name: string;
  /** A callback_reason, or '' for none. */
  reason: string;
  /** English weekday names, as the API takes them. */
  days: string[];
  /** 'anytime', 'morning', 'afternoon' or 'evening'. */
  time: string;
  priority: Priority;
  message: string;
}
export type DraftField = keyof CallbackDraft;

export interface CallbackFormModel {
  /** What is asked of everybody, in order. An edit leaves the reason as it is. */
  fields: readonly DraftField[];
  /** What is asked below them of those who open it: most are content with any time. An edit leaves the priority as it is. */
  preferredTimes: {
    fields: readonly DraftField[];
    label: string;
    /** What is chosen: "Any day · Evening · In the next days". */
    summary: string;
    /** Also while a field in it is refused. */
    isOpen: boolean;
    setOpen: (isOpen: boolean) => void;
  };
  values: CallbackDraft;
  set: <Field extends DraftField>(field: Field, value: CallbackDraft[Field]) => void;
  toggleDay: (day: string) => void;
  /** A sentence for each field that was refused, after the first attempt to send. */
  errors: Partial<Record<DraftField, string>>;
  /** Where the focus belongs after a refused attempt; a new object at each attempt. */
  focus: { field: DraftField } | undefined;
  /** What is wrong with the whole, such as a limit that was reached. */
  error: string | undefined;
  submit: () => void;
  submitLabel: string;
  isSubmitting: boolean;
  /** Said below the phone number in an edit, which does not show the one that was given. */
  phoneHint: string | undefined;
  /** `value` is the ISO 3166 code, '' while none is chosen. */
  countries: Option[];
  reasons: Option[];
  times: Option[];
  days: Option[];
  priorities: Option<Priority>[];
  /** Characters that the message may still take; `counter` says it in words. */
  messageLeft: number;
  counter: string;
  /** Says in whose zone the times are meant. */
  zoneNote: string;
  /** Said while there is no connection. */
  offlineNote: string | undefined;
}

/* The button on a listing. */

export interface CallbackButtonModel {
  /**
   * `hidden`: draw nothing. `checking`: drawn as available, but busy, so that nothing moves when the answer comes. `available`: a press
   * opens the form. `requested`: a press shows the request. `unavailable`: `note` says why not. `signed_out`: a press asks the host to
   * sign in. `failed`: a press tries again.
   */
  state: 'hidden' | 'checking' | 'available' | 'requested' | 'unavailable' | 'signed_out' | 'failed';
  label: string;
  icon: IconName;
  /** One line below the button; its room is kept while it is empty. */
  note: string | undefined;
  press: () => void;
  dialog: 'closed' | 'form' | 'request';
  /** The dialog's. */
  title: string;
  close: () => void;
  /** For `useCallbackForm`, while the dialog shows the form. */
  formOptions: CallbackFormOptions;
  /** Today's request about this listing, for `useRequestSummary`. */
  request: CallbackRequest | undefined;
  /** What has just happened, to be told in a live region too. */
  announcement: CallbackNotice | undefined;
  /** For `useRequestSummary`, whose news takes the place of older news. */
  clearAnnouncement: () => void;
}

/** A request as its buyer sees it. */
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
  /** What the seller gave as the reason of a cancellation. */
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

/* The card in the seller's inbox. */

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
