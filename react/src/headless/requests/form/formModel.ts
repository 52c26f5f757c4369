/** The form in which a buyer requests a callback or edits the request, as the views draw it. */
import type { CallbackRequest } from '@ringback/client';
import type { Option } from '../../ui/parts.ts';
import type { Priority } from '../request.ts';

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

/** For `useCallbackForm`. */
export interface CallbackFormOptions {
  listingId: string;
  sellerId: string;
  onRequested: (request: CallbackRequest) => void;
  /** A request exists already. Resolves with whether it is shown now. */
  onExisting: () => Promise<boolean>;
  /** Gets the reason for a refusal when the form is closed and cannot show it. */
  onUnseenRefusal: (message: string) => void;
}

/** For `useEditForm`. */
export interface EditFormOptions {
  request: CallbackRequest;
  /** The edited request; undefined when nothing was changed, and nothing sent. */
  onDone: (edited: CallbackRequest | undefined) => void;
  /** Gets the reason for a refusal when the form is closed and cannot show it. */
  onUnseenRefusal: (message: string) => void;
}
